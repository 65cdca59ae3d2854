"""A lying or broken centre: nothing it says without proof changes the laptop, it ends with a word, and the right one works on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.protocol.items import ItemState
from surveyor_app.sync import answers
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.fetching import fetch_case, inbox
from tests.integration.centres import MakeLaptop
from tests.integration.changing_centre import ChangingCentre
from tests.integration.laptop import Laptop, patience

Lie = Callable[[dict[str, Any]], object]


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def between(live: EmbeddedCentre) -> Iterator[ChangingCentre]:
    """Stands before the right centre and changes what it answers."""
    with ChangingCentre(live.url) as made:
        yield made


def require_the_right_one_works(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    assert all(item.state is ItemState.RECEIPTED for item in laptop.items.values())
    assert laptop.saved_receipts[-1][0] == "full"


LIES: dict[str, tuple[str, Lie]] = {
    "numbers of other entries": ("/entries", lambda said: {**said, "numbers": {"ab" * 32: 1}}),
    "no numbers": ("/entries", lambda said: {**said, "numbers": {}}),
    "numbers below one": ("/entries", lambda said: {**said, "numbers": dict.fromkeys(said["numbers"], -1)}),
    "numbers beyond all": ("/entries", lambda said: {**said, "numbers": dict.fromkeys(said["numbers"], 2**80)}),
    "fewer standings": ("/blobs:need", lambda said: {"blobs": said["blobs"][1:]}),
    "standings of others": ("/blobs:need", lambda said: {"blobs": [{"sha256": "0" * 64, "state": "have"}]}),
    "always something to read": ("/deliver", lambda said: {"missing": {"unread": 10**15}}),
    "tokens with line ends": ("/v1/token", lambda said: {**said, "access_token": "a\r\nx-evil: 1"}),
    "a token of megabytes": ("/v1/token", lambda said: {**said, "refresh_token": "a" * 3_000_000}),
    "no tokens": ("/v1/token", lambda said: {**said, "access_token": "", "refresh_token": ""}),
    "not what was asked for": ("/blobs:need", lambda said: [said]),
    "deep nesting": ("/entries", lambda said: json.loads("[" * 900 + "]" * 900)),
}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_ends_with_a_word_and_changes_nothing(
    live: EmbeddedCentre, laptop: Laptop, between: ChangingCentre, name: str
) -> None:
    laptop.add_evidence(b"photo")
    where, lie = LIES[name]
    between.change(where, lambda data: json.dumps(lie(json.loads(data))).encode())
    with laptop.client(between.url) as client, pytest.raises(SurveyorError):
        deliver(laptop, client, laptop.verify, patience=patience(20))
    assert "full" not in [receipt[0] for receipt in laptop.saved_receipts]
    # It waits longer and longer, and asks no thousand times.
    assert between.requests < 60
    require_the_right_one_works(live, laptop)


@pytest.mark.parametrize("is_folded", [False, True], ids=["plain", "folded"])
def test_an_answer_without_end_fills_no_memory(
    live: EmbeddedCentre, laptop: Laptop, between: ChangingCentre, monkeypatch: pytest.MonkeyPatch, is_folded: bool
) -> None:
    monkeypatch.setattr(answers, "MAX_ANSWER_BYTES", 100_000)
    endless = b" " * 2_000_000
    headers = {"content-encoding": "gzip"} if is_folded else {}
    between.change("/v1/cases", lambda data: gzip.compress(endless) if is_folded else endless, headers)
    with laptop.client(between.url) as client, pytest.raises(Unreachable):
        deliver(laptop, client, laptop.verify, patience=patience(5))
    require_the_right_one_works(live, laptop)


def test_an_answer_that_drips_for_ever_ends(
    laptop: Laptop, between: ChangingCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "MAX_ANSWER_S", -1.0)
    with laptop.client(between.url) as client, pytest.raises(Unreachable):
        client.get("/v1/inbox", dict)


@pytest.mark.parametrize("numbers", [[1, 1], [0], [-5], [2, 1], [2**70]])
def test_an_inbox_that_does_not_go_on_is_left(
    live: EmbeddedCentre, make_laptop: MakeLaptop, between: ChangingCentre, numbers: list[int]
) -> None:
    laptop = make_laptop("zhang")
    line = {"number": 0, "case": "c", "task": "t"}
    told = json.dumps({"assignments": [{**line, "number": number} for number in numbers], "more": True}).encode()
    between.change("/v1/inbox", lambda data: told)
    with laptop.client(between.url) as client, pytest.raises(Unreachable):
        inbox(client)


def test_a_case_that_begins_again_and_again_is_left(
    live: EmbeddedCentre, laptop: Laptop, between: ChangingCentre
) -> None:
    with laptop.client(live.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    seen: list[bytes] = []

    def first_page(data: bytes) -> bytes:
        seen.append(data)
        return json.dumps({**json.loads(seen[0]), "more": True}).encode()

    between.change("/entries", first_page)
    with laptop.client(between.url) as client, pytest.raises(Unreachable):
        fetch_case(client, laptop.case_id)
    assert len(seen) == 2
