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
    QTabBar,
    QWidget,
)

from surveyor_app.ui.base.elided_label import ElidedLabel

TITLE_BAR_PX = 32
"""The off-screen platform draws none; window managers do."""
SMALLEST_TARGET_PX = 32
FRAME_PX = 2


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


def _faults_of(widget: QWidget, dialog: QWidget, room: QRect) -> Iterator[str]:
    name = _name(widget)
    if isinstance(widget.parent(), QTabBar):
        return  # Qt's own, at the ends of a bar that scrolls
    area = scroller(widget)
    _bring_into_sight(widget)
    frame = area.viewport() if area is not None else dialog
    place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
    seen = place.intersected(frame.rect())
    # What is wider than its window at all is read by moving sideways.
    is_panned = area is not None and area.horizontalScrollBar().isVisible() and seen.width() >= frame.width()
    if seen.width() < place.width() and not is_panned:
        yield f"{name} is cut at the side: {place.width() - seen.width()} px"
    # A long text is read in parts.
    is_read = area is not None and isinstance(widget, QLabel)
    if seen.height() < (min(place.height(), frame.height()) if is_read else place.height()):
        yield f"{name} is cut above or below: {seen.height()} of {place.height()} px"
    if not _is_in_sight(widget, area, QRect(frame.mapToGlobal(seen.topLeft()), seen.size()), room):
        yield f"{name} is off the screen"
    yield from _cut_text(widget, name)


def _is_in_sight(widget: QWidget, area: QScrollArea | None, seen: QRect, room: QRect) -> bool:
    """Tell whether what is seen of a widget lies on the screen, as far as what scrolls all of it is as wide and high."""
    while area is not None:
        view = area.viewport()
        window = QRect(view.mapToGlobal(QPoint(0, 0)), view.size())
        if area.horizontalScrollBar().isVisible() and seen.width() > window.width():
            seen = QRect(max(seen.left(), window.left()), seen.top(), window.width(), seen.height())
        if area.verticalScrollBar().isVisible() and seen.height() > window.height():
            seen = QRect(seen.left(), max(seen.top(), window.top()), seen.width(), window.height())
        area = scroller(area)
    return room.contains(seen)


def _bring_into_sight(widget: QWidget) -> None:
    """Scroll as a person does: what the widget stands in, and then what that stands in."""
    area = scroller(widget)
    while area is not None:
        view = area.viewport()
        for bar, room, near, far in (
            (area.verticalScrollBar(), view.height(), QPoint.y, widget.height()),
            (area.horizontalScrollBar(), view.width(), QPoint.x, widget.width()),
        ):
            bar.setValue(bar.value() + max(near(widget.mapTo(view, QPoint(0, 0))) + far - room, 0))
            bar.setValue(bar.value() + min(near(widget.mapTo(view, QPoint(0, 0))), 0))
        area = scroller(area)


def _cut_text(widget: QWidget, name: str) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if not widget.text() or isinstance(widget, ElidedLabel):
            # That one says the whole in its tool tip.
            return
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                yield f"{name} has {widget.height()} of {needed} px in height"
        elif widget.width() < widget.sizeHint().width():
            yield f"{name} has {widget.width()} of {widget.sizeHint().width()} px in width"
    elif isinstance(widget, QAbstractButton):
        yield from _cut_button(widget, name)
    elif widget.height() < widget.minimumSizeHint().height():
        yield f"{name} has {widget.height()} of {widget.minimumSizeHint().height()} px in height"


def _cut_button(button: QAbstractButton, name: str) -> Iterator[str]:
    if not button.text():
        # A sign is painted in whatever a finger can hit.
        if min(button.width(), button.height()) < SMALLEST_TARGET_PX:
            yield f"{name} is {button.size().toTuple()}"
        return
    if button.toolTip() == button.text():
        return  # a line of a list, which says the whole in its tool tip
    least = QPushButton.sizeHint(button) if isinstance(button, QPushButton) else button.minimumSizeHint()
    if button.width() < least.width() or button.height() < least.height():
        yield f"{name} has {button.size().toTuple()}, needs {least.toTuple()}"


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


def page_faults(window: QWidget) -> Iterator[str]:
    """Say what of the window does not fit its screen: everything that shows in it can be reached and read."""
    room = window.screen().availableGeometry()
    taken = window.geometry()
    if taken.width() > room.width() or taken.height() + TITLE_BAR_PX > room.height():
        yield f"{taken.width()}×{taken.height()} on a screen of {room.width()}×{room.height()}"
    # Off screen a window has a frame: one as wide as its screen begins beside it.
    room.adjust(-FRAME_PX, -FRAME_PX, FRAME_PX, FRAME_PX)
    for widget in window.findChildren(QWidget):
        is_own = widget.window() is window and widget.isVisible()
        if is_own and isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QLabel):
            yield from _faults_of(widget, window, room)
