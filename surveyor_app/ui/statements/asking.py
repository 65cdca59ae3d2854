"""Asks: makes new questions in a statement, from typing or from the bank, puts them, and moves them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.statements.answers import Wording, ask, move_question, put
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.statements.answer_row import HeardNow
from surveyor_app.ui.statements.answer_rows import AnswerRows
from surveyor_app.ui.statements.bank_words import BankWords
from surveyor_app.wording.questions import Question


class Asking(QObject):
    """Works on one draft, from the question being edited; where there is no draft it does nothing."""

    asked = Signal(str)
    """A question was made that wants the keyboard: the id of its answer."""

    def __init__(self, desk: Desk, words: BankWords, rows: AnswerRows, heard: HeardNow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = words
        self._rows = rows
        self._heard = heard
        self._draft: str | None = None
        self._answers: Sequence[Answer] = ()
        rows.new_wanted.connect(self.add_after_current)
        rows.end_wanted.connect(self.add_at_end)
        rows.follow_up_wanted.connect(self.follow_up)
        rows.put_wanted.connect(self._put)

    def work_on(self, draft: str | None, answers: Sequence[Answer]) -> None:
        """Work on this statement, ``None`` for none that may be typed over; its answers as they stand now."""
        self._draft, self._answers = draft, answers

    def asked_ids(self) -> set[str]:
        """Return which questions of the bank stand in the statement."""
        return {answer.question_id for answer in self._answers if answer.question_id}

    def add_at_end(self) -> None:
        """Make an empty question at the end and put the cursor there."""
        self._ask(Wording())

    def add_after_current(self) -> None:
        """Make an empty question after the one being edited and put the cursor there."""
        self._ask(Wording(), self._rows.current_id())

    def follow_up(self) -> None:
        """Make an empty question that follows up the one being edited (追问)."""
        current = self._current_or_last()
        if current is not None:
            self._ask(Wording(), current, is_follow_up=True)

    def ask_from_bank(self, question: Question) -> None:
        """Put a question of the bank now, after the one being edited, and wait for its answer."""
        self._ask(self._words.wording(question), self._rows.current_id(), is_put=True)

    def add_bank(self) -> None:
        """Put all questions of the bank for this kind at the end, but those already there, to be asked one by one."""
        for place, wording in enumerate(self._words.not_among(self.asked_ids())):
            self._ask(wording, is_silent=place > 0)

    def take_focus(self) -> None:
        """Give the keyboard back to the answer being edited, or the last one."""
        current = self._current_or_last()
        if current is not None:
            self._rows.focus(current)

    def move_current(self, by: int) -> None:
        """Move the question being edited, with its follow-ups, up (-1) or down (1)."""
        current = self._rows.current_id()
        if current is None:
            return
        self._rows.commit()
        case = self._desk.case
        self._desk.edits.do(
            lambda: move_question(case, current, by), lambda _done: self._rows.reveal(current), None, self
        )

    def _current_or_last(self) -> str | None:
        return self._rows.current_id() or (self._answers[-1].id if self._answers else None)

    def _ask(
        self,
        wording: Wording,
        after: str | None = None,
        *,
        is_follow_up: bool = False,
        is_put: bool = False,
        is_silent: bool = False,
    ) -> None:
        draft = self._draft
        if draft is None:
            return
        self._rows.commit()
        case, heard = self._desk.case, self._heard() if is_put else None

        def make() -> Created:
            return ask(case, draft, wording, after, is_follow_up=is_follow_up, is_put=is_put, heard=heard)

        def tell(created: Created) -> None:
            self.asked.emit(created.id)

        self._desk.edits.do(make, None if is_silent else tell, None, self)

    def _put(self, answer_id: str) -> None:
        case, heard = self._desk.case, self._heard()
        self._desk.edits.do(lambda: put(case, answer_id, heard), None, None, self)
