"""The expiration extension of tus: unfinished uploads are forgotten when their time is over, and one begins anew."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx2
import pytest
from sqlalchemy import func, select, update

from surveyor_app.central import serving
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import blobs, pieces
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.protocol import tus
from surveyor_app.protocol.items import BlobItem
from surveyor_app.protocol.limits import MIB
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.uploading import Uploader
from tests.integration.laptop import Laptop, patience

DATA = random.Random(9).randbytes(200_000)
SHA256 = hashlib.sha256(DATA).hexdigest()
LIFE = timedelta(minutes=5)
"""Shorter than a token's."""


class Clock:
    """The centre's; it goes on when told to."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 8, 0, 0, 5, UTC)

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[EmbeddedCentre]:
    """One centre for all tests here, each with a case of its own."""
    folder = tmp_path_factory.mktemp("centre")
    with EmbeddedCentre(folder, config=CentreConfig(folder, now=clock, upload_life=LIFE)) as made:
        yield made


@pytest.fixture
def live(shared: EmbeddedCentre) -> EmbeddedCentre:
    return shared


@pytest.fixture
def http(live: EmbeddedCentre, laptop: Laptop) -> Iterator[httpx2.Client]:
    """A plain HTTP client signed in for a case whose records name DATA, at the place of its uploads."""
    laptop.add_evidence(DATA)
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        request = TokenRequest(refresh_token=laptop.tokens.load()[0])
        token = client.post("/v1/token", request, TokenAnswer, signed_in=False)
    laptop.tokens.save((token.refresh_token,))
    headers = {"authorization": f"Bearer {token.access_token}", "tus-resumable": "1.0.0"}
    with httpx2.Client(base_url=f"{live.url}/v1/cases/{laptop.case_id}/", headers=headers) as made:
        yield made


def create(http: httpx2.Client, data: bytes | None = None) -> httpx2.Response:
    told = {"upload-length": str(len(DATA)), "upload-metadata": tus.encode_metadata({"sha256": SHA256.encode()})}
    if data is None:
        return http.post("blobs", headers=told)
    return http.post("blobs", headers=told | {"content-type": tus.OFFSET_TYPE}, content=data)


def append(http: httpx2.Client, offset: int, data: bytes) -> httpx2.Response:
    headers = {"content-type": tus.OFFSET_TYPE, "upload-offset": str(offset)}
    return http.patch(f"blobs/{SHA256}", content=data, headers=headers)


def waiting(live: EmbeddedCentre, laptop: Laptop) -> tuple[int, int]:
    """How many pieces of the case the database counts, and how many lie in the store."""
    with live.centre.database.read() as session:
        rows = session.scalar(select(func.count()).select_from(pieces).where(pieces.c.case_id == laptop.case_id)) or 0
    return rows, len([path for path in live.centre.store.list("uploads") if laptop.case_id in path])


def expires(answer: httpx2.Response) -> datetime:
    text = answer.headers["upload-expires"]
    assert text.endswith(" GMT")
    return parsedate_to_datetime(text)


def test_every_answer_about_an_unfinished_upload_says_until_when(http: httpx2.Client, clock: Clock) -> None:
    """RFC 9110's date; each byte moves it on, and looking does not."""
    begun = clock.at.replace(microsecond=0)
    assert expires(create(http)) == begun + LIFE
    clock.pass_by(3)
    assert expires(append(http, 0, DATA[:1000])) == begun + LIFE + timedelta(minutes=3)
    clock.pass_by(1)
    assert expires(http.head(f"blobs/{SHA256}")) == begun + LIFE + timedelta(minutes=3)
    assert expires(create(http, DATA)) == begun + LIFE + timedelta(minutes=4)
    assert "expiration" in http.options("blobs").headers["tus-extension"]
    finished = append(http, 1000, DATA[1000:])
    assert finished.status_code == 204
    assert "upload-expires" not in finished.headers
    assert "upload-expires" not in http.head(f"blobs/{SHA256}").headers


def test_what_is_stored_stays(live: EmbeddedCentre, laptop: Laptop, http: httpx2.Client, clock: Clock) -> None:
    create(http, DATA)
    clock.pass_by(6)
    live.centre.tidy()
    assert http.head(f"blobs/{SHA256}").headers["upload-offset"] == str(len(DATA))
    assert b"".join(live.centre.store.read(f"cases/{laptop.case_id}/{SHA256}")) == DATA


def test_an_expired_upload_is_not_found(http: httpx2.Client, clock: Clock) -> None:
    """Even before anybody has removed it; who begins again finds what is left and goes on."""
    create(http)
    append(http, 0, DATA[:1000])
    clock.pass_by(5.1)
    assert http.head(f"blobs/{SHA256}").status_code == 404
    assert append(http, 1000, DATA[1000:]).status_code == 404
    assert http.delete(f"blobs/{SHA256}").status_code == 404
    again = create(http)
    assert (again.status_code, again.headers["upload-offset"]) == (201, "1000")
    assert append(http, 1000, DATA[1000:]).status_code == 204


@pytest.mark.parametrize("with_bytes", [False, True])
def test_the_bytes_of_an_expired_upload_are_removed(
    live: EmbeddedCentre, laptop: Laptop, http: httpx2.Client, clock: Clock, with_bytes: bool
) -> None:
    create(http)
    append(http, 0, DATA[:1000])
    append(http, 1000, DATA[1000:3000])
    clock.pass_by(4)
    live.centre.tidy()
    assert waiting(live, laptop) == (2, 2)
    clock.pass_by(1.1)
    live.centre.tidy()
    assert waiting(live, laptop) == (0, 0)
    assert http.head(f"blobs/{SHA256}").status_code == 404
    if with_bytes:
        assert create(http, DATA[:500]).headers["upload-offset"] == "500"
        assert append(http, 500, DATA[500:]).headers["upload-offset"] == str(len(DATA))
    else:
        assert create(http).headers["upload-offset"] == "0"
        assert append(http, 0, DATA).headers["upload-offset"] == str(len(DATA))


def test_uploads_of_older_versions_live_as_long_as_new_ones(
    live: EmbeddedCentre, laptop: Laptop, http: httpx2.Client, clock: Clock
) -> None:
    create(http)
    append(http, 0, DATA[:1000])
    with live.centre.database.write() as session:
        session.execute(update(blobs).where(blobs.c.case_id == laptop.case_id).values(expires_at=None))
    clock.pass_by(60 * 24)
    live.centre.tidy()
    assert waiting(live, laptop) == (1, 1)
    clock.pass_by(5.1)
    live.centre.tidy()
    assert waiting(live, laptop) == (0, 0)


def test_bytes_that_a_kill_left_behind_go_at_the_next_start(
    laptop: Laptop, http: httpx2.Client, live: EmbeddedCentre, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(http)
    append(http, 0, DATA[:1000])
    clock.pass_by(5.1)
    with monkeypatch.context() as patched:
        patched.setattr(BlobStore, "delete", lambda store, paths: None)
        live.centre.tidy()
    assert waiting(live, laptop) == (0, 1)
    live.stop()
    live.start()
    assert waiting(live, laptop) == (0, 0)


def test_a_centre_tidies_up_while_it_serves(
    laptop: Laptop, http: httpx2.Client, live: EmbeddedCentre, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(http)
    append(http, 0, DATA[:1000])
    clock.pass_by(5.1)
    monkeypatch.setattr(serving, "TIDY_EVERY_S", 0.01)
    while waiting(live, laptop) != (0, 0):
        http.options("blobs")


@pytest.fixture
def photo(laptop: Laptop) -> BlobItem:
    return laptop.items[laptop.add_evidence(random.Random(3).randbytes(3 * MIB + 777))]


def test_a_laptop_that_comes_back_too_late_begins_anew(
    live: EmbeddedCentre, laptop: Laptop, photo: BlobItem, clock: Clock
) -> None:
    """Its upload is forgotten under its hands."""
    forgotten: list[int] = []

    def forget(item: BlobItem, offset: int) -> None:
        if offset > MIB and not forgotten:
            forgotten.append(offset)
            clock.pass_by(5.1)
            live.centre.tidy()

    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        Uploader(laptop, client, patience(), forget).upload(photo)
        assert forgotten
    assert b"".join(live.centre.store.read(f"cases/{laptop.case_id}/{photo.sha256}")) == laptop.bytes[photo.sha256]
