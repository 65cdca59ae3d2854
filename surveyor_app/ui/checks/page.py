"""Checks (查勘项): the checks of the record form as asked in this case, and the risk prompts, answered by keyboard alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.domain.survey.check_answers import NO, NOT_APPLICABLE, UNKNOWN, YES, CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.record_checks import CheckKind, RecordCheck, needs_note
from surveyor_app.operations.editing.check_answers import answer_check
from surveyor_app.operations.editing.records import Created
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.checks.choice_list import NONE_KEY, keys_of
from surveyor_app.ui.checks.list import QuestionList
from surveyor_app.ui.checks.model import CheckListModel
from surveyor_app.ui.checks.panel import CheckPanel
from surveyor_app.ui.checks.prompts import PromptsPart
from surveyor_app.ui.checks.sheet import NOT_MADE, CheckLine, answered_by, may_answer, read_sheet
from surveyor_app.ui.forms import record_access
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.translation import mark, tr


def _badge(overview: Overview) -> Badge:
    if overview.open_checks is None:
        return "", ""
    return (str(overview.open_checks), "") if overview.open_checks else ("✓", "ok")


RECORD, PROMPTS = range(2)
"""The tabs."""


class ChecksPage(Page):
    """Two tabs: the record form's checks and the prompts. The list fills the page; the inspector has the current one."""

    PLACE: ClassVar[Place] = Place(
        name="checks",
        title=mark("Checks of the survey record"),
        icon="shots",
        short=mark("Checks"),
        shows=(CheckAnswer.KIND, PromptAnswer.KIND),
        follows=(
            CheckAnswer.KIND, Claim.KIND, Task.KIND, Vehicle.KIND, Person.KIND, Policy.KIND, Cover.KIND,
            PropertyItem.KIND, Injury.KIND, DamageMark.KIND, ShotState.KIND, PromptAnswer.KIND, Answer.KIND,
            Evidence.KIND,
        ),
        badge=_badge,
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._checks = load_record_checks(desk.resources)
        self._is_opening = False
        self.model = CheckListModel(desk.labels, self)
        self.list = QuestionList(self.model, self)
        self.panel = CheckPanel(desk)
        self.prompts = PromptsPart(desk, self)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(2):
            self.tabs.addTab("")
        self._pile, self._side, self._panels = QStackedLayout(), QFrame(), QStackedLayout()
        self._side.setLayout(self._panels)
        for part, panel in ((self.list, self.panel), (self.prompts, self.prompts.panel)):
            self._pile.addWidget(part)
            self._panels.addWidget(panel)
        self.next_button = looks.button("primary", self.go_on)
        self.head_actions.addWidget(self.next_button)
        self.content.addWidget(self.tabs)
        self.content.addLayout(self._pile, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.prompts.changed.connect(self._say)
        self.prompts.side_wanted.connect(self.side_wanted)
        self.prompts.panel.record_wanted.connect(self.record_wanted)
        self.list.key_pressed.connect(self.press)
        self.list.entered.connect(self.open)
        self.list.replied.connect(self._on_replied)
        self.list.current_changed.connect(lambda _row: self._show_current())
        self.panel.key_pressed.connect(self.press)
        self.panel.written.connect(self._on_written)
        self.panel.done.connect(self.go_on)
        self.panel.left.connect(self.list.setFocus)
        self.add_action(mark("Next open check"), "Ctrl+J", self.go_on)
        self.add_action(mark("Answer: yes"), "", lambda: self.reply(YES))
        self.add_action(mark("Answer: no"), "", lambda: self.reply(NO))
        self.add_action(mark("Answer: unknown"), "", lambda: self.reply(UNKNOWN))
        self.add_action(mark("Answer: not applicable"), "", lambda: self.reply(NOT_APPLICABLE))
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.next_button, tr("Next open"))
        self.next_button.setIcon(icons.icon("step", "on_accent"))
        self.list.setAccessibleName(tr("Checks of the survey record"))
        self.tabs.setAccessibleName(tr("Checks"))
        self.prompts.retranslate()
        self.model.touch_all()
        self.list.scheduleDelayedItemsLayout()
        self._say()
        self._show_current()

    def load(self) -> None:
        self._load_checks()
        self.prompts.load()

    def _load_checks(self) -> None:
        current = self.current()
        self.model.show(read_sheet(self.desk.case, self._checks))
        row = self.model.row_of(current.check.id) if current is not None else None
        if row is None:
            row = self.model.next_open(-1) or 0
        if self.list.currentIndex().row() != row:
            self.list.select(row)
        self.list.scheduleDelayedItemsLayout()
        self._say()
        self._show_current()

    def apply(self, changes: Changes) -> None:
        self.panel.follow(changes)
        if changes.touched and set(changes.touched) != {PromptAnswer.KIND}:
            self._load_checks()
        self.prompts.apply(changes)

    def commit(self) -> None:
        self.panel.commit()
        self.prompts.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def show_kind(self, kind: str, field: str) -> None:
        self.tabs.setCurrentIndex(PROMPTS if kind == PromptAnswer.KIND else RECORD)
        if kind == PromptAnswer.KIND:
            self.prompts.show_prompt(field)
        else:
            self.show_record("", field)

    def take_keyboard(self) -> None:
        self.list.setFocus()

    def show_record(self, record_id: str, field: str) -> None:
        if record_id and record_access.get(self.desk.case, PromptAnswer, record_id) is not None:
            self.tabs.setCurrentIndex(PROMPTS)
            self.prompts.show_prompt(record_id)
            return
        self.tabs.setCurrentIndex(RECORD)
        row = self.model.row_of_answer(record_id) if record_id else None
        if row is None and field:
            row = self.model.row_of(field)
        self._go_to(self.model.next_open(-1) if row is None else row)

    # ------------------------------------------------------------------------------------- the keyboard

    def current(self) -> CheckLine | None:
        """Return the current check."""
        return self.model.line_at(self.list.currentIndex().row())

    def go_on(self) -> None:
        """Go to the next check, or prompt, that is open."""
        if self.tabs.currentIndex() == PROMPTS:
            self.prompts.go_on()
            return
        self.commit()
        self._go_to(self.model.next_open(self.list.currentIndex().row()))

    def open(self) -> None:
        """Put the keyboard where the current check is answered or explained."""
        self.side_wanted.emit()
        stop = self.panel.first_stop()
        if stop is not None and self._may_answer(self.current()):
            stop.setFocus()

    def press(self, key: str) -> None:
        """Answer the current check with a digit or a letter; any other key does nothing."""
        line = self.current()
        if line is None:
            return
        check = line.check
        if check.replies and key.isdigit():
            number = int(key)
            if 1 <= number <= len(check.replies):
                self.reply(check.replies[number - 1])
        elif check.none_allowed and key == NONE_KEY:
            on = not (line.answer is not None and line.answer.none_apply)
            self._answer(line, {"none_apply": on or None, "choices": None})
        elif check.enumeration is not None:
            ids = dict(zip(keys_of(check.kind), self.desk.labels.choices(check.enumeration), strict=False))
            if key in ids:
                self._choose(line, ids[key].id)

    def reply(self, reply: str) -> None:
        """Answer the current check with yes, no, unknown or not applicable, if it can be answered so."""
        line = self.current()
        if line is not None and reply in line.check.replies:
            nobody = {"injured_n": None, "dead_n": None} if line.check.counts and reply != YES else {}
            self._answer(line, {"answer": reply, **nobody})

    def _choose(self, line: CheckLine, id_: str) -> None:
        answer, check = line.answer, line.check
        if check.kind is not CheckKind.MULTI:
            fields: dict[str, object] = {"choice": id_}
            chosen = {id_}
        else:
            before = set((answer.choices if answer is not None else None) or ())
            chosen = before ^ {id_}
            fields = {"choices": tuple(sorted(chosen)) or None, "none_apply": None}
        if answer is not None and answer.other_text and check.other not in chosen:
            fields["other_text"] = None
        self._answer(line, fields)

    # ---------------------------------------------------------------------------------------- answering

    def _answer(self, line: CheckLine, fields: Mapping[str, object]) -> None:
        """Write an answer; the note opens where it has to be explained."""
        if not self._is_opening and self._may_answer(line):
            self.commit()
            self._write(line, fields)

    def _write(self, line: CheckLine, fields: Mapping[str, object]) -> None:
        row, case, check = self.list.currentIndex().row(), self.desk.case, line.check
        self.model.put(row, fields)
        is_explained = _wants_more(check, self.model.lines[row])
        # Until it is open nothing that is typed on may be taken for another answer.
        self._is_opening = is_explained

        def on_done(created: Created) -> None:
            self._is_opening = False
            if not created.changes.touched:
                self.load()  # nothing was written, so nobody told the page to follow
            now = self.current()
            if is_explained and now is not None and now.check.id == check.id:
                self.open()

        def on_failed(error: BaseException) -> None:
            self._is_opening = False
            self.load()
            self.desk.messages.tell(words(error), tone="bad")

        self._say()
        self.desk.edits.do(lambda: answer_check(case, check.id, fields), on_done, on_failed, self)

    def _on_replied(self, row: int, reply: str) -> None:
        if self.list.currentIndex().row() == row:
            self.reply(reply)

    def _on_written(self, text: str) -> None:
        line = self.current()
        if line is not None and (line.answer is None or line.answer.id == NOT_MADE):
            self._write(line, {"note": text})

    def _may_answer(self, line: CheckLine | None) -> bool:
        return line is not None and may_answer(self.desk.case, self.model.sheet, line.answer)

    # ------------------------------------------------------------------------------------------ showing

    def _on_tab_changed(self, tab: int) -> None:
        self.commit()
        self._pile.setCurrentIndex(tab)
        self._panels.setCurrentIndex(tab)
        self.setFocusProxy(self.prompts if tab == PROMPTS else self.list)
        self._say()

    def _go_to(self, row: int | None) -> None:
        if row is not None:
            self.list.select(row)
        self.list.setFocus()

    def _show_current(self) -> None:
        line = self.current()
        may = self._may_answer(line)
        self.panel.show_line(line, why="" if may or line is None else self._why(line), is_read_only=not may)
        self.side_changed.emit()

    def _why(self, line: CheckLine) -> str:
        if self.model.sheet.is_sealed and line.answer is None:
            return tr("The report was signed without this answer.")
        if self.model.sheet.is_sealed:
            return tr("The report is signed: this answer stands as it is.")
        name = answered_by(self.desk.case, line.answer) if line.answer is not None else ""
        if name:
            return tr("Answered by {name}, who alone may change it.", name=name)
        return tr("Answered on another device, where alone it may be changed.")

    def _say_tabs(self) -> None:
        self.tabs.setTabText(RECORD, tr("Survey record"))
        raised = self.prompts.open_raised()
        prompts = tr("Risk prompts (internal)")
        self.tabs.setTabText(PROMPTS, f"{prompts} · {raised}" if raised else prompts)

    def _say(self) -> None:
        self._say_tabs()
        if self.tabs.currentIndex() == PROMPTS:
            self.set_state(self.prompts.said())
            self.next_button.setVisible(not self.prompts.model.is_sealed)
            self.next_button.setEnabled(self.prompts.model.next_open(-1) is not None)
            return
        asked = [line for line in self.model.lines if line.is_asked]
        done = sum(line.is_done for line in asked)
        said = tr("{done} of {total} answered", done=done, total=len(asked))
        if self.model.sheet.is_sealed:
            said = tr("{said}; sealed with the report", said=said)
        self.set_state(said)
        self.next_button.setVisible(not self.model.sheet.is_sealed)
        self.next_button.setEnabled(done < len(asked))


def _wants_more(check: RecordCheck, line: CheckLine) -> bool:
    """Tell whether the keyboard goes on beside the list: to explain, or to count."""
    answer = line.answer
    if answer is None:
        return False
    if check.counts and answer.answer == YES:
        return True
    return needs_note(check, answer) and check.kind is not CheckKind.MULTI
