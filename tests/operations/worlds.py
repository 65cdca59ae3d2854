"""What the tests of the operations work on: small real photos, a case with a little of everything, and looks into a case."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import R
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.records import reading
from tests.media.made_files import encoded, quadrants

REPORT_NO = "RDAA202611230001"


def photo(number: int, width: int = 80) -> bytes:
    """Return a small JPEG; each number gives other bytes."""
    return encoded(quadrants(width, 40 + number), "JPEG", comment=f"photo {number}".encode())


def photos_in(folder: Path, count: int) -> list[Path]:
    """Write photos 1 … ``count`` and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"IMG_{number:04}.jpg" for number in range(1, count + 1)]
    for number, path in enumerate(paths, start=1):
        path.write_bytes(photo(number))
    return paths


def listed(case: CaseFile, record_class: type[R], *, withdrawn: bool = False) -> list[R]:
    """Return the records of a kind in their order."""
    with case.read() as session:
        return reading.list_records(session, case.case_id, record_class, include_withdrawn=withdrawn)


def only(case: CaseFile, record_class: type[R]) -> R:
    """Return the one record of a kind."""
    (record,) = listed(case, record_class)
    return record


def entries(case: CaseFile, kind: str | None = None) -> list[reading.HistoryLine]:
    """Return the journal as people read it."""
    with case.read() as session:
        return reading.history(session, case.case_id, kind)


def moment(minute: int) -> Instant:
    """Return an instant of the day of the accident."""
    return Instant(datetime(2026, 11, 20, 6, minute, 22, 5, UTC), 480, Trust.TYPED)


def fill(case: CaseFile, folder: Path, workers: MediaWorkers) -> None:
    """Take three photos, a person, a vehicle, a statement, damage and the visit down."""
    evidence.import_files(case, photos_in(folder, 3), workers)
    claim = {
        "insured_name": "李四",
        "insurer": "东海财险",
        "accident_place": "人民路 12 号",
        "deductible": Decimal("4321.00"),
        "reported_course": "倒车时碰撞护栏",
        "loss_cause": "collision",
        "accident_at": moment(1),
    }
    records.change(case, Claim, only(case, Claim).id, claim)
    visit = {"survey_place": "人民路 12 号", "arrived_at": moment(30), "surveyor_opinion": "痕迹与陈述一致"}
    records.change(case, Task, only(case, Task).id, visit)
    driver = records.create(case, Person, {"name": "王五", "roles": ("driver",), "note": "电话里语气紧张"}).id
    car = records.create(case, Vehicle, {"plate_no": "浙B12345", "category": "insured", "driver_uid": driver}).id
    statement = records.create(case, Statement, {"subject_uid": driver, "seq_no": 1}).id
    records.create(case, Answer, {"statement_uid": statement, "question": "何时?", "answer": "下午两点"})
    mark = {"vehicle_uid": car, "part_id": "front_bumper", "part_price": Decimal("1200.50"), "labour": Decimal(300)}
    records.create(case, DamageMark, {**mark, "photos": (listed(case, Evidence)[0].id,)})
