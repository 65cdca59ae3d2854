"""Stored blobs are handed out whole and in ranges, to whoever may see the case and to nobody else."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator

import httpx2
import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.delivery.ranges import NotSatisfiable, wanted_range
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.protocol.delivery import BlobAsk, HeldAnswer, NeedAnswer, NeedRequest, PartsAnswer
from surveyor_app.protocol.limits import MIB, PART_BYTES
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.delivering import deliver
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

DATA = random.Random(1).randbytes(9 * MIB + 5)
SMALL = random.Random(2).randbytes(3000)
PREVIEW = random.Random(3).randbytes(2000)
SHA256, SMALL256 = (hashlib.sha256(data).hexdigest() for data in (DATA, SMALL))
PLACE = f"blobs/{SMALL256}/content"


@pytest.fixture(scope="module")
def delivered(shared_centre: EmbeddedCentre) -> Iterator[Laptop]:
    """A laptop whose case is at the centre."""
    made = Laptop("zhang")
    code = office.create_user(shared_centre.centre, "zhang", "Zhang").code
    assert code is not None
    made.enrol(shared_centre.url, code)
    made.open_case()
    made.add_evidence(DATA, preview=PREVIEW)
    made.add_evidence(SMALL)
    with made.client(shared_centre.url) as client:
        deliver(made, client, made.verify, patience=patience())
    yield made
    made.close()


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


def token_of(laptop: Laptop, url: str) -> str:
    with laptop.client(url) as client:
        request = TokenRequest(refresh_token=laptop.tokens.load()[0])
        answer = client.post("/v1/token", request, TokenAnswer, signed_in=False)
    laptop.tokens.save((answer.refresh_token,))
    return answer.access_token


@pytest.fixture(scope="module")
def http(shared_centre: EmbeddedCentre, delivered: Laptop) -> Iterator[httpx2.Client]:
    headers = {"authorization": f"Bearer {token_of(delivered, shared_centre.url)}"}
    with httpx2.Client(base_url=f"{shared_centre.url}/v1/cases/{delivered.case_id}/", headers=headers) as made:
        yield made


def test_what_is_held_is_listed_page_by_page(
    live: EmbeddedCentre, delivered: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("surveyor_app.central.delivery.handing_out.MAX_HELD_ITEMS", 2)
    place = f"/v1/cases/{delivered.case_id}/blobs:held"
    with delivered.client(live.url) as client:
        first = client.get(place, HeldAnswer)
        rest = client.get(f"{place}?after={first.blobs[-1].sha256}", HeldAnswer)
    assert (len(first.blobs), first.more, rest.more) == (2, True, False)
    found = {item.sha256: (item.size, item.preview_of) for item in (*first.blobs, *rest.blobs)}
    shown = hashlib.sha256(PREVIEW).hexdigest()
    assert found == {SHA256: (len(DATA), None), SMALL256: (3000, None), shown: (2000, SHA256)}


def test_the_parts_are_told(live: EmbeddedCentre, delivered: Laptop) -> None:
    with delivered.client(live.url) as client:
        told = client.get(f"/v1/cases/{delivered.case_id}/blobs/{SHA256}/parts", PartsAnswer)
    parts = [DATA[at : at + PART_BYTES] for at in range(0, len(DATA), PART_BYTES)]
    assert told == PartsAnswer(len(DATA), tuple(hashlib.sha256(part).hexdigest() for part in parts))


@pytest.mark.parametrize("offer", ["identity", "gzip"])
def test_a_whole_blob(http: httpx2.Client, offer: str) -> None:
    answer = http.get(f"blobs/{SHA256}/content", headers={"accept-encoding": offer})
    assert (answer.status_code, answer.content) == (200, DATA)
    told = answer.headers
    assert (told["etag"], told["content-length"], told["accept-ranges"]) == (f'"{SHA256}"', str(len(DATA)), "bytes")
    assert (told["cache-control"], told["x-content-type-options"]) == ("no-store", "nosniff")
    assert (told["content-disposition"], told["content-type"]) == ("attachment", "application/octet-stream")


@pytest.mark.parametrize(
    ("asked", "first", "behind"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=1-2", 1, 3),
        ("bytes=2990-", 2990, 3000),
        ("bytes=2990-9999999999999999999", 2990, 3000),
        ("bytes=-1", 2999, 3000),
        ("bytes=-99999", 0, 3000),
    ],
)
def test_a_range(http: httpx2.Client, asked: str, first: int, behind: int) -> None:
    answer = http.get(PLACE, headers={"range": asked})
    assert (answer.status_code, answer.content) == (206, SMALL[first:behind])
    assert answer.headers["content-range"] == f"bytes {first}-{behind - 1}/3000"


@pytest.mark.parametrize("asked", ["bytes=3000-", "bytes=-0", "bytes=9999999999999999999-"])
def test_a_range_outside_is_not_satisfiable(http: httpx2.Client, asked: str) -> None:
    answer = http.get(PLACE, headers={"range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, "bytes */3000")


@pytest.mark.parametrize(
    "asked", ["bytes=2-1", "bytes=-", "bytes=0-1,5-6", "lines=0-1", "bytes=x-", "bytes=-1-2", "", "bytes=٣-"]
)
def test_what_is_no_range_means_the_whole(asked: str) -> None:
    assert wanted_range(asked, 10) is None
    with pytest.raises(NotSatisfiable):
        wanted_range("bytes=0-", 0)


def test_head_tells_the_same_without_the_bytes(http: httpx2.Client) -> None:
    answer = http.head(PLACE)
    assert (answer.status_code, answer.headers["content-length"], answer.content) == (200, "3000", b"")
    assert http.head(PLACE, headers={"range": "bytes=0-9"}).headers["content-length"] == "10"


def test_the_tag_decides_what_is_sent(http: httpx2.Client) -> None:
    tag = f'"{SMALL256}"'
    assert http.get(PLACE, headers={"if-none-match": f'"x", {tag}'}).status_code == 304
    assert http.get(PLACE, headers={"range": "bytes=0-1", "if-range": tag}).status_code == 206
    assert http.get(PLACE, headers={"range": "bytes=0-1", "if-range": '"other"'}).content == SMALL


def test_nobody_else_is_let_through(live: EmbeddedCentre, delivered: Laptop, make_laptop: MakeLaptop) -> None:
    stranger = make_laptop("wang")
    stranger.open_case()
    case = f"{live.url}/v1/cases/{delivered.case_id}"
    places = ["blobs:held", f"blobs/{SMALL256}/parts", PLACE]
    assert [httpx2.get(f"{case}/{place}").status_code for place in places] == [401] * 3
    headers = {"authorization": f"Bearer {token_of(stranger, live.url)}"}
    assert [httpx2.get(f"{case}/{place}", headers=headers).status_code for place in places] == [403] * 3
    assert httpx2.head(f"{case}/{PLACE}", headers=headers).status_code == 403
    # By a case of their own they get at nothing of another.
    with stranger.client(live.url) as client:
        client.send("POST", "/v1/cases", {"content-type": "application/json"}, lambda: [stranger_case(stranger)])
    own = f"{live.url}/v1/cases/{stranger.case_id}/{PLACE}"
    assert httpx2.get(own, headers=headers).status_code == 404


def stranger_case(stranger: Laptop) -> bytes:
    return b'{"case": "%s"}' % stranger.case_id.encode()


@pytest.mark.parametrize("hashes", ["x", "..%2f..", "%00", "A" * 64, "0" * 64, "9" * 5000])
def test_other_names_are_nothing(http: httpx2.Client, hashes: str) -> None:
    assert http.get(f"blobs/{hashes}/content").status_code in {400, 404}
    assert http.get(f"blobs/{hashes}/parts").status_code in {400, 404}
    assert http.get("./blobs:held", params={"after": hashes}).status_code in {200, 400}


def test_what_the_store_changed_is_never_whole_and_asked_for_again(
    live: EmbeddedCentre, delivered: Laptop, http: httpx2.Client
) -> None:
    case = delivered.case_id
    store = live.centre.store
    store.put(blob_path(case, SMALL256), SMALL[:-1] + b"!")
    with pytest.raises(httpx2.RemoteProtocolError):
        http.get(PLACE)
    assert http.get(PLACE).status_code == 404
    assert standing(live, delivered) == "need"
    store.put(blob_path(case, SHA256), DATA[:-1])
    assert http.get(f"blobs/{SHA256}/content", headers={"range": "bytes=0-1"}).status_code == 404
    with delivered.client(live.url) as client:
        deliver(delivered, client, delivered.verify, patience=patience())
    assert http.get(PLACE).content == SMALL
    assert http.get(f"blobs/{SHA256}/content").content == DATA


def standing(live: EmbeddedCentre, laptop: Laptop) -> str:
    """Return what the centre says of the small original."""
    with laptop.client(live.url) as client:
        asked = NeedRequest((BlobAsk(SMALL256, len(SMALL)),))
        answer = client.post(f"/v1/cases/{laptop.case_id}/blobs:need", asked, NeedAnswer)
    return answer.blobs[0].state
