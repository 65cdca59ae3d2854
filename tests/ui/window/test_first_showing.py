"""What is shown first: a piece a turn of the event loop, and whoever needs a later piece has it at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.claim import ClaimPage
from tests.ui.conftest import Settle


@pytest.fixture
def taken(desk: Desk, photos: list[Path]) -> list[Evidence]:
    """Photos that the case holds before any page is shown."""
    evidence.import_files(desk.case, photos, desk.workers)
    return record_access.list_all(desk.case, Evidence)


def _shown(desk: Desk, window: QWidget) -> PhotosPage:
    page = PhotosPage(desk, window)
    page.resize(window.size())
    desk.jobs.changed.connect(page.apply)
    page.show()
    window.show()
    return page


def test_a_case_shows_its_claim_first(desk: Desk, window: QWidget, settle: Settle) -> None:
    view = CaseView(desk, window)
    view.show()
    assert view.current() is None
    settle()
    assert isinstance(view.current(), ClaimPage)


def test_another_page_asked_for_at_once_is_the_first(desk: Desk, window: QWidget, settle: Settle) -> None:
    view = CaseView(desk, window)
    view.show()
    view.show_page(PhotosPage.PLACE.name)
    settle()
    assert isinstance(view.current(), PhotosPage)
    assert ClaimPage.PLACE.name not in view.pages


def test_photos_come_after_the_frame(desk: Desk, window: QWidget, taken: list[Evidence], settle: Settle) -> None:
    page = _shown(desk, window)
    assert page.model.rowCount() == 0
    # Nobody is told that there are no photos before that is known.
    assert page.empty.isHidden()
    settle()
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == [record.id for record in taken]
    assert page.state_label.text().startswith("3 originals")


def test_an_empty_case_says_so_once_that_is_known(desk: Desk, window: QWidget, settle: Settle) -> None:
    page = _shown(desk, window)
    settle()
    assert page.empty.isVisible()
    assert not page.has_details()


def test_a_photo_asked_for_before_the_list_was_read_is_shown(
    desk: Desk, window: QWidget, taken: list[Evidence], settle: Settle
) -> None:
    page = _shown(desk, window)
    page.show_record(taken[2].id, "caption")
    assert page.grid.current_id() == taken[2].id
    assert page.details.binder.record_id == taken[2].id
    settle()
    assert page.grid.current_id() == taken[2].id
    assert page.model.rowCount() == 3


def test_a_list_read_before_a_change_does_not_hide_it(
    desk: Desk, window: QWidget, taken: list[Evidence], settle: Settle
) -> None:
    page = _shown(desk, window)
    page.apply(records.withdraw(desk.case, Evidence, [taken[0].id], "blurred"))
    assert page.model.known.total() == 2
    settle()
    assert page.model.known.total() == 2
    assert page.model.known.withdrawn() == 1
