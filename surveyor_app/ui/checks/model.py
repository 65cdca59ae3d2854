"""The list of checks as an item model; what is being written shows at once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from surveyor_app.ui.checks.delegate import ROW_ROLE
from surveyor_app.ui.checks.sheet import CheckLine, CheckSheet
from surveyor_app.ui.checks.words import painted_row, spoken
from surveyor_app.wording.labels import Labels

Index = QModelIndex | QPersistentModelIndex


class CheckListModel(QAbstractListModel):
    """Rows are :class:`CheckLine`."""

    def __init__(self, labels: Labels, parent: QObject) -> None:
        super().__init__(parent)
        self._labels = labels
        self.sheet = CheckSheet()
        self._lines: list[CheckLine] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(line, self._labels)
        return painted_row(line, self._labels, is_sealed=self.sheet.is_sealed) if role == ROW_ROLE else None

    @property
    def lines(self) -> list[CheckLine]:
        """The lines shown, in order."""
        return self._lines

    def line_at(self, row: int) -> CheckLine | None:
        """Return the line of a row, ``None`` outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, check_id: str) -> int | None:
        """Return the row of a check, ``None`` when it is not asked."""
        return next((row for row, line in enumerate(self._lines) if line.check.id == check_id), None)

    def row_of_answer(self, answer_id: str) -> int | None:
        """Return the row that shows an answer."""
        rows = ((row, line.answer) for row, line in enumerate(self._lines))
        return next((row for row, answer in rows if answer is not None and answer.id == answer_id), None)

    def next_open(self, after: int) -> int | None:
        """Return the next row that is open, from the beginning again after the last; ``None`` when there is none."""
        rows = [*range(after + 1, len(self._lines)), *range(after + 1)]
        return next((row for row in rows if self._lines[row].is_asked and not self._lines[row].is_done), None)

    def show(self, sheet: CheckSheet) -> None:
        """Show what was read; rows stay where they are as long as the same checks are asked."""
        same = [line.check.id for line in sheet.lines] == [line.check.id for line in self._lines]
        if same:
            self.sheet, self._lines = sheet, list(sheet.lines)
            self.touch_all()
            return
        self.beginResetModel()
        self.sheet, self._lines = sheet, list(sheet.lines)
        self.endResetModel()

    def put(self, row: int, fields: Mapping[str, object]) -> None:
        """Show an answer that is being written."""
        self._lines[row] = self._lines[row].with_fields(fields)
        self.dataChanged.emit(self.index(row), self.index(row))

    def touch_all(self) -> None:
        """Have every row painted anew."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))
