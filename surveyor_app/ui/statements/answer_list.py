"""The questions and answers of one statement, in order: written in draft, only read afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.statements.statements import Answer, Correction, Statement
from surveyor_app.domain.texts import Language
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.scrolling.keeping_in_view import reveal
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.ui.statements.answer_row import AnswerRow, HeardNow, heard_nowhere
from surveyor_app.ui.statements.answer_rows import AnswerRows
from surveyor_app.ui.statements.answer_text import AnswerText
from surveyor_app.ui.statements.answer_texts import AnswerTexts
from surveyor_app.ui.statements.asking import Asking
from surveyor_app.ui.statements.bank_words import BankWords
from surveyor_app.ui.statements.texts import why_not_editable
from surveyor_app.wording.questions import Question
from surveyor_app.wording.translation import tr


class AnswerList(QWidget):
    """Shows one statement: rows to type in while it is a draft, texts afterwards. New questions come by ``asking``."""

    asked_changed = Signal()
    """Another question was asked, or one is asked no more."""
    play_wanted = Signal(str, int)
    """Please play a recording (its evidence) from so many ms on."""

    def __init__(self, desk: Desk, bank: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.heard: HeardNow = heard_nowhere
        """Where the recording under way is; set by the page."""
        self._statement: str | None = None
        self._head: Statement | None = None
        self._is_draft = True
        self._words = BankWords(bank)
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 8, 0)
        body.setSpacing(10)
        body.addStretch(1)
        area.hold(inner)
        self._rows = AnswerRows(desk, body, self._words.ids_by_words, lambda: self.heard(), self)
        self._texts = AnswerTexts(body, desk.labels, self)
        self.asking = Asking(desk, self._words, self._rows, lambda: self.heard(), self)
        self.add_button = looks.button("", self.asking.add_at_end)
        self.help = looks.label("help", wrap=True)
        line = looks.row(self.add_button, self.help, spacing=12)
        line.setStretch(1, 1)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.setSpacing(8)
        holder.addLayout(line)
        holder.addWidget(area, 1)
        self.asking.asked.connect(self._on_asked)
        self._rows.removal_wanted.connect(self._on_removal_wanted)
        self._rows.play_wanted.connect(self.play_wanted)
        self._texts.play_wanted.connect(self.play_wanted)
        self._retranslate()

    @property
    def rows(self) -> list[AnswerRow]:
        """All rows that can be edited, in order; those that are not built yet are built now."""
        return self._rows.all()

    @property
    def texts(self) -> list[AnswerText]:
        """All rows of a statement that is only read, in order; those that are not built yet are built now."""
        return self._texts.all()

    def show_statement(self, statement_id: str | None) -> None:
        """Show another statement's answers."""
        if statement_id != self._statement:
            self.commit()
            self._statement = statement_id
            self._clear()
        self.reload()

    def set_head(self, kind: str, language: Language) -> None:
        """Ask from the bank for this kind of statement, in the language it is written in."""
        if self._words.set_head(kind, language):
            self._rows.offer_wordings()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if self._statement in changes.touched.get(Statement.KIND, ()) and self._is_draft is not self._read_head():
            self.reload()
        elif changes.touches(Answer.KIND):
            self._rows.follow(changes)
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
        self._rows.reload()
        self._refresh()

    def commit(self) -> None:
        """Write what is being edited."""
        self._rows.commit()

    def show_question(self, answer_id: str) -> None:
        """Put the keyboard into a question; of a statement that is only read, bring it into view."""
        if self._is_draft:
            self._rows.focus_question(answer_id)
            return
        for text in self.texts:
            if text.answer_id == answer_id:
                reveal(text)

    def _read_head(self) -> bool:
        """Read the statement again and tell whether its words may be typed over."""
        self._head = record_access.get(self._desk.case, Statement, self._statement) if self._statement else None
        return self._head is None or not why_not_editable(self._head)

    def _refresh(self) -> None:
        """Bring what is shown in line with the records."""
        if self._statement is None or self._is_draft:
            found = record_access.list_all(self._desk.case, Answer)
            answers = [answer for answer in found if answer.statement_uid == self._statement]
            self.asking.work_on(self._statement, answers)
            self._rows.show(answers)
        else:
            contents = load_contents(self._desk.case, self._statement)
            self.asking.work_on(None, contents.asked)
            self._texts.show(contents)
        self.asked_changed.emit()

    def _clear(self) -> None:
        self._rows.clear()
        self._texts.clear()

    def _on_asked(self, answer_id: str) -> None:
        self._refresh()
        self._rows.focus(answer_id)

    def _on_removal_wanted(self, answer_id: str, at: QPoint) -> None:
        withdrawing.ask(self, at, self._desk, Answer, [answer_id])

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
