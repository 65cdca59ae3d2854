"""Previews that a case lacks are made while it is open, and the grid shows them."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.previews import PreviewKind, drop_previews, load_previews
from surveyor_app.domain.evidence import Evidence
from surveyor_app.operations.evidence import import_files
from surveyor_app.ui import record_access
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.pages.photos import PhotosPage
from tests.ui.conftest import OpenPage, Settle


def test_what_is_missing_is_made_and_shown(open_page: OpenPage, desk: Desk, settle: Settle, photos: list[Path]) -> None:
    import_files(desk.case, photos, desk.workers)
    drop_previews(desk.case)
    hashes = [item.sha256 or "" for item in record_access.list_all(desk.case, Evidence)]
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    settle()
    assert [page.thumbnails.find(sha256) for sha256 in hashes] == [None] * len(hashes)
    settle()
    page.missing.look()
    settle()
    settle()
    assert set(load_previews(desk.case, hashes, PreviewKind.PREVIEW)) == set(hashes)
    for sha256 in hashes:
        page.thumbnails.find(sha256)
    settle()
    assert None not in [page.thumbnails.find(sha256) for sha256 in hashes]
