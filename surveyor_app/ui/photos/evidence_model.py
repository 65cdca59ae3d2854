"""The evidence of a case as a list in its order, with thumbnails; rows can be dragged to another place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.operations.intake.evidence_lines import read_again, read_lines
from surveyor_app.operations.photos import annotating
from surveyor_app.records import reading
from surveyor_app.ui.forms.id_rows import IdRows
from surveyor_app.ui.photos.photo_view import PhotoView, Sorting, shown_ids
from surveyor_app.ui.photos.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1
NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2
PIXMAP_ROLE = Qt.ItemDataRole.UserRole + 3
DOUBTS_ROLE = Qt.ItemDataRole.UserRole + 4
TITLE_ROLE = Qt.ItemDataRole.UserRole + 5
CORRECTED_ROLE = Qt.ItemDataRole.UserRole + 6
ANNOTATED_ROLE = Qt.ItemDataRole.UserRole + 20
FETCHED = 24
"""Rows read at once: about a screen full; each takes some 0.3 ms."""
FEW = 50
"""So many touched records are read again by themselves; for more, reading all of them is as quick."""
DRAGGED = "application/x-surveyor-evidence"


ListRead = tuple[list[EvidenceLine], frozenset[str]]


def read_list(case: CaseFile) -> ListRead:
    """Read the lines of all evidence, and which of it has a layer drawn on it. On any thread."""
    return read_lines(case), annotating.annotated_ids(case)


RowsRead = tuple[ListRead, dict[str, Evidence]]


def read_rows(case: CaseFile, ids: Sequence[str]) -> RowsRead:
    """Read the list, and the records of those ids that may be painted next. On any thread."""
    with case.read() as session:
        records = reading.get_many(session, case.case_id, Evidence, ids[-FETCHED:])
    return read_list(case), records


def dragged_ids(data: QMimeData) -> list[str]:
    """Return the ids of evidence that is being dragged, none for anything else."""
    text = bytes(data.data(DRAGGED).data()).decode() if data.hasFormat(DRAGGED) else ""
    return text.split("\n") if text else []


class EvidenceModel(QAbstractListModel):
    """Lines of all evidence (12 ms for 2,000) and the ids shown of them; a whole record is read when its row is painted."""

    moved = Signal(list, str)
    """Ids a person dropped before an id (empty: at the end); the page asks the operation to do it."""

    def __init__(self, case: CaseFile, thumbnails: Thumbnails, parent: QObject, *, is_late: bool = False) -> None:
        """Read the list, or leave that to whoever calls :meth:`show_read` or :meth:`reload` first where it ``is_late``."""
        super().__init__(parent)
        self._case = case
        self._thumbnails = thumbnails
        self._rows = IdRows(self)
        self._cache: dict[str, Evidence] = {}
        self._by_hash: dict[str, str] = {}
        self._lines: dict[str, EvidenceLine] = {}
        self._order: list[str] = []
        self._annotated: frozenset[str] = frozenset()
        self._doubts: Mapping[str, tuple[str, ...]] = {}
        self.view = PhotoView()
        self.title_of: Callable[[EvidenceLine], str] = _plain_title
        """What stands under a picture; the page adds the names of shots."""
        self.corrected_of: Callable[[Evidence], str] = _not_corrected
        """What stands beside the recorded time; the page knows the clocks of the cameras."""
        self.doubt_name: Callable[[str], str] = str
        """What a doubt is called; the page knows the words."""
        thumbnails.arrived.connect(self._on_thumbnail_arrived)
        self.is_read = False
        if not is_late:
            self.reload()

    # ------------------------------------------------------------------------------------------- own

    def show_view(self, view: PhotoView) -> None:
        """Show what ``view`` asks for; numbers stay those of the whole list."""
        self.view = view
        self._place_rows()

    def set_doubts(self, doubts: Mapping[str, tuple[str, ...]]) -> None:
        """Take the codes of what looks wrong with each piece of evidence, by id."""
        self._doubts = doubts
        if self.view.doubt:
            self._place_rows()
        self.touch_all()

    def doubts_of(self, id_: str) -> tuple[str, ...]:
        """Return the codes of what looks wrong."""
        return self._doubts.get(id_, ())

    def doubt_codes(self) -> list[str]:
        """Return every code that some evidence has."""
        return sorted({code for codes in self._doubts.values() for code in codes})

    def reload(self) -> None:
        """Read the list again."""
        self.show_read(read_list(self._case))

    def show_read(self, read: ListRead) -> None:
        """Show the list as it was read."""
        self.is_read = True
        lines, self._annotated = read
        self._lines = {line.id: line for line in lines}
        self._by_hash = {line.sha256 or "": line.id for line in lines}
        self._order = [line.id for line in lines if line.number is not None]
        self._place_rows()
        self.touch_all()

    def show_rows(self, ids: Iterable[str], read: RowsRead) -> None:
        """Show the list as it was read after the evidence ``ids`` was touched."""
        listed, records = read
        self._forget(ids)
        self._cache.update(records)
        self.show_read(listed)

    def touch_all(self) -> None:
        """Paint every row anew: a name or a language changed."""
        if len(self._rows):
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def forget(self) -> None:
        """Read every record again when it is needed."""
        self._cache.clear()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        touched = changes.touched.get(Evidence.KIND)
        if touched is not None:
            self._forget(touched)
            if not self._reload_some(sorted(touched)):
                self.reload()

        elif changes.touches(Annotation.KIND):
            self._annotated = annotating.annotated_ids(self._case)
            self.touch_all()

    def _forget(self, ids: Iterable[str]) -> None:
        """Read these records again when they are needed, and look again for pictures that were missing."""
        for id_ in ids:
            self._cache.pop(id_, None)
            if (line := self._lines.get(id_)) is not None and line.sha256:
                self._thumbnails.forget_missing(line.sha256)

    def _reload_some(self, ids: Sequence[str]) -> bool:
        """Read a few lines again; tell whether that was enough."""
        lines = read_again(self._case, self._lines, ids) if len(ids) <= FEW else None
        if lines is None:
            return False
        self._lines.update((line.id, line) for line in lines)
        self._place_rows()
        for row in (row for id_ in ids if (row := self._rows.place(id_)) is not None):
            self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def lines(self) -> Iterable[EvidenceLine]:
        """Return the lines of all evidence in the order of their ranks, withdrawn ones among them."""
        return self._lines.values()

    def line(self, id_: str) -> EvidenceLine | None:
        """Return a line."""
        return self._lines.get(id_)

    def record(self, id_: str) -> Evidence | None:
        """Return a record from the cache or the case file."""
        if id_ not in self._cache:
            self._fetch(id_)
        return self._cache.get(id_)

    def _place_rows(self) -> None:
        self._rows.update(shown_ids(self.view, list(self._lines.values()), self._doubts))

    def _fetch(self, id_: str) -> None:
        """Read a record and those after it that are likely to be painted next, in one go."""
        place = self._rows.place(id_)
        following = self._rows.ids[place : place + FETCHED] if place is not None else [id_]
        wanted = [other for other in following if other not in self._cache]
        with self._case.read() as session:
            self._cache.update(reading.get_many(session, self._case.case_id, Evidence, wanted))

    def total(self) -> int:
        """Return how many there are, whatever the filter; withdrawn ones are not counted."""
        return len(self._order)

    def withdrawn(self) -> int:
        """Return how many are withdrawn."""
        return len(self._lines) - len(self._order)

    def number_of(self, id_: str) -> int | None:
        """Return the number people see: the place in the whole list, from 1; ``None`` for a withdrawn one."""
        line = self._lines.get(id_)
        return line.number if line else None

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
        if id_ is None:
            return None
        if role == NUMBER_ROLE:
            return self.number_of(id_)
        if role == ANNOTATED_ROLE:
            return id_ in self._annotated
        if role == DOUBTS_ROLE:
            return self.doubts_of(id_)
        if role == TITLE_ROLE:
            return self.title_of(self._lines[id_])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._said(id_, with_time=role != Qt.ItemDataRole.DisplayRole)
        record = self.record(id_)
        return None if record is None else self._of_record(record, role)

    def _of_record(self, record: Evidence, role: int) -> Any:
        if role == CORRECTED_ROLE:
            return self.corrected_of(record)
        if role == PIXMAP_ROLE:
            return self._pixmap(record)
        return record if role == RECORD_ROLE else None

    def _said(self, id_: str, *, with_time: bool) -> str:
        said = [self.title_of(self._lines[id_]), *map(self.doubt_name, self.doubts_of(id_))]
        record = self.record(id_) if with_time else None
        if record is not None:
            said += filter(None, [self.corrected_of(record)])
        return f"{self.number_of(id_) or '—'} {' · '.join(said)}"

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
        if record.sha256 is None or record.no_preview is not None:
            return None
        return self._thumbnails.find(record.sha256)

    def _on_thumbnail_arrived(self, sha256: str) -> None:
        row = self._rows.place(self._by_hash.get(sha256, ""))
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row), [PIXMAP_ROLE])


def _not_corrected(_record: Evidence) -> str:
    return ""


def _plain_title(line: EvidenceLine) -> str:
    return line.caption or line.file_name or ""
