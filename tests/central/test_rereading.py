"""A receipt stands for bytes that were read back from the store since it was asked for, and what is lost is asked for again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.delivery import rereading
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.protocol.delivery import (
    BlobAsk,
    DeliverAnswer,
    DeliverRequest,
    Missing,
    NeedAnswer,
    NeedRequest,
    ReceiptKind,
)
from surveyor_app.protocol.entries import from_base64
from surveyor_app.protocol.roots import delivery_root
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.store import marks
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

Spoil = Callable[[EmbeddedCentre, str, str], None]


class Clock:
    """The centre's time, which moves only when told."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 20, 6, 3, 22, 5, UTC)

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def time() -> Clock:
    return Clock()


@pytest.fixture
def live(tmp_path: Path, time: Clock) -> Iterator[EmbeddedCentre]:
    """A centre whose clock the test moves."""
    with EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path / "centre", now=time)) as embedded:
        yield embedded


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    with laptop.client(live.url) as made:
        yield made


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request reads one blob and says that there are more."""
    monkeypatch.setattr(rereading, "REREAD_S", 0.0)


def path_of(live: EmbeddedCentre, case: str, sha256: str) -> Path:
    return Path(live.config.store_url) / "cases" / case / sha256


def flip(live: EmbeddedCentre, case: str, sha256: str) -> None:
    data = bytearray(path_of(live, case, sha256).read_bytes())
    data[len(data) // 2] ^= 1
    path_of(live, case, sha256).write_bytes(data)


def cut(live: EmbeddedCentre, case: str, sha256: str) -> None:
    path = path_of(live, case, sha256)
    path.write_bytes(path.read_bytes()[:-1])


def remove(live: EmbeddedCentre, case: str, sha256: str) -> None:
    path_of(live, case, sha256).unlink()


def ask(client: CentreClient, laptop: Laptop, task: str | None = None, until: str = "full") -> DeliverAnswer:
    request = DeliverRequest(until, delivery_root(laptop.delivery_lines()), marks(laptop.heads()), task)
    return client.post(f"/v1/cases/{laptop.case_id}/deliver", request, DeliverAnswer)


def ask_on(client: CentreClient, laptop: Laptop, task: str | None = None) -> tuple[DeliverAnswer, int]:
    """Ask until nothing is left to be read; return the answer and how often it took."""
    for count in range(1, 50):
        answer = ask(client, laptop, task)
        if answer.missing is None or not answer.missing.unread:
            return answer, count
    raise AssertionError("it is never read to the end")


def needed(client: CentreClient, laptop: Laptop, sha256: str) -> str:
    item = laptop.items[sha256]
    request = NeedRequest((BlobAsk(sha256, item.size, item.preview_of),))
    return client.post(f"/v1/cases/{laptop.case_id}/blobs:need", request, NeedAnswer).blobs[0].state


def deliver_now(client: CentreClient, laptop: Laptop, until: ReceiptKind = ReceiptKind.FULL) -> dict[str, object]:
    receipt: dict[str, object] = json.loads(
        deliver(laptop, client, laptop.verify, until=until, patience=patience()).receipt
    )
    return receipt


@pytest.mark.parametrize("spoil", [flip, cut, remove])
@pytest.mark.parametrize("task", [None, "another task"])
def test_what_the_store_lost_is_noticed_at_the_next_receipt_and_sent_again(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, spoil: Spoil, task: str | None
) -> None:
    lost = laptop.add_evidence(b"an original", preview=b"its preview")
    kept = laptop.add_evidence(b"another")
    deliver_now(client, laptop)
    assert needed(client, laptop, lost) == "have"
    spoil(live, laptop.case_id, lost)
    assert ask(client, laptop, task) == DeliverAnswer(missing=Missing(blobs=(lost,)))
    assert (needed(client, laptop, lost), needed(client, laptop, kept)) == ("need", "have")
    assert ask(client, laptop, "a third").missing == Missing(blobs=(lost,))
    outcome = deliver(laptop, client, laptop.verify, task=task, patience=patience())
    assert outcome.uploaded == len(b"an original")
    assert path_of(live, laptop.case_id, lost).read_bytes() == b"an original"
    assert ask(client, laptop, "a third").receipt is not None


def test_all_that_is_lost_is_named_at_once(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    lost = [laptop.add_evidence(bytes([n]) * 100) for n in range(12)]
    deliver_now(client, laptop)
    for number, sha256 in enumerate(lost):
        (flip, remove)[number % 2](live, laptop.case_id, sha256)
    assert ask(client, laptop, "another").missing == Missing(blobs=tuple(sorted(lost)))
    assert deliver(laptop, client, laptop.verify, patience=patience()).uploaded == 1200


def test_a_partial_receipt_stands_for_previews_alone_and_they_are_read_again(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    laptop.add_evidence(b"an original", preview=b"its preview")
    preview = next(item.sha256 for item in laptop.blobs() if item.preview_of is not None)
    deliver_now(client, laptop)
    answer = ask(client, laptop, until="partial")
    receipt = json.loads(from_base64(answer.receipt or ""))
    assert receipt["counts"] == {"entries": 3, "originals": 0, "previews": 1, "reports": 0, "statements": 0}
    assert receipt["bytes"] == 0
    flip(live, laptop.case_id, preview)
    assert ask(client, laptop, "another", "partial").missing == Missing(blobs=(preview,))
    assert needed(client, laptop, preview) == "need"


@pytest.mark.usefixtures("slow")
def test_a_large_case_is_read_in_several_requests_and_each_receipt_anew(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    first = min(laptop.add_evidence(bytes([n])) for n in range(4))
    deliver_now(client, laptop)
    answer, count = ask_on(client, laptop, "another")
    assert (answer.receipt is not None, count) == (True, 4)
    flip(live, laptop.case_id, first)
    answer, count = ask_on(client, laptop, "a third")
    assert (answer.missing, count) == (Missing(blobs=(first,)), 4)


@pytest.mark.usefixtures("slow")
def test_what_is_read_for_one_counts_for_whoever_asked_before(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    for n in range(6):
        laptop.add_evidence(bytes([n]))
    office_case = laptop.case_id
    Exchange(laptop, client, patience()).run()
    office.create_user(live.centre, "wang", "Wang")
    office.assign(live.centre, "li", office_case, "wang")
    deliver_now(client, laptop)
    other = make_laptop("wang", office_case)
    with other.client(live.url) as theirs:
        Exchange(other, theirs, patience()).run()
        answers = [ask(*side, "x") for _ in range(3) for side in ((client, laptop), (theirs, other))]
        assert [answer.missing.unread if answer.missing else None for answer in answers] == [5, 5, 4, 3, 2, 1]
        assert ask(client, laptop, "x").receipt is not None
        assert ask(theirs, other, "x").receipt is not None


@pytest.mark.usefixtures("slow")
def test_a_reading_that_nobody_came_back_for_begins_anew(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, time: Clock
) -> None:
    first = min(laptop.add_evidence(bytes([n])) for n in range(4))
    deliver_now(client, laptop)
    assert ask(client, laptop, "x").missing == Missing(unread=3)
    time.at += timedelta(minutes=9)
    assert ask(client, laptop, "x").missing == Missing(unread=2)
    flip(live, laptop.case_id, first)
    time.at += timedelta(minutes=11)
    assert ask_on(client, laptop, "x") == (DeliverAnswer(missing=Missing(blobs=(first,))), 4)


def test_nothing_is_locked_while_blobs_are_read(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    laptop.add_evidence(b"an original")
    deliver_now(client, laptop)
    read: list[str] = []

    class Store(BlobStore):
        def read(self, path: str) -> Iterator[bytes]:
            office.open_claim(live.centre, "li", {"report_no": path[-30:]})
            read.append(path)
            return super().read(path)

    live.centre.store = Store(live.config.store_url)
    assert ask(client, laptop, "another").receipt is not None
    assert len(read) == 1
