"""An encrypted case file is delivered to a live centre, and the laptop may be killed at every named point on the way."""

from __future__ import annotations

import json
import random
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.previews import PreviewKind, add_preview
from surveyor_app.casefile.profiles.enrolment import Enrolment
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import Incoming, store_blob
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import CaseId, new_record_id
from surveyor_app.protocol.items import ItemState
from surveyor_app.protocol.limits import MIB
from surveyor_app.records.reading import list_records
from surveyor_app.records.schema import journal
from surveyor_app.report.cms import verify_detached
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import Outcome, deliver
from surveyor_app.sync.enrolling import enrol
from surveyor_app.sync.fetching import fetch_case
from surveyor_app.sync.tokens import MemoryTokens
from tests.casefile.conftest import PASSPHRASE, make_profile
from tests.integration.forking import Forking
from tests.integration.laptop import patience

POINTS = [
    "sync.after_push_answer",
    "sync.before_numbers",
    "sync.after_numbers",
    "sync.before_received",
    "sync.after_received",
    "sync.after_blob_stored",
    "sync.after_piece_sent:2",
    "sync.before_blob_stored",
    "sync.before_receipt_saved:2",
    "sync.after_receipt_saved:2",
]
PHOTOS = {"car": random.Random(1).randbytes(MIB + 40_000), "scene": random.Random(2).randbytes(70_000)}
PREVIEW = random.Random(3).randbytes(5_000)

_LAPTOP = """
import os
from pathlib import Path
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.files import open_case
from surveyor_app.report.cms import verify_detached
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.tokens import MemoryTokens
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.patience import Patience
def work(arguments):
    folder, passphrase, path, server, token = arguments
    with Profile.unlock(Path(folder), passphrase) as profile, open_case(profile, Path(path)) as case:
        authority = profile.enrolment().ca_der
        with CentreClient(server, MemoryTokens(token)) as client:
            verify = lambda data, cms: verify_detached(data, cms, [authority])
            deliver(CaseDelivery(case), client, verify, patience=Patience(20.0))
def started(pid):
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@dataclass
class Surveyor:
    """A profile with an assigned, fetched case of two photos, one with a preview."""

    profile: Profile
    path: Path
    case_id: CaseId
    server: str
    token: str

    def deliver(self) -> Outcome:
        enrolment = self.profile.enrolment()
        assert enrolment is not None
        with open_case(self.profile, self.path) as case, CentreClient(self.server, MemoryTokens(self.token)) as client:
            return deliver(
                CaseDelivery(case),
                client,
                lambda data, cms: verify_detached(data, cms, [enrolment.ca_der]),
                patience=patience(),
            )


@pytest.fixture
def surveyor(live: EmbeddedCentre, tmp_path: Path) -> Iterator[Surveyor]:
    profile = make_profile(tmp_path / "profile")[0]
    code = office.create_user(live.centre, "zhang", "张查勘").code
    assert code is not None
    answer = enrol(live.url, "zhang", code, profile.device_key)
    kept = (answer.ca_der, answer.device_certificate, answer.surveyor_p12, answer.p12_passphrase)
    profile.save_enrolment(Enrolment(live.url, "zhang", *kept, answer.refresh_token))
    case_id = CaseId(office.open_claim(live.centre, "li", {"report_no": "RD5"}))
    office.assign(live.centre, "li", case_id, "zhang")
    path = tmp_path / "case.survey"
    with (
        create_case(profile, path, case_id) as case,
        CentreClient(live.url, MemoryTokens(answer.refresh_token)) as client,
    ):
        fetched = fetch_case(client, case_id)
        CaseDelivery(case).receive(fetched.entries, fetched.devices)
        for name, data in PHOTOS.items():
            store_blob(case, [data], Incoming(lambda: (), _photo, _preview if name == "car" else _nothing))
    yield Surveyor(profile, path, case_id, live.url, answer.refresh_token)
    profile.close()


def _photo(stored: StoredBlob) -> Sequence[Step]:
    fields: dict[str, Json] = {
        "sha256": stored.sha256,
        "size_bytes": stored.size,
        "evidence_class": "photo",
        "rank": "1",
    }
    return [Step(Action.CREATE, "evidence", new_record_id(), fields)]


def _preview(session: Session, stored: StoredBlob) -> None:
    add_preview(session, stored.sha256, PreviewKind.PREVIEW, PREVIEW)


def _nothing(session: Session, stored: StoredBlob) -> None:
    """Add no preview."""


def test_an_encrypted_case_is_delivered(live: EmbeddedCentre, surveyor: Surveyor) -> None:
    outcome = surveyor.deliver()
    receipt = json.loads(outcome.receipt)
    assert receipt["counts"] == {"entries": 5, "originals": 2, "previews": 1, "reports": 0, "statements": 0}
    assert receipt["report_no"] == "RD5"
    with open_case(surveyor.profile, surveyor.path) as case:
        store = CaseDelivery(case)
        assert {item.state for item in store.blobs()} == {ItemState.RECEIPTED}
        assert [kept.kind for kept in store.receipts()] == ["partial", "full"]
    check_centre(live, surveyor.case_id)


def test_a_field_written_by_both_sides_shows_on_both(live: EmbeddedCentre, surveyor: Surveyor) -> None:
    with open_case(surveyor.profile, surveyor.path) as case:
        with case.read() as session:
            (claim,) = list_records(session, surveyor.case_id, Claim)
        case.apply([Step(Action.CHANGE, "claim", claim.id, {"insured_phone": "13800000000"})], "change")
    surveyor.deliver()
    with live.centre.database.read() as session:
        assert list_records(session, surveyor.case_id, Claim)[0].insured_phone == "13800000000"


@pytest.mark.faults
def test_the_laptop_is_killed_at_every_point_and_goes_on(
    live: EmbeddedCentre, surveyor: Surveyor, tmp_path: Path
) -> None:
    """One laptop dies at one point after another, each time with another photo to deliver and news from the office."""
    arguments = [str(surveyor.profile.folder), PASSPHRASE, str(surveyor.path), surveyor.server, surveyor.token]
    laptops = Forking(_LAPTOP, arguments, tmp_path / "laptops.log")
    office.create_user(live.centre, "wang", "Wang")
    expected = dict(PHOTOS)
    for place, point in enumerate(POINTS):
        name = f"photo {place}"
        expected[name] = random.Random(name).randbytes(300_000)
        with open_case(surveyor.profile, surveyor.path) as case:
            chunks = [expected[name]]
            store_blob(case, chunks, Incoming(lambda: (), _photo, _nothing))
            case.apply([Step(Action.CREATE, "person", new_record_id(), {"name": name})], "create")
        office.assign(live.centre, "li", surveyor.case_id, "wang")
        assert laptops.start(point) == str(-signal.SIGKILL), f"{point} was never reached: {laptops.said()}"
    assert laptops.start() == "0", laptops.said()
    laptops.close()
    assert json.loads(surveyor.deliver().receipt)["counts"]["originals"] == len(expected)
    with open_case(surveyor.profile, surveyor.path) as case, case.read() as session:
        mine = session.execute(select(journal.c.number, journal.c.hash).order_by(journal.c.number)).all()
    with live.centre.database.read() as session:
        held = session.execute(select(journal.c.number, journal.c.hash).order_by(journal.c.number)).all()
    assert [tuple(row) for row in mine] == [tuple(row) for row in held]
    assert [row.number for row in held] == list(range(1, len(held) + 1))
    check_centre(live, surveyor.case_id, expected.values())


def check_centre(live: EmbeddedCentre, case_id: str, expected: Iterable[bytes] = PHOTOS.values()) -> None:
    stored = {b"".join(live.centre.store.read(path)) for path in live.centre.store.list(f"cases/{case_id}")}
    assert stored == {PREVIEW, *expected}
    with live.centre.database.read() as session:
        count = select(func.count()).select_from(journal)
        distinct = select(func.count(journal.c.hash.distinct()))
        assert session.scalar(count) == session.scalar(distinct)
