"""The questions and answers of a draft as rows to type in, with the way of the keyboard through them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.statements.contents import numbers_of
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.keeping_in_view import reveal
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.statements.answer_row import AnswerRow, HeardNow


class AnswerRows(QObject):
    """Rows that stay keep cursor and text when the records change; new ones are built one by one."""

    new_wanted = Signal()
    """Ctrl+Enter: another question after this one."""
    end_wanted = Signal()
    """Enter in the last answer: another question at the end."""
    follow_up_wanted = Signal()
    put_wanted = Signal(str)
    """The question of this answer is said aloud now."""
    removal_wanted = Signal(str, QPoint)
    """Please ask at this place of the screen why the answer is withdrawn."""
    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""

    def __init__(
        self, desk: Desk, body: QVBoxLayout, wordings: Callable[[], Mapping[str, str]], heard: HeardNow, parent: QWidget
    ) -> None:
        """Rows go to the beginning of ``body``; ``parent`` is the widget of which the focus tells the row being edited."""
        super().__init__(parent)
        self._desk = desk
        self._body = body
        self._wordings = wordings
        self._heard = heard
        self._list = parent
        self._order: list[str] = []
        self._rows: list[AnswerRow] = []
        self._slices = Slices(self)

    def all(self) -> list[AnswerRow]:
        """Return all rows in order; those that are not built yet are built now."""
        self._slices.finish()
        return self._rows

    def show(self, answers: Sequence[Answer]) -> None:
        """Put the rows there are into the order of the answers at once; those that are new follow one by one."""
        self._slices.clear()
        self._order = [answer.id for answer in answers]
        numbers = numbers_of(answers)
        kept = {row.answer_id: row for row in self._rows}
        for id_, row in kept.items():
            if id_ not in numbers:
                row.hide()
                row.deleteLater()
        self._rows = [kept[id_] for id_ in self._order if id_ in kept]
        for place, row in enumerate(self._rows):
            row.set_number(numbers[RecordId(row.answer_id)])
            if self._body.indexOf(row) != place:
                self._body.removeWidget(row)
                self._body.insertWidget(place, row)
        new = [answer.id for answer in answers if answer.id not in kept]
        for id_ in new:
            self._slices.add(partial(self._put_row, id_, numbers[id_]))
        self._slices.add(self._order_tabs)
        if not new:
            self._slices.finish()

    def clear(self) -> None:
        """Show none."""
        self._slices.clear()
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []

    def offer_wordings(self) -> None:
        """Offer the questions of the bank in all rows: their language or kind changed."""
        for row in self._rows:
            row.question.offer(self._wordings())

    def follow(self, changes: Changes) -> None:
        """Show in each row what an operation changed."""
        for row in self._rows:
            row.binder.apply(changes)
            row.follow()

    def reload(self) -> None:
        """Read each row's record again."""
        for row in self._rows:
            row.binder.reload()
            row.follow()

    def commit(self) -> None:
        """Write what is being edited."""
        for row in self._rows:
            row.binder.commit()

    # --------------------------------------------------------------------------------------- the keyboard

    def current_id(self) -> str | None:
        """Return the question being edited, or the one that was edited last."""
        focused = self._list.focusWidget()
        return next((row.answer_id for row in self.all() if row.isAncestorOf(focused or row)), None)

    def focus(self, answer_id: str) -> None:
        """Give the keyboard to an answer, or to its question while that has no words."""
        for row in self.all():
            if row.answer_id == answer_id:
                (row.answer if row.question.value() else row.question).control.setFocus()
                reveal(row)

    def focus_question(self, answer_id: str) -> None:
        """Give the keyboard to a question, to put it in other words."""
        for row in self.all():
            if row.answer_id == answer_id:
                row.question.control.setFocus()
                reveal(row)

    def reveal(self, answer_id: str) -> None:
        """Bring a row into view."""
        for row in self.all():
            if row.answer_id == answer_id:
                reveal(row)

    def _go_on_from(self, answer_id: str) -> None:
        rows = self.all()
        place = next((place for place, row in enumerate(rows) if row.answer_id == answer_id), len(rows))
        if place + 1 < len(rows):
            following = rows[place + 1]
            following.put()
            target = following.answer if following.question.value() else following.question
            target.control.setFocus()
            reveal(following)
        else:
            self.end_wanted.emit()

    def _order_tabs(self) -> None:
        """Have the Tab key follow the order shown."""
        stops = [stop for row in self._rows for stop in (row.question.control, row.answer.control)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    # -------------------------------------------------------------------------------------------- making

    def _put_row(self, answer_id: str, number: str) -> None:
        place = sum(self._order.index(row.answer_id) < self._order.index(answer_id) for row in self._rows)
        row = self._make_row(answer_id)
        row.set_number(number)
        self._body.insertWidget(place, row)
        self._rows.insert(place, row)

    def _make_row(self, answer_id: str) -> AnswerRow:
        row = AnswerRow(self._desk, answer_id, self._wordings(), self._heard, self._body.parentWidget())
        row.next_wanted.connect(lambda: self._go_on_from(answer_id))
        row.new_wanted.connect(self.new_wanted)
        row.follow_up_wanted.connect(self.follow_up_wanted)
        row.put_wanted.connect(lambda: self.put_wanted.emit(answer_id))
        row.play_wanted.connect(self.play_wanted)
        row.removal_wanted.connect(
            lambda: self.removal_wanted.emit(answer_id, row.mapToGlobal(QPoint(row.width() - 40, 40)))
        )
        return row
