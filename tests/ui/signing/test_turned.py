"""What is turned round is seen upside down, in its place, and pressed where it is seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from surveyor_app.ui.signing.turned import turn


def _picture(widget: QWidget) -> QImage:
    """What is seen of a widget, on a colour of no theme: on black, black letters would be nothing."""
    grabbed = widget.grab()
    picture = QImage(grabbed.size(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    painter.drawPixmap(0, 0, grabbed)
    painter.end()
    return picture


def test_a_turned_label_is_the_label_upside_down(qtbot: QtBot, window: QWidget) -> None:
    label = QLabel("请核对第 1 页并签名。", window)
    label.setGeometry(10, 10, 301, 41)
    window.show()
    qtbot.waitExposed(window)
    before = _picture(label)
    turn(label, True)
    turned = _picture(label)
    assert turned != before
    assert turned == before.transformed(QTransform().rotate(180))
    turn(label, False)
    assert _picture(label) == before


def test_a_turned_button_is_pressed_where_it_is_seen(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Next", window)
    button.setGeometry(10, 10, 120, 40)
    window.show()
    qtbot.waitExposed(window)
    turn(button, True)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
