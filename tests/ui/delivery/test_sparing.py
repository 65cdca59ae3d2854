"""A metered network gets entries and previews only, if that is wanted; and whoever does not want to wait need not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from surveyor_app.ui.delivery import metered
from surveyor_app.ui.delivery.page import DeliveryPage
from tests.integration.network import Network
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.delivery.conftest import Pace, note_of, states


class Told(QObject):
    """What a system says of its network."""

    isMeteredChanged = Signal(bool)  # noqa: N815  # as Qt names it

    def __init__(self) -> None:
        super().__init__()
        self.costs = True

    def isMetered(self) -> bool:
        return self.costs

    def say(self, costs: bool) -> None:
        self.costs = costs
        self.isMeteredChanged.emit(costs)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    made = Told()
    monkeypatch.setattr(metered, "network_information", lambda: made)
    return made


def test_originals_wait_for_a_network_that_costs_nothing(page: DeliveryPage, told: Told, settle: Settle) -> None:
    page.deliver_button.click()
    settle()
    assert "This network is metered" in note_of(page)
    assert page.note.button.text() == "Send all now"
    assert states(page) == {"local"}
    told.say(True)
    settle()
    assert states(page) == {"local"}
    told.say(False)
    settle()
    assert states(page) == {"receipted"}
    assert note_of(page).startswith("Everything is at the centre")


def test_send_all_now_and_the_choice_that_is_kept(page: DeliveryPage, told: Told, settle: Settle) -> None:
    page.deliver_button.click()
    settle()
    page.note.button.click()
    settle()
    assert states(page) == {"receipted"}
    page.sparing.box.click()
    assert not page.sparing.applies()
    assert not metered.Sparing(page.desk.profile, lambda: None).box.isChecked()


def test_a_wait_is_ended_by_a_press(
    page: DeliveryPage, told: Told, network: Network, pace: Pace, settle: Settle, qtbot: QtBot
) -> None:
    told.costs = False
    network.switch_off()
    page.deliver_button.click()
    qtbot.waitUntil(lambda: pace.elapsed_s > 60, timeout=TIMEOUT_MS)
    pace.running.clear()  # the wait would never end by itself
    qtbot.waitUntil(lambda: "Next try in" in note_of(page), timeout=TIMEOUT_MS)
    assert page.note.button.text() == "Try now"
    network.switch_on()
    page.note.button.click()
    settle()
    assert states(page) == {"receipted"}
