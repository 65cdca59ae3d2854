"""The questions and answers of one statement, in order: written in draft, only read afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.statements.statements import Answer, Correction, Statement
from surveyor_app.domain.texts import Language
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.statements.answers import Wording, ask, move_question, put
from surveyor_app.operations.statements.contents import StatementContents, load_contents, numbers_of
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.keeping_in_view import reveal
from surveyor_app.ui.base.page import ScrollArea
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.ui.statements.answer_row import AnswerRow, HeardNow, heard_nowhere
from surveyor_app.ui.statements.answer_text import AnswerText
from surveyor_app.ui.statements.texts import why_not_editable
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.questions import Question
from surveyor_app.wording.translation import tr


class AnswerList(QWidget):
    """Rows of one statement; new ones come from typing, from the button, or from the question bank."""

    asked_changed = Signal()
    """Another question was asked, or one is asked no more."""
    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""

    def __init__(self, desk: Desk, bank: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bank = bank
        self.heard: HeardNow = heard_nowhere
        """Where the recording under way is; set by the page."""
        self._statement: str | None = None
        self._kind, self._language = "driver", chinese()
        self._head: Statement | None = None
        self._is_draft = True
        self._answers: list[Answer] = []
        self._rows: list[AnswerRow] = []
        self._texts: list[AnswerText] = []
        self._slices = Slices(self)
        self._area = ScrollArea(self)
        self._inner = QWidget(self._area.viewport())
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(0, 0, 8, 0)
        self._body.setSpacing(10)
        self._body.addStretch(1)
        self._area.hold(self._inner)
        self.add_button = looks.button("", self.add_at_end)
        self.help = looks.label("help", wrap=True)
        line = looks.row(self.add_button, self.help, spacing=12)
        line.setStretch(1, 1)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(8)
        holder.addLayout(line)
        holder.addWidget(self._area, 1)
        self._retranslate()

    @property
    def rows(self) -> list[AnswerRow]:
        """All rows that can be edited, in order; those that are not built yet are built now."""
        self._slices.finish()
        return self._rows

    @property
    def texts(self) -> list[AnswerText]:
        """All rows of a statement that is only read, in order; those that are not built yet are built now."""
        self._slices.finish()
        return self._texts

    def show_statement(self, statement_id: str | None) -> None:
        """Show another statement's answers."""
        if statement_id != self._statement:
            self.commit()
            self._statement = statement_id
            self._clear()
        self.reload()

    def set_head(self, kind: str, language: Language) -> None:
        """Ask from the bank for this kind of statement, in the language it is written in."""
        if (kind, language) != (self._kind, self._language):
            self._kind, self._language = kind, language
            for row in self._rows:
                row.question.offer(self._wordings())

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if self._statement in changes.touched.get(Statement.KIND, ()) and self._is_draft is not self._read_head():
            self.reload()
        elif changes.touches(Answer.KIND):
            for row in self._rows:
                row.binder.apply(changes)
                row.follow()
            self._refresh()
        elif changes.touches(Correction.KIND) and not self._is_draft:
            self._refresh()

    def reload(self) -> None:
        """Read everything again."""
        is_draft = self._read_head()
        if is_draft is not self._is_draft:
            self.commit()
            self._clear()
            self._is_draft = is_draft
        self._retranslate()
        for row in self._rows:
            row.binder.reload()
            row.follow()
        self._refresh()

    def commit(self) -> None:
        """Write what is being edited."""
        for row in self._rows:
            row.binder.commit()

    def asked_ids(self) -> set[str]:
        """Return which questions of the bank stand in the statement."""
        return {answer.question_id for answer in self._answers if answer.question_id}

    # ------------------------------------------------------------------------------------------ asking

    def add_at_end(self) -> None:
        """Make an empty question at the end and put the cursor there."""
        self._ask(Wording())

    def add_after_current(self) -> None:
        """Make an empty question after the one being edited and put the cursor there."""
        self._ask(Wording(), self._current_id())

    def follow_up(self) -> None:
        """Make an empty question that follows up the one being edited (追问)."""
        current = self._current_id() or (self._answers[-1].id if self._answers else None)
        if current is not None:
            self._ask(Wording(), current, is_follow_up=True)

    def ask_from_bank(self, question: Question) -> None:
        """Put a question of the bank now, after the one being edited, and wait for its answer."""
        self._ask(self._wording(question), self._current_id(), is_put=True)

    def add_bank(self) -> None:
        """Put all questions of the bank for this kind at the end, but those already there, to be asked one by one."""
        asked = self.asked_ids()
        new = [question for question in self._bank if question.kind == self._kind and question.id not in asked]
        for place, question in enumerate(new):
            self._ask(self._wording(question), is_silent=place > 0)

    def take_focus(self) -> None:
        """Give the keyboard back to the answer being edited, or the last one."""
        current = self._current_id() or (self._answers[-1].id if self._answers else None)
        if current is not None:
            self._focus(current)

    def move_current(self, by: int) -> None:
        """Move the question being edited, with its follow-ups, up (-1) or down (1)."""
        current = self._current_id()
        if current is None:
            return
        self.commit()
        case = self._desk.case
        self._desk.edits.do(lambda: move_question(case, current, by), lambda _done: self._show(current), None, self)

    def _ask(
        self,
        wording: Wording,
        after: str | None = None,
        *,
        is_follow_up: bool = False,
        is_put: bool = False,
        is_silent: bool = False,
    ) -> None:
        if self._statement is None or not self._is_draft:
            return
        self.commit()
        case, statement = self._desk.case, self._statement
        heard = self.heard() if is_put else None

        def make() -> Created:
            return ask(case, statement, wording, after, is_follow_up=is_follow_up, is_put=is_put, heard=heard)

        def focus(created: Created) -> None:
            self._refresh()
            self._focus(created.id)

        self._desk.edits.do(make, None if is_silent else focus, None, self)

    def _on_put_wanted(self, answer_id: str) -> None:
        case, heard = self._desk.case, self.heard()
        self._desk.edits.do(lambda: put(case, answer_id, heard), None, None, self)

    # ------------------------------------------------------------------------------------------- rows

    def _read_head(self) -> bool:
        """Read the statement again and tell whether its words may be typed over."""
        self._head = record_access.get(self._desk.case, Statement, self._statement) if self._statement else None
        return self._head is None or not why_not_editable(self._head)

    def _refresh(self) -> None:
        """Bring the rows in line with the records; rows that stay keep cursor and text, new ones are built one by one."""
        self._slices.clear()
        if self._statement is None or self._is_draft:
            found = record_access.list_all(self._desk.case, Answer)
            self._answers = [answer for answer in found if answer.statement_uid == self._statement]
            self._place_rows()
        else:
            contents = load_contents(self._desk.case, self._statement)
            self._answers = list(contents.asked)
            self._place_texts(contents)
        self.asked_changed.emit()

    def _place_rows(self) -> None:
        """Put the rows there are into order at once; those that are new follow one by one."""
        numbers = numbers_of(self._answers)
        kept = {row.answer_id: row for row in self._rows}
        for id_, row in kept.items():
            if id_ not in numbers:
                row.hide()
                row.deleteLater()
        self._rows = [kept[answer.id] for answer in self._answers if answer.id in kept]
        for place, row in enumerate(self._rows):
            row.set_number(numbers[RecordId(row.answer_id)])
            if self._body.indexOf(row) != place:
                self._body.removeWidget(row)
                self._body.insertWidget(place, row)
        new = [answer.id for answer in self._answers if answer.id not in kept]
        for id_ in new:
            self._slices.add(partial(self._put_row, id_, numbers[id_]))
        self._slices.add(self._order_tabs)
        if not new:
            self._slices.finish()

    def _put_row(self, answer_id: str, number: str) -> None:
        order: list[str] = [answer.id for answer in self._answers]
        place = sum(order.index(row.answer_id) < order.index(answer_id) for row in self._rows)
        row = self._make_row(answer_id)
        row.set_number(number)
        self._body.insertWidget(place, row)
        self._rows.insert(place, row)

    def _order_tabs(self) -> None:
        """Have the Tab key follow the order shown."""
        stops = [stop for row in self._rows for stop in (row.question.control, row.answer.control)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _make_row(self, answer_id: str) -> AnswerRow:
        row = AnswerRow(self._desk, answer_id, self._wordings(), lambda: self.heard(), self._inner)
        row.next_wanted.connect(lambda: self._on_next_wanted(answer_id))
        row.new_wanted.connect(self.add_after_current)
        row.follow_up_wanted.connect(self.follow_up)
        row.put_wanted.connect(lambda: self._on_put_wanted(answer_id))
        row.play_wanted.connect(self.play_wanted)
        row.removal_wanted.connect(lambda: self._on_removal_wanted(row))
        return row

    def _place_texts(self, contents: StatementContents) -> None:
        """Show what was taken down, with corrections; nothing in it is edited, so all of it is built anew."""
        self._clear()
        numbers = numbers_of(contents.asked)
        for place, answer in enumerate(contents.asked):
            self._slices.add(partial(self._put_text, place, answer, numbers[answer.id], contents))

    def _put_text(self, place: int, answer: Answer, number: str, contents: StatementContents) -> None:
        text = AnswerText(answer, number, contents, self._desk.labels, self._inner)
        text.play_wanted.connect(self.play_wanted)
        self._body.insertWidget(place, text)
        self._texts.append(text)

    def _clear(self) -> None:
        self._slices.clear()
        for row in (*self._rows, *self._texts):
            row.hide()
            row.deleteLater()
        self._rows, self._texts = [], []

    def _on_next_wanted(self, answer_id: str) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.answer_id == answer_id), len(self.rows))
        if place + 1 < len(self.rows):
            following = self.rows[place + 1]
            following.put()
            target = following.answer if following.question.value() else following.question
            target.control.setFocus()
            reveal(following)
        else:
            self.add_at_end()

    def _on_removal_wanted(self, row: AnswerRow) -> None:
        at = row.mapToGlobal(QPoint(row.width() - 40, 40))
        withdrawing.ask(self, at, self._desk, Answer, [row.answer_id])

    def _focus(self, answer_id: str) -> None:
        for row in self.rows:
            if row.answer_id == answer_id:
                (row.answer if row.question.value() else row.question).control.setFocus()
                reveal(row)

    def _show(self, answer_id: str) -> None:
        for row in self.rows:
            if row.answer_id == answer_id:
                reveal(row)

    def _current_id(self) -> str | None:
        """Return the question being edited, or the one that was edited last."""
        return next((row.answer_id for row in self.rows if row.isAncestorOf(self.focusWidget() or row)), None)

    def _wordings(self) -> dict[str, str]:
        """Return the questions for this kind of statement by their words."""
        return {
            question.text.in_(self._language): question.id for question in self._bank if question.kind == self._kind
        }

    def _wording(self, question: Question) -> Wording:
        return Wording(question.text.in_(self._language), question.id)

    # ------------------------------------------------------------------------------------------- texts

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if not self._is_draft:
                self._refresh()

    def _retranslate(self) -> None:
        looks.face(self.add_button, tr("Question"), "add")
        self.add_button.setVisible(self._is_draft)
        help_text = tr("Enter: next answer · Ctrl+Enter: next question · Ctrl+B: question bank · F1: all keys")
        self.help.setText(help_text if self._is_draft or self._head is None else why_not_editable(self._head))
        looks.set_tone(self.help, "" if self._is_draft else "warn")
