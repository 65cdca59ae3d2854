"""What belongs to an interview beside its questions: the notice, consent before a recording, and playing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.people.consents import record_consent
from surveyor_app.operations.people.recording_consent import asking_for, may_record
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.notice import notice_now, read_notice
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.recording.recording_view import RecordingView
from surveyor_app.ui.statements.interview_recording import InterviewRecorder, RecordingState
from surveyor_app.ui.statements.notice_dialog import NoticeDialog
from surveyor_app.ui.statements.recording_consent import RecordingConsent
from surveyor_app.wording.translation import current_language, tr


class Interviews(QObject):
    """Asks, notes and plays for one page; dialogs belong to the page's window."""

    refused = Signal(str)
    """Why nothing is recorded, in words."""

    def __init__(self, desk: Desk, recorder: InterviewRecorder, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._recorder, self._page = desk, recorder, page

    # ----------------------------------------------------------------------------------------- notice

    def read_notice(self, statement_id: str) -> None:
        """Show the notice; once it was read, that is noted with what the person wrote."""
        case = self._desk.case
        contents = load_contents(case, statement_id)
        signer = (contents.subject.name if contents.subject else None) or ""
        notice, head = notice_now(case, statement_id), contents.statement
        was_read = head.notice_read_at is not None and head.notice_sha256 == notice.sha256
        dialog = NoticeDialog(self._page, notice, signer, self._desk.labels, was_read=was_read)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._note(statement_id, dialog))
        dialog.open()

    def _note(self, statement_id: str, dialog: NoticeDialog) -> None:
        case, mode, pointer = self._desk.case, dialog.mode(), dialog.pad.pointer()
        drawing = None if dialog.pad.is_blank() else dialog.pad.drawing()
        self._desk.edits.do(lambda: read_notice(case, statement_id, mode, drawing, pointer), None, None, self)

    def notice_words(self, statement: Statement) -> tuple[str, str, str]:
        """Return what the line about the notice says: text, tone, and what its button does."""
        if statement.sealed:
            return "", "", ""
        if statement.notice_read_at is None:
            return tr("The notice was not read yet"), "warn", tr("Read the notice…")
        contents = load_contents(self._desk.case, statement.id)
        time = f"{statement.notice_read_at.local:%H:%M}"
        mode = self._desk.labels.value("notice_mode", statement.notice_mode, current_language())
        text = tr("Notice: {time}, {mode}", time=time, mode=mode)
        if notice_now(self._desk.case, statement.id).sha256 != statement.notice_sha256:
            return tr("{notice}; it would read otherwise now", notice=text), "warn", tr("Read it again…")
        signed = any(ink.purpose == "notice" and ink.bound_sha256 == statement.notice_sha256 for ink in contents.inks)
        if not signed:
            return tr("{notice}; not signed yet", notice=text), "", tr("Show and sign…")
        return tr("{notice}; signed", notice=text), "ok", ""

    # -------------------------------------------------------------------------------------- recording

    def begin(self, statement: Statement, *, with_camera: bool) -> None:
        """Record the interview; first the person is asked, unless a consent of that person stands."""
        case = self._desk.case
        if statement.subject_uid is None:
            self.refused.emit(tr("Choose the person questioned first: recording needs that person's consent."))
        elif may_record(case, statement.id):
            self._start(statement, with_camera)
        else:
            dialog = RecordingConsent(self._page, asking_for(case, statement.id), self._desk.labels)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.accepted.connect(lambda: self._keep_answer(statement, dialog, with_camera))
            dialog.open()

    def _keep_answer(self, statement: Statement, dialog: RecordingConsent, with_camera: bool) -> None:
        case, answered, pointer = self._desk.case, dialog.answered(), dialog.pad.pointer()
        drawing = None if dialog.pad.is_blank() else dialog.pad.drawing()

        def on_done(_created: Created) -> None:
            if answered.granted:
                self._start(statement, with_camera)
            else:
                self.refused.emit(tr("No consent: nothing is recorded."))

        self._desk.edits.do(lambda: record_consent(case, answered, drawing, pointer), on_done, None, self)

    def _start(self, statement: Statement, with_camera: bool) -> None:
        self._recorder.begin(statement.id, statement.seq_no or 1, with_camera=with_camera)

    def apply(self, changes: Changes) -> None:
        """Stop recording at once when the consent to it is taken back."""
        recorded = self._recorder.statement_id
        if self._recorder.state is RecordingState.OFF or recorded is None or not changes.touches(Consent.KIND):
            return
        if not may_record(self._desk.case, recorded):
            self._recorder.stop()
            self.refused.emit(tr("The consent was taken back: recording has stopped."))

    def play(self, evidence_id: str, start_ms: int) -> None:
        """Play a recording from a place on."""
        record = record_access.get(self._desk.case, Evidence, evidence_id)
        if record is None:
            self._desk.messages.tell(tr("This recording is still being made; it can be played once it is stored."))
            return
        try:
            view = RecordingView(self._page, self._desk.case, self._desk.jobs, record, start_ms)
        except SurveyorError as error:
            self._desk.messages.tell(words(error), tone="bad")
            return
        view.open()
