"""Statements (询问笔录): head and those present, notice, and questions with answers written without leaving the keyboard."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Answer, Correction, Participant, Statement, StatementPage
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.statements.taking import begin_statement
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import EmptyState, Note
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.ui.forms.withdrawing import Withdrawal
from surveyor_app.ui.recording.capture_devices import QtDevices
from surveyor_app.ui.signing.window import SigningWindow
from surveyor_app.ui.statements.answer_list import AnswerList
from surveyor_app.ui.statements.interview_recording import InterviewRecorder, RecordingState
from surveyor_app.ui.statements.interviews import Interviews
from surveyor_app.ui.statements.recorder_strip import RecorderStrip
from surveyor_app.ui.statements.side import StatementSide
from surveyor_app.wording.questions import load_questions
from surveyor_app.wording.statement_words import paper_language
from surveyor_app.wording.translation import current_language, mark, tr

LIST_PX = 190
HEAD_KINDS = (Statement.KIND, Participant.KIND, Person.KIND, Ink.KIND, Claim.KIND)
"""What the notice names or says, and who signed it."""


class StatementsPage(Page):
    """Statements at the left, the current one's questions in the middle, its head and the question bank in the inspector."""

    PLACE: ClassVar[Place] = Place(
        name="statements",
        title=mark("Statements"),
        icon="statements",
        shows=(Statement.KIND, Answer.KIND, Correction.KIND),
        follows=(*HEAD_KINDS, Answer.KIND, Correction.KIND, Consent.KIND, StatementPage.KIND, Evidence.KIND),
        counted=(Statement,),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        bank = list(load_questions(desk.resources))
        self.model = RecordTableModel(
            desk.case,
            Statement,
            (Column(mark("Person"), self._subject), Column(mark("State"), self._status)),
            self,
        )
        self._later = Slices(self)
        self._pile = QStackedLayout()
        self.content.addLayout(self._pile, 1)
        self._work = QWidget(self)
        self._pile.addWidget(self._work)
        self.list = RecordList(self.model, headers=False, parent=self._work)
        self.list.setFixedWidth(LIST_PX)
        self._side = StatementSide(desk, bank)
        self.form, self.people, self.bank = self._side.form, self._side.people, self._side.bank
        self.answers = AnswerList(desk, bank, self._work)
        self.notice = Note()
        self.recorder = InterviewRecorder(desk, QtDevices(), self)
        self.strip = RecorderStrip(self.recorder, self._work)
        self.interviews = Interviews(desk, self.recorder, self)
        self.add_button = looks.button("primary", self.add)
        self.withdrawal = Withdrawal(desk, Statement, self.list)
        self.sign_button = looks.button("", self.read_and_sign)
        self.signing: SigningWindow | None = None
        self._fill_head()
        self.empty = EmptyState("statements", self.add)
        middle = looks.column(self.notice, self.strip, self.answers, spacing=8)
        middle.setStretch(2, 1)
        across = QHBoxLayout(self._work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.list)
        across.addLayout(middle, 1)
        self._pile.addWidget(self.empty)
        self._connect()
        self._name_all()
        self.model.reload()
        self._pile.setCurrentWidget(self._work if self.model.rowCount() else self.empty)
        self.list.select_first()
        self._later.add(self._say)

    def _fill_head(self) -> None:
        """Lay out the actions at the right of the title: what else can be done with a statement comes before "new"."""
        self.head_actions.addWidget(self.withdrawal.button)
        self.head_actions.addWidget(self.sign_button)
        self.head_actions.addWidget(self.add_button)

    def _connect(self) -> None:
        self.answers.heard = lambda: self.recorder.heard_now(self.list.current_id() or None)
        self.answers.asked_changed.connect(lambda: self.bank.mark_asked(self.answers.asking.asked_ids()))
        self.answers.play_wanted.connect(self.interviews.play)
        self.bank.chosen.connect(self.answers.asking.ask_from_bank)
        self.bank.all_chosen.connect(self.answers.asking.add_bank)
        self.bank.left.connect(self.answers.asking.take_focus)
        self.notice.button.clicked.connect(self.read_notice)
        self.strip.start_wanted.connect(self._on_recording_wanted)
        self.interviews.refused.connect(self.strip.say)
        self.list.current_changed.connect(self._on_current_changed)
        self.add_action(mark("New statement"), "Ctrl+N", self.add)
        self.add_action(mark("Read the notice"), "Ctrl+Shift+N", self.read_notice)
        self.add_action(mark("Read and sign"), "Ctrl+R", self.read_and_sign)
        self.add_action(mark("Next question"), "Ctrl+Return", self.answers.asking.add_after_current)
        self.add_action(mark("Follow-up question"), "Ctrl+Shift+Return", self.answers.asking.follow_up)
        self.add_action(mark("Question bank"), "Ctrl+B", self._on_bank_wanted)
        self.add_action(mark("Move question up"), "Alt+Up", lambda: self.answers.asking.move_current(-1))
        self.add_action(mark("Move question down"), "Alt+Down", lambda: self.answers.asking.move_current(1))

    def retranslate(self) -> None:
        self._name_all()
        self.model.touch_all()
        self._say()

    def _name_all(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("New statement"))
        self.add_button.setIcon(icons.icon("add", "on_accent"))
        self.withdrawal.retranslate()
        looks.face(self.sign_button, tr("Read and sign…"), "sign")
        self.list.setAccessibleName(tr("Statements"))
        self.empty.say(
            tr("No statement here yet"),
            tr("Write down questions and answers in the person's own words. Enter leads to the next answer, "
               "Ctrl+Enter to the next question."),
            tr("New statement"), "add",
        )  # fmt: skip

    def load(self) -> None:
        self._later.finish()
        if self.list.reload(self._side):
            self.answers.reload()
        self._say()

    def apply(self, changes: Changes) -> None:
        self._later.finish()
        self.model.apply(changes)
        self._side.apply(changes)
        self.answers.apply(changes)
        self.interviews.apply(changes)
        if changes.touches(Person.KIND):
            self.model.touch_all()
        if changes.touches(Statement.KIND):
            if self.list.has_lost(self._side.record_id):
                self._on_current_changed(self.list.current_id())
            self._say()
        elif changes.touches(*HEAD_KINDS):
            self._say_current()

    def miss(self, changes: Changes) -> None:
        super().miss(changes)
        self.interviews.apply(changes)

    def commit(self) -> None:
        self._side.commit()
        self.answers.commit()

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.model.rowCount() > 0

    def show_record(self, record_id: str, field: str) -> None:
        correction = record_access.get(self.desk.case, Correction, record_id) if record_id else None
        corrected = (correction.answer_uid if correction else None) or record_id
        answer = record_access.get(self.desk.case, Answer, corrected) if corrected else None
        if answer is not None:
            self._show_question(answer)
            return
        if record_id:
            self.list.select(record_id)
        self._later.finish()
        if field.startswith("notice"):
            self.notice.button.setFocus()
        elif field:
            self.side_wanted.emit()
            self._side.focus_field(field)

    def _show_question(self, answer: Answer) -> None:
        """Put the keyboard into a question, or show where it stands in a statement that is being read."""
        self.list.select(answer.statement_uid or "")
        self._later.finish()
        self.answers.show_question(answer.id)

    def current(self) -> Statement | None:
        """Return the statement shown, as the list knows it."""
        return self.model.record_at(self.list.currentIndex().row())

    # ------------------------------------------------------------------------------------------ doing

    def add(self) -> None:
        """Make a new statement that starts now, at the scene, asked by this surveyor and the second one."""
        self.commit()
        case, language = self.desk.case, current_language().tag

        def on_done(created: Created) -> None:
            self.list.select(created.id)
            self._later.finish()
            self._side.tabs.setCurrentIndex(0)
            self.answers.asking.add_after_current()

        self.desk.edits.do(lambda: begin_statement(case, language), on_done, None, self)

    def read_notice(self) -> None:
        """Show the notice in large type, to be read and acknowledged."""
        statement = self.current()
        if statement is not None and not statement.sealed:
            self.commit()
            self.interviews.read_notice(statement.id)

    def read_and_sign(self) -> None:
        """Open the window in which it is read back and signed, or, once it is signed, printed and handed out."""
        statement = self.current()
        if statement is None:
            return
        self.commit()
        # After what is being written: the pages show what was said last.
        self.desk.edits.do(lambda: None, lambda _none: self._open_signing(statement.id), None, self)

    def _open_signing(self, statement_id: str) -> None:
        is_recording = self.recorder.state is not RecordingState.OFF
        strip = RecorderStrip(self.recorder) if is_recording else None
        self.signing = SigningWindow(self, self.desk, statement_id, strip)
        self.signing.supplement_made.connect(self.list.select)
        self.signing.field_wanted.connect(lambda field: self.show_record(statement_id, field))
        self.signing.finished.connect(self._on_signing_finished)
        self.signing.showFullScreen()

    def _on_signing_finished(self, _result: int) -> None:
        self.signing = None
        self.load()

    def _on_bank_wanted(self) -> None:
        if self.current() is not None:
            self.side_wanted.emit()
            self._side.start_bank()

    def _on_recording_wanted(self, with_camera: bool) -> None:
        statement = self.current()
        if statement is not None:
            self.commit()
            self.interviews.begin(statement, with_camera=with_camera)

    # -------------------------------------------------------------------------------------- following

    def _on_current_changed(self, id_: str) -> None:
        """Show another statement, a part a turn: questions, what stands beside them, what stands above."""
        self._later.clear()
        self._later.add(lambda: None)  # The first turn is for painting.
        self._later.add(lambda: self.answers.show_statement(id_ or None))
        self._later.add(lambda: self._side.show_record(id_ or None))
        self._later.add(self._say)

    def _say(self) -> None:
        count = self.model.rowCount()
        self._pile.setCurrentWidget(self._work if count else self.empty)
        self.withdrawal.button.setEnabled(bool(count))
        self.sign_button.setEnabled(bool(count))
        self.side_changed.emit()
        self.set_state(tr("%n statement(s)", n=count) if count else "")
        self._say_current()

    def _say_current(self) -> None:
        statement = self.current()
        if statement is None:
            return
        kind, language = statement.kind or "driver", paper_language(statement)
        self.answers.set_head(kind, language)
        self.bank.set_head(kind, language)
        self.notice.say(*self.interviews.notice_words(statement))
        self.strip.setVisible(not statement.sealed)
        self.withdrawal.button.setEnabled(not statement.sealed)
        looks.face(self.sign_button, tr("Print and copies…") if statement.sealed else tr("Read and sign…"), "sign")

    def _subject(self, statement: Statement) -> str:
        person = record_access.get(self.desk.case, Person, statement.subject_uid) if statement.subject_uid else None
        kind = self.desk.labels.value("statement_kind", statement.kind, current_language())
        number = f"{statement.seq_no}. " if statement.seq_no else ""
        return number + ((person.name if person else None) or kind or formats.EMPTY)

    def _status(self, statement: Statement) -> str:
        return self.desk.labels.value("statement_status", statement.status, current_language())
