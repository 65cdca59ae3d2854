"""Originals that are not on this laptop: seen as the centre shows them, said to be so, and fetched when they are opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.operations.cases import pulling
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.delivery.page import DeliveryPage
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.window.catching_up import CatchingUp
from tests.integration.centres import shared_centre
from tests.integration.colleagues import Colleague, Team, make_team
from tests.ui.conftest import OpenPage, Settle

__all__ = ["shared_centre"]


@pytest.fixture(scope="module")
def team(shared_centre: EmbeddedCentre, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    made = make_team(shared_centre, tmp_path_factory.mktemp("first"))
    yield made
    made.first.profile.close()


@pytest.fixture
def wang(team: Team, tmp_path: Path) -> Iterator[Colleague]:
    made = team.join(tmp_path / "wang")
    made.fetch()
    yield made
    made.profile.close()


@pytest.fixture
def desk(desk: Desk, wang: Colleague) -> Iterator[Desk]:
    with wang.case() as case:
        yield replace(desk, profile=wang.profile, case=case)


def test_it_is_seen_said_and_fetched_on_opening(desk: Desk, open_page: OpenPage, settle: Settle, qtbot: QtBot) -> None:
    catching_up = CatchingUp(desk, desk.jobs)
    catching_up.look()
    settle()
    catching_up.stop()
    assert (pulling.unseen_count(desk.case), pulling.absent_count(desk.case)) == (1, 2)
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    first = page.model.index(0)
    page.grid.setCurrentIndex(first)
    settle()
    page.finish()
    settle()
    note = page.details._note
    assert "Not on this laptop" in note.label.text()
    assert page.details.check_button.text() == "Fetch the original"
    view = page.open_large()
    assert isinstance(view, LargeView)
    assert "Not on this laptop" in view.sides.first.details.text()
    settle()
    assert pulling.absent_count(desk.case) == 1
    assert "Not on this laptop" not in view.sides.first.details.text()
    view.close()


def test_all_are_fetched_from_the_delivery_page(desk: Desk, open_page: OpenPage, settle: Settle) -> None:
    page = open_page(DeliveryPage)
    assert isinstance(page, DeliveryPage)
    assert page.away.label.text() == "2 originals are not on this laptop: others took them, or another laptop did."
    page.away.button.click()
    settle()
    assert not page.away.isVisibleTo(page)
    assert pulling.absent_count(desk.case) == 0
