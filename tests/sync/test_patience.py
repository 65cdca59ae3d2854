"""Patience ends when nothing moves any more, whatever else the centre still answers."""

from __future__ import annotations

import random
import socket
from pathlib import Path

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.progress import Waiting
from surveyor_app.domain.wire_errors import ServerFailed, Unreachable
from surveyor_app.protocol.items import ItemState
from surveyor_app.protocol.limits import KIB
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.network import has_network, has_route
from surveyor_app.sync.patience import LONGEST_DELAY_S, Patience
from tests.integration.laptop import Laptop, patience

pytestmark = pytest.mark.timeout(60)


def block_uploads(live: EmbeddedCentre) -> Path:
    """Let the centre's disk refuse every piece of an upload, while everything else works."""
    folder = Path(live.config.store_url) / "uploads"
    folder.write_bytes(b"")
    return folder


def test_a_centre_that_takes_no_byte_ends_the_patience(live: EmbeddedCentre, laptop: Laptop) -> None:
    """It still says how far the upload is, and that is no progress."""
    block_uploads(live)
    sha256 = laptop.add_evidence(random.Random(1).randbytes(300 * KIB))
    with laptop.client(live.url) as client, pytest.raises(ServerFailed):
        deliver(laptop, client, laptop.verify, patience=patience(60))
    assert laptop.items[sha256].state is ItemState.SENDING


def test_it_goes_on_once_the_disk_has_room(live: EmbeddedCentre, laptop: Laptop) -> None:
    blocked = block_uploads(live)
    laptop.add_evidence(random.Random(1).randbytes(300 * KIB))
    slow = patience(60)
    waited: list[float] = []
    sleep = slow.sleep

    def mend(seconds: float) -> None:
        waited.append(seconds)
        sleep(seconds)
        if sum(waited) > 30:
            blocked.unlink(missing_ok=True)

    slow.sleep = mend
    with laptop.client(live.url) as client:
        outcome = deliver(laptop, client, laptop.verify, patience=slow)
    assert outcome.receipt
    assert slow.failures == 0
    # Back-off: half a minute of trying cost few requests.
    assert 30 < sum(waited) < 60


def test_a_wait_is_bounded_however_often_it_failed() -> None:
    slow = patience(None)
    before = slow.clock()
    for _ in range(50):
        started = slow.clock()
        slow.wait(Unreachable())
        assert slow.clock() - started <= LONGEST_DELAY_S
    assert slow.clock() - before > 10 * LONGEST_DELAY_S


def test_it_is_said_what_is_waited_for_until_the_centre_answers() -> None:
    told: list[Waiting | None] = []
    slow = patience(None)
    slow.check = lambda: told.append(slow.waiting)
    tries = iter([Unreachable(), Unreachable(), None])

    def attempt() -> str:
        error = next(tries)
        if error is not None:
            raise error
        return "answer"

    assert slow.insist(attempt) == "answer"
    assert told[0] == Waiting("unreachable", 1)
    assert Waiting("unreachable", 0) in told
    assert told[-1] is None
    assert told.count(None) == 1


def test_a_network_that_comes_back_cuts_the_wait_short() -> None:
    slow = patience(None)
    for _ in range(10):
        slow.wait(Unreachable())
    started = slow.clock()
    slow.has_network = lambda: slow.clock() - started >= 2
    slow.wait(Unreachable())
    assert 2 <= slow.clock() - started < 4
    # A network that was there all the time is no news.
    started = slow.clock()
    slow.has_network = lambda: True
    slow.wait(Unreachable())
    assert slow.clock() - started > LONGEST_DELAY_S / 3


def test_cancel_is_felt_before_the_first_moment_of_a_wait() -> None:
    def cancel() -> None:
        raise Cancelled

    slow = Patience(sleep=lambda _seconds: pytest.fail("it slept"), check=cancel)
    with pytest.raises(Cancelled):
        slow.wait(Unreachable())


def test_whether_there_is_a_network_is_asked_of_the_system_alone() -> None:
    assert has_route(socket.AF_INET, "127.0.0.1")
    assert not has_route(socket.AF_INET, "255.255.255.255")
    assert has_network() in {True, False}


def test_somebody_who_wants_it_now_need_not_wait() -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            waits.hurry()

    waits = Patience(sleep=sleep, clock=lambda: 0.0, chance=lambda: 1.0)
    waits.failures = 20
    waits.wait(Unreachable())
    assert len(slept) == 2
    waits.wait(Unreachable())
    assert sum(slept) > LONGEST_DELAY_S, "one press is for one wait"
