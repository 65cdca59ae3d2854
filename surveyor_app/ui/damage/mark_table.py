"""The table of the marks on one vehicle: as many columns as there is room for, photos dropped on a row, keys for severity."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.ui.damage.mark_texts import ACTION, FIRST_AMOUNT, NET, PART, PHOTOS, WHERE
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import RecordTableModel
from surveyor_app.ui.photos.evidence_model import DRAGGED, dragged_ids

_LEAST = {WHERE: 430, ACTION: 300, **dict.fromkeys(range(FIRST_AMOUNT, NET), 720), PHOTOS: 360}
"""Below this width of the table a column is left out; its field stands in the form."""
SEVERITIES = "12345"


class MarkTable(RecordList):
    """Rows of marks."""

    photos_dropped = Signal(str, list)
    """A mark, and the photos that were dropped on its row."""
    severity_typed = Signal(int)

    def __init__(self, model: RecordTableModel[DamageMark], parent: QWidget) -> None:
        super().__init__(model, stretch=PART, parent=parent)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in _LEAST.items():
            if self.isColumnHidden(column) != (self.width() < least):
                self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text() and event.text() in SEVERITIES:
            self.severity_typed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED):
            event.acceptProposedAction()
        else:
            event.ignore()  # files: the case view takes them in

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(DRAGGED) and self._mark_at(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        mark_id, photos = self._mark_at(event), dragged_ids(event.mimeData())
        if mark_id and photos:
            event.acceptProposedAction()
            self.photos_dropped.emit(mark_id, photos)
        else:
            event.ignore()

    def _mark_at(self, event: QDropEvent) -> str:
        return self.records.id_at(self.indexAt(event.position().toPoint()).row()) or ""
