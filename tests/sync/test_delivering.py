"""A case is delivered to a live centre and comes back with a signed receipt."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import BlobDamaged
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.protocol.items import ItemState, Lane
from surveyor_app.sync.delivering import deliver
from tests.integration.laptop import Laptop, patience


def test_whole_delivery(live: EmbeddedCentre, laptop: Laptop) -> None:
    random.seed(1)
    photo = laptop.add_evidence(random.randbytes(300_000), preview=random.randbytes(9_000))
    laptop.add_evidence(random.randbytes(2_500_000), Lane.VIDEO)
    laptop.add_evidence(b"")
    with laptop.client(live.url) as client:
        outcome = deliver(laptop, client, laptop.verify, patience=patience())
    receipt = json.loads(outcome.receipt)
    assert outcome.kind is ReceiptKind.FULL
    assert receipt["counts"] == {"entries": 5, "originals": 3, "previews": 1, "reports": 0, "statements": 0}
    assert receipt["bytes"] == 2_800_000
    assert receipt["report_no"] == "RD1"
    assert [kind for kind, _, _ in laptop.saved_receipts] == ["partial", "full"]
    assert {item.state for item in laptop.blobs()} == {ItemState.RECEIPTED}
    assert laptop.numbers() == [1, 2, 3, 4, 5]
    stored = live.centre.store.read(f"cases/{laptop.case_id}/{photo}")
    assert b"".join(stored) == laptop.bytes[photo]


@pytest.mark.parametrize("size", [3_000, 700_000])
def test_what_is_damaged_here_stops_only_itself(
    live: EmbeddedCentre, laptop: Laptop, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    """In a bundle or alone: all behind it is delivered, and it is said in the end."""
    hashes = [laptop.add_evidence(random.Random(n).randbytes(size), preview=b"preview %d" % n) for n in range(3)]
    read = Laptop.read_range
    monkeypatch.setattr(Laptop, "read_range", lambda *told: _damaged(read, hashes[0], *told))
    with laptop.client(live.url) as client:
        with pytest.raises(BlobDamaged) as caught:
            deliver(laptop, client, laptop.verify, patience=patience())
        assert caught.value.data == {"sha256": hashes[0]}
        states = {sha256: laptop.items[sha256].state for sha256 in hashes}
        assert {states.pop(hashes[0])} <= {ItemState.LOCAL, ItemState.SENDING}
        assert set(states.values()) == {ItemState.STORED}
        assert [kind for kind, _receipt, _cms in laptop.saved_receipts] == ["partial"]
        monkeypatch.undo()
        outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert (outcome.kind, outcome.uploaded) == ("full", size)


def _damaged(read: Callable[..., bytes], sha256: str, laptop: Laptop, wanted: str, offset: int, size: int) -> bytes:
    if wanted == sha256:
        raise BlobDamaged(sha256=sha256)
    return read(laptop, wanted, offset, size)
