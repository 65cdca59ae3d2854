"""The questions and answers of one statement, in order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.changes import Changes
from surveyor_app.domain.statements import Answer
from surveyor_app.operations import records
from surveyor_app.operations.questions import Question
from surveyor_app.operations.records import Created
from surveyor_app.ui import record_access
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.page import ScrollArea
from surveyor_app.ui.slices import Slices
from surveyor_app.ui.translation import in_language, tr
from surveyor_app.ui.widgets import looks, withdrawing
from surveyor_app.ui.widgets.answer_row import AnswerRow


class AnswerList(QWidget):
    """Rows of one statement; new ones come from typing, from the button, or all at once from the question bank."""

    def __init__(self, desk: Desk, bank: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bank = bank
        self._statement: str | None = None
        self._kind = "driver"
        self._rows: list[AnswerRow] = []
        self._slices = Slices(self)
        self._area = ScrollArea(self)
        self._inner = QWidget(self._area.viewport())
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._body.setSpacing(10)
        self._body.addStretch(1)
        self._area.hold(self._inner)
        self.add_button = looks.button("", self.add_at_end)
        self.bank_button = looks.button("", self.add_bank)
        self._help = looks.label("help", wrap=True)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(8)
        holder.addLayout(looks.row(self.add_button, self.bank_button, None))
        holder.addWidget(self._help)
        holder.addWidget(self._area, 1)
        self._retranslate()

    @property
    def rows(self) -> list[AnswerRow]:
        """All rows in order; those that are not built yet are built now."""
        self._slices.finish()
        return self._rows

    def show_statement(self, statement_id: str | None) -> None:
        """Show another statement's answers."""
        if statement_id != self._statement:
            self.commit()
            self._statement = statement_id
            self._clear()
        self._refresh()

    def set_kind(self, kind: str) -> None:
        """Offer the question bank for this kind of statement."""
        if kind != self._kind:
            self._kind = kind
            for row in self._rows:
                row.question.offer(self._texts())
            self._retranslate()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(Answer.KIND):
            for row in self._rows:
                row.binder.apply(changes)
            self._refresh()

    def reload(self) -> None:
        """Read everything again."""
        for row in self._rows:
            row.binder.reload()
        self._refresh()

    def commit(self) -> None:
        """Write what is being edited."""
        for row in self._rows:
            row.binder.commit()

    def add_at_end(self) -> None:
        """Make an empty question at the end and put the cursor there."""
        self._create([{"question": ""}])

    def add_after_current(self) -> None:
        """Make an empty question after the one being edited and put the cursor there."""
        row = self._current_row()
        following = self.rows[row + 1].answer_id if row is not None and row + 1 < len(self.rows) else None
        self._create([{"question": ""}], following)

    def add_bank(self) -> None:
        """Put all questions of the bank for this kind at the end, but those already there."""
        asked = {answer.question_id for answer in self._answers()}
        new = [
            {"question": in_language(question.zh, question.en), "question_id": question.id}
            for question in self._bank
            if question.kind == self._kind and question.id not in asked
        ]
        self._create(new)

    def _create(self, answers: Sequence[dict[str, str]], before: str | None = None) -> None:
        if self._statement is None or not answers:
            return
        case, statement = self._desk.case, self._statement

        def make(fields: dict[str, str]) -> Created:
            present = {name: value for name, value in fields.items() if value}
            created = records.create(case, Answer, {"statement_uid": statement, **present})
            if before is not None:
                records.move(case, Answer, created.id, before)
            return created

        def focus(created: Created) -> None:
            self._refresh()
            self._focus(created.id)

        for index, fields in enumerate(answers):
            self._desk.edits.do(lambda fields=fields: make(fields), focus if index == 0 else None, None, self)  # type: ignore[misc]  # bound now

    def _answers(self) -> list[Answer]:
        if self._statement is None:
            return []
        found = record_access.list_all(self._desk.case, Answer)
        return [answer for answer in found if answer.statement_uid == self._statement]

    def _refresh(self) -> None:
        """Bring the rows in line with the records; rows that stay keep cursor and text, new ones are built one by one."""
        self._slices.clear()
        wanted = [answer.id for answer in self._answers()]
        kept = {row.answer_id: row for row in self._rows}
        for id_, row in kept.items():
            if id_ not in wanted:
                row.hide()
                row.deleteLater()
        self._rows = []
        for place, id_ in enumerate(wanted):
            self._slices.add(partial(self._put_row, place, id_, kept.get(id_)))
        if all(id_ in kept for id_ in wanted):
            self._slices.finish()

    def _put_row(self, place: int, answer_id: str, kept: AnswerRow | None) -> None:
        row = kept or self._make_row(answer_id)
        row.set_number(place + 1)
        if self._body.indexOf(row) != place:
            self._body.removeWidget(row)
            self._body.insertWidget(place, row)
        if self._rows and kept is None:
            QWidget.setTabOrder(self._rows[-1].answer.control, row.question.control)
            QWidget.setTabOrder(row.question.control, row.answer.control)
        self._rows.append(row)

    def _make_row(self, answer_id: str) -> AnswerRow:
        row = AnswerRow(self._desk, answer_id, self._texts(), self._inner)
        row.next_wanted.connect(lambda: self._on_next_wanted(answer_id))
        row.new_wanted.connect(self.add_after_current)
        row.removal_wanted.connect(lambda: self._on_removal_wanted(row))
        return row

    def _on_next_wanted(self, answer_id: str) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.answer_id == answer_id), len(self.rows))
        if place + 1 < len(self.rows):
            following = self.rows[place + 1]
            target = following.answer if following.question.value() else following.question
            target.control.setFocus()
            self._area.ensureWidgetVisible(following)
        else:
            self.add_at_end()

    def _on_removal_wanted(self, row: AnswerRow) -> None:
        at = row.mapToGlobal(QPoint(row.width() - 40, 40))
        withdrawing.ask(self, at, self._desk, Answer, [row.answer_id])

    def _focus(self, answer_id: str) -> None:
        for row in self.rows:
            if row.answer_id == answer_id:
                (row.answer if row.question.value() else row.question).control.setFocus()
                self._area.ensureWidgetVisible(row)

    def _current_row(self) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget() or row)), None)

    def _texts(self) -> list[str]:
        return [in_language(question.zh, question.en) for question in self._bank if question.kind == self._kind]

    def _clear(self) -> None:
        self._slices.clear()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        looks.face(self.add_button, tr("Question"), "add")
        looks.face(self.bank_button, tr("Standard questions"), "statements")
        self.bank_button.setEnabled(any(question.kind == self._kind for question in self._bank))
        self._help.setText(tr("Enter: next answer · Ctrl+Enter: next question · Shift+Enter: new line"))
