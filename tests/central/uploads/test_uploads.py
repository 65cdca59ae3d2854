"""Uploads by tus: any standard client, any order of cuts, and only bytes with the right hash count."""

from __future__ import annotations

import hashlib
import io
import random
from collections.abc import Iterator

import httpx2
import pytest
from tusclient.client import TusClient

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.wire_errors import BadHash, BadMessage, OffsetWrong
from surveyor_app.protocol import tus
from surveyor_app.protocol.delivery import BlobAsk, NeedAnswer, NeedRequest, PartsRequest
from surveyor_app.protocol.limits import MIB, PART_BYTES
from surveyor_app.protocol.messages import TokenAnswer, TokenRequest
from surveyor_app.sync.answers import Answer
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.exchanging import Exchange
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

RESUMABLE = {"tus-resumable": "1.0.0"}
DATA = random.Random(7).randbytes(2 * MIB + 12_345)
SHA256 = hashlib.sha256(DATA).hexdigest()
PARTS = [hashlib.sha256(DATA[start : start + PART_BYTES]).digest() for start in range(0, len(DATA), PART_BYTES)]


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    """A client of a case whose records name DATA."""
    laptop.add_evidence(DATA)
    with laptop.client(live.url) as made:
        Exchange(laptop, made, patience()).run()
        yield made


class Tus:
    """The requests of one upload, spelled out."""

    def __init__(self, client: CentreClient, case: str, sha256: str = SHA256) -> None:
        self.client, self.base, self.sha256 = client, f"/v1/cases/{case}/blobs", sha256

    def create(self, size: int = len(DATA), **metadata: bytes) -> Answer:
        values = {"sha256": self.sha256.encode(), **metadata}
        headers = {**RESUMABLE, "upload-length": str(size), "upload-metadata": tus.encode_metadata(values)}
        return self.client.send("POST", self.base, headers)

    def offset(self) -> int:
        return int(self.client.send("HEAD", f"{self.base}/{self.sha256}", RESUMABLE).headers["upload-offset"])

    def append(self, offset: int, data: bytes) -> int:
        headers = {
            **RESUMABLE,
            "upload-offset": str(offset),
            "content-type": tus.OFFSET_TYPE,
            "content-length": str(len(data)),
        }
        response = self.client.send("PATCH", f"{self.base}/{self.sha256}", headers, lambda: iter([data]))
        return int(response.headers["upload-offset"])


@pytest.fixture
def upload(laptop: Laptop, client: CentreClient) -> Tus:
    return Tus(client, laptop.case_id)


def held(live: EmbeddedCentre, case: str, sha256: str = SHA256) -> bytes:
    return b"".join(live.centre.store.read(f"cases/{case}/{sha256}"))


def test_in_three_requests(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    created = upload.create()
    assert created.status_code == 201
    assert created.headers["location"] == f"/v1/cases/{laptop.case_id}/blobs/{SHA256}"
    assert upload.append(0, DATA[:100]) == 100
    assert upload.offset() == 100
    assert upload.append(100, DATA[100 : MIB + 5]) == MIB + 5
    assert upload.append(MIB + 5, DATA[MIB + 5 :]) == len(DATA)
    assert held(live, laptop.case_id) == DATA
    assert list(live.centre.store.list(f"uploads/{laptop.case_id}")) == []
    # Everything again is harmless.
    assert upload.create().headers["upload-offset"] == str(len(DATA))
    assert upload.append(len(DATA), b"") == len(DATA)


def test_a_stock_client_can_upload(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    assert laptop.enrolment is not None
    request = TokenRequest(refresh_token=laptop.enrolment.refresh_token)
    token = client.post("/v1/token", request, TokenAnswer, signed_in=False).access_token
    headers = {"Authorization": f"Bearer {token}"}
    stock = TusClient(f"{live.url}/v1/cases/{laptop.case_id}/blobs", headers=headers)
    uploader = stock.uploader(file_stream=io.BytesIO(DATA), chunk_size=700_000, metadata={"sha256": SHA256})
    uploader.upload()
    assert uploader.offset == len(DATA)
    assert held(live, laptop.case_id) == DATA


def test_capabilities(live: EmbeddedCentre, laptop: Laptop) -> None:
    answer = httpx2.options(f"{live.url}/v1/cases/{laptop.case_id}/blobs")
    assert answer.status_code == 204
    assert answer.headers["tus-version"] == "1.0.0"
    assert answer.headers["tus-extension"] == "creation,creation-with-upload,checksum,expiration,termination"


@pytest.mark.parametrize("offset", [0, 101, len(DATA)])
def test_a_wrong_offset_is_told_the_right_one(upload: Tus, offset: int) -> None:
    upload.create()
    upload.append(0, DATA[:100])
    with pytest.raises(OffsetWrong) as caught:
        upload.append(offset, DATA[offset : offset + 10])
    assert caught.value.data["offset"] == 100


def test_a_wrong_part_goes_back_to_that_part_only(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    upload.create(parts=b"".join(PARTS))
    assert upload.append(0, DATA[:MIB]) == MIB
    spoiled = DATA[MIB : MIB + 50] + b"\0" + DATA[MIB + 51 : 2 * MIB]
    with pytest.raises(OffsetWrong) as caught:
        upload.append(MIB, spoiled)
    assert caught.value.data["offset"] == MIB
    assert upload.offset() == MIB
    assert upload.append(MIB, DATA[MIB:]) == len(DATA)
    assert held(live, laptop.case_id) == DATA


def test_part_hashes_may_come_in_a_message_of_their_own(upload: Tus, client: CentreClient) -> None:
    upload.create()
    path = f"{upload.base}/{SHA256}:parts"
    client.tell(path, PartsRequest(0, (PARTS[0].hex(),)))
    client.tell(path, PartsRequest(0, tuple(part.hex() for part in PARTS)))
    with pytest.raises(BadMessage):
        client.tell(path, PartsRequest(0, tuple(part.hex() for part in [*PARTS, *PARTS])))
    with pytest.raises(OffsetWrong) as caught:
        upload.append(0, DATA[: 2 * MIB - 1] + bytes([DATA[2 * MIB - 1] ^ 1]))
    assert caught.value.data["offset"] == MIB


def test_a_wrong_whole_begins_again_without_part_hashes(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    upload.create()
    with pytest.raises(BadHash) as caught:
        upload.append(0, b"\0" * len(DATA))
    assert caught.value.data["expected"] == SHA256
    assert upload.offset() == 0
    assert upload.append(0, DATA) == len(DATA)
    assert held(live, laptop.case_id) == DATA


def test_more_bytes_than_announced_are_refused(upload: Tus) -> None:
    upload.create()
    with pytest.raises(BadMessage):
        upload.append(0, DATA + b"!")


def test_only_what_a_record_names_is_taken(laptop: Laptop, client: CentreClient) -> None:
    unnamed = Tus(client, laptop.case_id, "ab" * 32)
    with pytest.raises(NotFound):
        unnamed.create(5)
    with pytest.raises(NotFound):
        unnamed.offset()
    preview = b"a small picture"
    sha256 = hashlib.sha256(preview).hexdigest()
    shown = Tus(client, laptop.case_id, sha256)
    assert shown.create(len(preview), preview_of=SHA256.encode()).status_code == 201
    assert shown.append(0, preview) == len(preview)
    with pytest.raises(BadMessage):
        shown.create(len(preview) + 1, preview_of=SHA256.encode())


def test_need_speaks_of_this_case_only(
    live: EmbeddedCentre, laptop: Laptop, upload: Tus, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    ask = NeedRequest((BlobAsk(SHA256, len(DATA)), BlobAsk("cd" * 32, 4)))

    def states(asker: CentreClient, case: str) -> list[tuple[str, int, str | None]]:
        answer = asker.post(f"/v1/cases/{case}/blobs:need", ask, NeedAnswer)
        return [(item.state, item.offset, item.reason) for item in answer.blobs]

    refused = ("refused", 0, "not_named")
    assert states(client, laptop.case_id) == [("need", 0, None), refused]
    upload.create()
    upload.append(0, DATA[:100])
    assert states(client, laptop.case_id) == [("partial", 100, None), refused]
    upload.append(100, DATA[100:])
    assert states(client, laptop.case_id) == [("have", len(DATA), None), refused]
    other = make_laptop("wang")
    other.open_case()
    other.add_evidence(DATA)
    with other.client(live.url) as theirs:
        Exchange(other, theirs, patience()).run()
        assert states(theirs, other.case_id) == [("need", 0, None), refused]


@pytest.mark.parametrize("name", ["sha256", "preview_of"])
def test_metadata_must_be_hashes(upload: Tus, name: str) -> None:
    with pytest.raises(BadMessage):
        upload.create(len(DATA), **{name: b"../../../etc/passwd"})


def test_a_flipped_bit_in_the_store_is_found(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    upload.create(parts=b"".join(PARTS))
    upload.append(0, DATA[: MIB + 10])
    path = next(path for path in live.centre.store.list(f"uploads/{laptop.case_id}") if path.endswith(f"-{0}"))
    piece = b"".join(BlobStore(live.config.store_url).read(path))
    live.centre.store.put(path, bytes([piece[0] ^ 1]) + piece[1:])
    with pytest.raises(BadHash) as caught:
        upload.append(MIB + 10, DATA[MIB + 10 :])
    assert caught.value.data["offset"] == 0
    assert upload.append(0, DATA) == len(DATA)
    assert held(live, laptop.case_id) == DATA


def carried(upload: Tus, data: bytes, size: int = len(DATA), **metadata: bytes) -> Answer:
    """Create an upload with its first bytes."""
    values = {"sha256": upload.sha256.encode(), **metadata}
    headers = {**RESUMABLE, "upload-length": str(size), "upload-metadata": tus.encode_metadata(values)}
    headers |= {"content-type": tus.OFFSET_TYPE, "content-length": str(len(data))}
    return upload.client.send("POST", upload.base, headers, lambda: iter([data]))


def test_a_blob_comes_whole_with_its_creation(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    answer = carried(upload, DATA)
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/cases/{laptop.case_id}/blobs/{SHA256}"
    assert answer.headers["upload-offset"] == str(len(DATA))
    assert held(live, laptop.case_id) == DATA
    assert list(live.centre.store.list(f"uploads/{laptop.case_id}")) == []
    # Again, and again in part: it is here.
    assert carried(upload, DATA).headers["upload-offset"] == str(len(DATA))
    assert carried(upload, DATA[:10]).headers["upload-offset"] == str(len(DATA))


def test_a_creation_with_the_first_bytes_goes_on(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    assert carried(upload, DATA[:1000]).headers["upload-offset"] == "1000"
    assert carried(upload, DATA).headers["upload-offset"] == "1000"
    assert upload.append(1000, DATA[1000:]) == len(DATA)
    assert held(live, laptop.case_id) == DATA


def test_other_bytes_than_announced_are_not_stored(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    with pytest.raises(BadHash):
        carried(upload, DATA[:-1] + bytes([DATA[-1] ^ 1]))
    assert upload.offset() == 0
    with pytest.raises(OffsetWrong) as caught:
        carried(upload, DATA[:-1] + bytes([DATA[-1] ^ 1]), parts=b"".join(PARTS))
    assert caught.value.data["offset"] == 2 * MIB
    assert upload.append(2 * MIB, DATA[2 * MIB :]) == len(DATA)
    assert held(live, laptop.case_id) == DATA


def test_a_wrong_length_told_first_blocks_nothing(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    upload.create(size=77)
    upload.append(0, b"\0" * 70)
    upload.create()
    assert upload.append(0, DATA) == len(DATA)
    assert held(live, laptop.case_id) == DATA
    with pytest.raises(BadMessage):
        upload.create(size=77)


def test_wrong_part_hashes_told_first_block_nothing(live: EmbeddedCentre, laptop: Laptop, upload: Tus) -> None:
    upload.create(parts=b"".join(reversed(PARTS)))
    upload.create(parts=b"".join(PARTS))
    assert upload.append(0, DATA) == len(DATA)
    assert held(live, laptop.case_id) == DATA
