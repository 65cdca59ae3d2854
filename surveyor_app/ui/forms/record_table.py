"""A table of records of one kind; one read brings all rows, and a change only those it touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from PySide6.QtCore import QObject, Qt

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.ui.base import icons, theme
from surveyor_app.ui.forms.id_table import ID_ROLE, Head, IdTable, Index
from surveyor_app.ui.forms.known_records import KnownRecords


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: a marked heading, and what a record shows in it."""

    title: str
    text: Callable[[R], str]
    right: bool = False


class RecordTableModel(IdTable, Generic[R]):
    """Shows records of ``record_class``, all or those ``accepts`` lets through, in their order."""

    def __init__(
        self,
        case: CaseFile,
        record_class: type[R],
        columns: Sequence[Column[R]],
        parent: QObject,
        accepts: Callable[[R], bool] | None = None,
        known: KnownRecords[R] | None = None,
    ) -> None:
        """Show the records of a list of its own, or of one that is read and kept up to date by whoever ``known`` is of.

        Of the latter nothing shows before the first :meth:`refilter`: it may be read later than this is made.
        """
        super().__init__([Head(column.title, column.right) for column in columns], parent)
        self._class = record_class
        self._columns = columns
        self._accepts = accepts
        self._is_own = known is None
        self.known = known or KnownRecords(case, record_class)
        """All records of the kind, also those that are not shown."""
        self._cache: dict[str, R] = {}
        if self._is_own:
            self.refilter()

    # ------------------------------------------------------------------------------------------- own

    def reload(self) -> None:
        """Read the list again."""
        self.known.read()
        self.refilter()

    def refilter(self) -> None:
        """Show what is let through now; nothing is read."""
        self._place_rows()
        self.touch_all()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        touched = self.known.apply(changes) if self._is_own else changes.touched.get(self._class.KIND, frozenset())
        if touched:
            self._place_rows()
        for row in (row for id_ in touched if (row := self.row_of(id_)) is not None):
            self.touch_rows(row, row)

    def _place_rows(self) -> None:
        known = self.known.by_id
        wanted = {id_: record for id_, record in known.items() if self._accepts is None or self._accepts(record)}
        self._cache = self._cache | wanted  # rows about to leave are still asked for
        self.rows.update(list(wanted))
        self._cache = wanted

    def record_at(self, row: int) -> R | None:
        """Return the record in a row."""
        id_ = self.id_at(row)
        return self._cache.get(id_) if id_ is not None else None

    # -------------------------------------------------------------------------------------------- Qt

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        if role == ID_ROLE:
            return self.id_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        record = self.record_at(index.row())
        if record is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._columns[index.column()].text(record)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and record.conflicts:
            return icons.icon("conflict", "warn")
        if role == Qt.ItemDataRole.ForegroundRole and record.withdrawn:
            return theme.colour("disabled")
        return None
