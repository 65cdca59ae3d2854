"""The centre is killed at every named point and started again: nothing acknowledged is lost, every entry is there once."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import pieces
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.protocol.limits import MIB
from surveyor_app.records.schema import journal
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.patience import Patience
from tests.faults.campaigns import LONG
from tests.integration.centre_process import CentreProcess
from tests.integration.laptop import Laptop

POINTS = [
    "push.before_commit",
    "push.after_commit",
    "upload.before_piece:2",
    "upload.between_piece_and_row:2",
    "upload.after_piece:2",
    "blob.before_assembly:2",
    "blob.after_assembly:2",
    "blob.after_stored",
    "reread.before_noted",
    "reread.after_noted:2",
    "deliver.before_receipt",
    "deliver.after_receipt:2",
]


@pytest.fixture
def process(tmp_path: Path) -> Iterator[CentreProcess]:
    made = CentreProcess(tmp_path / "centre")
    yield made
    made.close()


@pytest.fixture
def enrolled(process: CentreProcess) -> Iterator[Laptop]:
    """A laptop enrolled at a centre whose process is not running yet."""
    with EmbeddedCentre(process.data_dir) as embedded:
        code = office.create_user(embedded.centre, "zhang", "Zhang").code
        assert code is not None
        laptop = Laptop("zhang")
        laptop.enrol(embedded.url, code)
    yield laptop
    laptop.close()


def with_photos(laptop: Laptop) -> Laptop:
    laptop.open_case()
    laptop.add_evidence(random.Random(1).randbytes(MIB + 5000), preview=random.Random(2).randbytes(9000))
    laptop.add_evidence(random.Random(3).randbytes(200_000))
    return laptop


@LONG
@pytest.mark.faults
def test_killed_at_every_point_and_started_again(process: CentreProcess, enrolled: Laptop) -> None:
    """One centre dies at one point after another, each time while another case is delivered."""

    def revive(seconds: float) -> None:
        if process.is_dead():
            process.start()

    for point in POINTS:
        laptop = with_photos(enrolled.with_another_case())
        process.start(point)
        starts = process.starts
        with laptop.client(process.url) as client:
            outcome = deliver(laptop, client, laptop.verify, patience=Patience(sleep=revive))
        assert process.starts == starts + 1, f"{point} was never reached"
        assert laptop.numbers() == [1, 2, 3, 4]
        assert json.loads(outcome.receipt)["number"] == 4
        process.kill()
        check_stored(process, laptop)
        laptop.close()


def check_stored(process: CentreProcess, laptop: Laptop) -> None:
    """Look into the store: every original is there, byte by byte, and nothing half done."""
    store = BlobStore(CentreConfig(process.data_dir).store_url)
    for item in laptop.blobs():
        assert b"".join(store.read(f"cases/{laptop.case_id}/{item.sha256}")) == laptop.bytes[item.sha256]
    database = Database(CentreConfig(process.data_dir).database_url)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(pieces)) == 0
        entries = select(func.count()).select_from(journal).where(journal.c.case_id == laptop.case_id)
        assert session.scalar(entries) == 4
    database.close()


def test_the_same_receipt_after_a_restart(process: CentreProcess, enrolled: Laptop) -> None:
    laptop = with_photos(enrolled)
    receipts = []
    for _ in range(2):
        process.start()
        with laptop.client(process.url) as client:
            receipts.append(deliver(laptop, client, laptop.verify, patience=Patience(30)))
        process.kill()
    assert receipts[0].receipt == receipts[1].receipt
    assert receipts[0].signature == receipts[1].signature
    assert receipts[1].uploaded == 0
