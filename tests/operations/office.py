"""Others who write into a case, the office and colleagues: signed by devices of their own and received as over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy.orm import Session

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.ownership import Role
from surveyor_app.operations.editing import records
from surveyor_app.records import journal
from surveyor_app.records.keys import DeviceKey
from tests.integration.laptop import clock
from tests.operations.worlds import only
from tests.records.sides import sqlite_engine, upgraded


class OtherDesk:
    """One certified device of another person, and what it writes into ``case``."""

    def __init__(self, case: CaseFile, user: str, role: Role = Role.SURVEYOR) -> None:
        self._case = case
        self._author = journal.Author(DeviceKey.generate(), user, clock, role, f"certificate of {user}".encode())
        self._written: list[SignedEntry] = []

    def makes(self, record_class: type[Record], fields: Mapping[str, Json]) -> RecordId:
        """Make a record and return its id."""
        record_id = new_record_id()
        self.writes(Step(Action.CREATE, record_class.KIND, record_id, dict(fields)))
        return record_id

    def writes(self, *steps: Step) -> None:
        """Write one operation unseen by the laptop; both sides' entries then get their numbers, as a delivery gives them."""
        engine = upgraded(sqlite_engine())
        with Session(engine) as session, session.begin():
            _know(session, self._author)
            journal.receive(session, self._case.case_id, self._written)
            signed = journal.append(session, self._case.case_id, steps, self._author)
        engine.dispose()
        self._written += signed
        with self._case.write() as session:
            _know(session, self._author)
            number = journal.number_known(session, self._case.case_id)
            mine = journal.unsent(session, self._case.case_id, self._case.profile.device_key.device_id, 1 << 30)
            numbers = {item.hash: number + place for place, item in enumerate([*mine, *signed], start=1)}
            journal.set_numbers(session, self._case.case_id, {item.hash: numbers[item.hash] for item in mine})
            journal.receive(session, self._case.case_id, [replace(item, number=numbers[item.hash]) for item in signed])


class OfficeDesk(OtherDesk):
    """A device of the office."""

    def __init__(self, case: CaseFile) -> None:
        super().__init__(case, "li", Role.OFFICE)

    def gives_out(self, claim: Mapping[str, Json], task: Mapping[str, Json]) -> tuple[RecordId, RecordId]:
        """Make a claim and a task of the office and return their ids."""
        claim_id, task_id = new_record_id(), new_record_id()
        self.writes(
            Step(Action.CREATE, Claim.KIND, claim_id, dict(claim)), Step(Action.CREATE, Task.KIND, task_id, dict(task))
        )
        return claim_id, task_id

    def disagrees_about_the_phone(self) -> str:
        """Have both sides write the insured's phone unseen by each other; return the value that is shown."""
        claim = only(self._case, Claim).id
        records.change(self._case, Claim, claim, {"insured_phone": "138"})
        self.writes(Step(Action.CHANGE, Claim.KIND, claim, {"insured_phone": "139"}))
        return only(self._case, Claim).insured_phone or ""


def _know(session: Session, by: journal.Author) -> None:
    signer = by.signer
    journal.register_device(session, signer.device_id, signer.public_key, by.role, by.actor, by.certificate)
