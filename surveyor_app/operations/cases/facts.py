"""The facts of an open case, which decide what is asked in it: checks, papers and prompts (domain §3.3, §10.1, §14)."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.shot_needs import ShotCase, concerns_vehicles
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.survey.record_checks import latest_answers
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.records import reading
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.shot_lists import load_shot_lists


def facts_of(case: CaseFile) -> CaseFacts:
    """Read the facts of a case in one consistent view."""
    with case.read() as session:
        return facts_in(case, session)


def facts_in(case: CaseFile, session: Session) -> CaseFacts:
    """Read the same in a session that reads more."""
    case_id = case.case_id
    resources = resources_dir()
    claims = reading.list_records(session, case_id, Claim)
    claim = claims[0] if claims else None
    task = visit_task(reading.list_records(session, case_id, Task), case.profile.user)
    vehicles = reading.list_records(session, case_id, Vehicle)
    people = reading.list_records(session, case_id, Person)
    shot_case = ShotCase(
        claim=claim,
        task=task,
        vehicles=vehicles,
        people=people,
        damage_marks=reading.list_records(session, case_id, DamageMark),
        states=reading.list_records(session, case_id, ShotState),
    )
    return CaseFacts(
        claim=claim,
        task=task,
        vehicles=vehicles,
        people=people,
        policies=reading.list_records(session, case_id, Policy),
        covers=reading.list_records(session, case_id, Cover),
        property_items=reading.list_records(session, case_id, PropertyItem),
        injuries=reading.list_records(session, case_id, Injury),
        fees=reading.list_records(session, case_id, Fee),
        rescue_costs=reading.list_records(session, case_id, RescueCost),
        answers=latest_answers(reading.list_records(session, case_id, CheckAnswer)),
        is_motor=concerns_vehicles(load_shot_lists(resources), shot_case),
        near_days=load_record_checks(resources).near_days,
    )
