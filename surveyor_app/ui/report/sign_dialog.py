"""Before signing: exactly what will be signed, by whom, with which certificate. Signing cannot be undone, so this is a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLineEdit, QWidget

from surveyor_app.domain.checks.findings import Level
from surveyor_app.domain.checks.gaps import written
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.gaps import standing_of
from surveyor_app.operations.cases.mending import mendable_opinions
from surveyor_app.operations.report.reporting import ReportOptions, credential_from_file
from surveyor_app.operations.report.tokens import credentials_on_token
from surveyor_app.records import reading
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.tokens import Token
from surveyor_app.settings import TokenSettings
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Beside
from surveyor_app.ui.base.link_list import Line, LinkList
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.scrolling.keeping_in_view import reveal
from surveyor_app.ui.base.scrolling_dialog import ScrollingDialog
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.finding_words import finding_words
from surveyor_app.ui.forms.gap_list import GapList
from surveyor_app.ui.report.certificates import CertificateChooser
from surveyor_app.wording.report_languages import report_language_names
from surveyor_app.wording.translation import current_language, tr

BESIDE_FROM_PX = 640
"""So wide a dialog has room for who signs beside what is signed."""
OnSign = Callable[[ReportOptions, Credential], None]


class SignDialog(ScrollingDialog):
    """Facts, what is open with the reasons, the warning that the task is sealed, and one clear button."""

    record_wanted = Signal(str, str, str)
    """Please show where something is mended: kind, id and field."""

    def __init__(
        self, parent: QWidget, desk: Desk, options: ReportOptions, credential: Credential | None, on_sign: OnSign
    ) -> None:
        super().__init__(parent, 840)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Sign the report"))
        self._desk = desk
        self._options = options
        self._on_sign = on_sign
        self._what = FactsList()
        self.chooser = CertificateChooser(desk.case.author.clock().at)
        self.chooser.changed.connect(self._on_certificate_chosen)
        self.note = Note()
        self._standing = standing_of(desk.case, desk.checks)
        self._unexplained = self._standing.wanting
        self._opinions = mendable_opinions(desk.case, self._standing.open)
        self.open_points = Note()
        self.stops = LinkList()
        self.gaps = GapList(desk.labels, lambda finding: finding_words(finding, desk.labels))
        self.gaps.changed.connect(self._allow)
        self.gaps.record_wanted.connect(self._on_record_wanted)
        self.gaps.setVisible(bool(self._unexplained))
        self.reason = self.gaps.general
        """Why it is signed all the same, for all that have no reason of their own."""
        self.file_button = looks.button("", self._on_file_clicked)
        looks.face(self.file_button, tr("Use a certificate file…"), "certificate")
        self.token_button = looks.button("", self._on_token_clicked)
        looks.face(self.token_button, tr("Use the smart card…"), "certificate")
        self.token_button.setVisible(desk.token is not None)
        self.sign_button = looks.button("primary", self._on_sign_clicked)
        looks.face(self.sign_button, tr("Sign and seal"))
        self.sign_button.setIcon(icons.icon("sign", "on_accent"))
        self.sign_button.setDefault(True)
        cancel = looks.button("", self.reject)
        looks.face(cancel, tr("Cancel"))
        warning = looks.label(
            "secondary",
            tr(
                "Signing cannot be undone. The task is sealed; what comes later becomes an addendum and a new revision."
            ),
            wrap=True,
        )
        what, who = _titled(tr("What will be signed"), self._what), _titled(tr("Who signs"), self.chooser)
        body = looks.column(
            Beside(what, who, BESIDE_FROM_PX),
            self.stops,
            self.open_points,
            self.note,
            warning,
            self.gaps,
            spacing=12,
        )
        at_hand = [self.file_button, *([self.token_button] if desk.token is not None else [])]
        self.lay_out(body, *at_hand, None, cancel, self.sign_button)
        self._show()
        if credential is not None:
            self.chooser.offer(credential)
        self._say_open()

    def _say_open(self) -> None:
        """Say what is open: words on cover stop the signing, other gaps want a reason, once."""
        self.stops.show_lines(
            tr("These words must not stand in what a party signs"),
            [
                Line(
                    tr(
                        "{place}: “{words}”",
                        place=self._desk.labels.field(item.kind, item.field, current_language()),
                        words=current_language().joined(item.words),
                    ),
                    "bad",
                    "bad",
                    partial(self._on_record_wanted, item.kind, item.id, item.field),
                )
                for item in self._opinions
            ],
        )
        must = len(self._standing.of(Level.MUST))
        if self._unexplained:
            self._say_unexplained(must)
            self.gaps.ask(self._unexplained, self._standing.reasons)
            self.gaps.first_stop().setFocus()
        elif must:
            told = tr("%n point(s) are open; the reasons given when leaving are signed with the report.", n=must)
            self.open_points.say(told, "")

    def _say_unexplained(self, must: int) -> None:
        if must:
            said = tr("%n point(s) of “Ready to leave?” are still open.", n=must)
        else:
            said = tr("%n warning(s) of “Ready to leave?” want a reason.", n=len(self._unexplained))
        self.open_points.say(said, "warn")

    def _on_record_wanted(self, kind: str, record_id: str, field: str) -> None:
        self.reject()
        self.record_wanted.emit(kind, record_id, field)

    def _show(self) -> None:
        case = self._desk.case
        claim = record_access.first_claim(case)
        with case.read() as session:
            originals = reading.count(session, case.case_id, Evidence)
        tasks = [task for task in record_access.list_all(case, Task) if not task.sealed]
        language = report_language_names()[self._options.language].in_(current_language())
        self._what.show_pairs(
            [
                (tr("Report number"), (claim.report_no if claim else None) or formats.EMPTY),
                (tr("Insured"), (claim.insured_name if claim else None) or formats.EMPTY),
                (
                    tr("Content"),
                    tr("Survey report in {language}, with the hashes of %n original(s)", n=originals,
                       language=language),
                ),
                (tr("Sealed by it"), tr("%n task(s)", n=len(tasks))),
            ]
        )  # fmt: skip
        self._allow()

    def _allow(self) -> None:
        """Signing needs a certificate that is valid, and a reason while something is missing."""
        is_ready = not self._opinions and not self.gaps.lacking()
        has_certificate = self.chooser.current() is not None and self.chooser.problem() is None
        self.sign_button.setEnabled(has_certificate and is_ready)

    def _on_certificate_chosen(self) -> None:
        problem = self.chooser.problem()
        self.note.say("" if problem is None else words(problem), "bad")
        if problem is not None:
            reveal(self.note)
        self._allow()

    def _on_file_clicked(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Certificate file"), "", "PKCS#12 (*.p12 *.pfx)")
        if not name:
            return
        passphrase, is_given = QInputDialog.getText(
            self, tr("Certificate file"), tr("Passphrase of the certificate file"), QLineEdit.EchoMode.Password
        )
        if is_given:
            self.use_file(Path(name), passphrase)

    def use_file(self, path: Path, passphrase: str) -> None:
        """Sign with the certificate of a PKCS#12 file."""
        self._desk.jobs.run(
            lambda _report: credential_from_file(path, passphrase),
            self,
            self._on_read,
            self._on_unreadable,
        )

    def _on_token_clicked(self) -> None:
        token = self._desk.token
        if token is None:
            return
        pin, is_given = QInputDialog.getText(
            self, tr("Smart card"), tr("PIN of {token}", token=token.label), QLineEdit.EchoMode.Password
        )
        if is_given:
            self.use_token(token, pin)

    def use_token(self, chosen: TokenSettings, pin: str) -> None:
        """Offer the certificates of a smart card or token."""
        token = Token(chosen.module, chosen.label, pin)
        self._desk.jobs.run(
            lambda _report: credentials_on_token(token, chosen.key),
            self,
            lambda found: self.chooser.offer(*found),
            self._on_unreadable,
        )

    def _on_read(self, credential: Credential) -> None:
        self.chooser.offer(credential, wanted=credential)

    def _on_unreadable(self, error: BaseException) -> None:
        self.note.say(words(error), "bad")
        reveal(self.note)

    def _on_sign_clicked(self) -> None:
        credential = self.chooser.current()
        if credential is None:
            return
        self.accept()
        despite = written(self._unexplained, self.gaps.reasons(), current_language())
        self._on_sign(replace(self._options, despite=despite or None), credential)


def _titled(title: str, facts: QWidget) -> QWidget:
    holder = QWidget()
    card = looks.card(looks.column(facts, None, margin=12))
    column = looks.column(looks.label("heading", title, wrap=True), card, spacing=12)
    column.setStretch(1, 1)
    holder.setLayout(column)
    return holder
