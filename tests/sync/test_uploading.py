"""Blobs over a bad network: resumed where the centre stands, never begun again, with little beside the payload."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage import uploads
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.items import BlobItem, ItemState, Lane
from surveyor_app.protocol.limits import FIRST_CHUNK_BYTES, KIB, MAX_CHUNK_BYTES, MIB, MIN_CHUNK_BYTES
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.uploading import ChunkSize, Uploader
from tests.integration.laptop import Laptop, patience
from tests.integration.network import Network

SIZE = 3 * MIB + 777
LATER = "2100-01-01T00:00:00.000000Z"


@pytest.fixture
def photo(laptop: Laptop) -> BlobItem:
    """A case with one large photo and nothing delivered yet."""
    return laptop.items[laptop.add_evidence(random.Random(3).randbytes(SIZE))]


@pytest.fixture
def client(network: Network, laptop: Laptop) -> Iterator[CentreClient]:
    with laptop.client(network.url) as made:
        yield made


def stored(live: EmbeddedCentre, laptop: Laptop, sha256: str) -> bytes:
    return b"".join(live.centre.store.read(f"cases/{laptop.case_id}/{sha256}"))


def test_bytes_on_the_wire_are_hardly_more_than_the_payload(
    network: Network, laptop: Laptop, client: CentreClient, photo: BlobItem
) -> None:
    for n in range(20):
        laptop.add_evidence(random.Random(n).randbytes(200 * KIB))
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert outcome.uploaded == SIZE + 20 * 200 * KIB
    assert network.sent + network.received <= 1.02 * outcome.uploaded


def test_a_cut_upload_goes_on_at_the_offset(
    live: EmbeddedCentre, network: Network, laptop: Laptop, client: CentreClient, photo: BlobItem
) -> None:
    # Each connection but the last is cut in the middle of something.
    network.cut_after = [900, 300 * KIB, 700 * KIB, 50 * KIB, 900 * KIB]
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert stored(live, laptop, photo.sha256) == laptop.bytes[photo.sha256]
    assert laptop.items[photo.sha256].state is ItemState.RECEIPTED
    assert network.cut_after == []
    assert outcome.uploaded == SIZE
    # What was sent twice lay between the last piece kept and the cut.
    assert network.sent < SIZE + 5 * MIB
    assert laptop.numbers() == [1, 2, 3]


def test_a_stopped_delivery_resumes_without_sending_anything_twice(
    live: EmbeddedCentre, network: Network, laptop: Laptop, photo: BlobItem
) -> None:
    def stop(progress: Progress) -> None:
        if progress.done >= MIB:
            raise Cancelled

    with laptop.client(network.url) as client, pytest.raises(Cancelled):
        deliver(laptop, client, laptop.verify, progress=stop, patience=patience())
    with live.centre.database.read() as session:
        begun = uploads.get(session, laptop.case_id, photo.sha256).offset
    assert 0 < begun < SIZE
    before = network.sent
    with laptop.client(network.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    # Some bytes were still under way when the person pressed Cancel.
    assert network.sent - before < SIZE - begun + 256 * KIB
    assert stored(live, laptop, photo.sha256) == laptop.bytes[photo.sha256]


def test_without_a_network_it_says_so_after_its_patience(
    network: Network, laptop: Laptop, client: CentreClient, photo: BlobItem
) -> None:
    network.switch_off()
    with pytest.raises(Unreachable):
        deliver(laptop, client, laptop.verify, patience=patience(60))
    assert network.connections > 3
    network.switch_on()
    deliver(laptop, client, laptop.verify, patience=patience())
    assert laptop.saved_receipts[-1][0] == "full"


def test_a_wrong_part_costs_only_itself(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, photo: BlobItem, network: Network
) -> None:
    right = laptop.bytes[photo.sha256]
    spoilt = [right[:MIB] + b"\0" * 1000 + right[MIB + 1000 :]]

    def read_range(sha256: str, offset: int, size: int) -> bytes:
        data = spoilt[0] if spoilt else right
        if offset <= MIB + 1000 <= offset + size and spoilt:
            spoilt.clear()
        return data[offset : offset + size]

    laptop.read_range = read_range  # type: ignore[method-assign]
    deliver(laptop, client, laptop.verify, patience=patience())
    assert stored(live, laptop, photo.sha256) == right
    # The part itself, and what followed it in the same request.
    assert network.sent < SIZE + 3 * MIB


def test_lanes_are_sent_in_their_order(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    laptop.add_evidence(b"video", Lane.VIDEO)
    laptop.add_evidence(b"photo", preview=b"preview")
    order: list[str] = []

    def note(sent: Mapping[str, int], state: str) -> None:
        if state == ItemState.STORED:
            order.extend(laptop.items[sha256].lane for sha256 in sent)
        Laptop.set_blobs(laptop, sent, state)

    laptop.set_blobs = note  # type: ignore[method-assign]
    deliver(laptop, client, laptop.verify, patience=patience())
    assert order == [Lane.PREVIEW, Lane.ORIGINAL, Lane.VIDEO]


def test_a_request_adapts_to_the_line() -> None:
    chunk = ChunkSize()
    assert chunk.size == FIRST_CHUNK_BYTES
    for _ in range(10):
        chunk.sent(chunk.size, 0.1)
    assert chunk.size == MAX_CHUNK_BYTES
    chunk.failed()
    assert chunk.size == MAX_CHUNK_BYTES // 2
    # 25 kB a second: fifteen seconds carry five of the smallest requests and a bit.
    for _ in range(10):
        chunk.sent(MIN_CHUNK_BYTES, MIN_CHUNK_BYTES / 25_000)
    assert chunk.size == 5 * MIN_CHUNK_BYTES
    for _ in range(10):
        chunk.failed()
    assert chunk.size == MIN_CHUNK_BYTES


def test_an_upload_whose_end_was_not_acknowledged_is_finished(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, photo: BlobItem
) -> None:
    """All bytes arrived, and the centre stopped before it put them together."""
    Exchange(laptop, client, patience()).run()
    with live.centre.database.write() as session:
        announced = uploads.announce(session, laptop.case_id, photo.sha256, SIZE, None)
        lease = uploads.take_lease(session, uploads.create(session, announced, b"", LATER), 0, None, LATER)
    writer = uploads.PieceWriter(live.centre.database, live.centre.store, lease)
    data = laptop.bytes[photo.sha256]
    while writer.offset < SIZE:
        writer.write(data[writer.offset : writer.offset + writer.room])
    Uploader(laptop, client, patience()).upload(photo)
    assert stored(live, laptop, photo.sha256) == data


SMALL = [random.Random(n).randbytes(20 * KIB) for n in range(30)]


@pytest.fixture
def requests(network: Network, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The requests a delivery sends, each as its method and the last step of its path."""
    seen: list[tuple[str, str]] = []
    send = CentreClient.send

    def noted(self: CentreClient, method: str, path: str, *arguments: Any, **named: Any) -> Any:
        seen.append((method, path.rpartition("/")[2]))
        return send(self, method, path, *arguments, **named)

    monkeypatch.setattr(CentreClient, "send", noted)
    return seen


def test_small_blobs_travel_together(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, requests: list[tuple[str, str]]
) -> None:
    hashes = [laptop.add_evidence(data) for data in SMALL]
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert outcome.uploaded == sum(map(len, SMALL))
    assert 1 < requests.count(("POST", "blobs:bundle")) < 5
    assert not [method for method, _ in requests if method in {"PATCH", "HEAD"}]
    assert [stored(live, laptop, sha256) for sha256 in hashes] == SMALL
    assert {laptop.items[sha256].state for sha256 in hashes} == {ItemState.RECEIPTED}


def test_a_large_blob_on_a_good_line_is_one_request(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, photo: BlobItem, requests: list[tuple[str, str]]
) -> None:
    uploader = Uploader(laptop, client, patience(), chunk=ChunkSize(MAX_CHUNK_BYTES))
    Exchange(laptop, client, patience()).run()
    requests.clear()
    uploader.upload(photo, is_new=True)
    assert requests == [("OPTIONS", "blobs"), ("POST", "blobs")]
    assert stored(live, laptop, photo.sha256) == laptop.bytes[photo.sha256]


def test_bundles_that_are_cut_again_and_again_arrive(
    live: EmbeddedCentre, network: Network, laptop: Laptop, client: CentreClient
) -> None:
    hashes = [laptop.add_evidence(data) for data in SMALL]
    network.cut_after = [30 * KIB, 90 * KIB, 700, 130 * KIB, 50 * KIB, 200 * KIB]
    deliver(laptop, client, laptop.verify, patience=patience())
    assert network.cut_after == []
    assert [stored(live, laptop, sha256) for sha256 in hashes] == SMALL
    assert network.sent < sum(map(len, SMALL)) + 6 * 40 * KIB


def test_an_older_centre_gets_plain_tus(
    live: EmbeddedCentre,
    laptop: Laptop,
    client: CentreClient,
    requests: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tus, "EXTENSIONS", ("creation",))
    monkeypatch.setattr(bundles, "OFFER", "")
    hashes = [laptop.add_evidence(data) for data in SMALL[:2]]
    deliver(laptop, client, laptop.verify, patience=patience())
    assert [stored(live, laptop, sha256) for sha256 in hashes] == SMALL[:2]
    assert requests.count(("POST", "blobs")) == 2
    assert requests.count(("POST", "blobs:bundle")) == 0
    assert [method for method, _ in requests].count("PATCH") == 2
