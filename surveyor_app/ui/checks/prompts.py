"""Risk prompts (风险提示): asked of the surveyor alone, answered seen, not seen or unclear by keyboard (domain §14)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.checks.prompts import Raised
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.operations.cases.prompts import read_prompts
from surveyor_app.operations.editing.prompt_answers import answer_prompt
from surveyor_app.operations.editing.records import Created
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.checks.list import QuestionList
from surveyor_app.ui.checks.prompt_panel import PromptPanel
from surveyor_app.ui.checks.prompt_rows import NOT_MADE, PromptModel, is_answered
from surveyor_app.ui.forms import record_access
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.translation import tr

SETTLE_MS = 300
"""Edits come in bursts; the prompts are read once after them."""


class PromptsPart(QWidget):
    """The list; what belongs to the current prompt is its ``panel``, to be put into the inspector."""

    changed = Signal()
    """Something else is to be said of the whole."""
    side_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PromptModel(desk.labels, load_record_checks(desk.resources), self)
        self.list = QuestionList(self.model, self)
        self.panel = PromptPanel(desk, self.model)
        self.internal = Note()
        self._wanted = ""
        layout = looks.column(self.internal, self.list, spacing=10)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list)
        self.list.key_pressed.connect(self.press)
        self.list.entered.connect(self.open)
        self.list.replied.connect(self._on_replied)
        self.list.current_changed.connect(lambda _row: self._show_current())
        self.panel.done.connect(self.go_on)
        self.panel.left.connect(self.list.setFocus)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.load)
        self.retranslate()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.list.setAccessibleName(tr("Risk prompts"))
        self.internal.say(tr("Internal: questions to you and the office, no verdicts. No copy for a party shows them."))
        self.model.touch_all()
        self.list.scheduleDelayedItemsLayout()
        self._show_current()

    def load(self) -> None:
        """Read the prompts again, off the UI thread: photos are looked at for it."""
        self._timer.stop()
        case = self._desk.case
        self._desk.jobs.run(lambda _report: read_prompts(case), self, self._on_read)

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.panel.follow(changes)
        if changes.touches(PromptAnswer.KIND):
            self.load()
        elif changes.touched:
            self._timer.start()

    def said(self) -> str:
        """Return how far the answers are."""
        answered = sum(is_answered(line) for line in self.model.lines)
        raised = sum(line.is_raised for line in self.model.lines)
        told = tr("{done} of {total} answered", done=answered, total=len(self.model.lines))
        return f"{told} · {tr('%n raised by facts of the case', n=raised)}"

    def open_raised(self) -> int:
        """Return how many prompts something raised that nobody answered."""
        return sum(line.is_raised and not is_answered(line) for line in self.model.lines)

    def show_prompt(self, id_: str) -> None:
        """Make a prompt current: its own id or that of an answer to it, as soon as it is read."""
        self._wanted = id_
        self._go_to_wanted()
        self.list.setFocus()

    # ------------------------------------------------------------------------------------- the keyboard

    def current(self) -> Raised | None:
        """Return the current prompt."""
        return self.model.line_at(self.list.currentIndex().row())

    def press(self, key: str) -> None:
        """Answer the current prompt with a digit; any other key does nothing."""
        replies = self.model.replies()
        if key.isdigit() and 1 <= int(key) <= len(replies):
            self.reply(replies[int(key) - 1][0])

    def reply(self, reply: str) -> None:
        """Answer the current prompt."""
        line = self.current()
        if line is not None and not self._why(line):
            self.commit()
            self._write(line, {"answer": reply})

    def open(self) -> None:
        """Put the keyboard into the note, once the prompt is answered."""
        line = self.current()
        if line is not None and line.answer is not None and not self._why(line):
            self.side_wanted.emit()
            self.panel.note.control.setFocus()

    def go_on(self) -> None:
        """Go to the next prompt that is open."""
        self.commit()
        row = self.model.next_open(self.list.currentIndex().row())
        if row is not None:
            self.list.select(row)
        self.list.setFocus()

    def commit(self) -> None:
        """Write what is being edited."""
        self.panel.commit()

    # ---------------------------------------------------------------------------------------- answering

    def _write(self, line: Raised, fields: Mapping[str, object]) -> None:
        case, prompt_id = self._desk.case, line.prompt.id
        self.model.put(self.list.currentIndex().row(), fields)
        self.changed.emit()

        def on_done(created: Created) -> None:
            if not created.changes.touched:
                self.load()

        def on_failed(error: BaseException) -> None:
            self.load()
            self._desk.messages.tell(words(error), tone="bad")

        self._desk.edits.do(lambda: answer_prompt(case, prompt_id, fields), on_done, on_failed, self)

    def _on_replied(self, row: int, reply: str) -> None:
        if self.list.currentIndex().row() == row:
            self.reply(reply)

    def _why(self, line: Raised) -> str:
        """Return why an answer cannot be given or changed, empty where it can."""
        answer, case = line.answer, self._desk.case
        if answer is None or answer.id == NOT_MADE:
            return tr("The report was signed without this answer.") if self.model.is_sealed else ""
        writable = record_access.get_with_rights(case, PromptAnswer, answer.id, ["answer"])[1]
        if writable:
            return ""
        if self.model.is_sealed:
            return tr("The report is signed: this answer stands as it is.")
        return tr("Answered on another device, where alone it may be changed.")

    # ------------------------------------------------------------------------------------------ showing

    def _on_read(self, found: list[Raised]) -> None:
        task = record_access.visit_task(self._desk.case)
        current = self.current()
        self.model.show(found, is_sealed=task is not None and bool(task.sealed))
        kept = self.model.row_of(current.prompt.id) if current is not None else None
        row = kept if kept is not None else self.model.next_open(-1) or 0
        if self.list.currentIndex().row() != row:
            self.list.select(row)
        self.list.scheduleDelayedItemsLayout()
        self._go_to_wanted()
        self._show_current()
        self.changed.emit()

    def _go_to_wanted(self) -> None:
        row = self.model.row_of(self._wanted) if self._wanted else None
        if row is not None:
            self._wanted = ""
            self.list.select(row)

    def _show_current(self) -> None:
        line = self.current()
        self.panel.show_line(line, why=self._why(line) if line is not None else "")
