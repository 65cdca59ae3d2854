"""The office locked this laptop out: the window says so, before anybody tries as well, and everything stays to be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims.locking_out import lock_out_device
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.operations.cases.delivering import deliver_case
from surveyor_app.operations.cases.locked_out import locked_out
from surveyor_app.sync.patience import Patience
from surveyor_app.ui.delivery.page import DeliveryPage
from tests.integration.network import Network
from tests.ui.conftest import Settle
from tests.ui.delivery.conftest import Pace, note_of, states

SAYS = "The office locked this laptop out on"
SAFE = "Everything is safe on this laptop"


@pytest.fixture
def lock_out(live: EmbeddedCentre, profile: Profile) -> Callable[[], object]:
    return lambda: lock_out_device(live.centre, profile.device_key.device_id, Why.LOST, "li")


def test_a_delivery_ends_at_once_and_says_what_is_safe(
    page: DeliveryPage, network: Network, pace: Pace, settle: Settle, lock_out: Callable[[], object]
) -> None:
    lock_out()
    page.deliver_button.click()
    settle()
    assert SAYS in note_of(page)
    assert SAFE in note_of(page)
    assert not page.note.button.isVisibleTo(page), "no code helps"
    assert states(page) == {"local"}
    assert pace.elapsed_s == 0, "it was tried again"
    # Nothing tries by itself either.
    asked = network.connections
    page.load()
    assert network.connections == asked


def test_it_is_said_before_anybody_tries_again(
    page: DeliveryPage,
    profile: Profile,
    settle: Settle,
    lock_out: Callable[[], object],
    open_page: Callable[..., DeliveryPage],
) -> None:
    lock_out()
    page.deliver_button.click()
    settle()
    assert SAYS in note_of(open_page(DeliveryPage))
    assert locked_out(profile) is not None


def test_a_centre_that_takes_it_in_again_ends_the_word(
    page: DeliveryPage, profile: Profile, settle: Settle, qtbot: QtBot
) -> None:
    """Such as one that was restored and then told: only the last answer counts."""
    profile.set_setting("locked_out_at", "2026-11-20T08:00:00.000000Z")
    page.load()
    assert SAYS in note_of(page)
    deliver_case(profile, page.desk.case, patience=Patience(patience_s=20))
    page.load()
    assert note_of(page) == ""
