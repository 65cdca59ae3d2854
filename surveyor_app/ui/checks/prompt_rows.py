"""The risk prompts as an item model: those that something raised first; what is being written shows at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from surveyor_app.domain.checks.prompts import Raised
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.record_checks import RecordChecks
from surveyor_app.ui.checks.delegate import ROW_ROLE
from surveyor_app.ui.checks.rows import Row
from surveyor_app.ui.forms.list_words import PARTS
from surveyor_app.wording.findings.prompt_facts import fact_words
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr

REPLIES = "prompt_reply"
NOT_MADE = RecordId("")
"""The id of an answer that is being written and has none yet."""
Index = QModelIndex | QPersistentModelIndex


class PromptModel(QAbstractListModel):
    """Rows are :class:`Raised`."""

    def __init__(self, labels: Labels, checks: RecordChecks, parent: QObject) -> None:
        super().__init__(parent)
        self._labels, self._checks = labels, checks
        self.lines: list[Raised] = []
        self.is_sealed = False

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.line_at(index.row())
        if line is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(line)
        return self._row(line) if role == ROW_ROLE else None

    def line_at(self, row: int) -> Raised | None:
        """Return the prompt of a row, ``None`` outside the list."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, prompt_id: str) -> int | None:
        """Return the row of a prompt, or of the answer with this id."""
        rows = enumerate(self.lines)
        wanted = (row for row, line in rows if prompt_id in (line.prompt.id, line.answer.id if line.answer else None))
        return next(wanted, None)

    def next_open(self, after: int) -> int | None:
        """Return the next prompt that something raised and nobody answered, else the next nobody answered."""
        rows = [*range(after + 1, len(self.lines)), *range(after + 1)]
        open_rows = [row for row in rows if not is_answered(self.lines[row])]
        return next((row for row in open_rows if self.lines[row].is_raised), next(iter(open_rows), None))

    def show(self, found: Sequence[Raised], *, is_sealed: bool) -> None:
        """Show what was read; rows stay where they are while the same prompts are asked."""
        lines = sorted(found, key=lambda line: not line.is_raised)
        self.is_sealed = is_sealed
        if [line.prompt.id for line in lines] == [line.prompt.id for line in self.lines]:
            self.lines = lines
            self.touch_all()
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def put(self, row: int, fields: Mapping[str, object]) -> None:
        """Show an answer that is being written."""
        line = self.lines[row]
        answer = line.answer or PromptAnswer(id=NOT_MADE, prompt_id=line.prompt.id)
        self.lines[row] = replace(line, answer=replace(answer, **fields))  # type: ignore[arg-type]  # fields of an answer
        self.dataChanged.emit(self.index(row), self.index(row))

    def touch_all(self) -> None:
        """Have every row painted anew."""
        if self.lines:
            self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def facts_of(self, line: Raised) -> list[str]:
        """Return the facts that raised a prompt, in words."""
        return [fact_words(fact, self._labels, self._checks) for fact in line.facts]

    def replies(self) -> list[tuple[str, str]]:
        """Return the replies with their words, in the order of their keys."""
        return [(choice.id, choice.label.in_(current_language())) for choice in self._labels.choices(REPLIES)]

    def _row(self, line: Raised) -> Row:
        icon = ("alert", "warn") if line.is_raised else ("missing", "secondary")
        return Row(
            name=line.prompt.name.in_(current_language()),
            below=self._below(line),
            is_strong=line.is_raised,
            icon=("ok", "ok") if is_answered(line) else icon,
            replies=self.replies(),
            given=line.answer.answer if line.answer is not None else None,
            is_sealed=self.is_sealed,
        )

    def _below(self, line: Raised) -> str:
        said = " ".join((line.answer.note or "").split()) if line.answer is not None else ""
        facts = self.facts_of(line)
        shown = (
            [facts[0] if len(facts) == 1 else tr("{fact}, and %n more", n=len(facts) - 1, fact=facts[0])]
            if facts
            else []
        )
        return PARTS.join([*(shown or [line.prompt.trigger.in_(current_language())]), *([said] if said else [])])

    def _spoken(self, line: Raised) -> str:
        words = dict(self.replies())
        given = words.get(line.answer.answer or "", "") if line.answer is not None else ""
        return PARTS.join(
            [line.prompt.name.in_(current_language()), given or tr("not answered yet"), self._below(line)]
        )


def is_answered(line: Raised) -> bool:
    """Tell whether somebody said what they saw."""
    return line.answer is not None and line.answer.answer is not None
