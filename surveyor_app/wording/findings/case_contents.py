"""What checks and reports look at, from the records of a case wherever they are kept: laptop and centre check the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.process.case_facts import RecordsOf
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.texts import Text
from surveyor_app.wording.findings.rule_tables import rule_tables
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.statement_words import paper_languages
from surveyor_app.wording.subject_names import subject_names


def contents_from(records_of: RecordsOf, everybody: Sequence[Person], task: Task | None) -> CaseContents:
    """Return the contents as they are to whoever does ``task``; ``everybody`` are the people, withdrawn ones too.

    What another has to do is not missing here.
    """
    people = [person for person in everybody if not person.withdrawn]
    merged_people = [person for person in everybody if person.withdrawn and person.merged_into]
    vehicles = records_of(Vehicle)
    damage_marks = records_of(DamageMark)
    return CaseContents(
        claims=records_of(Claim),
        tasks=[] if task is None else [task],
        people=people,
        merged_people=merged_people,
        witnesses=records_of(Witness),
        consents=records_of(Consent),
        purposes=_purposes(resources_dir()),
        paper_languages=paper_languages(),
        vehicles=vehicles,
        evidence=records_of(Evidence),
        statements=records_of(Statement),
        participants=records_of(Participant),
        statement_pages=records_of(StatementPage),
        inks=records_of(Ink),
        answers=records_of(Answer),
        corrections=records_of(Correction),
        damage_marks=damage_marks,
        shot_states=records_of(ShotState),
        camera_clocks=records_of(CameraClock),
        shot_lists=load_shot_lists(resources_dir()),
        subject_names=subject_names(vehicles, [*people, *merged_people], damage_marks),
        policies=records_of(Policy),
        covers=records_of(Cover),
        proposals=records_of(Proposal),
        check_answers=records_of(CheckAnswer),
        prompt_answers=records_of(PromptAnswer),
        property_items=records_of(PropertyItem),
        injuries=records_of(Injury),
        injury_visits=records_of(InjuryVisit),
        fees=records_of(Fee),
        rescue_costs=records_of(RescueCost),
        salvages=records_of(Salvage),
        documents=records_of(Document),
        notices=records_of(Notice),
        enquiries=records_of(Enquiry),
        annotations=records_of(Annotation),
        reports=records_of(Report),
        tables=rule_tables(resources_dir()),
    )


@cache
def _purposes(resources: Path) -> Mapping[str, Text]:
    """Return what each purpose of a consent is called."""
    return {choice.id: choice.label for choice in Labels.load(resources).choices("consent_purpose")}
