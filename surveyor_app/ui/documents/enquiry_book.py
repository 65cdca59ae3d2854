"""External enquiries (外部调查): whom to ask for what, what to heed, when an answer is due, and what came back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QWidget

from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.operations.documents import enquiries, scans
from surveyor_app.operations.editing.records import Created
from surveyor_app.operations.intake.evidence import ImportResult
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.documents.copy_signing import CopySignatures
from surveyor_app.ui.documents.subjects import Subjects
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import Options
from surveyor_app.ui.forms.photo_numbers import Order, PhotoNumbersEditor
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.ui.sources.importing import Importing
from surveyor_app.wording.findings.enquiries import EnquiryKind, load_enquiry_kinds
from surveyor_app.wording.translation import current_language, mark, tr


class EnquiryBook(RecordBook[Enquiry]):
    """The list beside the form of the current enquiry; a new one is begun with its kind."""

    def __init__(self, desk: Desk, subjects: Subjects, order: Order, parent: QWidget | None = None) -> None:
        self._kinds = load_enquiry_kinds(desk.resources)
        self._importing: Importing | None = None
        super().__init__(
            desk,
            Enquiry,
            (Column(mark("Asked of"), self.name_of), Column(mark("State"), self._state)),
            BookTexts(
                mark("New enquiry"),
                mark("Nobody was asked yet"),
                mark("Police, hospital, camera owners: note whom you ask for what, until when, and what came back."),
            ),
            icon="enquiry",
            focus="authority",
            references={
                "person_uid": lambda: record_access.people_options(desk.case),
                "consent_uid": partial(_consents, desk, subjects),
            },
            makers={"media": partial(PhotoNumbersEditor, order=order)},
            complete=self._completed,
            is_behind=True,
            list_width=330,
            parent=parent,
        )
        self.setAcceptDrops(True)
        self._importing = Importing(desk, self)

    def add(self) -> None:
        """Ask of which kind the new enquiry is."""
        self.ask_kind()

    def ask_kind(self) -> QMenu:
        """Open the menu of kinds; each tells what it is asked for."""
        menu = QMenu(self)
        menu.setAccessibleName(tr("Whom to ask?"))
        menu.setToolTipsVisible(True)
        language = current_language()
        for kind in self._kinds.values():
            action = menu.addAction(kind.name.in_(language))
            action.setToolTip(kind.asks.in_(language))
            action.triggered.connect(partial(self.begin, kind.id))
        anchor = self.add_button if self.add_button.isVisible() else self.empty.start
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
        return menu

    def begin(self, kind: str, _checked: bool = False) -> None:
        """Begin an enquiry of a kind, and put the cursor to whom it goes."""
        self.commit()
        case, language = self._desk.case, current_language()

        def on_done(created: Created) -> None:
            self.select(created.id, "authority")

        self._desk.edits.do(lambda: enquiries.begin(case, kind, language), on_done, None, self)

    def current(self) -> Enquiry | None:
        """Return the current enquiry."""
        return self.model.record_at(self.list.currentIndex().row())

    def all(self) -> list[Enquiry]:
        """Return all enquiries in order."""
        return [item for row in range(self.model.rowCount()) if (item := self.model.record_at(row)) is not None]

    def name_of(self, enquiry: Enquiry) -> str:
        """Return who is asked: the kind, and the authority where it is named."""
        kind = self._kinds.get(enquiry.kind or "")
        named = kind.name.in_(current_language()) if kind else enquiry.kind or formats.EMPTY
        return f"{named} · {enquiry.authority}" if enquiry.authority else named

    def kind_of(self, enquiry: Enquiry) -> EnquiryKind | None:
        """Return the kind of an enquiry."""
        return self._kinds.get(enquiry.kind or "")

    # --------------------------------------------------------------------------------------- replies

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.current() is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take_in(paths)

    def take_in(self, paths: list[Path]) -> None:
        """Import files as what came back to the current enquiry."""
        enquiry, desk = self.current(), self._desk
        if enquiry is None or self._importing is None:
            return

        def on_done(result: ImportResult) -> None:
            ids = scans.linkable(result)
            if ids:
                desk.edits.do(lambda: enquiries.link_replies(desk.case, enquiry.id, ids), None, None, self)

        self._importing.import_paths(paths, title=tr("Importing replies"), done=on_done, as_papers=True)

    # ---------------------------------------------------------------------------------------- pieces

    def _completed(self, shown: Mapping[str, object], values: Mapping[str, object]) -> Mapping[str, object]:
        if "state" not in values:
            return {}
        return enquiries.moments(shown, values["state"], self._desk.case.author.clock().instant())

    def _state(self, enquiry: Enquiry) -> str:
        state = self._desk.labels.value("enquiry_state", enquiry.state, current_language()) or formats.EMPTY
        if enquiry.due_at is None or not enquiry.is_open:
            return state
        now = datetime.now(UTC)
        due = formats.until(enquiry.due_at.utc, now)
        return f"{state} · {due}"


class EnquiryPanel(QWidget):
    """The book, with what is to be heeded above it: what is overdue or overwritten soon, and the rule of the current kind."""

    def __init__(self, desk: Desk, subjects: Subjects, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.book = EnquiryBook(desk, subjects, order, self)
        self.warning = Note()
        self.warning.button.clicked.connect(self._show_late)
        self.heed = Note()
        self.signatures = CopySignatures(desk, Enquiry, self)
        body = looks.column(self.warning, self.heed, self.book, self.signatures, spacing=8)
        body.setStretch(2, 1)
        self.setLayout(body)
        self.book.current_changed.connect(lambda _id: self.say())
        self.say()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        self.book.retranslate()
        self.say()

    def load(self) -> None:
        """Read the list again."""
        self.book.load()
        self.say()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        self.book.apply(changes)
        if changes.touches(Enquiry.KIND, Consent.KIND):
            self.say()

    def say(self) -> None:
        """Write what is to be heeded now."""
        late = self._late()
        name = self.book.name_of(late[0]) if late else ""
        if late and enquiries.is_overdue(late[0], datetime.now(UTC)):
            told = tr("%n enquiry(ies) overdue: {name}", n=len(late), name=name)
        else:
            told = tr("Ask at once, it is overwritten soon: {name}", name=name) if late else ""
        self.warning.say(told, "warn", tr("Show") if late else "")
        self.heed.say(self._rule())
        enquiry = self.book.current()
        self.signatures.show_record(enquiry, self.book.name_of(enquiry) if enquiry else "")

    def _rule(self) -> str:
        enquiry = self.book.current()
        kind = self.book.kind_of(enquiry) if enquiry else None
        if enquiry is None or kind is None:
            return ""
        language = current_language()
        parts = [kind.note.in_(language).replace("**", "")] if kind.note else []
        if kind.consent and enquiry.consent_uid is None:
            parts.append(tr("Choose the consent it rests on."))
        if kind.has_clock and enquiry.clock_offset_s is None:
            parts.append(tr("Note by how much its clock is off."))
        return " ".join(parts)

    def _late(self) -> list[Enquiry]:
        now = datetime.now(UTC)
        every = self.book.all()
        overdue = [enquiry for enquiry in every if enquiries.is_overdue(enquiry, now)]
        return overdue or [enquiry for enquiry in every if enquiries.wants_haste(enquiry)]

    def _show_late(self) -> None:
        late = self._late()
        if late:
            self.book.select(late[0].id)


def _consents(desk: Desk, subjects: Subjects) -> Options:
    language = current_language()

    def name(consent: Consent) -> str:
        purpose = desk.labels.value("consent_purpose", consent.purpose, language)
        return f"{purpose} · {subjects.name(consent.person_uid or '')}"

    standing = (item for item in record_access.list_all(desk.case, Consent) if item.granted and item.revoked_at is None)
    return [(consent.id, name(consent)) for consent in standing]
