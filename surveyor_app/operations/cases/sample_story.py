"""The sample claims told as a surveyor would take them down: people, vehicles, statement, losses, papers, visit.

There is one of each kind of case (``resources/samples``); a story leaves out what its kind does not have. Every step asks first
what is there, so that telling it again after an interruption adds only what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import R, encode_fields
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shot_needs import missing_shots
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.texts import Text
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.visits import read_visit_task
from surveyor_app.operations.people.consents import SPOKEN, Answered, consents_of, record_consent, wording
from surveyor_app.operations.photos import shots
from surveyor_app.operations.statements.notice import read_notice
from surveyor_app.operations.statements.reading import begin_reading
from surveyor_app.operations.statements.signing import refuse
from surveyor_app.operations.statements.taking import add_participant, set_subject
from surveyor_app.records import reading
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.sample_kinds import MOTOR
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.typed_values import typed_values

Table = Mapping[str, Any]


def load_story(resources: Path, kind: str = MOTOR) -> Table:
    """Read the story of a sample case, ``samples/<kind>.toml``.

    Raises:
        InstallationIncomplete: it is missing or no TOML.
    """
    return read_table(resources, f"samples/{kind}.toml")


def claim_body(story: Table) -> dict[str, Json]:
    """Return the claim as the office opens it, as fields of a body."""
    return encode_fields(Claim.KIND, typed_values(Claim.KIND, story["claim"], story["offset_min"]))


@dataclass(frozen=True, slots=True)
class _List(Generic[R]):
    """One list of a story: each of its tables is a record, and known again by its ``names``.

    ``refers`` gives the field that an entry of a table names another record of the story for, by its key.
    """

    name: str
    record_class: type[R]
    names: tuple[str, ...]
    refers: Mapping[str, str] = field(default_factory=dict)


_LISTS: tuple[_List[Any], ...] = (
    _List("policies", Policy, ("policy_no",)),
    _List("covers", Cover, ("policy_uid", "kind"), {"policy": "policy_uid"}),
    _List("property", PropertyItem, ("name",)),
    _List("injuries", Injury, ("person_uid",), {"person": "person_uid", "vehicle": "vehicle_uid"}),
    _List("injury_visits", InjuryVisit, ("injury_uid", "visit_kind"), {"injury": "injury_uid"}),
    _List("fees", Fee, ("injury_uid", "code"), {"injury": "injury_uid"}),
    _List("rescue_costs", RescueCost, ("rescue_kind",), {"subject": "subject_uid"}),
    _List("salvage", Salvage, ("item",), {"subject": "subject_uid"}),
    _List("checks", CheckAnswer, ("check_id",)),
    _List("documents", Document, ("item",), {"whose": "subject_uid"}),
)
"""What is told after people, vehicles and statements, in this order."""


@dataclass(slots=True)
class Telling:
    """Tells the story into one open case."""

    case: CaseFile
    story: Table
    questions: Mapping[str, Text]
    _keys: dict[str, str] = field(default_factory=dict)
    """The records made so far, by the keys the story gives them."""

    def tell(self) -> None:
        """Take everything down that is not there yet."""
        self._visit()
        for table in self.story["people"]:
            self._keys[table["key"]] = self._person(table)
        for table in self.story.get("vehicles", ()):
            self._keys[table["key"]] = self._vehicle(table)
        for number, table in enumerate(self.story["statements"], start=1):
            self._statement(number, table)
        for table in self.story.get("consents", ()):
            self._consent(table)
        for table in self.story.get("damage", ()):
            self._mark(table)
        for listed in _LISTS:
            for table in self.story.get(listed.name, ()):
                self._listed(listed, table)
        self._shots()

    def refuse_to_sign(self) -> None:
        """Note for each statement that nobody signs it, for the reason the story gives: signed is by hand, and by nobody else."""
        for statement in self._all(Statement):
            told = self.story["statements"][(statement.seq_no or 1) - 1]
            if statement.status == "draft":
                begin_reading(self.case, statement.id, told["refusal"]["read"])
                refuse(self.case, statement.id, told["refusal"]["reason"])

    def _listed(self, listed: _List[R], table: Table) -> None:
        """Make a record of a table unless there is one that says the same in what it is known by."""
        values = self._typed(listed.record_class.KIND, _without(table, "key", "file", *listed.refers))
        values |= {name: self._keys[table[key]] for key, name in listed.refers.items() if key in table}
        if photos := [item.id for item in self._all(Evidence) if item.file_name == table.get("file")]:
            values["photos"] = tuple(photos[:1])
        there = next(
            (
                item.id
                for item in self._all(listed.record_class)
                if all(getattr(item, name) == values.get(name) for name in listed.names)
            ),
            None,
        )
        made = there or records.create(self.case, listed.record_class, values).id
        if "key" in table:
            self._keys[table["key"]] = made

    def _consent(self, table: Table) -> None:
        """Keep what a person agreed to aloud, in the words of the register."""
        person, purpose = self._keys[table["person"]], table["purpose"]
        if any(item.purpose == purpose for item in consents_of(self.case, person)):
            return
        insurer = self.story["claim"]["insurer"]
        version, words = wording(resources_dir(), purpose, chinese(), {"insurer": insurer})
        record_consent(self.case, Answered(person, purpose, True, words, version, chinese().tag, SPOKEN))

    def _visit(self) -> None:
        task = read_visit_task(self.case)
        if task is not None:
            values = self._typed(Task.KIND, {**self.story["visit"], "task_status": "in_progress"})
            if task.arrived_at is None:
                # Now, and not a time of the story: it was dispatched a moment ago.
                values["arrived_at"] = self.case.author.clock().instant()
            records.change(self.case, Task, task.id, values)

    def _person(self, table: Table) -> str:
        values = self._typed(Person.KIND, _without(table, "key"))
        found = next((person.id for person in self._all(Person) if person.name == values["name"]), None)
        return found or records.create(self.case, Person, values).id

    def _vehicle(self, table: Table) -> str:
        values = self._typed(Vehicle.KIND, _without(table, "key", "driver"))
        values["driver_uid"] = self._keys[table["driver"]]
        found = next((item.id for item in self._all(Vehicle) if item.plate_no == values["plate_no"]), None)
        return found or records.create(self.case, Vehicle, values).id

    def _statement(self, number: int, table: Table) -> None:
        values = self._typed(Statement.KIND, _without(table, "subject", "answers", "present", "notice", "refusal"))
        values |= {"seq_no": number, "status": "draft"}
        found = next((item.id for item in self._all(Statement) if item.seq_no == number), None)
        statement = found or records.create(self.case, Statement, values).id
        self._present(statement, table)
        answered = {item.question_id for item in self._all(Answer) if item.statement_uid == statement}
        for answer in table["answers"]:
            if answer["question"] not in answered:
                asked = self.questions[answer["question"]]
                question = {
                    "statement_uid": statement,
                    "question_id": answer["question"],
                    "question": f"{asked.in_(chinese())} {asked.in_(english())}",
                    "answer": answer["answer"],
                }
                records.create(self.case, Answer, question)

    def _present(self, statement: str, table: Table) -> None:
        """Note who is there, and that the notice was read; it is signed when the statement is."""
        there = [item.name for item in self._all(Participant) if item.statement_uid == statement]
        for fields in table["present"]:
            if fields["name"] not in there:
                add_participant(self.case, statement, fields["role"], _without(fields, "role"))
        set_subject(self.case, statement, self._keys[table["subject"]])
        (record,) = [item for item in self._all(Statement) if item.id == statement]
        if record.notice_read_at is None:
            at = self._typed(Statement.KIND, {"notice_read_at": table["notice"]["at"]})["notice_read_at"]
            assert isinstance(at, Instant)
            read_notice(self.case, statement, table["notice"]["mode"], at=at)

    def _mark(self, table: Table) -> None:
        values = self._typed(DamageMark.KIND, _without(table, "vehicle"))
        values["vehicle_uid"] = self._keys[table["vehicle"]]
        photos = [item.id for item in self._all(Evidence) if item.evidence_class == "photo"]
        values["photos"] = tuple(photos[:1])
        marks = [item for item in self._all(DamageMark) if item.part_id == values["part_id"]]
        if not any(item.vehicle_uid == values["vehicle_uid"] for item in marks):
            records.create(self.case, DamageMark, values)

    def _shots(self) -> None:
        """Assign the pictures the program draws to their shots; what is left does not apply, for the reason of the story.

        Somebody else's pictures, by other names, are left as they are: what they show is not known here.
        """
        drawn = {item.file_name: item for item in self._all(Evidence) if item.shot_key is None}
        targets: dict[str, shots.Target] = {
            drawn[table["file"]].id: (table["shot"], self._keys.get(table.get("of", ""), ""))
            for table in self.story["shots"]
            if table["file"] in drawn
        }
        shots.assign_each(self.case, targets)
        missing = missing_shots(shots.read_board(self.case, load_shot_lists(resources_dir())).groups)
        rest = [(need.shot.key, need.subject) for need in missing]
        if rest:
            shots.set_not_applicable(self.case, rest, self.story["no_shot"])

    def _typed(self, kind: str, table: Table) -> dict[str, object]:
        return typed_values(kind, table, self.story["offset_min"])

    def _all(self, record_class: type[R]) -> list[R]:
        with self.case.read() as session:
            return reading.list_records(session, self.case.case_id, record_class)


def _without(table: Table, *names: str) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in names}
