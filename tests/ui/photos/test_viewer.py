"""The viewer: finer pixels when zoomed, turning the view alone, comparing, histogram, facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsPixmapItem
from pytestqt.qtbot import QtBot

from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.viewer.histogram import count
from surveyor_app.ui.photos.viewer.large_view import LargeView
from surveyor_app.ui.photos.viewer.photo_panel import upright_size
from surveyor_app.ui.photos.viewer.picture_pane import PicturePane
from tests.media.made_files import encoded, exif, quadrants
from tests.media.test_paged import tiff_of
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_page: OpenPage, tmp_path: Path, settle: Settle) -> PhotosPage:
    """Three photos: 2400 x 1600 with fine detail, one to be turned, and a small one; then a file without a picture."""
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    files = {
        "1.jpg": encoded(Image.effect_noise((2400, 1600), 60).convert("RGB"), "JPEG"),
        "2.jpg": encoded(quadrants(2000, 1200), "JPEG", exif=exif(Orientation=6)),
        "3.jpg": encoded(quadrants(300, 200), "JPEG"),
        "4.jpg": b"\xff\xd8\xff\xe0" + b"no picture" * 40,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    made.importing.import_paths([tmp_path / name for name in files])
    settle()
    return made


@pytest.fixture
def view(page: PhotosPage, settle: Settle) -> LargeView:
    page.grid.select(page.model.id_at(0) or "")
    made = page.open_large()
    assert isinstance(made, LargeView)
    made.resize(1200, 700)
    settle()
    return made


def _pixels(pane: PicturePane) -> QSize:
    """Return how many pixels of the picture are painted now."""
    (shown,) = [item for item in pane.scene().items() if isinstance(item, QGraphicsPixmapItem)]
    return shown.pixmap().size()


def test_the_preview_is_shown_first_and_every_pixel_when_zoomed(view: LargeView, settle: Settle) -> None:
    pane = view.sides.first.pane
    assert (pane.pixels.size, _pixels(pane).width()) == (QSize(2400, 1600), 1600)
    assert pane.scale_now() < 1
    press(view, Qt.Key.Key_1)
    settle()
    assert pane.scale_now() == 1
    assert _pixels(pane) == QSize(2400, 1600)
    press(view, Qt.Key.Key_0)
    assert pane.mapFromScene(QPointF(0, 0)).x() >= 0


def test_a_photo_that_was_left_meanwhile_is_not_shown(view: LargeView, settle: Settle) -> None:
    press(view, Qt.Key.Key_1)
    press(view, Qt.Key.Key_Right)
    settle()
    assert view.sides.first.pane.pixels.size == QSize(1200, 2000)
    assert view.sides.first.pane.pixels.preview.size() == QSize(960, 1600)


def test_the_wheel_zooms_at_the_mouse(view: LargeView) -> None:
    pane = view.sides.first.pane
    at = QPointF(300, 200)
    before = pane.scale_now()
    wheel = QWheelEvent(at, pane.viewport().mapToGlobal(at), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(pane.viewport(), wheel)
    assert pane.scale_now() == pytest.approx(before * 1.25**2)


def test_zoom_is_bounded(view: LargeView, settle: Settle) -> None:
    for _ in range(40):
        press(view, Qt.Key.Key_Plus)
    assert view.sides.first.pane.scale_now() == 8
    for _ in range(60):
        press(view, Qt.Key.Key_Minus)
    assert view.sides.first.pane.scale_now() > 0.05
    settle()


def test_the_view_is_turned_and_says_that_the_original_is_not(view: LargeView, desk: Desk, settle: Settle) -> None:
    before = view.sides.first.record
    press(view, Qt.Key.Key_R)
    assert view.sides.first.pane.angle() == 90
    assert "the original is unchanged" in view.sides.first.details.text()
    press(view, Qt.Key.Key_R, SHIFT)
    press(view, Qt.Key.Key_R, SHIFT)
    assert view.sides.first.pane.angle() == 270
    press(view, Qt.Key.Key_Right)
    settle()
    assert view.sides.first.pane.angle() == 0
    press(view, Qt.Key.Key_Left)
    settle()
    assert view.sides.first.record == before


def test_facts_are_told(view: LargeView, settle: Settle) -> None:
    assert view.sides.first.number.text() == "No. 1"
    assert view.sides.first.caption.text() == "1.jpg"
    assert "no time" in view.sides.first.details.text()


def test_two_are_compared_and_zoomed_together(view: LargeView, page: PhotosPage, settle: Settle) -> None:
    press(view, Qt.Key.Key_C)
    settle()
    assert [panel.number.text() for panel in view.sides.panels] == ["No. 1", "No. 2"]
    assert view.sides.current is view.sides.second
    press(view, Qt.Key.Key_Plus)
    first, second = (panel.pane.look().zoom for panel in view.sides.panels)
    assert first == pytest.approx(second)
    assert second > 1
    press(view, Qt.Key.Key_S)
    press(view, Qt.Key.Key_Plus)
    assert view.sides.second.pane.look().zoom > view.sides.first.pane.look().zoom * 1.1
    press(view, Qt.Key.Key_Right)
    settle()
    assert [panel.number.text() for panel in view.sides.panels] == ["No. 1", "No. 3"]
    assert page.grid.current_id() == page.model.id_at(0)
    press(view, Qt.Key.Key_Escape)
    assert not view.sides.is_comparing()
    assert view.isVisible()


def test_panning_one_pans_the_other(view: LargeView, settle: Settle) -> None:
    press(view, Qt.Key.Key_C)
    settle()
    view.sides.second.pane.zoom(6)
    view.sides.second.pane.centerOn(200, 300)
    looks = [panel.pane.look() for panel in view.sides.panels]
    assert looks[0].x == pytest.approx(looks[1].x, abs=0.1)
    assert looks[0].y == pytest.approx(looks[1].y, abs=0.1)
    settle()


def test_the_two_selected_are_compared(page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(0) or "")
    model = page.grid.selectionModel()
    model.select(page.model.index(2), model.SelectionFlag.Select)
    view = page.open_large()
    assert isinstance(view, LargeView)
    settle()
    view.bar.compare.click()
    settle()
    assert [panel.number.text() for panel in view.sides.panels] == ["No. 1", "No. 3"]


def test_the_last_photo_is_compared_with_the_one_before(view: LargeView, page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(3) or "")
    view.show_record(page.model.record(page.model.id_at(3) or "") or Evidence(id=RecordId("x")))
    settle()
    view.compare(True)
    settle()
    assert [panel.number.text() for panel in view.sides.panels] == ["No. 4", "No. 3"]


def test_without_a_preview_it_says_so_and_cannot_be_drawn_on(view: LargeView, page: PhotosPage, settle: Settle) -> None:
    page.grid.select(page.model.id_at(2) or "")
    press(view, Qt.Key.Key_Right)
    settle()
    assert "no preview" in view.sides.first.nothing.text()
    press(view, Qt.Key.Key_A)
    assert not view.annotating.is_on()
    press(view, Qt.Key.Key_1)
    settle()


def test_the_histogram_counts_what_is_there(view: LargeView, settle: Settle) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    counts = count(image)
    assert counts.red[255] == counts.green[0] == sum(counts.luminance) == 256 * 256
    press(view, Qt.Key.Key_H)
    settle()
    assert view.sides.first.histogram.histogram is not None
    view.grab()
    press(view, Qt.Key.Key_H)
    assert view.sides.first.histogram.isHidden()


def test_arrow_keys_on_a_button_go_to_another_photo(view: LargeView, settle: Settle) -> None:
    view.bar.fit.setFocus()
    press(view.bar.fit, Qt.Key.Key_Right)
    settle()
    assert view.sides.first.number.text() == "No. 2"


def test_space_closes(view: LargeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.finished):
        press(view, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("recorded", "preview", "size"),
    [((4000, 3000), (1600, 1200), (4000, 3000)), ((4000, 3000), (1200, 1600), (3000, 4000)), ((None, None), (80, 40), (80, 40)),
     ((10, 10), (80, 40), (80, 40))],
)  # fmt: skip
def test_the_scene_has_the_originals_pixels(
    recorded: tuple[int | None, int | None], preview: tuple[int, int], size: tuple[int, int]
) -> None:
    record = Evidence(id=RecordId("a"), width_px=recorded[0], height_px=recorded[1])
    image = QImage(QSize(*preview), QImage.Format.Format_RGB32)
    assert upright_size(record, image) == QSize(*size)


def test_every_page_of_a_paper_is_shown(page: PhotosPage, tmp_path: Path, settle: Settle) -> None:
    (tmp_path / "scan.tif").write_bytes(tiff_of(3, (200, 300)))
    page.importing.import_paths([tmp_path / "scan.tif"])
    settle()
    page.grid.select(page.model.id_at(4) or "")
    view = page.open_large()
    assert isinstance(view, LargeView)
    settle()
    panel = view.sides.first
    assert "Page 1 of 3" in panel.details.text()
    for key, told in (
        (Qt.Key.Key_PageDown, 2),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageDown, 3),
        (Qt.Key.Key_PageUp, 2),
    ):
        press(view, key)
        settle()
        assert f"Page {told} of 3" in panel.details.text()
    assert panel.pane.pixels.preview.size() == QSize(200, 300)
    assert not view.annotating.is_possible(), "a layer lies on the first page"
