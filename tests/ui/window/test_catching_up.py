"""A case that lacks previews when it is opened: they are made behind everything else, and the photos show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from surveyor_app.casefile.measures import load_measures
from surveyor_app.operations.intake import deriving, evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.evidence_model import PIXMAP_ROLE
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.window import catching_up
from surveyor_app.ui.window.case_view import CaseView
from tests.local_rows import drop_measures, drop_previews
from tests.media.made_files import encoded, photo_with_thumbnail
from tests.ui.conftest import TIMEOUT_MS, Settle
from tests.ui.sources.source_lines import photos_page, watched_case


@pytest.fixture
def lacking(desk: Desk, photos: list[Path]) -> Desk:
    """A case of three photos whose previews and measures are gone."""
    evidence.import_files(desk.case, photos, desk.workers)
    drop_previews(desk.case)
    drop_measures(desk.case)
    return desk


@pytest.fixture
def view(lacking: Desk, window: QWidget, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaseView]:
    # Each test looks itself.
    monkeypatch.setattr(catching_up, "FIRST_MS", 3_600_000)
    monkeypatch.setattr(catching_up, "AGAIN_MS", 3_600_000)
    with watched_case(lacking, window, settle) as made:
        yield made


def _pictures(page: PhotosPage, settle: Settle) -> list[QPixmap | None]:
    """Ask for every picture as a paint does, and return them once they were read."""
    rows = range(page.model.rowCount())
    for row in rows:
        page.model.data(page.model.index(row), PIXMAP_ROLE)
    settle()
    return [page.model.data(page.model.index(row), PIXMAP_ROLE) for row in rows]


def _tint(picture: QPixmap | None) -> QColor:
    assert picture is not None
    return picture.toImage().pixelColor(5, 5)


def test_missing_previews_are_made_and_shown(view: CaseView, lacking: Desk, settle: Settle, qtbot: QtBot) -> None:
    page = photos_page(view)
    settle()
    page.grid.select(page.model.id_at(0) or "")
    assert _pictures(page, settle) == [None, None, None]
    view.catching_up.look()
    # What was made is announced in bundles.
    qtbot.waitUntil(lambda: None not in _pictures(page, settle), timeout=TIMEOUT_MS)
    assert len(load_measures(lacking.case)) == 3
    assert deriving.underived(lacking.case) == []


def test_the_photo_in_the_inspector_shows_its_preview_too(view: CaseView, settle: Settle, qtbot: QtBot) -> None:
    page = photos_page(view)
    settle()
    page.grid.select(page.model.id_at(0) or "")
    settle()
    before = page.details.picture.grab().toImage()
    view.catching_up.look()
    settle()

    def is_shown() -> bool:
        return bool(page.details.picture.grab().toImage() != before)

    qtbot.waitUntil(is_shown, timeout=TIMEOUT_MS)


def test_the_cameras_own_thumbnail_is_the_first_look(
    desk: Desk, window: QWidget, settle: Settle, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A photo that lacks its preview is painted at once; ours takes its place once it is made; a damaged one shows none."""
    red, blue = (encoded(Image.new("RGB", (160, 120), colour), "JPEG") for colour in ("red", "blue"))
    paths = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for path, tint, look in ((paths[0], "#00ff00", red), (paths[1], "#00fe00", blue)):
        path.write_bytes(photo_with_thumbnail(Image.new("RGB", (640, 480), tint), look))
    evidence.import_files(desk.case, paths, desk.workers)
    drop_previews(desk.case)
    with desk.case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        # Behind the header: only reading all of it shows that it is damaged.
        change = "UPDATE blob_part SET data = substr(data, 1, length(data) - 9) || x'00' || substr(data, -8) WHERE blob_id = 2"
        session.execute(text(change))
    monkeypatch.setattr(catching_up, "FIRST_MS", 3_600_000)
    with watched_case(desk, window, settle) as view:
        page = photos_page(view)
        settle()
        first, second = _pictures(page, settle)
        assert _tint(first).red() > 200
        assert second is None
        view.catching_up.look()
        # What was made is announced in bundles.
        qtbot.waitUntil(lambda: _tint(_pictures(page, settle)[0]).green() > 200, timeout=TIMEOUT_MS)
        assert _pictures(page, settle)[1] is None


def test_it_waits_while_other_long_work_runs(view: CaseView, lacking: Desk, photos: list[Path], settle: Settle) -> None:
    photos_page(view).importing.import_paths(photos)
    view.catching_up.look()
    settle()
    assert len(deriving.underived(lacking.case)) == 3


def test_nothing_is_made_of_a_closing_case(view: CaseView, lacking: Desk, settle: Settle) -> None:
    view.catching_up.look()
    view.stop_watching()
    lacking.jobs.after_all(lambda: None, view)
    settle()
    assert len(deriving.underived(lacking.case)) == 3


def test_a_whole_case_has_nothing_made(view: CaseView, lacking: Desk, settle: Settle) -> None:
    deriving.derive_missing(lacking.case, lacking.workers)
    shown: list[str] = []
    lacking.jobs.listed.connect(lambda: shown.extend(job.title for job in lacking.jobs.running()))
    view.catching_up.look()
    settle()
    assert shown == []
