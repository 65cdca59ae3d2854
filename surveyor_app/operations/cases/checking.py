"""Ready to leave? (离场检查): run the checks over an open case."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import RULES, CaseContents, Check, Finding, Level, run_checks
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.domain.texts import Text
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
    if made.field is not None and made.field not in {spec.name for spec in SPECS[made.kind]}:
        raise ValueError(f"{made.id}: no field {made.field}")
    if made.field is None and made.rule == "blank":
        raise ValueError(f"{made.id}: which field?")
    _nothing.of_kind(made.kind)
    for form in made.text.forms.values():
        list(string.Formatter().parse(form))
    return made


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
    return CaseContents(
        claims=reading.list_records(session, case_id, Claim),
        tasks=[] if task is None else [task],
        people=people,
        merged_people=merged_people,
        witnesses=reading.list_records(session, case_id, Witness),
        consents=reading.list_records(session, case_id, Consent),
        purposes=_purposes(resources_dir()),
        paper_languages=paper_languages(),
        vehicles=vehicles,
        evidence=reading.list_records(session, case_id, Evidence),
        statements=reading.list_records(session, case_id, Statement),
        participants=reading.list_records(session, case_id, Participant),
        statement_pages=reading.list_records(session, case_id, StatementPage),
        inks=reading.list_records(session, case_id, Ink),
        answers=reading.list_records(session, case_id, Answer),
        corrections=reading.list_records(session, case_id, Correction),
        damage_marks=damage_marks,
        shot_states=reading.list_records(session, case_id, ShotState),
        camera_clocks=reading.list_records(session, case_id, CameraClock),
        shot_lists=load_shot_lists(resources_dir()),
        subject_names=subject_names(vehicles, [*people, *merged_people], damage_marks),
    )


def check(case: CaseFile, checks: list[Check]) -> list[Finding]:
    """Return what is missing or wrong, the grave findings first."""
    contents = read_contents(case)
    return run_checks(checks, dataclasses.replace(contents, photo_failures=failures(case, picture_table())))


@cache
def _purposes(resources: Path) -> Mapping[str, Text]:
    """Return what each purpose of a consent is called."""
    return {choice.id: choice.label for choice in Labels.load(resources).choices("consent_purpose")}
