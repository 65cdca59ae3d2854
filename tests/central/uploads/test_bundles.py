"""Many small blobs in one request: counted only when read again, kept as far as they came, and nobody else's."""

from __future__ import annotations

import asyncio
import hashlib
import random
from collections.abc import AsyncIterator, Iterator

import pytest
from starlette.requests import ClientDisconnect

from surveyor_app.central.authority.tokens import caller_of
from surveyor_app.central.delivery.bundling import BundleReceiver
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage import uploads
from surveyor_app.domain.wire_errors import BadMessage, Forbidden
from surveyor_app.protocol import bundles
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import BlobAsk, BlobStanding, BlobState, NeedAnswer
from surveyor_app.protocol.limits import MAX_SMALL_BYTES, WHOLE_BYTES
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.exchanging import Exchange
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

PHOTOS = [random.Random(n).randbytes(5_000 + n) for n in range(5)]


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    """A client of a case whose records name PHOTOS."""
    for photo in PHOTOS:
        laptop.add_evidence(photo)
    with laptop.client(live.url) as made:
        Exchange(laptop, made, patience()).run()
        yield made


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def bundle(*photos: bytes) -> bytes:
    return b"".join(bundles.head_of(BlobAsk(sha(data), len(data))) + data for data in photos)


def send(client: CentreClient, case: str, body: bytes) -> tuple[BlobStanding, ...]:
    headers = {"content-type": bundles.MEDIA_TYPE, "content-length": str(len(body))}
    response = client.send("POST", f"/v1/cases/{case}/blobs:bundle", headers, lambda: iter([body]))
    return decode_message(NeedAnswer, response.content).blobs


def standing(live: EmbeddedCentre, case: str, data: bytes) -> uploads.Upload | None:
    with live.centre.database.read() as session:
        return uploads.find(session, case, sha(data))


def held(live: EmbeddedCentre, case: str, data: bytes) -> bool:
    found = standing(live, case, data)
    if found is None or found.state != uploads.STORED:
        return False
    return b"".join(live.centre.store.read(f"cases/{case}/{sha(data)}")) == data


def test_all_of_them_are_held(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    told = send(client, laptop.case_id, bundle(*PHOTOS))
    assert told == tuple(BlobStanding(sha(data), BlobState.HAVE, len(data)) for data in PHOTOS)
    assert all(held(live, laptop.case_id, data) for data in PHOTOS)
    # Again, and one twice: harmless.
    assert {item.state for item in send(client, laptop.case_id, bundle(*PHOTOS, PHOTOS[0]))} == {BlobState.HAVE}


def test_what_nobody_named_or_is_something_else_is_not_taken(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    spoilt = bundles.head_of(BlobAsk(sha(PHOTOS[1]), 4)) + b"evil"
    told = send(client, laptop.case_id, bundle(PHOTOS[0], b"unnamed") + spoilt + bundle(PHOTOS[2]))
    assert [(item.state, item.reason) for item in told] == [
        (BlobState.HAVE, None),
        (BlobState.REFUSED, "not_named"),
        (BlobState.REFUSED, "hash"),
        (BlobState.HAVE, None),
    ]
    assert not held(live, laptop.case_id, b"unnamed")
    assert not held(live, laptop.case_id, PHOTOS[1])
    assert not any("evil" in path for path in live.centre.store.list(f"cases/{laptop.case_id}"))


def test_nobody_sends_into_the_case_of_another(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    stranger = make_laptop("wang")
    with stranger.client(live.url) as theirs, pytest.raises(Forbidden):
        send(theirs, laptop.case_id, bundle(PHOTOS[0]))
    assert not held(live, laptop.case_id, PHOTOS[0])


@pytest.mark.parametrize(
    "body",
    [
        b"no bundle at all\n",
        b"a" * 500,
        bundle(PHOTOS[0])[:-1],
        bundles.head_of(BlobAsk("0" * 64, MAX_SMALL_BYTES + 1)),
        bundles.head_of(BlobAsk("0" * 64, 0)) * 501,
        bundle(random.Random(9).randbytes(MAX_SMALL_BYTES)) * (WHOLE_BYTES // MAX_SMALL_BYTES + 1),
    ],
    ids=["words", "no line", "cut short", "too large", "too many", "too much"],
)
def test_what_is_no_bundle_is_refused(laptop: Laptop, client: CentreClient, body: bytes) -> None:
    with pytest.raises(BadMessage):
        send(client, laptop.case_id, body)


def test_what_came_before_a_cut_is_kept(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    assert laptop.enrolment is not None
    request = TokenRequest(refresh_token=laptop.enrolment.refresh_token)
    token = client.post("/v1/token", request, TokenAnswer, signed_in=False).access_token
    with live.centre.database.read() as session:
        caller = caller_of(session, token, live.centre.now())
    cut = len(bundle(*PHOTOS[:2])) + 3_000

    async def body() -> AsyncIterator[bytes]:
        yield bundle(*PHOTOS)[:cut]
        raise ClientDisconnect

    with pytest.raises(ClientDisconnect):
        asyncio.run(BundleReceiver(live.centre, caller, laptop.case_id).receive(body()))
    begun = standing(live, laptop.case_id, PHOTOS[2])
    assert begun is not None
    assert 2_000 < begun.offset < 3_000
    assert [held(live, laptop.case_id, data) for data in PHOTOS] == [True, True, False, False, False]
