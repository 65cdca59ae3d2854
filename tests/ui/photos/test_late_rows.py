"""What long work announces is read off the UI thread, and never shown in place of something newer."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake import evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from tests.ui.conftest import OpenPage, Settle


@pytest.fixture
def page(open_page: OpenPage, settle: Settle) -> PhotosPage:
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    settle()
    return page


def imported(desk: Desk, photos: list[Path]) -> Changes:
    """Import behind the page's back, and return what an import would announce."""
    result = evidence.import_files(desk.case, photos, desk.workers)
    return Changes({Evidence.KIND: frozenset(item.evidence_id or "" for item in result.items)})


def test_what_is_announced_is_read_elsewhere_and_shown(
    page: PhotosPage, desk: Desk, photos: list[Path], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = imported(desk, photos)
    reads: list[int] = []
    read = CaseFile.read

    def counted(case: CaseFile) -> object:
        reads.append(1)
        return read(case)

    with monkeypatch.context() as patch:
        patch.setattr(CaseFile, "read", counted)
        page.apply(changes)
        assert reads == []
    assert page.model.rowCount() == 0
    settle()
    assert page.model.rowCount() == 3


def test_what_was_announced_before_an_edit_does_not_undo_it(
    page: PhotosPage, desk: Desk, photos: list[Path], settle: Settle
) -> None:
    first = imported(desk, photos[:1])
    page.apply(first)
    settle()
    (id_,) = first.touched[Evidence.KIND]
    rest = imported(desk, photos[1:])
    page.apply(rest)
    page.apply(records.change(desk.case, Evidence, id_, {"caption": "左前角"}))
    line = page.model.known.line(id_)
    assert line is not None
    assert line.caption == "左前角"
    settle()
    line = page.model.known.line(id_)
    assert line is not None
    assert line.caption == "左前角"
    assert page.model.rowCount() == 3


def test_what_is_announced_while_it_is_read_is_shown_too(
    page: PhotosPage, desk: Desk, photos: list[Path], settle: Settle
) -> None:
    for photo in photos:
        page.apply(imported(desk, [photo]))
    settle()
    assert page.model.rowCount() == 3
    assert page.model.record(page.model.id_at(2) or "") is not None
