"""A case in which nothing is missing: what each rule asks for is there, so that a test can take one thing away."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents, KeptFacts
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts, case_kinds, holds
from surveyor_app.domain.survey.record_checks import CheckKind, RecordCheck
from surveyor_app.wording.findings.rule_tables import rule_tables

TABLES = rule_tables(resources_dir())
CHECKS = tomllib.loads((resources_dir() / "checks.toml").read_text(encoding="utf-8"))["check"]
ZERO = Decimal(0)


def uid(number: int) -> RecordId:
    """Return an id that sorts by its number."""
    return RecordId(f"0192f0c0-5a00-7000-8000-{number:012d}")


def at(hour: int, day: int = 20) -> Instant:
    """Return a moment that a checked clock told."""
    return Instant(datetime(2026, 11, day, hour, tzinfo=UTC), 480, Trust.CENTRE)


CLAIM = Claim(
    id=uid(1),
    report_no="RDAA2026",
    policy_no=("PDAA2026",),
    loss_cause="collision",
    accident_at=at(1),
    accident_place="中山路 1 号",
    reported_at=at(2),
    policy_from=date(2026, 1, 1),
    policy_to=date(2026, 12, 31),
)
TASK = Task(
    id=uid(2),
    task_kind="scene",
    owner="zhang",
    dispatched_at=at(3),
    contacted_at=at(4),
    arrived_at=at(5),
    left_at=at(6),
    survey_place="中山路 1 号",
    survey_kind="scene",
    is_first_scene=True,
    accident_kind="two_party",
    weather="clear",
    liability="primary",
    liability_ratio=Decimal(70),
    surveyor_opinion="标的车追尾三者车。",
    survey_text="到达现场时两车未移动。",
    claim_category="ordinary",
    surveyor_id_no="11010519491231002X",
    surveyor_phone="13800000000",
    delegated="none",
    survey_fee=ZERO,
    handling="police_simplified",
    liability_doc="certificate_simplified",
    ctpl_fault="at_fault",
    is_single_vehicle=False,
    is_total_loss=False,
    is_fire_explosion=False,
    is_water=False,
    is_mutual_self_pay=False,
    is_subrogation=False,
    has_property_loss=True,
    has_injury=True,
    needs_rescue=False,
    needs_dismantling=False,
    inspection_valid="yes",
    driver_on_scene="yes",
    is_major_case=False,
    risk_flags=("routine",),
    is_exempt=False,
    own_vehicle_loss=Decimal(900),
    own_crane=ZERO,
    own_towing=ZERO,
    own_other_rescue=ZERO,
    own_hospitalised_n=0,
    own_hospitalised_cost=ZERO,
    own_other_n=0,
    own_other_cost=ZERO,
    other_vehicle_loss=Decimal(700),
    other_crane=ZERO,
    other_towing=ZERO,
    other_other_rescue=ZERO,
    other_hospitalised_n=1,
    other_hospitalised_cost=Decimal(5000),
    other_other_n=0,
    other_other_cost=ZERO,
)
DRIVER = Person(
    id=uid(11),
    name="王五",
    roles=("driver",),
    sex="male",
    age=40,
    id_type="id_card",
    id_no="440524188001010014",
    phone="13900000000",
    licence_no="440524188001010014",
    licence_class="C1",
    first_licensed=date(2010, 5, 1),
    severity="none",
)
OTHER_DRIVER = Person(
    id=uid(12),
    name="赵六",
    roles=("driver",),
    id_type="passport",
    phone="13700000000",
    licence_no="E1",
    licence_class="C1",
)
INJURED = Person(
    id=uid(13),
    name="钱七",
    roles=("injured",),
    sex="female",
    id_type="id_card",
    id_no="110105194912310011",
    severity="minor",
    position="outside",
)
OWN = Vehicle(
    id=uid(21),
    category="insured",
    plate_no="沪A12345",
    plate_kind="02",
    make_model="大众朗逸",
    vehicle_kind="car",
    vin="1M8GDM9AXKP042788",
    frame_no="1M8GDM9AXKP042788",
    engine_no="E1",
    owner="王五",
    first_registered=date(2020, 1, 1),
    driver_uid=DRIVER.id,
    use_nature="private",
    has_loss=True,
    loss_parts=("c12",),
    estimate=Decimal(900),
    liability="primary",
    ratio=Decimal(70),
)
THIRD = replace(
    OWN,
    id=uid(22),
    category="third",
    plate_no="沪B54321",
    vin="LSVNV2187E2100001",
    frame_no="LSVNV2187E2100001",
    driver_uid=OTHER_DRIVER.id,
    insured="yes",
    insurer="平安",
    liability="secondary",
    ratio=Decimal(30),
)
INJURY = Injury(
    id=uid(31),
    person_uid=INJURED.id,
    on_site_mediation=False,
    case_handling_kind="negotiated",
    estimate=Decimal(5000),
    treatment="hospitalised",
    body_parts=("leg_l",),
)
RAILING = PropertyItem(
    id=uid(32), party="third", name="护栏", quantity=Decimal(2), amount=Decimal(300), damage_state="total"
)
PHOTO = Evidence(
    id=uid(41), evidence_class="photo", sha256="a" * 64, size_bytes=1, file_name="DSC_1.JPG", caption="左前"
)
CONSENT = Consent(id=uid(51), person_uid=INJURED.id, purpose="medical", granted=True)
POLICY = Policy(id=uid(61), policy_no="PDAA2026", period_from=date(2026, 1, 1), period_to=date(2026, 12, 31))
MARK = DamageMark(
    id=uid(71), vehicle_uid=OWN.id, action="replace", photos=(PHOTO.id,), part_price=Decimal(900), part_id="bonnet"
)


def _answer(check: RecordCheck, number: int) -> CheckAnswer:
    fitting = {
        "chk_third_casualties": ("yes", 1, 0),
        "chk_own_casualties": ("no", 0, 0),
        "chk_third_property": ("yes", None, None),
    }
    reply, injured, dead = fitting.get(check.id, ("no" if check.adverse == "yes" else "yes", None, None))
    values = sorted(TABLES.enum_values.get(check.enumeration or "", ()))
    choices = {
        "chk_loss_cause": "collision",
        "chk_liability": "primary",
        "chk_loss_extent": "partial",
        "chk_ctpl_cover": "yes",
    }
    chosen = choices.get(check.id) or next((value for value in values if value not in {check.other, "pending"}), None)
    is_tri = check.kind in {CheckKind.TRI, CheckKind.CHOICE_TRI}
    return CheckAnswer(
        id=uid(100 + number),
        check_id=check.id,
        answer=reply if is_tri else None,
        choice=chosen if check.kind in {CheckKind.CHOICE, CheckKind.CHOICE_TRI} else None,
        choices=(chosen,) if check.kind is CheckKind.MULTI and chosen else None,
        injured_n=injured,
        dead_n=dead,
        note="有据" if is_tri and reply == check.adverse else None,
    )


def _papers(facts: CaseFacts) -> list[Document]:
    assert TABLES.papers is not None
    needed = [item for item in TABLES.papers.papers if item.cases & case_kinds(facts) and holds(item.when, facts)]
    return [
        Document(
            id=uid(200 + number), item=paper.id, state="received", subject_uid=INJURED.id if paper.consent else None
        )
        for number, paper in enumerate(needed)
    ]


assert TABLES.record_checks is not None
ANSWERS = [_answer(check, check.number) for check in TABLES.record_checks.checks if check.number != 28]
_EMPTY = CaseContents(
    claims=[CLAIM],
    tasks=[TASK],
    people=[DRIVER, OTHER_DRIVER, INJURED],
    vehicles=[OWN, THIRD],
    evidence=[PHOTO],
    statements=[],
    damage_marks=[MARK],
    policies=[POLICY],
    injuries=[INJURY],
    property_items=[RAILING],
    check_answers=ANSWERS,
    consents=[CONSENT],
    tables=TABLES,
    kept=KeptFacts(has_second_copy=True),
)
WHOLE = replace(_EMPTY, documents=_papers(_EMPTY.facts))
"""Nothing is found in it."""


def is_of_motor(check_id: str | None) -> bool:
    """Tell whether a check is asked only where a vehicle is concerned."""
    assert TABLES.record_checks is not None
    return TABLES.record_checks.by_id()[check_id or ""].of_motor
