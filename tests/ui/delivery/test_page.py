"""Delivery over a network that comes and goes: it goes on by itself, and the page says literally what is going on."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.progress import Waiting
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering, delivery_states
from surveyor_app.operations.cases.delivery_states import Standing, delivery_state
from surveyor_app.operations.intake import evidence
from surveyor_app.protocol.limits import KIB
from surveyor_app.ui.base.translation import Translation
from surveyor_app.ui.base.waiting_texts import waiting_words
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.wording.languages import chinese, english
from tests.integration.network import Network
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.delivery.conftest import Pace, note_of, states

FORMER_LIMIT_S = 20.0
"""After so long the window once gave up."""


def is_delivering(page: DeliveryPage) -> bool:
    return page.deliver_button.text() == "Pause"


def says(page: DeliveryPage, text: str) -> Callable[[], bool]:
    return lambda: text in note_of(page)


def test_after_a_long_cut_it_goes_on_without_a_press(
    page: DeliveryPage, network: Network, pace: Pace, settle: Settle, qtbot: QtBot
) -> None:
    network.switch_off()
    page.deliver_button.click()
    qtbot.waitUntil(lambda: pace.elapsed_s > 5 * FORMER_LIMIT_S, timeout=TIMEOUT_MS)
    pace.running.clear()
    qtbot.waitUntil(says(page, "Next try in"), timeout=TIMEOUT_MS)
    assert says(page, "No network")()
    assert is_delivering(page)
    assert states(page) == {"local"}
    network.switch_on()
    pace.running.set()
    settle()
    assert states(page) == {"receipted"}
    assert delivery_state(page.desk.case) == "receipted"
    assert says(page, "the centre has signed for it")()


def test_of_a_long_case_all_is_read_beside_the_window_and_once_more_after_a_change(
    page: DeliveryPage, workers: MediaWorkers, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery_states, "SHORT", -1)
    before = page.counts()
    readers: list[threading.Thread] = []
    read = delivery_states.standing

    def reading(case: CaseFile) -> Standing:
        readers.append(threading.current_thread())
        return read(case)

    monkeypatch.setattr(delivery_states, "standing", reading)
    page.load()
    assert page.counts() == before
    result = evidence.import_bytes(page.desk.case, "late.bin", b"late", workers)
    page.apply(result.changes)
    settle()
    assert page.counts() == (before[0], before[1] + 1)
    assert page.model.rowCount() == before[1] + 1
    assert threading.main_thread() not in readers
    page.deliver_button.click()
    settle()
    assert states(page) == {"receipted"}
    assert says(page, "the centre has signed for it")()


def test_a_cut_in_the_middle_is_said_and_the_word_goes_as_soon_as_it_works_again(
    page: DeliveryPage, network: Network, workers: MediaWorkers, settle: Settle
) -> None:
    evidence.import_bytes(page.desk.case, "paper.bin", random.Random(1).randbytes(600 * KIB), workers)
    said: list[str] = []

    def follow() -> None:
        if is_delivering(page):
            said.append(note_of(page))

    page.desk.jobs.listed.connect(follow)
    # The first connection breaks in the middle of the paper, and so do the next ones before a request got through.
    network.cut_after = [200 * KIB, *[10] * 40]
    page.deliver_button.click()
    settle()
    assert any("No network" in text for text in said)
    last = max(place for place, text in enumerate(said) if "No network" in text)
    assert any(text == "" for text in said[last:]), "the word stayed although it worked again"
    assert states(page) == {"receipted"}


def test_cancel_while_waiting_stops_at_once(
    page: DeliveryPage, network: Network, pace: Pace, settle: Settle, qtbot: QtBot
) -> None:
    network.switch_off()
    page.deliver_button.click()
    qtbot.waitUntil(lambda: pace.elapsed_s > FORMER_LIMIT_S, timeout=TIMEOUT_MS)
    pace.running.clear()  # the wait would never end by itself
    qtbot.waitUntil(says(page, "Next try in"), timeout=TIMEOUT_MS)
    page.deliver_button.click()
    settle()
    assert not is_delivering(page)
    assert says(page, "Delivery is paused")()
    tries = network.connections
    network.switch_on()
    pace.running.set()
    assert network.connections == tries
    assert states(page) == {"local"}
    page.deliver_button.click()
    assert not page.note.isVisibleTo(page), "the word of the last delivery stayed"
    settle()
    assert states(page) == {"receipted"}


def test_closing_the_window_ends_the_wait(page: DeliveryPage, network: Network, pace: Pace, qtbot: QtBot) -> None:
    network.switch_off()
    page.deliver_button.click()
    qtbot.waitUntil(says(page, "No network"), timeout=TIMEOUT_MS)
    pace.running.clear()
    left: list[bool] = []
    page.desk.jobs.after_all(lambda: None, page, lambda _none: left.append(True))
    qtbot.waitUntil(lambda: left == [True], timeout=TIMEOUT_MS)
    assert not is_delivering(page)


@pytest.fixture
def black_hole() -> Iterator[tuple[str, list[socket.socket]]]:
    """A server that takes connections and never answers, as a line whose packets are dropped; and who came."""
    came: list[socket.socket] = []

    def accept() -> None:
        while True:
            try:
                came.append(listener.accept()[0])
            except OSError:
                return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=accept)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", came
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()
    for one in came:
        one.close()


@pytest.mark.timeout(40)
def test_cancel_ends_a_request_that_is_never_answered(
    page: DeliveryPage, profile: Profile, black_hole: tuple[str, list[socket.socket]], settle: Settle, qtbot: QtBot
) -> None:
    """A request may hang for three quarters of a minute before it counts as stalled: nobody waits for that."""
    address, came = black_hole
    delivering.follow_centre(profile, address)
    page.deliver_button.click()
    qtbot.waitUntil(lambda: bool(came), timeout=TIMEOUT_MS)
    page.deliver_button.click()
    settle()
    assert says(page, "Delivery is paused")()
    assert page.deliver_button.text() == "Go on delivering"


def test_what_is_waited_for_is_said_in_both_languages(translation: Translation) -> None:
    for language, network_word, seconds in ((english(), "No network", "12"), (chinese(), "没有网络", "12")):
        translation.switch(language)
        assert network_word in waiting_words(Waiting("unreachable", 12))
        assert seconds in waiting_words(Waiting("unreachable", 12))
        assert waiting_words(Waiting("unreachable", 0)) != waiting_words(Waiting("unreachable", 12))
        for code in ("server_failed", "token_expired", "not_complete", "offset_wrong"):
            assert waiting_words(Waiting(code, 3)) != waiting_words(Waiting("unreachable", 3))
