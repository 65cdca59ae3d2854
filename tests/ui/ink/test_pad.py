"""What is written on the pad by pen, finger or mouse is kept with pressure and time, once."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.domain.statements.strokes import drawing_from
from surveyor_app.ui.ink.pad import InkPad

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
    return make_pen(QInputDevice.Capability.Position | QInputDevice.Capability.Pressure)


def make_pen(measures: QInputDevice.Capability) -> QPointingDevice:
    return QPointingDevice(
        "pen",
        7,
        QInputDevice.DeviceType.Stylus,
        QPointingDevice.PointerType.Pen,
        measures,
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


def test_a_palm_that_lay_down_first_leaves_nothing_once_the_pen_comes(pad: InkPad, pen: QPointingDevice) -> None:
    palm = QTest.createTouchDevice()
    QTest.touchEvent(pad, palm).press(0, QPoint(300, 200)).commit()
    QTest.touchEvent(pad, palm).move(0, QPoint(304, 202)).commit()
    write_with_pen(pad, pen, [(10, 90), (50, 90), (90, 90)])
    QTest.touchEvent(pad, palm).move(0, QPoint(309, 204)).commit()
    QTest.touchEvent(pad, palm).release(0, QPoint(309, 204)).commit()
    (stroke,) = pad.drawing().strokes
    assert [point.x for point in stroke] == [100, 500]
    assert pad.pointer() == "pen"


def test_a_second_finger_neither_writes_nor_ends_the_stroke(pad: InkPad) -> None:
    fingers = QTest.createTouchDevice()
    QTest.touchEvent(pad, fingers).press(0, QPoint(20, 20)).commit()
    QTest.touchEvent(pad, fingers).stationary(0).press(1, QPoint(200, 200)).commit()
    QTest.touchEvent(pad, fingers).move(0, QPoint(60, 20)).release(1, QPoint(200, 200)).commit()
    QTest.touchEvent(pad, fingers).move(0, QPoint(90, 20)).commit()
    QTest.touchEvent(pad, fingers).release(0, QPoint(90, 20)).commit()
    (stroke,) = pad.drawing().strokes
    assert [point.x - stroke[0].x for point in stroke] == [0, 400, 700]


@pytest.mark.parametrize(
    "source", [Qt.MouseEventSource.MouseEventSynthesizedBySystem, Qt.MouseEventSource.MouseEventSynthesizedByQt]
)
def test_what_is_made_into_a_mouse_out_of_a_pen_counts_once(
    pad: InkPad, pen: QPointingDevice, source: Qt.MouseEventSource
) -> None:
    write_with_pen(pad, pen, [(10, 20), (30, 40), (50, 60)])
    kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)
    for kind, x in zip(kinds, (10, 30, 50), strict=True):
        at = QPointF(x, 20)
        QApplication.sendEvent(pad, QMouseEvent(kind, at, at, at, LEFT, LEFT, NO_KEYS, source))
    assert len(pad.drawing().strokes) == 1


def test_a_pen_that_measures_no_pressure_writes_at_full_pressure(pad: InkPad, qapp: QApplication) -> None:
    write_with_pen(pad, make_pen(QInputDevice.Capability.Position), [(10, 20), (30, 40), (50, 60)], pressure=0.0)
    assert {point.pressure for stroke in pad.drawing().strokes for point in stroke} == {1000}


def test_a_pad_tells_screen_readers_what_it_is_for(pad: InkPad) -> None:
    assert pad.accessibleName()
    pad.set_caption("李国强")
    assert pad.accessibleName() == "李国强"


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


def test_on_a_screen_of_two_hundred_percent_the_ink_is_as_fine_as_the_screen() -> None:
    # The scale is read once when Qt starts: another process.
    script = """
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from surveyor_app.ui.ink.pad import InkPad
app = QApplication([])
pad = InkPad()
pad.resize(400, 200)
pad.show()
QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(50, 100))
QTest.mouseMove(pad, QPoint(150, 100))
QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(150, 100))
picture = pad.grab().toImage()
drawing = pad.drawing()
dark = sum(picture.pixelColor(200, y).lightness() < 100 for y in range(picture.height()))
print(picture.width(), drawing.width, [point.x for point in drawing.strokes[0]], dark)
"""
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert run.stdout.split(maxsplit=2)[:2] == ["800", "4000"]
    assert "[500, 1500]" in run.stdout
    assert 3 <= int(run.stdout.split()[-1]) <= 6
