"""Photos: import by file and drop, order, caption, filter, withdrawal with undo, the inspector's facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence_lines import read_lines
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, shown_ids
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.sources.import_outcome import ImportOutcome
from surveyor_app.ui.window.case_view import CaseView
from surveyor_app.ui.window.toasts import Toast, ToastHost
from tests.media.made_files import encoded, exif_block, quadrants
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write


@pytest.fixture
def page(open_page: OpenPage, photos: list[Path], settle: Settle) -> PhotosPage:
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    made.importing.import_paths(photos)
    settle()
    return made


def _evidence(desk: Desk) -> list[Evidence]:
    return record_access.list_all(desk.case, Evidence)


def _words(page: PhotosPage) -> str:
    return "\n".join(label.text() for label in page.details.findChildren(QLabel) if not label.isHidden())


def test_imported_photos_show_in_order_with_their_thumbnails(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    assert page.model.rowCount() == 3
    assert page.state_label.text().startswith("3 originals")
    page.grab()
    settle()
    assert page.thumbnails.is_idle()
    assert [record.file_name for record in _evidence(desk)] == ["sample-01.jpg", "sample-02.jpg", "sample-03.jpg"]


def test_the_same_file_twice_is_told_and_kept_once(
    page: PhotosPage, photos: list[Path], toasts: ToastHost, settle: Settle
) -> None:
    page.importing.import_paths(photos[:1])
    settle()
    assert page.model.rowCount() == 3
    assert "1 already there" in toasts.texts()[-1]
    assert page.importing.last_result is not None
    outcome = ImportOutcome(page, page.importing.last_result)
    assert "already there" in outcome.lines[0]


def test_an_unreadable_picture_is_stored_and_says_why(page: PhotosPage, tmp_path: Path, settle: Settle) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0" + b"no picture" * 40)
    page.importing.import_paths([broken])
    settle()
    assert page.model.rowCount() == 4
    page.grid.select(page.model.id_at(3) or "")
    assert "No preview" in _words(page)


def test_a_pasted_picture_is_imported(page: PhotosPage, settle: Settle) -> None:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(image)
    page.importing.paste()
    settle()
    assert page.model.rowCount() == 4
    record = page.model.record(page.model.id_at(3) or "")
    assert record is not None
    assert (record.format or "").lower() == "png"
    assert record.source == "clipboard"


def test_a_picture_without_pixels_on_the_clipboard_is_none(
    page: PhotosPage, desk: Desk, toasts: ToastHost, settle: Settle
) -> None:
    before = record_access.list_all(desk.case, Evidence)
    QGuiApplication.clipboard().setImage(QImage())
    page.importing.paste()
    settle()
    assert "clipboard" in toasts.texts()[-1]
    assert record_access.list_all(desk.case, Evidence) == before


def test_an_empty_clipboard_is_told(page: PhotosPage, toasts: ToastHost) -> None:
    QGuiApplication.clipboard().clear()
    page.importing.paste()
    assert "clipboard" in toasts.texts()[-1]


def test_inspector_shows_facts_and_custody(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    page.grid.select(page.model.id_at(1) or "")
    settle()
    record = _evidence(desk)[1]
    words = _words(page).replace("\u200b", "")
    assert "No. 2" in words
    assert record.sha256 is not None
    assert record.sha256 in words
    assert "2026-11-20 14:04" in words
    assert "sample-02.jpg" in words
    assert "Sample camera" in words


def test_custody_names_where_the_same_bytes_were_found_again(
    page: PhotosPage, desk: Desk, tmp_path: Path, settle: Settle
) -> None:
    page.grid.select(page.model.id_at(1) or "")
    settle()
    assert "The same bytes also at" not in _words(page)
    original = b"".join(evidence.original(desk.case, _evidence(desk)[1].sha256 or ""))
    copies = [tmp_path / f"copy-{number}.jpg" for number in range(7)]
    for path in copies:
        path.write_bytes(original)
    page.importing.import_paths(copies)
    settle()
    words = _words(page).replace("\u200b", "")
    assert words.count("The same bytes also at") == 6
    assert f"{copies[4]}" in words
    assert f"{copies[5]}" not in words
    assert "2 more places" in words


def test_a_time_in_an_odd_spelling_is_sorted_by_and_shown_as_it_was_written(
    page: PhotosPage, desk: Desk, tmp_path: Path, settle: Settle, qtbot: QtBot
) -> None:
    written = {"a.jpg": "下午02:30:00", "b.jpg": "09:00:00", "c.jpg": "晚上12:30:00"}
    for name, clock in written.items():
        block = exif_block(DateTimeOriginal=f"2026:11:21 {clock}")
        (tmp_path / name).write_bytes(encoded(quadrants(), "JPEG", exif=block, comment=name.encode()))
    page.importing.import_paths([tmp_path / name for name in written])
    settle()
    lines = {line.id: line for line in read_lines(desk.case)}
    order = shown_ids(PhotoView(sorting=Sorting.TIME), list(lines.values()), {})
    assert [lines[id_].file_name for id_ in order][-3:] == ["b.jpg", "a.jpg", "c.jpg"]
    page.grid.select(order[-2])
    settle()
    words = _words(page).replace("\u200b", "")
    assert "2026-11-21 14:30" in words
    assert "DateTimeOriginal 2026:11:21 下午02:30:00" in words
    page.grid.select(order[-1])
    qtbot.waitUntil(lambda: "because morning or afternoon is not clear" in _words(page).replace("\u200b", ""))


def test_the_stored_original_is_checked_on_demand(page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    page.details.check_button.click()
    settle()
    assert page.details.verdict.label.text() == "The stored original matches its hash."
    page.grid.select(page.model.id_at(1) or "")
    assert page.details.verdict.isHidden()


def test_a_caption_is_written_when_it_is_left(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    settle()
    write(page.details.caption.control, "右前大灯破损")
    press(page.details.caption.control, Qt.Key.Key_Return)
    settle()
    assert _evidence(desk)[0].caption == "右前大灯破损"


def test_another_photo_chosen_in_mid_typing_keeps_the_caption(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    settle()
    write(page.details.caption.control, "一")
    page.grid.select(page.model.id_at(1) or "")
    settle()
    assert [record.caption for record in _evidence(desk)] == ["一", None, None]


def test_withdrawing_asks_why_and_undo_brings_it_back(
    page: PhotosPage, desk: Desk, toasts: ToastHost, settle: Settle
) -> None:
    first = page.model.id_at(0) or ""
    page.grid.select(first)
    page.withdraw_button.click()
    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    reasons = [action for action in menu.actions() if action.isEnabled()]
    reasons[0].trigger()
    menu.close()
    settle()
    assert page.model.row_of(first) is None
    with_reason = record_access.get(desk.case, Evidence, first)
    assert with_reason is not None
    assert with_reason.withdrawn_reason == reasons[0].text()
    toast = toasts.findChildren(Toast)[-1]
    toast.button.click()
    settle()
    assert page.model.row_of(first) == 0


def test_dragging_changes_the_order_and_the_numbers(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    ids = [page.model.id_at(row) or "" for row in range(3)]
    data = page.model.mimeData([page.model.index(2)])
    at = page.grid.visualRect(page.model.index(0)).center()
    at.setX(page.grid.visualRect(page.model.index(0)).left() + 4)
    event = QDropEvent(
        QPointF(at), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.grid.dropEvent(event)
    settle()
    assert [record.id for record in _evidence(desk)] == [ids[2], ids[0], ids[1]]
    assert page.model.known.number_of(ids[2]) == 1


def test_keys_move_a_photo_forward_and_back(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    ids = [page.model.id_at(row) or "" for row in range(3)]
    page.grid.select(ids[0])
    page.handling.shift(1)
    settle()
    assert [record.id for record in _evidence(desk)] == [ids[1], ids[0], ids[2]]
    page.handling.shift(-1)
    settle()
    assert [record.id for record in _evidence(desk)] == ids


def test_chips_show_one_class(page: PhotosPage) -> None:
    page.chips["video"].click()
    assert page.model.rowCount() == 0
    page.chips["photo"].click()
    assert page.model.rowCount() == 3


def test_space_opens_a_photo_in_the_grid_and_presses_a_button_elsewhere(page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    page.chips["video"].setFocus()
    press(page.chips["video"], Qt.Key.Key_Space)
    assert page.model.rowCount() == 0
    assert page.findChildren(LargeView) == []
    page.chips[""].click()
    page.grid.select(page.model.id_at(0) or "")
    page.grid.setFocus()
    press(page.grid, Qt.Key.Key_Space)
    (view,) = page.findChildren(LargeView)
    settle()
    view.close()


def test_full_screen_shows_the_neighbours(page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    view = page.open_large()
    assert isinstance(view, LargeView)
    settle()
    assert isinstance(view, LargeView)
    assert view.sides.first.pane.pixels.size.width() > 1000
    press(view, Qt.Key.Key_Right)
    settle()
    assert page.grid.current_id() == page.model.id_at(1)
    view.close()


def test_files_dropped_anywhere_in_the_window_are_imported(
    desk: Desk, photos: list[Path], window: QWidget, settle: Settle
) -> None:
    view = CaseView(desk, window)
    desk.jobs.changed.connect(view.apply)
    view.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photos[0].parent))])
    drop = QDropEvent(
        QPointF(300, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    view.dropEvent(drop)
    settle()
    current = view.current()
    assert isinstance(current, PhotosPage)
    assert current.model.rowCount() == 3


def test_keys_of_the_page_work_while_the_keyboard_is_elsewhere(
    page: PhotosPage, window: QWidget, photos: list[Path], toasts: ToastHost, settle: Settle
) -> None:
    rail = QPushButton("rail", window)
    rail.show()
    rail.setFocus()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    QGuiApplication.clipboard().setMimeData(data)
    press(rail, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "1 already there" in toasts.texts()[-1]
