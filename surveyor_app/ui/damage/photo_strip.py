"""The case's photos in one row: dragged onto a mark, or linked to the current one by Enter. A tick says which it has."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.ui.base import fonts, icons, theme
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.photos.evidence_model import NUMBER_ROLE, PIXMAP_ROLE, EvidenceModel
from surveyor_app.ui.photos.known_evidence import ListRead, read_list
from surveyor_app.ui.photos.thumbnails import Thumbnails
from surveyor_app.wording.translation import tr

PICTURE = QSize(88, 66)
CELL = QSize(PICTURE.width() + 8, PICTURE.height() + 8)
HEIGHT_PX = CELL.height() + 18
"""With room for the bar that scrolls it."""


class PhotoStrip(QListView):
    """One row of thumbnails; nothing is read before it is first shown."""

    link_wanted = Signal(list)
    """Link these photos to the current mark."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = Thumbnails(desk.case, desk.workers, desk.jobs, PICTURE, self)
        self.evidence = EvidenceModel(desk.case, self._thumbnails, self, is_late=True)
        self.linked: Collection[str] = ()
        self._jobs, self._read = desk.jobs, partial(read_list, desk.case)
        self._is_asked = False
        self.setModel(self.evidence)
        self.setItemDelegate(_StripDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFixedHeight(HEIGHT_PX)
        self.doubleClicked.connect(lambda _index: self._link())

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if self.evidence.is_read:
            self.evidence.apply(changes)
        elif self._is_asked:
            self.evidence.reload()  # what is being read may be older

    def load(self) -> None:
        """Read the list again, if it was ever shown."""
        if self._is_asked:
            self.evidence.reload()

    def show_linked(self, photos: Collection[str]) -> None:
        """Tick the photos that the current mark has."""
        self.linked = photos
        self.viewport().update()

    def selected_ids(self) -> list[str]:
        """Return the selected photos in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [id_ for row in rows if (id_ := self.evidence.id_at(row))]

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self.setAccessibleName(tr("Photos of the case"))
        self.setToolTip(tr("Drag onto a mark, or press Enter to link to the current one"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_asked:
            self._is_asked = True
            self._jobs.run(lambda _report: self._read(), self, self._on_read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._link()
        else:
            super().keyPressEvent(event)

    def _on_read(self, read: ListRead) -> None:
        if not self.evidence.is_read:
            self.evidence.show_read(read)

    def _link(self) -> None:
        if chosen := self.selected_ids():
            self.link_wanted.emit(chosen)


class _StripDelegate(QStyledItemDelegate):
    """A thumbnail with its number, and a tick where it is linked."""

    def __init__(self, strip: PhotoStrip) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return CELL

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell: QRect = option.rect.adjusted(2, 2, -2, -2)
        state: QStyle.StateFlag = option.state
        painter.fillRect(cell, theme.colour("page"))
        pixmap = index.data(PIXMAP_ROLE)
        if isinstance(pixmap, QPixmap) and not pixmap.isNull():
            place = QRect(0, 0, pixmap.width(), pixmap.height())
            place.moveCenter(cell.center())
            painter.drawPixmap(place.topLeft(), pixmap)
        self._tag(painter, QRect(cell.left() + 2, cell.top() + 2, 26, 18), str(index.data(NUMBER_ROLE) or "—"))
        if self._strip.evidence.id_at(index.row()) in self._strip.linked:
            tick = QRect(cell.right() - 21, cell.top() + 2, 20, 20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ok"))
            painter.drawEllipse(tick)
            icons.icon("check", "on_accent").paint(painter, tick.adjusted(2, 2, -2, -2))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(theme.colour("accent" if selected or focused else "line"), 3 if focused else 2 if selected else 1)
        )
        painter.drawRoundedRect(QRectF(cell), 4, 4)
        painter.restore()

    def _tag(self, painter: QPainter, place: QRect, text: str) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(place), 4, 4)
        painter.fillPath(path, theme.colour("text"))
        painter.setFont(fonts.sized(theme.SMALL_PX, bold=True, base=painter.font()))
        painter.setPen(theme.colour("surface"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
