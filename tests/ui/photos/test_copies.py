"""Copies for a receiver as a person makes them: kind, stamp, which photos, the look of one, and the folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from surveyor_app.data_files import resources_dir
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.photos.stamp_templates import FILE, with_own_stamps
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos import copies as photo_copies
from surveyor_app.ui.photos.copies_dialog import CopiesDialog
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.wording.rendition_profiles import load_profiles
from tests.ui.conftest import OpenPage, Settle

PROFILES = load_profiles(resources_dir())


@pytest.fixture
def page(open_page: OpenPage, desk: Desk, photos: list[Path], settle: Settle) -> PhotosPage:
    evidence.import_files(desk.case, photos, desk.workers)
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    settle()
    return page


@pytest.fixture
def target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(photo_copies, "ask_folder", lambda _parent, _title, _name: tmp_path / "copies")
    return tmp_path / "copies"


def opened(page: PhotosPage) -> CopiesDialog:
    dialog = page.copies.open()
    assert dialog is not None
    return dialog


def pixels(dialog: CopiesDialog) -> bytes:
    return bytes(dialog.picture.pixmap().toImage().constBits())


def test_all_photos_are_copied_with_a_list(page: PhotosPage, desk: Desk, target: Path, settle: Settle) -> None:
    dialog = opened(page)
    dialog.kind.setCurrentIndex(list(PROFILES).index("legacy_upload"))
    assert "800" in dialog._rule.text()
    dialog.write_button.click()
    settle()
    lines = (target / "renditions.tsv").read_text().splitlines()[1:]
    assert len(lines) == 3
    for line in lines:
        name, original, copy, problem = line.split("\t")
        assert hashlib.sha256((target / name).read_bytes()).hexdigest() == copy
        assert original != copy
        assert problem == ""
    assert not (desk.profile.folder / FILE).exists()


def test_only_the_photos_selected_are_copied(page: PhotosPage, target: Path, settle: Settle) -> None:
    page.grid.select(page.model.id_at(1) or "")
    dialog = opened(page)
    assert not dialog.is_selection_only()
    dialog.selected_button.click()
    dialog.write_button.click()
    settle()
    assert [path.name[:4] for path in sorted(target.glob("*.jpg"))] == ["0002"]


def test_a_changed_stamp_is_seen_at_once_and_kept(
    page: PhotosPage, desk: Desk, target: Path, settle: Settle, qtbot: QtBot
) -> None:
    dialog = opened(page)
    assert not dialog.reset_button.isVisibleTo(dialog)
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull())
    before = pixels(dialog)
    dialog.stamp.text.clear()
    QTest.keyClicks(dialog.stamp.text, "ABC ")
    dialog.stamp.fields["number"].click()
    assert dialog.stamp.lines() == ["ABC {number}"]
    qtbot.waitUntil(lambda: pixels(dialog) != before)
    assert dialog.reset_button.isVisibleTo(dialog)
    dialog.write_button.click()
    settle()
    assert (target / "SHA256SUMS").exists()
    assert with_own_stamps(PROFILES, desk.profile.folder)["rendition"].stamp == ("ABC {number}",)
    again = opened(page)
    assert again.stamp.lines() == ["ABC {number}"]
    again.reset_button.click()
    assert tuple(again.stamp.lines()) == PROFILES["rendition"].stamp
    again.write_button.click()
    settle()
    assert (target.with_name("copies-2") / "SHA256SUMS").exists()
    assert with_own_stamps(PROFILES, desk.profile.folder) == PROFILES


def test_a_stamp_with_an_unknown_field_cannot_be_written(page: PhotosPage) -> None:
    dialog = opened(page)
    dialog.stamp.text.setPlainText("{claim}")
    assert not dialog.write_button.isEnabled()
    assert "{claim}" in dialog.note.label.text()
    dialog.stamp.text.setPlainText("{shot}")
    assert dialog.write_button.isEnabled()
    assert not dialog.note.isVisibleTo(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_written_for_one_kind_stays_while_another_is_looked_at(page: PhotosPage) -> None:
    dialog = opened(page)
    dialog.stamp.text.setPlainText("{shot}")
    dialog.kind.setCurrentIndex(1)
    assert tuple(dialog.stamp.lines()) == PROFILES["legacy_upload"].stamp
    dialog.kind.setCurrentIndex(0)
    assert dialog.stamp.lines() == ["{shot}"]


def test_a_broken_file_of_stamps_is_said_and_stays(page: PhotosPage, desk: Desk, target: Path, settle: Settle) -> None:
    (desk.profile.folder / FILE).write_text("broken")
    opened(page).write_button.click()
    settle()
    assert (target / "SHA256SUMS").exists()
    assert (desk.profile.folder / FILE).read_text() == "broken"


def test_without_a_photo_there_is_nothing_to_copy(open_page: OpenPage) -> None:
    page = open_page(PhotosPage)
    assert isinstance(page, PhotosPage)
    assert page.copies.open() is None


def test_a_dialog_that_is_closed_while_it_draws_is_left_in_peace(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    dialog = opened(page)
    dialog._start_drawing()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert not shiboken6.isValid(dialog)


def test_of_a_damaged_original_no_copy_is_shown_or_written(
    page: PhotosPage, desk: Desk, target: Path, settle: Settle, qtbot: QtBot
) -> None:
    with desk.case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(length(data))"))
    dialog = opened(page)
    qtbot.waitUntil(lambda: dialog.picture.text() == "There is no picture of this photo.")
    dialog.write_button.click()
    settle()
    assert not (target / "renditions.tsv").exists()
