"""Rows that go on in the next line where there is no room for all of it: small screens, large type, long words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class _Items(QLayout):
    """The part of a layout that keeps its items."""

    def __init__(self, items: Iterable[QWidget | QLayout], spacing: int) -> None:
        super().__init__()
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        for item in items:
            if isinstance(item, QLayout):
                self.addChildLayout(item)
                self.addItem(item)
            else:
                self.addChildWidget(item)
                self.addItem(QWidgetItem(item))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class Flow(_Items):
    """Items one beside the other; after the gap they stand at the right, and so they do in each line once there are several."""

    def __init__(self, *items: QWidget | QLayout | None, spacing: int = 8, fills: bool = False) -> None:
        """Hold ``items`` in order; ``None`` is the gap, of which there is at most one.

        What ``fills`` its lines shares out the room that is left in each.
        """
        super().__init__([item for item in items if item is not None], spacing)
        self._gap = items.index(None) if None in items else None
        self._fills = fills

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        return QSize(self._length(shown), _height(shown))

    def minimumSize(self) -> QSize:
        shown = self._shown()
        return QSize(max((item.minimumSize().width() for item in shown), default=0), _height(shown))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        lines, top = self._lines(rect.width()), rect.top()
        after_gap = set(map(id, self._items[self._gap :])) if self._gap is not None else set()
        for line in lines:
            height, left = _height(line), rect.left()
            slack = max(0, rect.width() - self._length(line))
            moved, more = self._gap is None, slack // len(line) if self._fills else 0
            for item in line:
                if not moved and (len(lines) > 1 or id(item) in after_gap):
                    left, moved = left + slack, True
                width = min(item.sizeHint().width() + more, rect.width())
                item.setGeometry(QRect(left, top, width, height))
                left += width + self.spacing()
            top += height + self.spacing()

    def _length(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() for item in line) + self.spacing() * max(0, len(line) - 1)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._shown():
            if lines and self._length([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines


class Beside(_Items):
    """Two parts one beside the other, or one below the other where there is less room than ``least`` pixels."""

    def __init__(self, first: QWidget, second: QWidget, least: int, first_px: int | None = None) -> None:
        """``first_px`` is how wide the first part is beside the second; without it both are equal."""
        super().__init__([first, second], 16)
        self._least, self._first_px = least, first_px

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal | Qt.Orientation.Vertical

    def heightForWidth(self, width: int) -> int:
        first, second = self._heights(width)
        return max(first, second) if width >= self._least else first + self.spacing() + second

    def sizeHint(self) -> QSize:
        return QSize(self._least, self.heightForWidth(self._least))

    def minimumSize(self) -> QSize:
        width = max(item.minimumSize().width() for item in self._items)
        return QSize(width, 0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        first, second = self._items
        left, right = self._widths(rect.width())
        if rect.width() >= self._least:
            first.setGeometry(QRect(rect.left(), rect.top(), left, rect.height()))
            second.setGeometry(QRect(rect.left() + left + self.spacing(), rect.top(), right, rect.height()))
        else:
            height = self._heights(rect.width())[0]
            first.setGeometry(QRect(rect.left(), rect.top(), left, height))
            below = height + self.spacing()
            second.setGeometry(QRect(rect.left(), rect.top() + below, right, max(0, rect.height() - below)))

    def _widths(self, width: int) -> tuple[int, int]:
        if width < self._least:
            return width, width
        left = self._first_px if self._first_px is not None else (width - self.spacing()) // 2
        return left, width - self.spacing() - left

    def _heights(self, width: int) -> tuple[int, int]:
        first, second = (_height_in(item, part) for item, part in zip(self._items, self._widths(width), strict=True))
        return first, second


def _height_in(item: QLayoutItem, width: int) -> int:
    hint = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
    return max(hint, item.minimumSize().height())


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
