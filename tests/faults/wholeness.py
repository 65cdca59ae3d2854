"""What must hold at the end of every job, however often it was killed on the way."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.health import verify_case
from surveyor_app.central.centre import Centre
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_state
from surveyor_app.operations.cases.verifying import verify_bag_folder
from surveyor_app.operations.report import reporting
from surveyor_app.records import reading
from surveyor_app.records.schema import journal
from tests.faults import edits
from tests.faults.worlds import World


def require_whole(world: World, centre: Centre) -> None:
    """Compare laptop, centre and bag: everything is there, byte for byte, and once."""
    with world.opened() as case:
        _require_records(world, case)
        with case.read() as session:
            ours = _journal(session, world.case_id)
        assert {receipt.kind for receipt in case.profile.registry.receipts(case.case_id)} == {"full", "partial"}
        assert delivery_state(case) == "receipted"
        hashes = {item.name: item.sha256 for item in delivering.delivery_items(case)}
    with centre.database.read() as session:
        theirs = _journal(session, world.case_id)
    assert ours == theirs
    assert [number for number, _ in ours] == list(range(1, len(ours) + 1))
    assert len({digest for _, digest in ours}) == len(ours)
    _require_originals(world, centre, hashes)
    with world.unlock() as profile:
        assert verify_case(profile, world.case) == []
    assert [finding.code for finding in verify_bag_folder(world.bag) if finding.level == "bad"] == []
    require_nothing_beside(world)
    assert list(centre.store.list("uploads")) == []


def require_nothing_beside(world: World) -> None:
    """The case is one file, and no unfinished file lies anywhere on the laptop."""
    assert [path.name for path in world.cases.iterdir()] == [world.case.name]
    assert {path.name for path in world.pdf.parent.iterdir()} <= {"report.pdf", "bag"}
    assert {path.name for path in world.profile.iterdir()} == {"profile.toml", "profile.copy.toml", "profile.db"}


def _require_records(world: World, case: CaseFile) -> None:
    with case.read() as session:
        found = [item.sha256 for item in reading.list_records(session, case.case_id, Evidence)]
    assert sorted(found, key=str) == sorted(_hash(path) for path in world.originals())
    assert sorted(edits.people(case)) == sorted(edits.NAMES)
    (report,) = reporting.list_reports(case)
    assert report.sha256 == hashlib.sha256(reporting.report_pdf(case, report.id)).hexdigest()
    if world.pdf.exists():
        assert _hash(world.pdf) == report.sha256


def _require_originals(world: World, centre: Centre, hashes: dict[str, str]) -> None:
    in_bag = {path.name.partition("-")[2] or path.name: path for path in _files(world.bag / "data" / "originals")}
    for path in world.originals():
        data = path.read_bytes()
        assert b"".join(centre.store.read(f"cases/{world.case_id}/{hashes[path.name]}")) == data
        assert in_bag[path.name].read_bytes() == data


def _files(folder: Path) -> Sequence[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _journal(session: Session, case_id: str) -> list[tuple[int, str]]:
    query = select(journal.c.number, journal.c.hash).where(journal.c.case_id == case_id).order_by(journal.c.number)
    return [(number, digest) for number, digest in session.execute(query)]


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
