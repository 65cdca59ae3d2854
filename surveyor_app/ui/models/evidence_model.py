"""The evidence of a case as a list in its order, with thumbnails; rows can be dragged to another place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from surveyor_app.domain.changes import Changes
from surveyor_app.domain.evidence import Evidence
from surveyor_app.records import reading
from surveyor_app.ui import record_access
from surveyor_app.ui.models.id_rows import IdRows
from surveyor_app.ui.models.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
PIXMAP_ROLE = Qt.ItemDataRole.UserRole + 3
FETCHED = 24
"""Rows read at once: about a screen full; each takes some 0.3 ms."""
DRAGGED = "application/x-surveyor-evidence"


class EvidenceModel(QAbstractListModel):
    """Ids in the order of their ranks; a record is read when its row is painted."""

    moved = Signal(list, str)
    """Ids a person dropped before an id (empty: at the end); the page asks the operation to do it."""

    def __init__(self, case: CaseFile, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._case = case
        self._thumbnails = thumbnails
        self._rows = IdRows(self)
        self._cache: dict[str, Evidence] = {}
        self._by_hash: dict[str, str] = {}
        self._accepts: Callable[[Evidence], bool] | None = None
        self._order: list[str] = []
        self._numbers: dict[str, int] = {}
        thumbnails.arrived.connect(self._on_thumbnail_arrived)
        self.reload()

    # ------------------------------------------------------------------------------------------- own

    def filter_by(self, accepts: Callable[[Evidence], bool] | None) -> None:
        """Show only what ``accepts`` lets through; numbers stay those of the whole list."""
        self._accepts = accepts
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        with self._case.read() as session:
            ids: list[str] = list(reading.ids(session, self._case.case_id, Evidence))
        self._order = ids
        self._numbers = {id_: number for number, id_ in enumerate(ids, start=1)}
        if self._accepts is not None:
            accepts = self._accepts
            if any(id_ not in self._cache for id_ in ids):
                self._keep(record_access.list_all(self._case, Evidence))  # one read for all instead of many for few
            ids = [id_ for id_ in ids if (record := self.record(id_)) is not None and accepts(record)]
        self._rows.update(ids)
        if ids:
            self.dataChanged.emit(self.index(0), self.index(len(ids) - 1))

    def forget(self) -> None:
        """Read every record again when it is needed."""
        self._cache.clear()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        touched = changes.touched.get(Evidence.KIND)
        if touched is not None:
            for id_ in touched:
                self._cache.pop(id_, None)
            self.reload()

    def record(self, id_: str) -> Evidence | None:
        """Return a record from the cache or the case file."""
        if id_ not in self._cache:
            self._fetch(id_)
        return self._cache.get(id_)

    def _fetch(self, id_: str) -> None:
        """Read a record and those after it that are likely to be painted next, in one go."""
        place = self._numbers.get(id_, 1) - 1
        wanted = [other for other in self._order[place : place + FETCHED] if other not in self._cache] or [id_]
        with self._case.read() as session:
            found = reading.get_many(session, self._case.case_id, Evidence, wanted)
        self._keep(found.values())

    def _keep(self, found: Iterable[Evidence]) -> None:
        for record in found:
            self._cache[record.id] = record
            self._by_hash[record.sha256 or ""] = record.id

    def total(self) -> int:
        """Return how many there are, whatever the filter."""
        return len(self._numbers)

    def number_of(self, id_: str) -> int | None:
        """Return the number people see: the place in the whole list, from 1."""
        return self._numbers.get(id_)

    def id_of_number(self, number: int) -> str | None:
        """Return the id with a number."""
        return self._order[number - 1] if 0 < number <= len(self._order) else None

    def id_at(self, row: int) -> str | None:
        """Return the id in a row."""
        return self._rows.ids[row] if 0 <= row < len(self._rows) else None

    def row_of(self, id_: str) -> int | None:
        """Return the row of an id."""
        return self._rows.place(id_)

    # -------------------------------------------------------------------------------------------- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id_ = self.id_at(index.row()) if index.isValid() else None
        if id_ is None:
            return None
        if role == NUMBER_ROLE:
            return self._numbers.get(id_)
        record = self.record(id_)
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        if role == PIXMAP_ROLE:
            return self._pixmap(record)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._numbers.get(id_)} {record.caption or record.file_name or ''}"
        return None

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
        if not data.hasFormat(DRAGGED):
            return False
        place = parent.row() if parent.isValid() else row
        ids = bytes(data.data(DRAGGED).data()).decode().split("\n")
        self.moved.emit(ids, self.id_at(place) or "")
        # False: the view must not remove rows itself; the operation's changes move them.
        return False

    def _pixmap(self, record: Evidence) -> QPixmap | None:
        if record.sha256 is None or record.no_preview is not None:
            return None
        return self._thumbnails.find(record.sha256)

    def _on_thumbnail_arrived(self, sha256: str) -> None:
        row = self._rows.place(self._by_hash.get(sha256, ""))
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [PIXMAP_ROLE])
