"""Collects what a window says: every text that a person reads or a screen reader speaks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

ROWS = 40
"""So many rows of a list are looked at."""
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Return each text with where it stands: the class of the control and what of it."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.objectName().startswith("qt_"):
            continue
        for what, text in _of(widget):
            if text:
                yield f"{type(widget).__name__} {what}", text


def _of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    for action in widget.actions():
        yield from _of_action(action)
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit | QComboBox):
        yield "placeholder", widget.placeholderText()
    if isinstance(widget, QGroupBox):
        yield "title", widget.title()
    yield from _of_lists(widget)
    menu = widget.menu() if isinstance(widget, QPushButton | QToolButton) else None
    if isinstance(menu, QMenu):
        for action in menu.actions():
            yield from _of_action(action)


def _of_action(action: QAction) -> Iterator[tuple[str, str]]:
    yield "action", action.text()
    if action.menu() is None and action.toolTip() != action.text():
        yield "action's tool tip", action.toolTip()


def _of_lists(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield "tab", widget.tabText(place)
            yield "tab's tool tip", widget.tabToolTip(place)
    elif isinstance(widget, QComboBox):
        yield from (("choice", widget.itemText(place)) for place in range(min(widget.count(), ROWS)))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView) and widget.model() is not None:
        yield from _of_model(widget.model())
        if isinstance(widget, QTableView) and widget.horizontalHeader().isVisible():
            for column in range(widget.model().columnCount(QModelIndex())):
                head = widget.model().headerData(column, Qt.Orientation.Horizontal)
                yield "heading", str(head or "")


def _of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[tuple[str, str]]:
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), ROWS)):
        # A list has one column; PySide keeps its count to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(above)):
            index = model.index(row, column, above)
            yield from (("item", str(index.data(role) or "")) for role in _ROLES)
            yield from _of_model(model, index)
