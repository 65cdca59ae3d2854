"""One question with its answer, edited by keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QWidget

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.statements import Answer
from surveyor_app.ui.desk import Desk
from surveyor_app.ui.translation import tr
from surveyor_app.ui.widgets import looks
from surveyor_app.ui.widgets.field_editors import FieldEditor, LongTextEditor, TextEditor
from surveyor_app.ui.widgets.record_binder import RecordBinder


class QuestionEditor(TextEditor):
    """The question in one line, completed from the question bank while typing."""

    LABELLED = False

    def retranslate(self) -> None:
        super().retranslate()
        self.line.setPlaceholderText(tr("Question"))

    def offer(self, texts: Sequence[str]) -> None:
        """Complete from these wordings; any part of one finds it."""
        completer = QCompleter(list(texts), self.line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self.edited.emit())
        self.line.setCompleter(completer)

    def is_choosing(self) -> bool:
        """Tell whether the list of the question bank is open."""
        completer = self.line.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible()


class AnswerEditor(LongTextEditor):
    """The answer in the person's own words; Enter ends it, Shift+Enter makes a new line."""

    LABELLED = False
    LOW_PX = 44

    def retranslate(self) -> None:
        super().retranslate()
        self.area.setPlaceholderText(tr("Answer in the person's own words"))

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False


class AnswerRow(QFrame):
    """A numbered pair. ``next_wanted`` after Enter in the answer, ``new_wanted`` after Ctrl+Enter."""

    next_wanted = Signal()
    new_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, desk: Desk, answer_id: str, bank: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        specs = {spec.name: spec for spec in SPECS[Answer.KIND]}
        self.answer_id = answer_id
        self.question = QuestionEditor(Answer.KIND, specs["question"], desk.labels, self)
        self.answer = AnswerEditor(Answer.KIND, specs["answer"], desk.labels, self)
        self.question.offer(bank)
        editors: dict[str, FieldEditor] = {"question": self.question, "answer": self.answer}
        self.binder: RecordBinder[Answer] = RecordBinder(desk, Answer, editors, self)
        self._number = looks.label("heading")
        self._number.setFixedWidth(34)
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._remove = looks.tool(self.removal_wanted.emit)
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        fields = looks.column(self.question, self.answer, spacing=6)
        line = looks.row(self._number, fields, self._remove, spacing=10)
        line.setContentsMargins(8, 10, 8, 10)
        line.setStretch(1, 1)
        line.setAlignment(self._remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        for control in (self.question.control, self.answer.control):
            control.installEventFilter(self)
        self.binder.show_record(answer_id)
        self._retranslate()

    def set_number(self, number: int) -> None:
        """Show the place in the statement."""
        self._number.setText(str(number))
        self.question.control.setAccessibleName(tr("Question {number}", number=number))
        self.answer.control.setAccessibleName(tr("Answer {number}", number=number))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.binder.commit()
            self.new_wanted.emit()
            return True
        if watched is self.question.control and not self.question.is_choosing():
            self.binder.commit()
            self.answer.control.setFocus()
            return True
        if watched is self.answer.control and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.binder.commit()
            self.next_wanted.emit()
            return True
        return False

    def _retranslate(self) -> None:
        looks.name(self._remove, tr("Withdraw…"), "withdraw", "secondary")
