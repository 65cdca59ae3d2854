"""Small makers for labels, buttons and layouts that carry the window's look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from surveyor_app.ui.base import icons

CHIP_SIDE_PX = 16
"""Beside the text of a chip: padding and border of the stylesheet, and a little."""


def label(role: str = "", text: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Return a label with a role of the stylesheet; text never is rich, so data cannot smuggle markup in."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    return result


def set_tone(widget: QWidget, tone: str) -> None:
    """Colour a widget as ok, warn or bad; empty for none. A word beside it must say the same."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        repolish(widget)


def repolish(widget: QWidget) -> None:
    """Apply the stylesheet anew after a property changed; what was never shown is styled when it is."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def button(role: str = "", on_click: Callable[[], None] | None = None, parent: QWidget | None = None) -> QPushButton:
    """Return a push button; its text and icon are set by the owner's ``retranslate``."""
    result = QPushButton(parent)
    if role:
        result.setProperty("role", role)
    result.setIconSize(QSize(20, 20))
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        result.clicked.connect(lambda: on_click())
    return result


def tool(on_click: Callable[[], None] | None = None, role: str = "quiet", parent: QWidget | None = None) -> QToolButton:
    """Return a square button with an icon; its accessible name and tool tip are set with :func:`name`."""
    result = QToolButton(parent)
    result.setProperty("role", role)
    result.setIconSize(QSize(20, 20))
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        result.clicked.connect(lambda: on_click())
    return result


def name(widget: QWidget, text: str, icon: str = "", token: str = "text") -> None:
    """Give a control without words its name for screen readers and its tool tip, and its icon."""
    widget.setAccessibleName(text)
    widget.setToolTip(text)
    if icon and isinstance(widget, QToolButton | QPushButton):
        widget.setIcon(icons.icon(icon, token))


def face(control: QPushButton, text: str, icon: str = "", token: str = "text") -> None:
    """Set a push button's text, icon and accessible name; a chip has room for its text in bold, as it is when it is on."""
    control.setText(text)
    control.setAccessibleName(text)
    if control.property("role") == "chip":
        bold = QFont(control.font())
        bold.setWeight(QFont.Weight.DemiBold)
        control.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + 2 * CHIP_SIDE_PX)
    if icon:
        control.setIcon(icons.icon(icon, token))


def row(*items: QWidget | QLayout | int | None, spacing: int = 8, margin: int = 0) -> QHBoxLayout:
    """Return a row: widgets, layouts, a number for a gap, ``None`` for a stretch."""
    result = QHBoxLayout()
    _fill(result, items, spacing, margin)
    return result


def column(*items: QWidget | QLayout | int | None, spacing: int = 8, margin: int = 0) -> QVBoxLayout:
    """Return a column: widgets, layouts, a number for a gap, ``None`` for a stretch."""
    result = QVBoxLayout()
    _fill(result, items, spacing, margin)
    return result


def card(layout: QLayout) -> QFrame:
    """Return a framed surface around ``layout``."""
    frame = QFrame()
    frame.setProperty("role", "card")
    frame.setLayout(layout)
    return frame


def rule() -> QFrame:
    """Return a thin line."""
    frame = QFrame()
    frame.setProperty("role", "rule")
    frame.setFixedHeight(1)
    return frame


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete the widgets in it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def _fill(layout: QBoxLayout, items: tuple[QWidget | QLayout | int | None, ...], spacing: int, margin: int) -> None:
    layout.setSpacing(spacing)
    layout.setContentsMargins(margin, margin, margin, margin)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QLayout):
            layout.addLayout(item)
        else:
            layout.addWidget(item)
