"""Small reads for the window: records of the open case as frozen dataclasses. Short enough for the UI thread; never writes."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import R
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.ownership import LOCKED_BY_SEAL
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.editing import visits
from surveyor_app.operations.editing.rights import writable_fields
from surveyor_app.records import provenance, reading


def get(case: CaseFile, record_class: type[R], record_id: str) -> R | None:
    """Return one record, ``None`` when there is none."""
    with case.read() as session:
        return reading.get(session, case.case_id, record_class, RecordId(record_id))


def list_all(case: CaseFile, record_class: type[R]) -> list[R]:
    """Return the records of a kind in their order, withdrawn ones left out."""
    with case.read() as session:
        return list(reading.list_records(session, case.case_id, record_class))


def first_claim(case: CaseFile) -> Claim | None:
    """Return the claim data of the case."""
    claims = list_all(case, Claim)
    return claims[0] if claims else None


def visit_task(case: CaseFile) -> Task | None:
    """Return the task of this surveyor's visit, which the pages are about."""
    return visits.read_visit_task(case)


def get_with_rights(
    case: CaseFile, record_class: type[R], record_id: str, names: Sequence[str]
) -> tuple[R | None, frozenset[str]]:
    """Return a record and those of the fields ``names`` that a surveyor may write.

    Nothing of a signed statement or of a record that a signed report rests on may be written, nothing of the office's and
    nothing of another surveyor's.
    """
    with case.read() as session:
        record = reading.get(session, case.case_id, record_class, RecordId(record_id))
        if record is None or (record.sealed and record_class.KIND in LOCKED_BY_SEAL):
            return record, frozenset()
        if provenance.is_under_seal(session, case.case_id, record_class.KIND, record_id):
            return record, frozenset()
        return record, writable_fields(case, session, record_class.KIND, record_id, names)


def fields_of_others(case: CaseFile, kind: str, record_id: str, names: Sequence[str]) -> frozenset[str]:
    """Return those of the fields that belong to somebody else: the office, or another surveyor; seals aside."""
    with case.read() as session:
        return frozenset(names) - writable_fields(case, session, kind, record_id, names)


def count(case: CaseFile, record_class: type[R]) -> int:
    """Return how many records of a kind there are, withdrawn ones left out."""
    with case.read() as session:
        return reading.count(session, case.case_id, record_class)


def people_options(case: CaseFile) -> list[tuple[object, str]]:
    """Return the people of the case with their names, for a choice."""
    return [(person.id, person.name or "—") for person in list_all(case, Person)]


def vehicle_options(case: CaseFile) -> list[tuple[object, str]]:
    """Return the vehicles of the case with plate and model, for a choice."""
    return [(vehicle.id, vehicle_name(vehicle)) for vehicle in list_all(case, Vehicle)]


def vehicle_name(vehicle: Vehicle) -> str:
    """Return how a vehicle is called in lists."""
    return " ".join(part for part in (vehicle.plate_no, vehicle.make_model) if part) or "—"
