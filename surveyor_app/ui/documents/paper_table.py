"""The checklist as a table: a line for each paper of the case, and one for each record of it where there are several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from surveyor_app.domain.documents.checklist import Paper, PaperLine
from surveyor_app.domain.documents.documents import (
    NOT_APPLICABLE,
    NOT_REQUESTED,
    RECEIVED,
    REJECTED,
    REQUESTED,
    Document,
)
from surveyor_app.operations.documents.checklists import Checklist
from surveyor_app.ui.base import formats, icons, theme
from surveyor_app.ui.forms.id_table import ID_ROLE, Head, IdTable, Index
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, mark, tr

NAME, STATE, FORM, SCANS, WHEN = range(5)
_ICONS = {
    NOT_REQUESTED: ("missing", "secondary"),
    REQUESTED: ("time", "warn"),
    RECEIVED: ("ok", "ok"),
    REJECTED: ("bad", "bad"),
    NOT_APPLICABLE: ("not_applicable", "secondary"),
}
_NOT_YET = "paper:"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One row. ``document`` is ``None`` for a paper nobody took up yet, ``line`` for one beside the list."""

    id: str
    line: PaperLine | None
    document: Document | None

    @property
    def paper(self) -> Paper | None:
        """The paper of the list."""
        return self.line.paper if self.line else None

    @property
    def item(self) -> str:
        """The id of the paper in the list, empty for one beside it."""
        return self.line.paper.id if self.line else ""

    @property
    def state(self) -> str:
        """The state noted, *not requested* where none is."""
        return (self.document.state if self.document else None) or NOT_REQUESTED

    @property
    def is_faulty(self) -> bool:
        """Tell whether it was received with defects."""
        return self.document is not None and self.document.state == RECEIVED and bool(self.document.defects)


def rows_of(checklist: Checklist) -> list[PaperRow]:
    """Return the rows in the order of the list: first what this case needs or has to be asked about, then what it does not."""
    rows = []
    for line in sorted(checklist.lines, key=lambda line: not line.is_wanted):
        rows += [PaperRow(document.id, line, document) for document in line.documents]
        if not line.documents:
            rows.append(PaperRow(f"{_NOT_YET}{line.paper.id}", line, None))
    return [*rows, *(PaperRow(document.id, None, document) for document in checklist.others)]


class PaperTable(IdTable):
    """Shows the rows; ``name_of`` gives what a vehicle or person is called."""

    def __init__(self, labels: Labels, name_of: Callable[[str], str], parent: QObject) -> None:
        heads = (mark("Paper"), mark("State"), mark("Form"), mark("Scans"), mark("When it is needed"))
        super().__init__([Head(title, right=place == SCANS) for place, title in enumerate(heads)], parent)
        self._labels, self._name_of = labels, name_of
        self._rows: dict[str, PaperRow] = {}

    def show_rows(self, rows: Sequence[PaperRow]) -> None:
        """Show other rows; a paper that got its record keeps its place."""
        wanted = {row.id: row for row in rows}
        self._rows |= wanted  # rows about to leave are still asked for
        self.rows.update(list(wanted))
        self._rows = wanted
        self.touch_all()

    def row_at(self, row: int) -> PaperRow | None:
        """Return what stands in a row."""
        return self.row_called(self.id_at(row) or "")

    def row_called(self, id_: str) -> PaperRow | None:
        """Return the row of an id."""
        return self._rows.get(id_)

    def place_of(self, item: str, record_id: str) -> str:
        """Return the id of the row of a record, or else of its paper; empty where neither is shown."""
        return next(
            (row.id for row in self._rows.values() if row.id == record_id or (record_id == "" and row.item == item)), ""
        )

    def name(self, row: PaperRow) -> str:
        """Return what the paper is called, and whose it is."""
        title = row.document.title if row.document else None
        name = row.paper.name.in_(current_language()) if row.paper else title or tr("(another paper)")
        whose = self._name_of(row.document.subject_uid) if row.document and row.document.subject_uid else ""
        return f"{name} · {whose}" if whose else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ID_ROLE:
            return row.id
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATE:
            return (
                icons.icon("alert", "warn")
                if row.is_faulty
                else icons.icon(*_ICONS.get(row.state, _ICONS[NOT_REQUESTED]))
            )
        if role == Qt.ItemDataRole.ForegroundRole and not self._counts(row):
            return theme.colour("secondary")
        return None

    def _counts(self, row: PaperRow) -> bool:
        return row.line is None or row.line.is_wanted

    def _text(self, row: PaperRow, column: int) -> str:
        document = row.document
        if column == NAME:
            return self.name(row)
        if column == STATE:
            return self._state(row)
        if column == FORM:
            form = document.form if document else None
            return self._labels.value("document_form", form, current_language()) or formats.EMPTY
        if column == SCANS:
            return str(len(document.evidence)) if document and document.evidence else formats.EMPTY
        return row.paper.note.in_(current_language()) if row.paper else formats.EMPTY

    def _state(self, row: PaperRow) -> str:
        if row.is_faulty:
            return tr("Received, with defects")
        if row.state == NOT_REQUESTED and row.line is not None and row.line.is_needed is None:
            return tr("Is it needed?")
        if row.state == NOT_REQUESTED and row.line is not None and not row.line.is_wanted:
            return tr("Not needed here")
        name = self._labels.value("document_state", row.state, current_language())
        at = row.document.requested_at if row.document and row.state == REQUESTED else None
        return f"{name} · {formats.day(at.local.date())}" if at else name
