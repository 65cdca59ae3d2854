"""A collision of two vehicles with a pedestrian, as records: policies, covers, damage, property, an injury, shares."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import records
from tests.operations.worlds import moment, only

OURS, THEIRS = "沪A12345", "沪B67890"


def collide(case: CaseFile, clause_form: str = "2020") -> Mapping[str, str]:
    """Fill a case in; returns the ids of vehicles and shares by name."""
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(0)})
    records.change(case, Task, only(case, Task).id, {"liability": "primary", "ctpl_fault": "at_fault"})
    ours = records.create(case, Vehicle, {"category": "insured", "plate_no": OURS}).id
    theirs = records.create(case, Vehicle, {"category": "third", "plate_no": THEIRS, "insured": "yes"}).id
    records.create(case, DamageMark, {"vehicle_uid": ours, "part_id": "front_bumper", "part_price": Decimal(8000)})
    records.create(case, DamageMark, {"vehicle_uid": theirs, "part_id": "rear_bumper", "part_price": Decimal(30000)})
    records.create(case, PropertyItem, {"party": "ground", "name": "护栏", "amount": Decimal(1000)})
    walker = records.create(case, Person, {"name": "李四", "roles": ("injured",)}).id
    injury = records.create(case, Injury, {"person_uid": walker}).id
    records.create(case, Fee, {"injury_uid": injury, "code": "treatment", "amount": Decimal(40000)})
    records.create(case, RescueCost, {"subject_uid": ours, "rescue_kind": "towing", "amount": Decimal(500)})
    records.create(case, Policy, {"policy_no": "P1", "line": "compulsory", "plate_no": OURS})
    policy = {"policy_no": "P2", "line": "commercial", "clause_form": clause_form}
    commercial = records.create(case, Policy, policy).id
    records.create(case, Cover, {"policy_uid": commercial, "kind": "third_party", "limit": Decimal(1000000)})
    records.create(case, Cover, {"policy_uid": commercial, "kind": "own_damage", "sum_insured": Decimal(100000)})
    first = {"party_uid": ours, "grade": "primary", "ratio": Decimal(70), "basis": "surveyor_opinion"}
    second = {"party_uid": theirs, "grade": "secondary", "ratio": Decimal(30), "basis": "surveyor_opinion"}
    shares = [records.create(case, Liability, share).id for share in (first, second)]
    return {"ours": ours, "theirs": theirs, "our_share": shares[0], "their_share": shares[1]}
