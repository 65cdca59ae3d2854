"""A centre as an insurer runs it: two nodes that share PostgreSQL and an S3 store, behind something that spreads the requests."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.wire_errors import ServerFailed
from surveyor_app.protocol import tus
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.protocol.limits import MIB
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.fetching import inbox
from surveyor_app.sync.patience import Patience
from tests.faults.campaigns import LONG
from tests.integration.laptop import Laptop
from tests.integration.round_robin import RoundRobin
from tests.s3_server import PROGRAM, S3Server, running_s3

pytestmark = [pytest.mark.faults, LONG, pytest.mark.skipif(not PROGRAM.is_file(), reason="python -m tests.s3_server")]


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    """One server for all tests here; the environment says how to reach it, as at a centre."""
    with running_s3(tmp_path_factory.mktemp("s3")) as server, pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment().items():
            patch.setenv(name, value)
        yield server


class Nodes:
    """Two nodes of one centre, and the way to both."""

    def __init__(self, first: EmbeddedCentre, second: EmbeddedCentre, both: RoundRobin) -> None:
        self.first, self.second, self.both = first, second, both


@pytest.fixture
def nodes(s3: S3Server, postgres_url: str, tmp_path: Path) -> Iterator[Nodes]:
    """Each has a folder of its own, as on a machine of its own."""
    store = s3.url(tmp_path.name)
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(EmbeddedCentre(folder, config=CentreConfig(folder, postgres_url, store)))
            for folder in (tmp_path / "first", tmp_path / "second")
        )
        yield Nodes(first, second, stack.enter_context(RoundRobin([first.url, second.url])))


@pytest.fixture
def laptop(nodes: Nodes) -> Iterator[Laptop]:
    """Enrolled through both, with a case opened on the spot."""
    with closing(Laptop("zhang")) as made:
        made.enrol(nodes.both.url, office.create_user(nodes.first.centre, "zhang", "Zhang").code or "")
        made.open_case()
        yield made


def test_objects_come_back_as_they_were(s3: S3Server) -> None:
    store, chance = BlobStore(s3.url("objects")), random.Random(3)
    small, large = chance.randbytes(100_000), [chance.randbytes(MIB) for _ in range(12)]
    store.put("a/one", small)
    store.put("a/one", small)
    store.put_all({"a/two": b"", "b/three": small})
    store.put_large("a/large", large)
    assert b"".join(store.read("a/one")) == small
    assert b"".join(store.read("a/two")) == b""
    assert b"".join(store.read("a/large")) == b"".join(large)
    assert sorted(store.list("a")) == ["a/large", "a/one", "a/two"]
    store.delete(["a/one", "a/two", "never"])
    assert list(store.list("a")) == ["a/large"]
    with pytest.raises(BlobMissing):
        list(store.read("a/one"))


def test_a_store_that_lets_nobody_in_is_said(s3: S3Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in s3.environment(secret="wrong").items():
        monkeypatch.setenv(name, value)
    store = BlobStore(s3.url("objects"))
    with pytest.raises(ServerFailed):
        store.put("a/one", b"1")
    with pytest.raises(ServerFailed):
        list(store.read("a/one"))


def test_a_whole_delivery_over_both_nodes(nodes: Nodes, laptop: Laptop, s3: S3Server) -> None:
    chance = random.Random(7)
    sizes = (2_000, 90_000, 3_000_000, 11 * MIB)
    hashes = {laptop.add_evidence(chance.randbytes(size), preview=chance.randbytes(900)): size for size in sizes}
    with laptop.client(nodes.both.url) as client:
        outcome = deliver(laptop, client, laptop.verify, patience=Patience(60))
        assert outcome.kind is ReceiptKind.FULL
        for sha256, size in hashes.items():
            (stored,) = s3.folder.glob(f"*/cases/{laptop.case_id}/{sha256}")
            assert stored.stat().st_size == size
            assert hashlib.sha256(stored.read_bytes()).hexdigest() == sha256
        assert min(nodes.both.served.values()) > 5
        assert set(nodes.both.served) == {nodes.first.url, nodes.second.url}
        # One that has gone from the store is noticed by whichever node signs next, and asked for again.
        lost = next(s3.folder.glob(f"*/cases/{laptop.case_id}/{next(iter(hashes))}"))
        lost.unlink()
        laptop.add_evidence(chance.randbytes(500))
        again = deliver(laptop, client, laptop.verify, patience=Patience(60))
        assert again.kind is ReceiptKind.FULL
        assert hashlib.sha256(lost.read_bytes()).hexdigest() == lost.name


def test_an_upload_goes_on_at_the_other_node(nodes: Nodes, laptop: Laptop) -> None:
    data = random.Random(5).randbytes(3 * MIB + 5)
    sha256 = laptop.add_evidence(data)
    path = f"/v1/cases/{laptop.case_id}/blobs"
    with laptop.client(nodes.first.url) as first, laptop.client(nodes.second.url) as second:
        first.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
        Exchange(laptop, first, Patience(60)).run()
        about = {"tus-resumable": tus.VERSION}
        metadata = tus.encode_metadata({"sha256": sha256.encode()})
        first.send("POST", path, {**about, "upload-length": str(len(data)), "upload-metadata": metadata})
        at = 0
        for client, end in ((first, MIB + 7), (second, 2 * MIB), (first, 2 * MIB + 9), (second, len(data))):
            told = client.send("HEAD", f"{path}/{sha256}", about)
            assert int(told.headers["upload-offset"]) == at
            piece = data[at:end]
            headers = {
                **about,
                "content-type": tus.OFFSET_TYPE,
                "upload-offset": str(at),
                "content-length": str(end - at),
            }
            client.send("PATCH", f"{path}/{sha256}", headers, lambda piece=piece: iter([piece]))  # type: ignore[misc]
            at = end
        outcome = deliver(laptop, second, laptop.verify, patience=Patience(60))
    assert outcome.kind is ReceiptKind.FULL
    assert outcome.uploaded == 0


def test_both_nodes_fill_one_inbox(nodes: Nodes, laptop: Laptop) -> None:
    for number in range(6):
        node = (nodes.first, nodes.second)[number % 2]
        case = office.open_claim(node.centre, "li", {"report_no": f"RD{number}"})
        office.assign((nodes.second, nodes.first)[number % 2].centre, "li", case, "zhang")
    with laptop.client(nodes.both.url) as client:
        found = [(item.number, item.report_no) for item in inbox(client)]
    assert found == [(number + 1, f"RD{number}") for number in range(6)]
