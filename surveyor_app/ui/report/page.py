"""Report (报告): a live preview of the real PDF, what it shall contain, signing, and what was issued."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.progress import ReportProgress
from surveyor_app.domain.wire_errors import NotEnrolled
from surveyor_app.operations.report import reporting
from surveyor_app.operations.report.reporting import IssuedReport, ReportOptions
from surveyor_app.operations.report.timestamping import timestamp_authority
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.jobs import Job
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.report.panel import ReportPanel
from surveyor_app.ui.report.sign_dialog import SignDialog
from surveyor_app.wording.translation import mark, tr


def _badge(overview: Overview) -> Badge:
    return ("✓", "ok") if overview.counts.get(Report.KIND) else ("", "")


class ReportPage(Page):
    """Preview in the middle, options and issued reports in the inspector."""

    PLACE: ClassVar[Place] = Place(
        name="report",
        title=mark("Report"),
        icon="report",
        shows=(Report.KIND,),
        counted=(Report,),
        badge=_badge,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stale = True
        self._is_office = False
        self._job: Job | None = None
        self._bytes: QByteArray | None = None
        self._buffer: QBuffer | None = None
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setPageSpacing(12)
        self.note = Note()
        self.panel = ReportPanel(desk)
        self.panel.options_changed.connect(self._on_options_changed)
        self.panel.report_chosen.connect(self.show_issued)
        self.panel.draft_chosen.connect(self.show_draft)
        self.panel.office_chosen.connect(self.show_office)
        self.refresh_button = looks.button("", self.refresh)
        self.sign_button = looks.button("primary", self.sign)
        self.head_actions.addWidget(self.refresh_button)
        self.head_actions.addWidget(self.sign_button)
        self.content.addWidget(self.note)
        self.content.addWidget(self.view, 1)
        self._side = QFrame()
        area = ScrollArea(self._side)
        holder = QVBoxLayout(self._side)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(area)
        area.hold(self.panel)
        self.add_action(mark("Refresh the preview"), "F5", self.refresh)
        self.add_action(mark("Office copy (internal)"), "Ctrl+Shift+I", self.show_office)
        self.add_action(mark("Sign the report…"), "Ctrl+Return", self.sign)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self.view.setAccessibleName(tr("Pages of the report"))
        looks.face(self.refresh_button, tr("Refresh"), "refresh")
        looks.face(self.sign_button, tr("Sign…"))
        self.sign_button.setIcon(icons.icon("sign", "on_accent"))
        if self.panel.office_pdf is not None:
            self._warn()
        self._say()

    def load(self) -> None:
        self.panel.load()
        if self._stale and self._job is None:
            issued = reporting.list_reports(self.desk.case)
            if issued and self.document.pageCount() == 0:
                self.show_issued(issued[-1].id)
            elif self.panel.shown_report is None:
                self.refresh()
        self._say()

    def miss(self, changes: Changes) -> None:
        super().miss(changes)
        self._stale = self._stale or bool(changes.touched)

    def apply(self, changes: Changes) -> None:
        self._stale = self._stale or bool(changes.touched)
        if changes.touches("report", "signature"):
            self.panel.load()

    def inspector(self) -> QWidget | None:
        return self._side

    def show_record(self, record_id: str, field: str) -> None:
        if record_id:
            self.show_issued(record_id)

    def refresh(self) -> None:
        """Make what is shown anew: the office copy where that is shown, else the draft."""
        if self._is_office:
            self.show_office()
        else:
            self.show_draft()

    def show_draft(self) -> None:
        """Lay the report out as it would be now; nothing is written."""
        self._is_office = False
        self._lay_out(reporting.draft_report, self._on_drafted)

    def show_office(self) -> None:
        """Lay out the copy for the insurer's own people; nothing is written, and nothing of it is kept."""
        self._is_office = True
        self._lay_out(reporting.office_copy, self._on_office)

    def _lay_out(
        self, make: Callable[[CaseFile, ReportOptions, ReportProgress], bytes], on_made: Callable[[bytes], None]
    ) -> None:
        if self._job is not None:
            self._job.cancel()
        self._stale = False
        self.panel.mark_shown(None)
        case, options = self.desk.case, self.panel.options()
        self._job = self.desk.jobs.run(
            lambda report: make(case, options, report),
            self,
            on_made,
            self._on_failed,
            title=tr("Preparing the preview"),
        )
        self._say()

    def show_issued(self, report_id: str) -> None:
        """Show a report as it was signed, and check it."""
        case = self.desk.case
        self._is_office = False
        self.panel.mark_shown(report_id)

        def on_read(data: bytes) -> None:
            self._show_pdf(data)
            self.panel.verify(report_id, data)

        self.desk.jobs.run(lambda _report: reporting.report_pdf(case, report_id), self, on_read, self._on_failed)
        self._say()

    def sign(self) -> None:
        """Show exactly what would be signed, by whom, with which certificate; then sign."""
        profile = self.desk.profile

        def credential() -> Credential | None:
            try:
                return reporting.surveyor_credential(profile)
            except NotEnrolled:
                return None

        self.desk.jobs.run(lambda _report: credential(), self, self._ask_to_sign, self._on_failed)

    def _ask_to_sign(self, credential: Credential | None) -> None:
        dialog = SignDialog(self, self.desk, self.panel.options(), credential, self._sign)
        dialog.record_wanted.connect(self.record_wanted)
        dialog.open()

    def _sign(self, options: ReportOptions, credential: Credential) -> None:
        case, chosen = self.desk.case, self.desk.timestamp
        self._job = self.desk.jobs.run(
            lambda report: reporting.sign_report(case, options, credential, report, timestamp_authority(chosen)),
            self,
            self._on_signed,
            self._on_failed,
            title=tr("Signing the report"),
        )
        self._say()

    def _on_drafted(self, data: bytes) -> None:
        self._job = None
        self._show_pdf(data)
        self._say()

    def _on_office(self, data: bytes) -> None:
        self._job = None
        self.panel.mark_office(data)
        self._show_pdf(data)
        self._warn()
        self._say()

    def _on_signed(self, issued: IssuedReport) -> None:
        self._job = None
        self._stale = self._is_office = False
        self.desk.messages.tell(tr("The report is signed and stored. The task is sealed."), tone="ok")
        self.panel.load()
        self.panel.mark_shown(issued.report_id)
        self._show_pdf(issued.pdf)
        if issued.timestamp_problem is not None:
            later = tr("The report is signed all the same; a time stamp can be added later.")
            self.note.say(f"{words(issued.timestamp_problem)} {later}", "warn")
        self.panel.verify(issued.report_id, issued.pdf)
        self._say()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._say()
        if not isinstance(error, Cancelled):
            self.note.say(words(error), "bad")

    def _on_options_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _show_pdf(self, data: bytes) -> None:
        self._bytes = QByteArray(data)
        self._buffer = QBuffer(self._bytes, self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.note.say("")

    def _warn(self) -> None:
        self.note.say(tr("Internal: not to be handed to a party."), "warn")

    def _say(self) -> None:
        busy = self._job is not None
        self.sign_button.setEnabled(not busy)
        shown = self.panel.shown_report
        if busy:
            self.set_state(tr("Preparing…"))
        elif self.panel.office_pdf is not None:
            self.set_state(tr("Office copy of %n page(s), internal", n=self.document.pageCount()))
        elif shown is not None:
            self.set_state(tr("Signed report {number}", number=shown.report_doc_no or ""))
        else:
            self.set_state(tr("Draft of %n page(s), not signed", n=self.document.pageCount()))
