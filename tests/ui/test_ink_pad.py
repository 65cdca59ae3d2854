"""What is written on the pad by pen, finger or mouse is kept with pressure and time, once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.strokes import drawing_from
from surveyor_app.ui.widgets.ink_dialog import InkDialog
from surveyor_app.ui.widgets.ink_pad import InkPad

NO_KEYS = Qt.KeyboardModifier.NoModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def pad(qtbot: QtBot, window: QWidget) -> InkPad:
    made = InkPad(window)
    made.setGeometry(0, 0, 640, 220)
    window.show()
    qtbot.waitExposed(window)
    return made


@pytest.fixture
def pen(qapp: QApplication) -> QPointingDevice:
    return QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
        1,
        1,
        "",
        QPointingDeviceUniqueId(),
    )


def write_with_pen(pad: QWidget, pen: QPointingDevice, places: list[tuple[int, int]], pressure: float = 0.5) -> None:
    """Send what a tablet sends: down, along, up."""
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(places) - 2), QEvent.Type.TabletRelease]
    for kind, (x, y) in zip(kinds, places, strict=True):
        at = QPointF(x, y)
        held = NONE if kind is QEvent.Type.TabletRelease else LEFT
        button = NONE if kind is QEvent.Type.TabletMove else LEFT
        event = QTabletEvent(kind, pen, at, at, pressure, 0, 0, 0, 0, 0, NO_KEYS, button, held)
        QApplication.sendEvent(pad, event)


def test_a_pen_leaves_points_with_pressure_in_tenths_of_a_pixel(pad: InkPad, pen: QPointingDevice) -> None:
    write_with_pen(pad, pen, [(10, 20), (30, 40), (50, 60), (50, 60)])
    (stroke,) = pad.drawing().strokes
    assert [(point.x, point.y, point.pressure) for point in stroke] == [
        (100, 200, 500),
        (300, 400, 500),
        (500, 600, 500),
    ]
    assert [point.ms for point in stroke] == sorted(point.ms for point in stroke)
    assert pad.pointer() == "pen"
    assert drawing_from(pad.drawing().to_bytes()) == pad.drawing()


def test_a_mouse_writes_at_full_pressure(pad: InkPad) -> None:
    QTest.mousePress(pad, LEFT, NO_KEYS, QPoint(10, 10))
    QTest.mouseMove(pad, QPoint(40, 10))
    QTest.mouseRelease(pad, LEFT, NO_KEYS, QPoint(40, 10))
    (stroke,) = pad.drawing().strokes
    assert [(point.x, point.pressure) for point in stroke] == [(100, 1000), (400, 1000)]
    assert pad.pointer() == "mouse"


def test_a_finger_writes_and_its_palm_does_not_while_the_pen_is_near(
    pad: InkPad, pen: QPointingDevice, qapp: QApplication
) -> None:
    finger = QTest.createTouchDevice()
    QTest.touchEvent(pad, finger).press(0, QPoint(20, 20)).commit()
    QTest.touchEvent(pad, finger).move(0, QPoint(60, 20)).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(60, 20)).commit()
    assert (len(pad.drawing().strokes), pad.pointer()) == (1, "touch")
    write_with_pen(pad, pen, [(10, 90), (90, 90)])
    QTest.touchEvent(pad, finger).press(0, QPoint(200, 200)).commit()
    QTest.touchEvent(pad, finger).release(0, QPoint(200, 200)).commit()
    assert len(pad.drawing().strokes) == 2


def test_the_last_stroke_is_taken_back_and_the_paper_cleared(pad: InkPad, pen: QPointingDevice) -> None:
    write_with_pen(pad, pen, [(10, 20), (30, 40), (50, 60)])
    write_with_pen(pad, pen, [(10, 90), (30, 90), (50, 90)])
    QTest.keyClick(pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(pad.drawing().strokes) == 1
    QTest.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.is_blank()


def test_on_turned_paper_the_writing_stands_as_its_writer_sees_it(pad: InkPad, pen: QPointingDevice) -> None:
    pad.set_turned(True)
    write_with_pen(pad, pen, [(640, 220), (540, 220), (540, 220)])
    (stroke,) = pad.drawing().strokes
    assert [(point.x, point.y) for point in stroke] == [(0, 0), (1000, 0)]


def test_the_ink_is_painted_where_the_pen_was(pad: InkPad, pen: QPointingDevice) -> None:
    write_with_pen(pad, pen, [(100, 100), (200, 100), (300, 100)], pressure=1.0)
    picture = pad.grab().toImage()
    ratio = picture.devicePixelRatio()
    assert picture.pixelColor(int(200 * ratio), int(100 * ratio)).lightness() < 80
    assert picture.pixelColor(int(200 * ratio), int(60 * ratio)).lightness() > 200


def test_nothing_is_accepted_before_something_was_written(qtbot: QtBot, window: QWidget, pen: QPointingDevice) -> None:
    dialog = InkDialog("Notice", "Please tell the truth.", "李国强", window)
    dialog.show()
    assert not dialog.done_button.isEnabled()
    write_with_pen(dialog.pad, pen, [(10, 20), (30, 40), (50, 60)])
    assert dialog.done_button.isEnabled()
    dialog.clear_button.click()
    assert not dialog.done_button.isEnabled()
    dialog.reject()
