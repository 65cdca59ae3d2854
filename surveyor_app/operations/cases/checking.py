"""Ready to leave? (离场检查): run the checks over an open case."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import RULES, run_checks
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.findings import Check, Finding, Level
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
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
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CONDITIONS
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.texts import Text
from surveyor_app.operations.cases.kept_facts import kept_facts
from surveyor_app.operations.cases.rule_tables import rule_tables
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.operations.photos.doubts import failures
from surveyor_app.records import reading
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.picture_rules import picture_table
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.statement_words import paper_languages
from surveyor_app.wording.subject_names import subject_names
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "checks.toml"
R = TypeVar("R", bound=Record)


def load_checks(resources: Path) -> list[Check]:
    """Read ``checks.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or a check in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        return [_check(item) for item in table["check"]]


def _check(item: Item) -> Check:
    columns = {name: string_of(value) for name, value in item.without_texts().items()}
    made = Check(level=Level(columns.pop("level")), text=item.text(), **columns)
    if made.rule not in RULES:
        raise ValueError(f"{made.id}: no rule {made.rule}")
    kind = Person.KIND if made.rule in OF_DRIVER else made.kind
    if made.field is not None and made.field not in {spec.name for spec in SPECS[kind]}:
        raise ValueError(f"{made.id}: no field {made.field}")
    if made.of not in {"all", "motor"} or made.tasks not in {"all", "survey"} or made.when not in CONDITIONS:
        raise ValueError(f"{made.id}: when?")
    if made.field is None and made.rule in NEED_A_FIELD:
        raise ValueError(f"{made.id}: which field?")
    _nothing.of_kind(made.kind)
    for form in made.text.forms.values():
        list(string.Formatter().parse(form))
    return made


NEED_A_FIELD = frozenset({"blank", "driver_blank", "insured_driver_blank", "insured_vehicle_blank", "injured_blank"})
"""Rules that ask for the field of their check."""
OF_DRIVER = frozenset({"driver_blank", "insured_driver_blank"})
"""Rules that stand with the vehicle and ask for a field of whoever drove it."""

_nothing = CaseContents((), (), (), (), (), (), ())


def read_contents(case: CaseFile) -> CaseContents:
    """Read the records that checks and reports look at, in one consistent view.

    Of the tasks there is only the visit of this surveyor: what another has to do is not missing here.
    """
    with case.read() as session:
        return contents_of(case, session)


def contents_of(case: CaseFile, session: Session) -> CaseContents:
    """Read the same in a session that reads more."""
    case_id = case.case_id
    task = visit_task(reading.list_records(session, case_id, Task), case.profile.user)
    everybody = reading.list_records(session, case_id, Person, include_withdrawn=True)
    people = [person for person in everybody if not person.withdrawn]
    merged_people = [person for person in everybody if person.withdrawn and person.merged_into]
    vehicles = reading.list_records(session, case_id, Vehicle)
    damage_marks = reading.list_records(session, case_id, DamageMark)
    everything = _Reader(session, case_id)
    return CaseContents(
        claims=everything.of(Claim),
        tasks=[] if task is None else [task],
        people=people,
        merged_people=merged_people,
        witnesses=everything.of(Witness),
        consents=everything.of(Consent),
        purposes=_purposes(resources_dir()),
        paper_languages=paper_languages(),
        vehicles=vehicles,
        evidence=_EVIDENCE.setdefault(case, reading.Remembered(Evidence)).list_records(session, case_id),
        statements=everything.of(Statement),
        participants=everything.of(Participant),
        statement_pages=everything.of(StatementPage),
        inks=everything.of(Ink),
        answers=everything.of(Answer),
        corrections=everything.of(Correction),
        damage_marks=damage_marks,
        shot_states=everything.of(ShotState),
        camera_clocks=everything.of(CameraClock),
        shot_lists=load_shot_lists(resources_dir()),
        subject_names=subject_names(vehicles, [*people, *merged_people], damage_marks),
        policies=everything.of(Policy),
        covers=everything.of(Cover),
        proposals=everything.of(Proposal),
        check_answers=everything.of(CheckAnswer),
        prompt_answers=everything.of(PromptAnswer),
        property_items=everything.of(PropertyItem),
        injuries=everything.of(Injury),
        injury_visits=everything.of(InjuryVisit),
        fees=everything.of(Fee),
        rescue_costs=everything.of(RescueCost),
        salvages=everything.of(Salvage),
        documents=everything.of(Document),
        notices=everything.of(Notice),
        enquiries=everything.of(Enquiry),
        annotations=everything.of(Annotation),
        reports=everything.of(Report),
        tables=rule_tables(resources_dir()),
    )


_EVIDENCE: WeakKeyDictionary[CaseFile, reading.Remembered[Evidence]] = WeakKeyDictionary()
"""Of each open case: there are thousands of photos, and most changes touch none."""


@dataclass(frozen=True, slots=True)
class _Reader:
    session: Session
    case_id: CaseId

    def of(self, record_class: type[R]) -> list[R]:
        """Return the records of a kind that are not withdrawn."""
        return reading.list_records(self.session, self.case_id, record_class)


def check(case: CaseFile, checks: list[Check]) -> list[Finding]:
    """Return what is missing or wrong, the grave findings first."""
    contents = read_contents(case)
    contents = dataclasses.replace(
        contents, photo_failures=failures(case, picture_table()), kept=kept_facts(case, contents)
    )
    return run_checks(checks, contents)


@cache
def _purposes(resources: Path) -> Mapping[str, Text]:
    """Return what each purpose of a consent is called."""
    return {choice.id: choice.label for choice in Labels.load(resources).choices("consent_purpose")}
