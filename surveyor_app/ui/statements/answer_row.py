"""One question with its answer, edited by keyboard alone, with when it was put and where in a recording."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.statements.answers import Heard
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.keeping_in_view import WHOLE
from surveyor_app.ui.forms import cover_hints
from surveyor_app.ui.forms.field_editors import FieldEditor, LongTextEditor
from surveyor_app.ui.forms.record_binder import RecordBinder
from surveyor_app.ui.statements.question_editor import QuestionEditor
from surveyor_app.wording.translation import tr

NUMBER_PX = 64
INDENT_PX = 28
"""So much further in stands what follows up a question (追问)."""

HeardNow = Callable[[], Heard | None]
"""Where the recording under way is now; ``None`` while nothing is recorded."""


def heard_nowhere() -> Heard | None:
    """Say that nothing is recorded."""
    return None


class AnswerEditor(LongTextEditor):
    """The answer in the person's own words; Enter ends it, Shift+Enter makes a new line."""

    LABELLED = False
    LOW_PX = 44

    def retranslate(self) -> None:
        super().retranslate()
        self.area.setPlaceholderText(tr("Answer in the person's own words"))

    def takes_enter(self, event: QKeyEvent) -> bool:
        return False

    def cover_note(self, text: str) -> str:
        return cover_hints.answer_hint(self.show_words(cover_hints.cover_words(text)))


class AnswerRow(QWidget):
    """A numbered pair. ``next_wanted`` after Enter in the answer, ``new_wanted`` after Ctrl+Enter."""

    next_wanted = Signal()
    new_wanted = Signal()
    follow_up_wanted = Signal()
    """A question that follows this one up, after Ctrl+Shift+Enter."""
    put_wanted = Signal()
    """The question is said aloud now, or was a moment ago: its answer begins."""
    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""
    removal_wanted = Signal()

    def __init__(
        self, desk: Desk, answer_id: str, bank: Mapping[str, str], heard: HeardNow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty(WHOLE, True)
        specs = {spec.name: spec for spec in SPECS[Answer.KIND]}
        self.answer_id = answer_id
        self._desk, self._heard = desk, heard
        self._is_putting = self._was_put = False
        self.question = QuestionEditor(Answer.KIND, specs["question"], desk.labels, self)
        self.answer = AnswerEditor(Answer.KIND, specs["answer"], desk.labels, self)
        self.question.offer(bank)
        editors: dict[str, FieldEditor] = {"question": self.question, "answer": self.answer}
        self.binder: RecordBinder[Answer] = RecordBinder(desk, Answer, editors, self, prepare=self._with_facts)
        self._number = looks.label("heading")
        self._number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._time = looks.label("help")
        self._time.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self.play_button = looks.button("link", self._on_play_clicked)
        self.play_button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._remove = looks.tool(self.removal_wanted.emit)
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        for control in (self.question.control, self.answer.control):
            control.installEventFilter(self)
        self.answer.edited.connect(self._on_answer_edited)
        self.binder.show_record(answer_id)
        self._retranslate()
        self._say_time()

    def _lay_out(self) -> None:
        for widget in (self._number, self._time, self.play_button):
            widget.setFixedWidth(NUMBER_PX)
        fields = looks.column(self.question, self.answer, spacing=6)
        side = looks.column(self._number, self._time, self.play_button, None, spacing=2)
        line = looks.row(side, fields, self._remove, spacing=8)
        line.setContentsMargins(4, 10, 8, 10)
        line.setStretch(1, 1)
        line.setAlignment(self._remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(looks.column(looks.card(line)))

    def set_number(self, number: str) -> None:
        """Show the place in the statement; what follows up another stands further in."""
        self._number.setText(number)
        self.question.control.setAccessibleName(tr("Question {number}", number=number))
        self.answer.control.setAccessibleName(tr("Answer {number}", number=number))
        indent = INDENT_PX * number.count(".")
        if self.contentsMargins().left() != indent:
            self.setContentsMargins(indent, 0, 0, 0)

    def follow(self) -> None:
        """Show when the question was put, after its record changed."""
        self._say_time()

    def put(self) -> None:
        """Say that the question is put now, once; with its words where they are not written yet."""
        if self._is_put() or not self.question.value():
            return
        if not self.binder.is_edited("question"):
            self.put_wanted.emit()
        else:
            self._is_putting = True
            self.binder.commit()
            self._is_putting = False
        self._was_put = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_time()

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.binder.commit()
            (self.follow_up_wanted if modifiers & Qt.KeyboardModifier.ShiftModifier else self.new_wanted).emit()
            return True
        if watched is self.question.control and not self.question.is_choosing():
            self.put()
            self.binder.commit()
            self.answer.control.setFocus()
            return True
        if watched is self.answer.control and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.binder.commit()
            self.next_wanted.emit()
            return True
        return False

    def _with_facts(self, _record_id: str, values: dict[str, object]) -> dict[str, object]:
        """Note with the words of a question which of the bank it is, and when it was put if that is now."""
        known = self.question.bank.get(str(values.get("question")))
        if known is not None:
            values = {**values, "question_id": known}
        if not self._is_putting or not values.get("question"):
            return values
        heard = self._heard()
        timed = {**values, "asked_at": self._desk.case.author.clock().instant()}
        return {**timed, "media_uid": heard.media_uid, "media_offset_ms": heard.offset_ms} if heard else timed

    def _on_answer_edited(self) -> None:
        if not self._is_put():
            self._was_put = True
            self.put_wanted.emit()

    def _is_put(self) -> bool:
        record = self.binder.record
        return self._was_put or record is None or record.asked_at is not None

    def _on_play_clicked(self) -> None:
        record = self.binder.record
        if record is not None and record.media_uid is not None:
            self.play_wanted.emit(record.media_uid, record.media_offset_ms or 0)

    def _say_time(self) -> None:
        record = self.binder.record
        asked = record.asked_at if record is not None else None
        self._time.setText(f"{asked.local:%H:%M}" if asked is not None else "")
        self._time.setVisible(asked is not None)
        offset = record.media_offset_ms if record is not None and record.media_uid is not None else None
        self.play_button.setVisible(offset is not None)
        if offset is not None:
            time = formats.duration(offset / 1000)
            looks.face(self.play_button, time, "play", "accent")
            self.play_button.setAccessibleName(tr("Play the recording from {time}", time=time))
            self.play_button.setToolTip(self.play_button.accessibleName())

    def _retranslate(self) -> None:
        looks.name(self._remove, tr("Withdraw…"), "withdraw", "secondary")
