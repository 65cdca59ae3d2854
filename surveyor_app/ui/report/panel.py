"""Beside the report: language and photos a page, the reports issued, and what the check of a signed one says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import CertificateUnreadable
from surveyor_app.operations.cases.revocation_lists import held_list
from surveyor_app.operations.cases.verdicts import VerificationFinding
from surveyor_app.operations.cases.verifying import verify_pdf_bytes
from surveyor_app.operations.editing.handing_out import OFFICE_MODE
from surveyor_app.operations.report import reporting
from surveyor_app.operations.report.reporting import ReportOptions
from surveyor_app.operations.report.timestamping import timestamp_roots
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.forms.choice_editors import QuietCombo
from surveyor_app.wording.report_languages import report_language_names
from surveyor_app.wording.translation import current_language, tr

_TOKENS = {"ok": "ok", "warn": "warn", "bad": "bad"}
_ICONS = {"ok": "ok", "warn": "alert", "bad": "bad"}


class ReportPanel(QWidget):
    """Options and issued reports of one case."""

    options_changed = Signal()
    report_chosen = Signal(str)
    draft_chosen = Signal()
    office_chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "body")
        self._desk = desk
        self.shown_report: Report | None = None
        self.office_pdf: bytes | None = None
        """The office copy, while that is shown: it is kept nowhere else."""
        self._findings: list[VerificationFinding] = []
        self.language = QuietCombo()
        self.photos = QuietCombo()
        self._language_label, self._photos_label = looks.label("field"), looks.label("field")
        self._title = looks.label("heading")
        self.issued = LinkList()
        self.verdict = LinkList()
        self.save_button = looks.button("", self.save)
        self.copy_button = looks.button("", self.save_copy)
        self.office_button = looks.button("", self.save_office)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 14, 14, 14)
        body.setSpacing(12)
        body.addWidget(self._title)
        body.addLayout(looks.column(self._language_label, self.language, spacing=4))
        body.addLayout(looks.column(self._photos_label, self.photos, spacing=4))
        body.addWidget(self.issued)
        body.addWidget(self.save_button)
        body.addWidget(self.copy_button)
        body.addWidget(self.office_button)
        body.addWidget(self.verdict)
        body.addStretch(1)
        self._retranslate()
        self._select(self.language, "both")
        self._select(self.photos, 4)
        self.language.activated.connect(lambda _index: self.options_changed.emit())
        self.photos.activated.connect(lambda _index: self.options_changed.emit())

    def options(self) -> ReportOptions:
        """Return what is chosen."""
        return ReportOptions(self.language.currentData(), self.photos.currentData())

    def load(self) -> None:
        """Read the issued reports again."""
        lines = [Line(tr("Draft"), "claim", "text", self.draft_chosen.emit)]
        for report in reporting.list_reports(self._desk.case):
            text = f"{report.report_doc_no or ''} · {formats.instant(report.issued_at)}"
            lines.append(Line(text, "shield", "ok", lambda report=report: self.report_chosen.emit(report.id)))  # type: ignore[misc]  # bound now
        lines.append(Line(tr("Office copy (internal)"), "lock", "warn", self.office_chosen.emit))
        self.issued.show_lines(tr("Show"), lines)
        self._say()

    def mark_shown(self, report_id: str | None) -> None:
        """Say which report is shown, ``None`` for the draft."""
        self.office_pdf = None
        reports = reporting.list_reports(self._desk.case)
        self.shown_report = next((report for report in reports if report.id == report_id), None)
        self._findings = []
        self._say()

    def mark_office(self, pdf: bytes) -> None:
        """Say that the office copy is shown, which only this button saves."""
        self.mark_shown(None)
        self.office_pdf = pdf
        self._say()

    def verify(self, report_id: str, data: bytes) -> None:
        """Check a signed report and say in words what holds."""
        enrolment = self._desk.profile.enrolment()
        roots = [enrolment.ca_der] if enrolment else []
        held = held_list(self._desk.profile)
        lists = [] if held is None else [held.der]
        chosen = self._desk.timestamp

        def check() -> list[VerificationFinding]:
            try:
                stamps = timestamp_roots(chosen)
            except CertificateUnreadable:
                stamps = ()
            return verify_pdf_bytes(data, roots, stamps, revocation_lists=lists)

        def on_checked(findings: list[VerificationFinding]) -> None:
            if self.shown_report is not None and self.shown_report.id == report_id:
                self._findings = findings
                self._say()

        self._desk.jobs.run(lambda _report: check(), self, on_checked)

    def save(self) -> None:
        """Save the shown report as a file."""
        self._save(tr("Save the report"), ".pdf", reporting.report_pdf, tr("Report saved."))

    def save_copy(self) -> None:
        """Save the unsigned copy of the shown report that screen readers can read."""
        saved = tr("Accessible copy saved. The signed report prints its SHA-256.")
        self._save(tr("Save the accessible copy"), "-accessible.pdf", reporting.accessible_pdf, saved)

    def save_office(self) -> None:
        """Save the office copy as it is shown, for this person alone to read."""
        pdf = self.office_pdf
        if pdf is None:
            return
        path = ask_file(self, tr("Save the office copy"), self._office_name(), "PDF (*.pdf)")
        if path is not None:
            self._desk.jobs.run(
                lambda _report: atomic_write(path, pdf, mode=OFFICE_MODE),
                self,
                lambda _none: self._desk.messages.tell(tr("Office copy saved. It is not for a party."), tone="ok"),
                lambda error: self._desk.messages.tell(words(error), tone="bad"),
            )

    def _office_name(self) -> str:
        reports = reporting.list_reports(self._desk.case)
        return f"{(reports[-1].report_doc_no if reports else None) or 'report'}-internal.pdf"

    def _save(self, title: str, ending: str, read: Callable[[CaseFile, str], bytes], saved: str) -> None:
        report = self.shown_report
        if report is None:
            return
        path = ask_file(self, title, f"{report.report_doc_no or 'report'}{ending}", "PDF (*.pdf)")
        if path is not None:
            case, report_id = self._desk.case, report.id
            self._desk.jobs.run(
                lambda _report: atomic_write(path, read(case, report_id)),
                self,
                lambda _none: self._desk.messages.tell(saved, tone="ok"),
                lambda error: self._desk.messages.tell(words(error), tone="bad"),
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(tr("Contents"))
        self._language_label.setText(tr("Language of the report"))
        self._photos_label.setText(tr("Photos a page"))
        self.language.setAccessibleName(tr("Language of the report"))
        self.photos.setAccessibleName(tr("Photos a page"))
        names = report_language_names().items()
        _fill(self.language, [(language, name.in_(current_language())) for language, name in names])
        _fill(self.photos, [(count, str(count)) for count in (2, 4, 6)])
        looks.face(self.save_button, tr("Save as PDF…"), "save")
        looks.face(self.copy_button, tr("Save the accessible copy…"), "save")
        self.copy_button.setToolTip(tr("Unsigned, for screen readers (PDF/UA-1)"))
        looks.face(self.office_button, tr("Save the office copy…"), "save")
        self.office_button.setToolTip(
            tr("Internal: opinion, prompts, estimates and full personal data; not for a party")
        )
        self.load()

    def _say(self) -> None:
        for button in (self.save_button, self.copy_button):
            button.setVisible(self.shown_report is not None)
        self.office_button.setVisible(self.office_pdf is not None)
        language = current_language()
        lines = [
            Line(finding.sentence(language), _ICONS[finding.level], _TOKENS[finding.level])
            for finding in self._findings
        ]
        self.verdict.show_lines(tr("Checked"), lines)

    @staticmethod
    def _select(combo: QComboBox, value: object) -> None:
        combo.setCurrentIndex(combo.findData(value))


def _fill(combo: QComboBox, options: list[tuple[object, str]] | list[tuple[str, str]] | list[tuple[int, str]]) -> None:
    """Write the options anew; the choice stays."""
    chosen = combo.currentData()
    combo.clear()
    for value, text in options:
        combo.addItem(text, value)
    if chosen is not None:
        combo.setCurrentIndex(combo.findData(chosen))
