"""The pages of a statement as pictures, exactly as they will print, one under the other and as wide as there is room.

``Ctrl++`` and ``Ctrl+-`` make them larger and smaller, ``Ctrl+0`` changes between full width and the whole page.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from surveyor_app.ui.signing.papers import Picture

WIDEST_PX = 980
"""Logical pixels of a page at most: lines stay readable on a wide screen."""
GAP_PX = 12
LINE_PX = 60
STEP, SMALLEST, LARGEST = 1.25, 0.3, 4.0
"""Of the zoom; 1 is as wide as there is room."""


class PageView(QScrollArea):
    """Scrolls through pages; ``turned`` shows them to the person opposite."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._is_whole = False
        """A whole page is shown, however high the view is."""
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
        self._fit_sheets()
        self.verticalScrollBar().setValue(self._sheets.start_of(place, self.viewport().height()))

    def zoom_by(self, factor: float) -> None:
        """Make the pages larger or smaller; what is in the middle stays there."""
        self._is_whole = False
        self._zoom_to(min(max(self._sheets.zoom * factor, SMALLEST), LARGEST))

    def change_fit(self) -> None:
        """Show a whole page, or, where that is shown, pages as wide as there is room."""
        self._is_whole = not self._is_whole
        self._zoom_to(self._sheets.whole_page_zoom(self.viewport().height()) if self._is_whole else 1.0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_whole:
            self._sheets.zoom = self._sheets.whole_page_zoom(self.viewport().height())
        self._fit_sheets()

    def _zoom_to(self, zoom: float) -> None:
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        half = (self.viewport().height() / 2, self.viewport().width() / 2)
        sizes = (self._sheets.height(), self._sheets.width())
        middles = [(bar.value() + part) / size for bar, part, size in zip(bars, half, sizes, strict=True)]
        self._sheets.zoom = zoom
        self._fit_sheets()
        sizes = (self._sheets.height(), self._sheets.width())
        for bar, part, size, middle in zip(bars, half, sizes, middles, strict=True):
            bar.setValue(round(middle * size - part))
        self._sheets.update()

    def _fit_sheets(self) -> None:
        """Give the sheets their size at once: the scroll bars would else follow only when events are handled."""
        view = self.viewport().size()
        self._sheets.layout_now(view.width())
        self._sheets.resize(self._sheets.minimumSize().expandedTo(view))

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
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or step is None:
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
        self.zoom = 1.0
        self._room = 640
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_pages(self, pictures: Sequence[Picture]) -> None:
        if [picture.key for picture in pictures] == [page.key for page in self.pages]:
            return
        self.pages = tuple(pictures)
        self.layout_now(self._room)
        self.update()

    def set_turned(self, is_turned: bool) -> None:
        self.is_turned = is_turned
        self.update()

    def layout_now(self, room: int) -> None:
        """Take so much room from side to side, more where the pages are zoomed beyond it."""
        self._room = room
        width = self._page_width()
        # Never a minimum where the pages fit: the window would not get narrower again.
        wider = width + 2 * GAP_PX if width + 2 * GAP_PX > room else 0
        self.setMinimumSize(wider, sum(self._height_of(page.image) + GAP_PX for page in self.pages) + GAP_PX)

    def start_of(self, place: int, view_px: int) -> int:
        """Return where to scroll to for a page's first lines; turned round, the last page is on top and upside down."""
        before = sum(self._height_of(page.image) + GAP_PX for page in self.pages[:place])
        return self.minimumHeight() - before - view_px if self.is_turned else before

    def whole_page_zoom(self, view_px: int) -> float:
        """Return the zoom at which a page is just as high as the view."""
        if not self.pages or not self.pages[0].image.height():
            return 1.0
        image = self.pages[0].image
        return (view_px - 2 * GAP_PX) * image.width() / image.height() / self._full_width()

    def sizeHint(self) -> QSize:
        return QSize(640, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.is_turned:
            painter.translate(self.width(), self.height())
            painter.rotate(180)
        seen = painter.worldTransform().inverted()[0].mapRect(QRectF(event.rect()))
        top, width = GAP_PX, self._page_width()
        left = (self.width() - width) // 2
        for page in self.pages:
            height = self._height_of(page.image)
            if top < seen.bottom() and top + height > seen.top():
                painter.drawImage(QRectF(left, top, width, height), page.image)
            top += height + GAP_PX
        painter.end()

    def _full_width(self) -> int:
        return max(100, min(self._room - 2 * GAP_PX, WIDEST_PX))

    def _page_width(self) -> int:
        return round(self._full_width() * self.zoom)

    def _height_of(self, page: QImage) -> int:
        return 0 if page.isNull() else round(page.height() * self._page_width() / page.width())
