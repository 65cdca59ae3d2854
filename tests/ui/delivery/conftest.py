"""The delivery page over a case with two photos, and a live centre behind a network that can be cut."""

from __future__ import annotations

import threading

import pytest

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.intake import evidence
from surveyor_app.sync.patience import Patience
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.delivery.page import DeliveryPage
from tests.integration.centres import live, network
from tests.integration.network import Network
from tests.operations.worlds import photo
from tests.ui.conftest import OpenPage

__all__ = ["live", "network"]


class Pace:
    """A clock that runs only while the delivery waits; a test may hold it in the middle of a wait."""

    def __init__(self) -> None:
        self.elapsed_s = 0.0
        self.running = threading.Event()
        self.running.set()

    def __call__(self) -> Patience:
        return Patience(sleep=self._sleep, clock=lambda: self.elapsed_s, chance=lambda: 1.0)

    def _sleep(self, seconds: float) -> None:
        self.running.wait(0.01)
        if self.running.is_set():
            self.elapsed_s += seconds


@pytest.fixture
def pace() -> Pace:
    return Pace()


@pytest.fixture
def page(
    desk: Desk,
    profile: Profile,
    live: EmbeddedCentre,
    network: Network,
    workers: MediaWorkers,
    pace: Pace,
    open_page: OpenPage,
) -> DeliveryPage:
    """The page of a case with two photos, enrolled at a centre behind the network."""
    code = office.create_user(live.centre, profile.user, "张查勘").code
    delivering.enrol(profile, network.url, profile.user, code or "")
    for number in (1, 2):
        evidence.import_bytes(desk.case, f"{number}.jpg", photo(number), workers)
    made = open_page(lambda desk, parent: DeliveryPage(desk, parent, pace=pace))  # type: ignore[arg-type]
    assert isinstance(made, DeliveryPage)
    return made


def states(page: DeliveryPage) -> set[str]:
    """The states the table shows."""
    items = [page.model.item_at(row) for row in range(page.model.rowCount())]
    return {item.state for item in items if item is not None}


def note_of(page: DeliveryPage) -> str:
    """What the note says, empty when it is not shown."""
    return page.note.label.text() if page.note.isVisibleTo(page) else ""
