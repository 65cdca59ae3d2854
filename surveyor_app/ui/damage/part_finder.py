"""Finds a part while somebody types, by Chinese, pinyin initials or English; Enter takes it and is ready for the next.

The line keeps the keyboard throughout; what fits shows below it, over the table, only while there is something to choose.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from surveyor_app.wording.part_search import find_parts
from surveyor_app.wording.parts import Part
from surveyor_app.wording.translation import current_language, tr

ROWS = 6
ROW_PX = 34
_ROW = QSize(0, ROW_PX)
_ID = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class PartFinder(QLineEdit):
    """A line and its list; ``over`` is the widget that the list lies upon."""

    part_chosen = Signal(str)
    """The id of a part."""
    text_chosen = Signal(str)
    """A part that is in no list, as it was typed."""
    left = Signal()
    """Escape: back to the vehicle."""

    def __init__(self, parts: Mapping[str, Part], over: QWidget) -> None:
        super().__init__(over)
        self._parts = parts
        self._zone: str | None = None
        self._zone_name = ""
        self._marked: Collection[str] = ()
        self.setClearButtonEnabled(True)
        self.list = QListWidget(over)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.hide()
        self.list.itemClicked.connect(self._take)
        self.textChanged.connect(lambda _text: self._fill())
        over.installEventFilter(self)

    def show_zone(self, zone: str | None, name: str, marked: Collection[str]) -> None:
        """Offer the parts of a zone; those ``marked`` already are said to be."""
        self._zone, self._zone_name, self._marked = zone, name, marked
        self.retranslate()
        self._fill()

    def start(self) -> None:
        """Take the keyboard, with an empty line."""
        self.clear()
        self.setFocus()
        self._fill()

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        hint = tr("Part in {zone}", zone=self._zone_name) if self._zone else tr("Find a part: name or pinyin initials")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.list.setAccessibleName(tr("Parts that fit"))

    def names(self) -> list[str]:
        """Return what is offered, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._step(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.list.currentItem()
            if item is not None and not self.list.isHidden():
                self._take(item)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            done = super().event(event)
            self._fill()
            return done
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.list.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        """Write what fits; without a zone and a word, or while the keyboard is elsewhere, there is no list."""
        typed = self.text().strip()
        self.list.clear()
        if not self.hasFocus() or not (typed or self._zone):
            self.list.hide()
            return
        found = find_parts(self._parts.values(), typed, self._zone)
        for part in found.here:
            self._add(part)
        if found.elsewhere and self._zone:
            self._head(tr("Elsewhere on the vehicle"))
        for part in found.elsewhere:
            self._add(part)
        if typed:
            self._offer_text(typed, is_alone=not (found.here or found.elsewhere))
        self._step(1)
        self._place()

    def _add(self, part: Part) -> None:
        name = part.label.in_(current_language())
        item = QListWidgetItem(tr("{part} · marked", part=name) if part.id in self._marked else name)
        item.setData(_ID, part.id)
        item.setSizeHint(_ROW)
        self.list.addItem(item)

    def _head(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(_ROW)
        self.list.addItem(item)

    def _offer_text(self, typed: str, *, is_alone: bool) -> None:
        if is_alone:
            self._head(tr("No part of the list fits"))
        item = QListWidgetItem(tr("As typed: {text}", text=typed))
        item.setSizeHint(_ROW)
        self.list.addItem(item)

    def _step(self, by: int) -> None:
        """Move the current row by so many of those that can be chosen."""
        rows = [row for row in range(self.list.count()) if self.list.item(row).flags() & Qt.ItemFlag.ItemIsSelectable]
        if not rows:
            return
        here = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else -1
        self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, here + by))])

    def _take(self, item: QListWidgetItem) -> None:
        part, typed = item.data(_ID), self.text().strip()
        self.clear()
        if isinstance(part, str):
            self.part_chosen.emit(part)
        elif typed:
            self.text_chosen.emit(typed)

    def _place(self) -> None:
        """Lie right below the line, over what is there."""
        over = self.parentWidget()
        assert over is not None
        corner = self.mapTo(over, QPoint(0, self.height() + 2))
        height = min(ROW_PX * min(ROWS, self.list.count()) + 6, over.height() - corner.y())
        self.list.setGeometry(corner.x(), corner.y(), self.width(), max(ROW_PX, height))
        self.list.raise_()
        self.list.show()
