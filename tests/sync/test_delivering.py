"""A case is delivered to a live centre and comes back with a signed receipt."""

from __future__ import annotations

import json
import random

from surveyor_app.central.serving import EmbeddedCentre
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
