"""The sample claim told as a surveyor would take it down: people, vehicles, statement, damage, visit.

Every step asks first what is there, so that telling it again after an interruption adds only what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import R, encode_fields
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shot_needs import missing_shots
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.texts import Text
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.visits import read_visit_task
from surveyor_app.operations.photos import shots
from surveyor_app.operations.statements.notice import read_notice
from surveyor_app.operations.statements.taking import add_participant, set_subject
from surveyor_app.records import reading
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.typed_values import typed_values

Table = Mapping[str, Any]


def load_story(resources: Path) -> Table:
    """Read ``sample_claim.toml``.

    Raises:
        InstallationIncomplete: it is missing or no TOML.
    """
    return read_table(resources, "sample_claim.toml")


def claim_body(story: Table) -> dict[str, Json]:
    """Return the claim as the office opens it, as fields of a body."""
    return encode_fields(Claim.KIND, typed_values(Claim.KIND, story["claim"], story["offset_min"]))


@dataclass(slots=True)
class Telling:
    """Tells the story into one open case."""

    case: CaseFile
    story: Table
    questions: Mapping[str, Text]
    _people: dict[str, str] = field(default_factory=dict)
    _vehicles: dict[str, str] = field(default_factory=dict)

    def tell(self) -> None:
        """Take everything down that is not there yet."""
        self._visit()
        for table in self.story["people"]:
            self._people[table["key"]] = self._person(table)
        for table in self.story["vehicles"]:
            self._vehicles[table["key"]] = self._vehicle(table)
        for number, table in enumerate(self.story["statements"], start=1):
            self._statement(number, table)
        for table in self.story["damage"]:
            self._mark(table)
        self._once(CheckAnswer, "check_id", self.story["checks"])
        self._once(Document, "item", self.story["documents"])
        self._shots()

    def _once(self, record_class: type[R], key: str, tables: Sequence[Table]) -> None:
        """Make a record of each table unless there is one that says the same in its key."""
        there = {getattr(item, key) for item in self._all(record_class)}
        for table in tables:
            if table[key] not in there:
                records.create(self.case, record_class, self._typed(record_class.KIND, table))

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
        values["driver_uid"] = self._people[table["driver"]]
        found = next((item.id for item in self._all(Vehicle) if item.plate_no == values["plate_no"]), None)
        return found or records.create(self.case, Vehicle, values).id

    def _statement(self, number: int, table: Table) -> None:
        values = self._typed(Statement.KIND, _without(table, "subject", "answers", "present", "notice"))
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
        set_subject(self.case, statement, self._people[table["subject"]])
        (record,) = [item for item in self._all(Statement) if item.id == statement]
        if record.notice_read_at is None:
            at = self._typed(Statement.KIND, {"notice_read_at": table["notice"]["at"]})["notice_read_at"]
            assert isinstance(at, Instant)
            read_notice(self.case, statement, table["notice"]["mode"], at=at)

    def _mark(self, table: Table) -> None:
        values = self._typed(DamageMark.KIND, _without(table, "vehicle"))
        values["vehicle_uid"] = self._vehicles[table["vehicle"]]
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
            drawn[table["file"]].id: (table["shot"], self._vehicles.get(table.get("of", ""), ""))
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
