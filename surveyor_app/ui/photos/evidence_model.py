"""The evidence of a case as a list in its order, with thumbnails; rows can be dragged to another place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QPixmap

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.annotations import Annotation
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.ui.forms.id_rows import IdRows
from surveyor_app.ui.photos.known_evidence import FETCHED, KnownEvidence, ListRead, RowsRead, read_list
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, shown_ids
from surveyor_app.ui.photos.row_words import RowWords
from surveyor_app.ui.photos.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
PIXMAP_ROLE = Qt.ItemDataRole.UserRole + 3
DOUBTS_ROLE = Qt.ItemDataRole.UserRole + 4
TITLE_ROLE = Qt.ItemDataRole.UserRole + 5
AWAY_ROLE = Qt.ItemDataRole.UserRole + 7
CORRECTED_ROLE = Qt.ItemDataRole.UserRole + 6
TIME_ROLE = Qt.ItemDataRole.UserRole + 8
ANNOTATED_ROLE = Qt.ItemDataRole.UserRole + 20
DRAGGED = "application/x-surveyor-evidence"


def dragged_ids(data: QMimeData) -> list[str]:
    """Return the ids of evidence that is being dragged, none for anything else."""
    text = bytes(data.data(DRAGGED).data()).decode() if data.hasFormat(DRAGGED) else ""
    return text.split("\n") if text else []


class EvidenceModel(QAbstractListModel):
    """The ids shown of the evidence that is known; a whole record is read when its row is painted."""

    moved = Signal(list, str)
    """Ids a person dropped before an id (empty: at the end); the page asks the operation to do it."""

    def __init__(self, case: CaseFile, thumbnails: Thumbnails, parent: QObject, *, is_late: bool = False) -> None:
        """Read the list, or leave that to whoever calls :meth:`show_read` or :meth:`reload` first where it ``is_late``."""
        super().__init__(parent)
        self._case = case
        self._thumbnails = thumbnails
        self._rows = IdRows(self)
        self.known = KnownEvidence(case)
        self.words = RowWords()
        self.away: frozenset[str] = frozenset()
        """Hashes of originals that are not on this laptop."""
        self.view = PhotoView()
        thumbnails.arrived.connect(self._on_thumbnail_arrived)
        self.is_read = False
        if not is_late:
            self.reload()

    # ------------------------------------------------------------------------------------------- own

    def show_view(self, view: PhotoView) -> None:
        """Show what ``view`` asks for; numbers stay those of the whole list."""
        self.view = view
        self._place_rows()

    def show_doubts(self, doubts: Mapping[str, tuple[str, ...]]) -> None:
        """Take the codes of what looks wrong with each piece of evidence, by id."""
        self.words.doubts = doubts
        if self.view.doubt:
            self._place_rows()
        self.touch_all()

    def show_away(self, hashes: frozenset[str]) -> None:
        """Take which originals are not on this laptop."""
        if hashes != self.away:
            self.away = hashes
            self.touch_all()

    def away_count(self) -> int:
        """Return how many of the evidence, shown or not, are not on this laptop."""
        return sum(line.sha256 in self.away for line in self.known.lines()) if self.away else 0

    def reload(self) -> None:
        """Read the list again."""
        self.show_read(read_list(self._case))

    def show_read(self, read: ListRead) -> None:
        """Show the list as it was read."""
        self.is_read = True
        self.known.take(read)
        self._place_rows()
        self.touch_all()

    def show_rows(self, ids: Iterable[str], read: RowsRead) -> None:
        """Show the list as it was read after the evidence ``ids`` was touched."""
        listed, records = read
        self._forget(ids)
        self.known.keep(records)
        self.show_read(listed)

    def touch_all(self) -> None:
        """Paint every row anew: a name or a language changed."""
        if len(self._rows):
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        touched = changes.touched.get(Evidence.KIND)
        if touched is not None:
            self._forget(touched)
            if not self._reload_some(sorted(touched)):
                self.reload()
        elif changes.touches(Annotation.KIND):
            self.known.read_annotated()
            self.touch_all()

    def _forget(self, ids: Iterable[str]) -> None:
        """Read these records again when they are needed, and look again for pictures that were missing."""
        for id_ in ids:
            self.known.forget([id_])
            if (line := self.known.line(id_)) is not None and line.sha256:
                self._thumbnails.forget_missing(line.sha256)

    def _reload_some(self, ids: Sequence[str]) -> bool:
        if not self.known.read_again(ids):
            return False
        self._place_rows()
        for row in (row for id_ in ids if (row := self._rows.place(id_)) is not None):
            self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def _place_rows(self) -> None:
        self._rows.update(shown_ids(self.view, list(self.known.lines()), self.words.doubts))

    def record(self, id_: str) -> Evidence | None:
        """Return a record; what is shown after it is likely to be painted next, and read in one go."""
        place = self._rows.place(id_)
        return self.known.record(id_, self._rows.ids[place : place + FETCHED] if place is not None else ())

    def id_at(self, row: int) -> str | None:
        """Return the id in a row."""
        return self._rows.ids[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id_: str) -> int | None:
        """Return the row of an id."""
        return self._rows.place(id_)

    def can_reorder(self) -> bool:
        """Tell whether the rows stand in the order that a drag changes."""
        return self.view.sorting is Sorting.NUMBER

    # -------------------------------------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id_ = self.id_at(index.row()) if index.isValid() else None
        line = self.known.line(id_) if id_ is not None else None
        if id_ is None or line is None:
            return None
        if role == NUMBER_ROLE:
            return line.number
        if role == ANNOTATED_ROLE:
            return self.known.is_annotated(id_)
        if role == AWAY_ROLE:
            return line.sha256 in self.away
        if role == DOUBTS_ROLE:
            return self.words.doubts_of(id_)
        if role == TITLE_ROLE:
            return self.words.title_of(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.said(line, None)
        record = self.record(id_)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words.said(line, record)
        return None if record is None else self._of_record(record, role)

    def _of_record(self, record: Evidence, role: int) -> Any:
        if role == CORRECTED_ROLE:
            return self.words.corrected_of(record)
        if role == TIME_ROLE:
            return self.words.time_of(record)
        if role == PIXMAP_ROLE:
            return self._pixmap(record)
        return record if role == RECORD_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        common = super().flags(index)
        if not index.isValid():
            return common | Qt.ItemFlag.ItemIsDropEnabled
        return common | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [id_ for index in sorted(indexes, key=lambda item: item.row()) if (id_ := self.id_at(index.row()))]
        data = QMimeData()
        data.setData(DRAGGED, QByteArray("\n".join(ids).encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        ids = dragged_ids(data)
        if not ids or not self.can_reorder():
            return False
        place = parent.row() if parent.isValid() else row
        self.moved.emit(ids, self.id_at(place) or "")
        # False: the view must not remove rows itself; the operation's changes move them.
        return False

    def _pixmap(self, record: Evidence) -> QPixmap | None:
        if record.sha256 is None or not record.may_be_shown:
            return None
        return self._thumbnails.find(record.sha256)

    def _on_thumbnail_arrived(self, sha256: str) -> None:
        row = self._rows.place(self.known.id_of(sha256))
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [PIXMAP_ROLE])
