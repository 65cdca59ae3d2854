"""Drawing on the layer: by mouse, touch and keys; labels, handles, undo; what is hidden shows in blocks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.shapes import Shape, parse_points
from surveyor_app.operations.editing import records
from surveyor_app.operations.photos import annotating
from surveyor_app.operations.photos.annotating import NewShape
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.photos.evidence_model import ANNOTATED_ROLE
from surveyor_app.ui.photos.page import PhotosPage
from surveyor_app.ui.photos.viewer.large_view import LargeView
from tests.media.made_files import encoded, video
from tests.ui.conftest import OpenPage, Settle
from tests.ui.keyboard import press, write

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_page: OpenPage, tmp_path: Path, settle: Settle) -> PhotosPage:
    made = open_page(PhotosPage)
    assert isinstance(made, PhotosPage)
    for number in (1, 2):
        noise = Image.effect_noise((1000, 500), 90).convert("RGB")
        (tmp_path / f"{number}.jpg").write_bytes(encoded(noise, "JPEG"))
    made.importing.import_paths([tmp_path / "1.jpg", tmp_path / "2.jpg"])
    settle()
    made.grid.select(made.model.id_at(0) or "")
    return made


@pytest.fixture
def view(page: PhotosPage, settle: Settle) -> LargeView:
    made = page.annotate()
    assert made is not None
    made.resize(1200, 760)
    settle()
    assert made.annotating.is_on()
    return made


def shapes(desk: Desk) -> list[Annotation]:
    return record_access.list_all(desk.case, Annotation)


def place(view: LargeView, x: float, y: float) -> QPoint:
    """Return where a point of the picture (0 to 1) is shown."""
    width, height = view.sides.first.pane.pixels.size.toTuple()
    return view.sides.first.pane.mapFromScene(QPointF(x * width, y * height))


def drag(view: LargeView, start: tuple[float, float], end: tuple[float, float]) -> None:
    port = view.sides.first.pane.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, *start))
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    for step in (middle, end):
        QTest.mouseMove(port, place(view, *step))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, *end))


def click(view: LargeView, x: float, y: float) -> None:
    QTest.mouseClick(
        view.sides.first.pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, x, y)
    )


def near(points: str | None, shape: Shape, *expected: tuple[float, float]) -> bool:
    found = parse_points(points or "", shape)
    return all(
        abs(x / 10000 - a) < 0.01 and abs(y / 10000 - b) < 0.01 for (x, y), (a, b) in zip(found, expected, strict=True)
    )


@pytest.mark.parametrize(
    ("key", "shape"),
    [(Qt.Key.Key_1, Shape.ARROW), (Qt.Key.Key_3, Shape.CIRCLE), (Qt.Key.Key_4, Shape.BOX), (Qt.Key.Key_7, Shape.PIXELATE)],
)  # fmt: skip
def test_a_shape_is_drawn_by_dragging(view: LargeView, desk: Desk, settle: Settle, key: Qt.Key, shape: Shape) -> None:
    press(view, key)
    drag(view, (0.2, 0.2), (0.6, 0.5))
    settle()
    (record,) = shapes(desk)
    assert record.shape == shape
    assert near(record.points, shape, (0.2, 0.2), (0.6, 0.5))
    assert view.annotating.drawing.selected == record.id


def test_a_measured_line_asks_for_its_length(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_2)
    drag(view, (0.2, 0.5), (0.7, 0.5))
    assert "1.25 m" in view.annotating.entry.placeholderText()
    write(view.annotating.entry, "1.25 m")
    assert shapes(desk) == []
    press(view.annotating.entry, Qt.Key.Key_Return)
    settle()
    assert [(item.shape, item.label) for item in shapes(desk)] == [("line", "1.25 m")]


def test_text_is_typed_where_it_will_stand(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_5)
    click(view, 0.3, 0.4)
    write(view.annotating.entry, "右前大灯 A1")
    press(view.annotating.entry, Qt.Key.Key_Return)
    settle()
    assert [(item.shape, item.label) for item in shapes(desk)] == [("text", "右前大灯 A1")]
    assert view.annotating.is_on()


def test_nothing_typed_is_no_text(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_5)
    click(view, 0.3, 0.4)
    press(view.annotating.entry, Qt.Key.Key_Return)
    click(view, 0.3, 0.4)
    write(view.annotating.entry, "x")
    press(view.annotating.entry, Qt.Key.Key_Escape)
    settle()
    assert shapes(desk) == []
    assert view.isVisible()


def test_what_was_being_typed_is_kept_when_another_photo_comes(view: LargeView, desk: Desk, settle: Settle) -> None:
    first = view.sides.first.record
    press(view, Qt.Key.Key_5)
    click(view, 0.3, 0.4)
    write(view.annotating.entry, "划痕")
    view.step(1)
    settle()
    (record,) = shapes(desk)
    assert first is not None
    assert (record.evidence_uid, record.label) == (first.id, "划痕")
    assert view.sides.first.layer.shapes == []


def test_numbers_count_up(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_6)
    for x in (0.2, 0.4, 0.6):
        click(view, x, 0.5)
        settle()
    assert [item.label for item in shapes(desk)] == ["1", "2", "3"]


def test_a_shape_is_selected_moved_and_resized(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_4)
    drag(view, (0.2, 0.2), (0.4, 0.6))
    settle()
    press(view, Qt.Key.Key_V)
    view.annotating.drawing.select("")
    drag(view, (0.2, 0.4), (0.3, 0.5))
    settle()
    assert near(shapes(desk)[0].points, Shape.BOX, (0.3, 0.3), (0.5, 0.7))
    drag(view, (0.5, 0.7), (0.9, 0.9))
    settle()
    assert near(shapes(desk)[0].points, Shape.BOX, (0.3, 0.3), (0.9, 0.9))


def test_a_shape_is_moved_by_keys(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_4)
    drag(view, (0.2, 0.2), (0.4, 0.4))
    settle()
    before = parse_points(shapes(desk)[0].points or "", Shape.BOX)
    press(view, Qt.Key.Key_Right)
    settle()
    press(view, Qt.Key.Key_Down, SHIFT)
    settle()
    press(view, Qt.Key.Key_Left, CONTROL)
    settle()
    after = parse_points(shapes(desk)[0].points or "", Shape.BOX)
    assert after[0] == (before[0][0] + 20, before[0][1] + 200)
    assert after[1] == (before[1][0], before[1][1] + 200)


def test_tab_goes_through_the_shapes_and_then_on(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_6)
    for x in (0.2, 0.6):
        click(view, x, 0.5)
        settle()
    view.annotating.drawing.select("")
    ids = [item.id for item in shapes(desk)]
    for id_ in ids:
        press(view.sides.first.pane, Qt.Key.Key_Tab)
        assert view.annotating.drawing.selected == id_
    press(view.sides.first.pane, Qt.Key.Key_Tab)
    assert view.annotating.drawing.selected == ""


def test_delete_undo_and_redo(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_4)
    drag(view, (0.2, 0.2), (0.4, 0.4))
    settle()
    press(view, Qt.Key.Key_Delete)
    settle()
    assert view.sides.first.layer.shapes == []
    press(view, Qt.Key.Key_Z, CONTROL)
    settle()
    assert len(view.sides.first.layer.shapes) == 1
    press(view, Qt.Key.Key_Z, CONTROL | SHIFT)
    settle()
    assert view.sides.first.layer.shapes == []


def test_colour_and_width_are_those_chosen_and_can_be_changed(view: LargeView, desk: Desk, settle: Settle) -> None:
    view.annotating.tools.colors["blue"].click()
    view.annotating.tools.widths[80].click()
    press(view, Qt.Key.Key_1)
    drag(view, (0.2, 0.2), (0.6, 0.6))
    settle()
    assert (shapes(desk)[0].color, shapes(desk)[0].width) == ("blue", 80)
    view.annotating.tools.colors["green"].click()
    settle()
    assert shapes(desk)[0].color == "green"


def test_a_label_is_changed(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_6)
    click(view, 0.5, 0.5)
    settle()
    press(view, Qt.Key.Key_F2)
    view.annotating.entry.clear()
    write(view.annotating.entry, "12")
    press(view.annotating.entry, Qt.Key.Key_Return)
    settle()
    assert shapes(desk)[0].label == "12"
    press(view, Qt.Key.Key_V)
    port = view.sides.first.pane.viewport()
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place(view, 0.5, 0.5))
    assert view.annotating.entry.is_open()


def test_a_slip_of_the_mouse_draws_nothing(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_4)
    click(view, 0.5, 0.5)
    settle()
    assert shapes(desk) == []


def test_escape_leaves_step_by_step(view: LargeView) -> None:
    press(view, Qt.Key.Key_4)
    press(view, Qt.Key.Key_Escape)
    assert view.annotating.drawing.tool is None
    press(view, Qt.Key.Key_Escape)
    assert not view.annotating.is_on()
    assert view.isVisible()


def test_clearing_the_layer_is_taken_back_at_once(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_6)
    for x in (0.2, 0.6):
        click(view, x, 0.5)
        settle()
    view.annotating.tools.clear.click()
    settle()
    assert shapes(desk) == []
    view.annotating.tools.undo.click()
    settle()
    assert len(shapes(desk)) == 2


def test_a_finger_draws(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_4)
    port: QWidget = view.sides.first.pane.viewport()
    finger = QTest.createTouchDevice()
    QTest.touchEvent(port, finger).press(0, place(view, 0.2, 0.2), port).commit()
    for step in ((0.3, 0.3), (0.5, 0.5)):
        QTest.touchEvent(port, finger).move(0, place(view, *step), port).commit()
    QTest.touchEvent(port, finger).release(0, place(view, 0.5, 0.5), port).commit()
    settle()
    assert [item.shape for item in shapes(desk)] == ["box"]


def test_in_a_turned_view_shapes_land_where_they_are_drawn(view: LargeView, desk: Desk, settle: Settle) -> None:
    press(view, Qt.Key.Key_R)
    press(view, Qt.Key.Key_1)
    drag(view, (0.2, 0.3), (0.6, 0.7))
    settle()
    assert near(shapes(desk)[0].points, Shape.ARROW, (0.2, 0.3), (0.6, 0.7))


def test_a_pixelated_region_shows_in_blocks(view: LargeView, settle: Settle) -> None:
    view.sides.first.layer.add(NewShape(Shape.PIXELATE, ((2000, 2000), (6000, 8000)), "red", 45))
    settle()
    view.annotating.drawing.select("")
    image = view.sides.first.pane.grab().toImage()
    left, right = place(view, 0.2, 0.2), place(view, 0.6, 0.8)
    inside = image.copy(left.x() + 4, left.y() + 4, right.x() - left.x() - 8, right.y() - left.y() - 8)
    assert len(_colours(inside)) <= 12 * 12
    outside = image.copy(place(view, 0.7, 0.2).x(), place(view, 0.7, 0.2).y(), 100, 100)
    assert len(_colours(outside)) > 100


def test_the_layer_is_hidden_and_shown(view: LargeView, settle: Settle) -> None:
    view.sides.first.layer.add(NewShape(Shape.PIXELATE, ((0, 0), (10000, 10000)), "red", 45))
    settle()
    press(view, Qt.Key.Key_L)
    assert "hidden" in view.sides.first.details.text()
    assert not view.sides.first.item.isVisible()


def test_grid_and_inspector_show_the_layer(page: PhotosPage, desk: Desk, settle: Settle) -> None:
    settle()
    before = page.details.picture.grab().toImage()
    photo = page.model.id_at(0) or ""
    shape = NewShape(Shape.PIXELATE, ((0, 0), (10000, 10000)), "red", 45)
    desk.edits.do(lambda: annotating.add(desk.case, photo, shape))
    settle()
    assert page.model.index(0).data(ANNOTATED_ROLE) is True
    assert page.model.index(1).data(ANNOTATED_ROLE) is False
    assert page.details.picture.grab().toImage() != before
    page.grid.grab()


def test_a_refused_shape_is_told_and_not_shown(view: LargeView, desk: Desk, settle: Settle) -> None:
    view.sides.first.layer.add(NewShape(Shape.BOX, ((1, 1), (2, 2)), "red", 45))
    settle()
    assert view.annotating.note.property("tone") == "bad"
    assert view.sides.first.layer.shapes == []
    view.sides.first.layer.add(NewShape(Shape.BOX, ((1, 1), (2000, 2000)), "red", 45))
    settle()
    assert view.annotating.note.property("tone") == ""


def test_a_video_is_not_drawn_on(view: LargeView, page: PhotosPage, tmp_path: Path, settle: Settle) -> None:
    (tmp_path / "3.mp4").write_bytes(video())
    page.importing.import_paths([tmp_path / "3.mp4"])
    settle()
    view.step(1)
    view.step(1)
    settle()
    view.annotate(True)
    assert not view.annotating.is_on()


def _colours(image: QImage) -> set[int]:
    return {QColor(image.pixel(x, y)).rgb() for x in range(image.width()) for y in range(image.height())}


def test_a_finding_about_a_label_leads_to_its_photo_ready_to_be_drawn_on(
    page: PhotosPage, desk: Desk, settle: Settle
) -> None:
    photo = page.model.id_at(1) or ""
    drawn = {"evidence_uid": photo, "shape": "text", "points": "5000,5000", "color": "red", "label": "拒赔"}
    made = records.create(desk.case, Annotation, drawn)
    page.show_record(made.id, "label")
    settle()
    assert page.grid.selected_ids() == [photo]
    (large,) = page.findChildren(LargeView)
    assert large.annotating.is_on()
    large.close()
