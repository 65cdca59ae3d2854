"""Receipts between versions: what one side understands alone stands in the root only as told, and only with its bytes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.wire_errors import BadMessage, NotComplete
from surveyor_app.protocol.delivery import (
    BlobAsk,
    DeliverAnswer,
    DeliverRequest,
    Missing,
    NamedMark,
    NeedAnswer,
    NeedRequest,
)
from surveyor_app.protocol.entries import PushAnswer, PushRequest, from_base64, to_wire
from surveyor_app.protocol.items import BlobItem, Lane
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.protocol.roots import delivery_lines, delivery_root
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.store import marks
from surveyor_app.sync.uploading import Uploader
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.records.newer_program import NewerDevice, Said

DRAWING = b"M 0 0 L 1 1"
DRAWN = hashlib.sha256(DRAWING).hexdigest()
SKETCH = new_record_id()
MARK = NamedMark("sketches", SKETCH, DRAWN)


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def laptop(make_laptop: MakeLaptop) -> Laptop:
    """A laptop with a photo and with a sketch, which only a newer version understands; both sides hold the entries."""
    made = make_laptop()
    made.open_case()
    made.add_evidence(b"photo")
    return made


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    with laptop.client(live.url) as made:
        deliver(laptop, made, laptop.verify, patience=patience())
        (head,) = laptop.heads()
        device = NewerDevice(laptop.author, laptop.case_id)
        device.seq, device.prev = head.seq, head.hash
        request = PushRequest(
            tuple(to_wire(entry) for entry in device.says(Said("create", "sketch", SKETCH, {"sha256": DRAWN})))
        )
        made.post(f"/v1/cases/{laptop.case_id}/entries", request, PushAnswer)
        Exchange(laptop, made, patience()).run()
        yield made


def _request(laptop: Laptop, **other: object) -> DeliverRequest:
    """What a laptop asks that understands the sketch."""
    known = [(item.folder, item.id, item.sha256) for item in laptop.named(_everything(laptop))]
    root = delivery_root(delivery_lines([*known, (MARK.folder, MARK.id, MARK.sha256)], marks(laptop.heads())))
    return replace(DeliverRequest("full", root, marks(laptop.heads())), **other)  # type: ignore[arg-type]


def _everything(laptop: Laptop) -> list[str]:
    return [line.split("originals/")[1].strip() for line in laptop.delivery_lines() if "originals/" in line]


def _ask(client: CentreClient, laptop: Laptop, request: DeliverRequest) -> DeliverAnswer:
    return client.post(f"/v1/cases/{laptop.case_id}/deliver", request, DeliverAnswer)


def test_the_centre_signs_for_bytes_that_only_the_laptop_understands(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    assert _ask(client, laptop, _request(laptop)).missing == Missing(root_differs=True, about=(SKETCH,))
    told = _request(laptop, about=(SKETCH,), named=(MARK,))
    assert _ask(client, laptop, told).missing == Missing(blobs=(DRAWN,))
    laptop.bytes[DRAWN] = DRAWING
    laptop.items[DRAWN] = BlobItem(DRAWN, len(DRAWING), Lane.ORIGINAL)
    Uploader(laptop, client, patience(), lambda _item, _offset: None).upload(laptop.items[DRAWN])
    answer = _ask(client, laptop, told)
    assert answer.receipt is not None
    receipt = json.loads(from_base64(answer.receipt))
    assert (receipt["delivery_root"], receipt["newer"]) == (told.delivery_root, 1)
    assert receipt["bytes"] == len(DRAWING) + len(b"photo")


def test_where_both_understand_the_same_the_receipt_says_what_waits(laptop: Laptop, client: CentreClient) -> None:
    outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert json.loads(outcome.receipt)["newer"] == 1


@pytest.mark.parametrize(
    "named",
    [
        (),
        (NamedMark("sketches", SKETCH, "0" * 64),),
        (NamedMark("originals", SKETCH, DRAWN),),
        (MARK, NamedMark("sketches", SKETCH, "0" * 64)),
    ],
)
def test_what_is_told_must_give_the_root(laptop: Laptop, client: CentreClient, named: tuple[NamedMark, ...]) -> None:
    answer = _ask(client, laptop, _request(laptop, about=(SKETCH,), named=named))
    assert answer.receipt is None
    assert answer.missing is not None
    assert answer.missing.root_differs


@pytest.mark.parametrize(
    "named", [(NamedMark("sketches", SKETCH, "no hash"),), (NamedMark("sketches", "another", DRAWN),)]
)
def test_nonsense_that_is_told_is_refused(laptop: Laptop, client: CentreClient, named: tuple[NamedMark, ...]) -> None:
    with pytest.raises(BadMessage):
        _ask(client, laptop, _request(laptop, about=(SKETCH,), named=named))


@pytest.mark.parametrize("is_named", [False, True])
def test_a_modified_laptop_gets_no_receipt_for_an_original_it_keeps(
    live: EmbeddedCentre, make_laptop: MakeLaptop, is_named: bool
) -> None:
    """It claims not to understand the photo, or something else of it; the centre knows what the photo's record names."""
    laptop = make_laptop()
    laptop.open_case()
    sha256 = laptop.add_evidence(b"kept back")
    with laptop.client(live.url) as client:
        client.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
        Exchange(laptop, client, patience()).run()
        about = tuple(
            sorted({line.split("originals/")[1].strip() for line in laptop.delivery_lines() if "originals/" in line})
        )
        named = tuple(NamedMark("originals", id_, DRAWN) for id_ in about) if is_named else ()
        root = delivery_root(
            delivery_lines([(item.folder, item.id, item.sha256) for item in named], marks(laptop.heads()))
        )
        request = DeliverRequest("full", root, marks(laptop.heads()), about=about, named=named)
        answer = _ask(client, laptop, request)
    assert answer.receipt is None
    assert answer.missing is not None
    assert sha256 in answer.missing.blobs


def test_only_bytes_that_a_waiting_line_speaks_of_are_taken(laptop: Laptop, client: CentreClient) -> None:
    request = NeedRequest((BlobAsk(DRAWN, 11), BlobAsk("0" * 64, 1)))
    answer = client.post(f"/v1/cases/{laptop.case_id}/blobs:need", request, NeedAnswer)
    assert [item.state for item in answer.blobs] == ["need", "refused"]


class _Forgetful(Laptop):
    """A laptop whose tables lost what its journal says."""

    def delivery_lines(self) -> list[str]:
        return [line for line in super().delivery_lines() if "originals/" not in line]


def test_sides_that_understand_everything_and_yet_disagree_get_no_receipt(
    live: EmbeddedCentre, make_laptop: MakeLaptop
) -> None:
    laptop = make_laptop()
    laptop.open_case()
    laptop.add_evidence(b"photo")
    laptop.__class__ = _Forgetful
    with laptop.client(live.url) as client, pytest.raises(NotComplete) as caught:
        deliver(laptop, client, laptop.verify, patience=patience())
    assert caught.value.data["reason"] == "root_differs"
