"""Looks whether a window fits its screen: everything in it can be reached and read, and the deeds of a dialog always show."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

TITLE_BAR_PX = 32
"""The off-screen platform draws none; window managers do."""


def faults(dialog: QDialog) -> Iterator[str]:
    """Say what does not fit, a sentence each."""
    room = dialog.screen().availableGeometry()
    taken = dialog.geometry().adjusted(0, -TITLE_BAR_PX, 0, 0)
    if taken.width() > room.width() or taken.height() > room.height():
        yield f"{taken.width()}×{taken.height()} on a screen of {room.width()}×{room.height()}"
    deeds = [button for button in dialog.findChildren(QPushButton) if button.isVisible() and not scroller(button)]
    if not deeds and dialog.findChildren(QPushButton):
        yield "no button is always in sight"
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QLabel):
            yield from _faults_of(widget, dialog, room)
    yield from _overlaps(dialog)


def scroller(widget: QWidget) -> QScrollArea | None:
    """Return the area that scrolls a widget, ``None`` for one that stays where it is."""
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        held = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and held is not None and held.isAncestorOf(widget):
            return above
        above = above.parentWidget()
    return None


def _faults_of(widget: QWidget, dialog: QDialog, room: QRect) -> Iterator[str]:
    name = _name(widget)
    area = scroller(widget)
    if area is not None:
        bar, height = area.verticalScrollBar(), area.viewport().height()
        bar.setValue(bar.value() + max(widget.mapTo(area.viewport(), QPoint(0, widget.height())).y() - height, 0))
        bar.setValue(bar.value() + min(widget.mapTo(area.viewport(), QPoint(0, 0)).y(), 0))
    frame = area.viewport() if area is not None else dialog
    place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
    seen = place.intersected(frame.rect())
    if seen.width() < place.width():
        yield f"{name} is cut at the side: {place.width() - seen.width()} px"
    # A long text is read in parts.
    is_read = area is not None and isinstance(widget, QLabel)
    if seen.height() < (min(place.height(), frame.height()) if is_read else place.height()):
        yield f"{name} is cut above or below: {seen.height()} of {place.height()} px"
    if not room.contains(QRect(frame.mapToGlobal(seen.topLeft()), seen.size())):
        yield f"{name} is off the screen"
    yield from _cut_text(widget, name)


def _cut_text(widget: QWidget, name: str) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if not widget.text():
            return
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                yield f"{name} has {widget.height()} of {needed} px in height"
        elif widget.width() < widget.sizeHint().width():
            yield f"{name} has {widget.width()} of {widget.sizeHint().width()} px in width"
    elif isinstance(widget, QAbstractButton):
        least = QPushButton.sizeHint(widget) if isinstance(widget, QPushButton) else widget.minimumSizeHint()
        if widget.width() < least.width() or widget.height() < least.height():
            yield f"{name} has {widget.size().toTuple()}, needs {least.toTuple()}"
    elif widget.height() < widget.minimumSizeHint().height():
        yield f"{name} has {widget.height()} of {widget.minimumSizeHint().height()} px in height"


def _overlaps(dialog: QDialog) -> Iterator[str]:
    controls = [
        (widget, QRect(widget.mapTo(dialog, QPoint(0, 0)), widget.size()))
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible() and isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QLabel)
    ]
    for place, (one, first) in enumerate(controls):
        for other, second in controls[place + 1 :]:
            if scroller(one) is scroller(other) and first.intersects(second) and not one.isAncestorOf(other):
                yield f"{_name(one)} lies over {_name(other)}"


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    said = widget.accessibleName() or (text() if text is not None else "")
    return f"{type(widget).__name__} “{said[:40]}”"
