"""The inspector of the checklist: what a paper is for, its states as buttons, whom to ask instead, and its record's form."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from surveyor_app.domain.documents.asking import not_of_customer
from surveyor_app.domain.documents.documents import (
    NOT_APPLICABLE,
    NOT_REQUESTED,
    RECEIVED,
    REJECTED,
    REQUESTED,
    Document,
)
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.page import Side
from surveyor_app.ui.documents.copy_signing import CopySignatures
from surveyor_app.ui.documents.paper_table import PaperRow
from surveyor_app.ui.documents.subjects import Subjects
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.photo_numbers import Order, PhotoNumbersEditor
from surveyor_app.ui.forms.record_form import RecordForm
from surveyor_app.ui.forms.value_texts import text_of
from surveyor_app.wording.findings.enquiries import load_enquiry_kinds
from surveyor_app.wording.findings.police_grounds import load_police_grounds
from surveyor_app.wording.reasons import reason_shown
from surveyor_app.wording.translation import current_language, tr

KEYS = {REQUESTED: "1", RECEIVED: "2", REJECTED: "3", NOT_APPLICABLE: "4", NOT_REQUESTED: "0"}
"""The keys of the states, in the order of the buttons."""
CUSTOM = "practice"
"""The basis of a paper that no law or clause names."""
_OFFICE = ("authentic", "lawful", "relevant", "reviewed_by", "reviewed_at", "waived_reason")


class PaperDetails(Side):
    """Shows one row of the checklist; what is pressed is asked of the page."""

    state_wanted = Signal(str)
    enquiry_wanted = Signal(str)
    """Please make an enquiry of this kind."""
    consent_wanted = Signal()
    another_wanted = Signal()
    open_wanted = Signal()
    files_wanted = Signal()
    photos_wanted = Signal()

    def __init__(self, desk: Desk, subjects: Subjects, order: Order) -> None:
        super().__init__()
        self._desk = desk
        self._subjects = subjects
        self._row: PaperRow | None = None
        self._facts = CaseFacts()
        self._title = looks.label("heading", wrap=True)
        self._why = looks.label("help", wrap=True)
        self.buttons = {state: looks.button("chip", partial(self.state_wanted.emit, state)) for state in KEYS}
        for button in self.buttons.values():
            button.setCheckable(True)
        self.not_asked = Note()
        self.enquiry_button = looks.button("", self._on_enquiry)
        self.consent = Note()
        self.consent_button = looks.button("", self.consent_wanted.emit)
        self.files_button = looks.button("", self.files_wanted.emit)
        self.photos_button = looks.button("", self.photos_wanted.emit)
        self.another = looks.button("", self.another_wanted.emit)
        self.open_scan = looks.button("", self.open_wanted.emit)
        self._review = FactsList()
        self.signatures = CopySignatures(desk, Document)
        self.form = RecordForm(
            desk,
            Document,
            {"subject_uid": subjects.options},
            {"evidence": partial(PhotoNumbersEditor, order=order)},
            self.body,
        )
        body = looks.column(self._title, self._why, spacing=10, margin=14)
        body.addLayout(Flow(*self.buttons.values(), spacing=6))
        for part in (self.not_asked, self.consent, self._review):
            body.addWidget(part)
        body.addLayout(
            Flow(
                *(self.enquiry_button, self.consent_button, self.files_button, self.photos_button),
                *(self.open_scan, self.another),
                spacing=6,
            )
        )
        body.addWidget(self.form)
        body.addWidget(self.signatures)
        body.addStretch(1)
        self.body.setLayout(body)

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        labels, language = self._desk.labels, current_language()
        for state, button in self.buttons.items():
            name = labels.value("document_state", state, language)
            looks.face(button, name)
            button.setToolTip(tr("{state} (key {key})", state=name, key=KEYS[state]))
        looks.face(self.another, tr("Another one"), "add")
        self.another.setToolTip(tr("A second record of the same paper, for another vehicle or person"))
        looks.face(self.open_scan, tr("Show scans"), "open")
        looks.face(self.files_button, tr("Add files…"), "file")
        self.files_button.setToolTip(tr("Scans from files; they can also be dropped on the row"))
        looks.face(self.photos_button, tr("From the photos…"), "photos")
        looks.face(self.consent_button, tr("People"), "people")
        self.show_row(self._row, self._facts)

    def show_row(self, row: PaperRow | None, facts: CaseFacts, name: str = "") -> None:
        """Show another row."""
        self._row, self._facts = row, facts
        self.form.show_record(row.document.id if row and row.document else None)
        self.form.setVisible(bool(row and row.document))
        if row is not None and row.document is not None:
            # A paper of the list has its name there.
            self.form.editors["title"].setVisible(row.paper is None)
        if row is None:
            self.signatures.show_record(None, "")
            return
        if name:
            self._title.setText(name)
        self.signatures.show_record(row.document, self._title.text())
        self._say_why(row)
        is_open = self._is_open(row.document)
        for state, button in self.buttons.items():
            button.setChecked(row.state == state)
            button.setEnabled(is_open)
        for button in (self.files_button, self.photos_button):
            button.setVisible(is_open)
        self._say_not_asked(row)
        self._say_consent(row)
        self._say_review(row.document)
        self.another.setVisible(bool(row.document and row.paper))
        self.open_scan.setVisible(bool(row.document and row.document.evidence))

    def _is_open(self, document: Document | None) -> bool:
        """Tell whether its state may still be noted: not once a signed report rests on it."""
        if document is None:
            return True
        _record, writable = record_access.get_with_rights(self._desk.case, Document, document.id, ("state",))
        return "state" in writable

    def _say_why(self, row: PaperRow) -> None:
        language = current_language()
        parts = [row.paper.note.in_(language)] if row.paper else [tr("Beside the list of this case")]
        if row.paper and row.paper.basis != CUSTOM:
            parts.append(row.paper.basis)
        if row.paper and row.paper.is_sensitive:
            parts.append(tr("sensitive personal data"))
        self._why.setText(" · ".join(parts))

    def _say_not_asked(self, row: PaperRow) -> None:
        refusal = (
            not_of_customer(row.line, self._facts, load_police_grounds(self._desk.resources)) if row.line else None
        )
        issuer = row.paper.issuer if row.paper else None
        is_open = row.state in (NOT_REQUESTED, REQUESTED)
        action = ""
        if issuer and is_open:
            kind = load_enquiry_kinds(self._desk.resources)[issuer]
            action = tr("Ask: {authority}", authority=kind.name.in_(current_language()))
        if refusal is not None:
            self.buttons[REQUESTED].setEnabled(False)
        told = tr("Not to be asked of the customer: {reason}", reason=reason_shown(refusal)) if refusal else ""
        self.not_asked.say(told, "warn")
        looks.face(self.enquiry_button, action, "enquiry")
        self.enquiry_button.setVisible(bool(action))

    def _say_consent(self, row: PaperRow) -> None:
        purpose = row.paper.consent if row.paper else None
        subject = row.document.subject_uid if row.document else None
        is_lacking = bool(purpose) and not self._subjects.has_consented(purpose or "", subject)
        name = self._desk.labels.value("consent_purpose", purpose, current_language())
        text = tr("Before it is taken in, the person consents to: {purpose}", purpose=name) if is_lacking else ""
        self.consent.say(text, "warn")
        self.consent_button.setVisible(is_lacking)

    def _say_review(self, document: Document | None) -> None:
        labels, language = self._desk.labels, current_language()
        specs = {spec.name: spec for spec in SPECS[Document.KIND]}
        pairs = [
            (labels.field(Document.KIND, name, language), text_of(specs[name], getattr(document, name), labels))
            for name in _OFFICE
            if document is not None and getattr(document, name) is not None
        ]
        self._review.show_pairs(pairs)
        self._review.setVisible(bool(pairs))

    def _on_enquiry(self) -> None:
        if self._row is not None and self._row.paper is not None and self._row.paper.issuer:
            self.enquiry_wanted.emit(self._row.paper.issuer)
