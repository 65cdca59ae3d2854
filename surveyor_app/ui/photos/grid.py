"""The grid of photos: a virtual list of thumbnails with keyboard, drag to reorder, and a menu."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from surveyor_app.ui.photos.delegate import CELL, PhotoDelegate
from surveyor_app.ui.photos.evidence_model import DRAGGED, EvidenceModel

_MOVES = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End})


class PhotoGrid(QListView):
    """Shows an :class:`EvidenceModel`; only what is visible is fetched and painted."""

    current_changed = Signal(str)
    chosen_changed = Signal()
    """Another set of photos is selected."""
    menu_wanted = Signal(QPoint)

    def __init__(self, model: EvidenceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.evidence = model
        self.setModel(model)
        self.setItemDelegate(PhotoDelegate(self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Snap)
        self.setUniformItemSizes(True)
        self.setGridSize(QSize(CELL.width() + 6, CELL.height() + 6))
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(200)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(48)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(lambda _new, _old: self.chosen_changed.emit())
        self._kept: tuple[str, list[str]] = ("", [])
        model.modelAboutToBeReset.connect(self._keep_places)
        model.modelReset.connect(self._restore_places)

    def current_id(self) -> str:
        """Return the id of the current photo, empty for none."""
        return self.evidence.id_at(self.currentIndex().row()) or ""

    def selected_ids(self) -> list[str]:
        """Return the selected ids in order."""
        # By ranges: thousands of single indexes take tens of milliseconds.
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.size()))
        rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
        return [id_ for row in rows if (id_ := self.evidence.id_at(row))]

    def select(self, id_: str) -> None:
        """Make a photo current and bring it into view."""
        row = self.evidence.row_of(id_)
        if row is not None:
            index = self.evidence.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def select_all_of(self, ids: list[str], current: str) -> None:
        """Select those of ``ids`` that are shown, and make one of them current."""
        chosen = QItemSelection()
        for row in (row for id_ in ids if (row := self.evidence.row_of(id_)) is not None):
            index = self.evidence.index(row)
            chosen.select(index, index)
        place = self.evidence.row_of(current)
        if place is not None:
            self.selectionModel().setCurrentIndex(
                self.evidence.index(place), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, by: int) -> str:
        """Make the photo ``by`` places on current and return its id; empty at the ends."""
        id_ = self.evidence.id_at(self.currentIndex().row() + by)
        if id_ is None:
            return ""
        self.select(id_)
        return id_

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        # Qt makes the first photo current when the keyboard comes here, and a key that leads to it again selects nothing.
        index, is_plain = self.currentIndex(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in _MOVES and is_plain and index.isValid() and not self.selectionModel().hasSelection():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED) and self.evidence.can_reorder():
            event.acceptProposedAction()
        else:
            event.ignore()  # files go to the page, which lies underneath

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED) and self.evidence.can_reorder():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if not event.mimeData().hasFormat(DRAGGED):
            event.ignore()
            return
        index = self._place_of(event.position().toPoint())
        self.evidence.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, index, 0, QModelIndex())
        # The model asks the operation; the view must not move anything by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _place_of(self, at: QPoint) -> int:
        """Return the row before which a drop at ``at`` goes: left half before that photo, right half after it."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.evidence.rowCount()
        return index.row() + (1 if at.x() > self.visualRect(index).center().x() else 0)

    def _keep_places(self) -> None:
        self._kept = (self.current_id(), self.selected_ids())

    def _restore_places(self) -> None:
        """Select and show again what was selected before another filter, as far as it is still there."""
        current, ids = self._kept
        self.select_all_of(ids, current)
        place = self.evidence.row_of(current)
        if place is not None:
            self.scrollTo(self.evidence.index(place))
        self.current_changed.emit(self.current_id())

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(self.evidence.id_at(now.row()) or "")
