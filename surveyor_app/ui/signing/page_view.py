"""The pages of a statement as pictures, exactly as they will print, one under the other and as wide as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from surveyor_app.ui.signing.papers import Picture

WIDEST_PX = 980
"""Logical pixels of a page at most: lines stay readable on a wide screen."""
GAP_PX = 12
LINE_PX = 60


class PageView(QScrollArea):
    """Scrolls through pages; ``turned`` shows them to the person opposite."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets = _Sheets()
        self.setWidget(self._sheets)

    def show_pages(self, pictures: Sequence[Picture], name: str) -> None:
        """Show these pages; the same ones stay where they were scrolled to. ``name`` is for screen readers."""
        self.setAccessibleName(name)
        self._sheets.show_pages(pictures)

    def count(self) -> int:
        """Return how many pages are shown."""
        return len(self._sheets.pages)

    def go_to(self, place: int) -> None:
        """Bring a page into view."""
        self._sheets.layout_now(self.viewport().width())
        self._sheets.resize(self.viewport().width(), max(self._sheets.minimumHeight(), self.viewport().height()))
        self.verticalScrollBar().setValue(self._sheets.start_of(place, self.viewport().height()))

    def go_to_end(self) -> None:
        """Bring the last lines into view, above which the closing sentence is written."""
        self.go_to(len(self._sheets.pages) - 1)
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if self._sheets.is_turned else bar.maximum())

    def set_turned(self, is_turned: bool) -> None:
        """Turn the pages round; the lines that were in view stay in view."""
        if is_turned is not self._sheets.is_turned:
            bar = self.verticalScrollBar()
            self._sheets.set_turned(is_turned)
            bar.setValue(bar.maximum() - bar.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: LINE_PX,
            Qt.Key.Key_Up: -LINE_PX,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            # Turned round, the first page is the lowest: on is up.
            bar.setValue(bar.value() - step if self._sheets.is_turned else bar.value() + step)


class _Sheets(QWidget):
    """Paints the pages that are in view."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: tuple[Picture, ...] = ()
        self.is_turned = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_pages(self, pictures: Sequence[Picture]) -> None:
        if [picture.key for picture in pictures] == [page.key for page in self.pages]:
            return
        self.pages = tuple(pictures)
        self.layout_now(self.width())
        self.update()

    def set_turned(self, is_turned: bool) -> None:
        self.is_turned = is_turned
        self.update()

    def layout_now(self, width: int) -> None:
        self.setMinimumHeight(sum(self._height_of(page.image, width) + GAP_PX for page in self.pages) + GAP_PX)

    def start_of(self, place: int, view_px: int) -> int:
        """Return where to scroll to for a page's first lines; turned round, the last page is on top and upside down."""
        before = sum(self._height_of(page.image, self.width()) + GAP_PX for page in self.pages[:place])
        return self.minimumHeight() - before - view_px if self.is_turned else before

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def resizeEvent(self, event: object) -> None:
        self.layout_now(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        seen = painter.worldTransform().inverted()[0].mapRect(QRectF(event.rect()))
        top, width = GAP_PX, self._width_of(self.width())
        left = (self.width() - width) // 2
        for page in self.pages:
            height = self._height_of(page.image, self.width())
            if top < seen.bottom() and top + height > seen.top():
                painter.drawImage(QRectF(left, top, width, height), page.image)
            top += height + GAP_PX
        painter.end()

    def _width_of(self, room: int) -> int:
        return max(100, min(room - 2 * GAP_PX, WIDEST_PX))

    def _height_of(self, page: QImage, room: int) -> int:
        return 0 if page.isNull() else round(page.height() * self._width_of(room) / page.width())
