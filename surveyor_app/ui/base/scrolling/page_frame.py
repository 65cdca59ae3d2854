"""What a page stands in: it has all the room there is, and where that is less than it can do with, it scrolls.

On a small screen, at a large scale, or with long words a page would else be squeezed until its controls lie over each other.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from surveyor_app.ui.base.scrolling.keeping_in_view import KeepInView


class PageFrame(QScrollArea):
    """Holds one page, made with ``frame.viewport()`` as parent and then given to :meth:`hold`.

    Qt's own resizing goes by how high a page would like to be; this one by how low it can be, for its lists scroll themselves.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)

    def hold(self, page: QWidget) -> None:
        """Show ``page``."""
        self.setWidget(page)
        page.setAutoFillBackground(False)
        page.installEventFilter(self)
        self.setFocusProxy(page)
        KeepInView(self, page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def _fit(self) -> None:
        page = self.widget()
        layout = page.layout() if page is not None else None
        if page is None or layout is None:
            return
        room, least = self.viewport().size(), layout.totalMinimumSize()
        width = max(room.width(), least.width())
        low = layout.totalMinimumHeightForWidth(width) if layout.hasHeightForWidth() else least.height()
        page.resize(width, max(room.height(), low))
