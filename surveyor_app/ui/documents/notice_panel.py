"""The one-time notices of the case: what was issued when, how it reached the customer, its papers; and how to go on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents import delivering, notices
from surveyor_app.operations.documents.notice_texts import draft_notice
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.ui.base import formats, icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.errors import words
from surveyor_app.ui.base.facts_list import FactsList
from surveyor_app.ui.base.flow import Flow
from surveyor_app.ui.base.notes import EmptyState
from surveyor_app.ui.base.saving import ask_file
from surveyor_app.ui.base.scrolling.scroll_area import ScrollArea
from surveyor_app.ui.documents.delivery_dialogs import HandOverDialog, NotSignedDialog, SentDialog
from surveyor_app.ui.documents.issue_dialog import IssueDialog
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_list import RecordList
from surveyor_app.ui.forms.record_table import Column, RecordTableModel
from surveyor_app.wording.translation import current_language, mark, tr


class NoticePanel(QWidget):
    """List above, the current notice below."""

    evidence_wanted = Signal(str)
    """Please show a paper of a notice where evidence is looked at."""

    paper_wanted = Signal(str, str)
    """Please show a paper of the checklist, and in it a field."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        columns: tuple[Column[Notice], ...] = (
            Column(mark("Notice"), lambda notice: notice.no or formats.EMPTY),
            Column(mark("Issued"), lambda notice: formats.instant(notice.issued_at)),
            Column(mark("Papers"), lambda notice: str(len(notice.items or ())), right=True),
            Column(mark("How it was told"), self._delivery),
        )
        self.model = RecordTableModel(desk.case, Notice, columns, self, lambda notice: notice.kind == ONE_TIME)
        self.list = RecordList(self.model, parent=self)
        self.list.setMaximumHeight(150)
        self.hand_button = looks.button("primary", self.hand_over)
        self.refuse_button = looks.button("", self.refuse)
        self.sent_button = looks.button("", self.send)
        self.save_button = looks.button("", self.save)
        self.proof_button = looks.button("", self.show_proof)
        self.facts = FactsList()
        self.text = looks.label("", wrap=True)
        area = ScrollArea(self)
        inner = QWidget(area.viewport())
        inner.setLayout(looks.column(self.facts, self.text, None, spacing=12, margin=4))
        area.hold(inner)
        self._whole = QWidget(self)
        deeds = Flow(
            self.hand_button, self.refuse_button, self.sent_button, self.save_button, self.proof_button, spacing=6
        )
        body = looks.column(self.list, deeds, area, spacing=10)
        body.setStretch(2, 1)
        self._whole.setLayout(body)
        self.empty = EmptyState("notice", self.begin, self)
        self._pile = QStackedLayout(self)
        self._pile.addWidget(self._whole)
        self._pile.addWidget(self.empty)
        self.list.current_changed.connect(lambda _id: self._show_current())
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        """Write all texts in the window's language."""
        looks.face(self.hand_button, tr("Hand over and sign…"))
        self.hand_button.setIcon(icons.icon("sign", "on_accent"))
        looks.face(self.refuse_button, tr("Refused…"), "refuse")
        looks.face(self.sent_button, tr("Sent…"), "messenger")
        looks.face(self.save_button, tr("Save PDF…"), "save")
        looks.face(self.proof_button, tr("Proof of delivery"), "receipt")
        self.list.setAccessibleName(tr("One-time notices"))
        self.empty.say(
            tr("No notice was issued yet"),
            tr(
                "Everything that is missing is asked for once, all together. Note first what was asked for; the notice names it."
            ),
            tr("One-time notice…"),
        )
        self.empty.start.setIcon(icons.icon("notice", "on_accent"))
        self.model.touch_all()
        self._show_current()

    def load(self) -> None:
        """Read the list again."""
        self.model.reload()
        self.list.select_first()
        self._show_current()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(Notice.KIND, Evidence.KIND):
            self.load()

    def current(self) -> Notice | None:
        """Return the current notice."""
        return self.model.record_at(self.list.currentIndex().row())

    # ----------------------------------------------------------------------------------------- actions

    def begin(self) -> None:
        """Show what a notice would say now, to be issued."""
        case = self._desk.case
        draft = draft_notice(case)
        if not draft.items:
            told = tr("Nothing is missing: a notice names papers that were requested, refused or have defects.")
            self._desk.messages.tell(told)
            return
        dialog = IssueDialog(partial(draft_notice, case), partial(notices.opinions_of, case), self._desk.labels, self)
        dialog.paper_wanted.connect(self.paper_wanted)

        def issue() -> None:
            made, reason = dialog.draft(), dialog.again_reason()
            self._do(lambda: notices.issue(case, made, reason), lambda created: self.list.select(created.id))

        self._open(dialog, issue)

    def hand_over(self) -> None:
        """Let whoever takes it sign for it."""
        notice, case = self.current(), self._desk.case
        if notice is None:
            return
        dialog = HandOverDialog(notice, self)

        def sign() -> None:
            drawing, who, pointer = dialog.pad.drawing(), dialog.signer.text(), dialog.pad.pointer()
            self._do(lambda: delivering.hand_over(case, notice.id, drawing, who, pointer))

        self._open(dialog, sign)

    def refuse(self) -> None:
        """Note that nobody would sign for it."""
        notice, case = self.current(), self._desk.case
        if notice is None:
            return
        dialog = NotSignedDialog(self)

        def note() -> None:
            reason = dialog.reason.text()
            self._do(lambda: delivering.refuse(case, notice.id, reason))

        self._open(dialog, note)

    def send(self) -> None:
        """Note that it went out by message or post."""
        notice, case = self.current(), self._desk.case
        if notice is None:
            return
        claim = record_access.first_claim(case)
        to = notice.received_by or (claim.insured_phone if claim else None) or ""
        dialog = SentDialog(self._desk.labels, case.author.clock().instant(), to, self)

        def note() -> None:
            sent = dialog.sent()
            self._do(lambda: delivering.send(case, notice.id, sent))

        self._open(dialog, note)

    def save(self) -> None:
        """Save the paper of the current notice as a file that is asked for."""
        notice, case = self.current(), self._desk.case
        if notice is None:
            return
        path = ask_file(self, tr("Save PDF…"), f"{notice.no or 'notice'}.pdf", "PDF (*.pdf)")
        if path is not None:
            self._desk.jobs.run(
                lambda _report: hand_out(path, notices.notice_pdf(case, notice.id)),
                self,
                lambda _done: self._desk.messages.tell(tr("Saved: {name}", name=path.name), tone="ok"),
                self._on_failed,
            )

    def show_proof(self) -> None:
        """Show the last proof of delivery of the current notice."""
        notice = self.current()
        papers = notices.notice_papers(self._desk.case, notice.id) if notice else []
        if papers:
            self.evidence_wanted.emit(papers[-1].id)

    # ------------------------------------------------------------------------------------------ pieces

    def _open(self, dialog: QDialog, accepted: Callable[[], None]) -> None:
        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _do(self, work: Callable[[], object], done: Callable[..., None] | None = None) -> None:
        self._desk.edits.do(work, done, self._on_failed, self)

    def _on_failed(self, error: BaseException) -> None:
        self._desk.messages.tell(words(error), tone="warn" if isinstance(error, InputError) else "bad")

    def _show_current(self) -> None:
        notice = self.current()
        self._pile.setCurrentWidget(self._whole if notice else self.empty)
        if notice is None:
            return
        names = ("delivered_at",)
        _record, writable = record_access.get_with_rights(self._desk.case, Notice, notice.id, names)
        is_done = notice.delivered_at is not None or not writable
        for button in (self.hand_button, self.refuse_button, self.sent_button):
            button.setVisible(not is_done)
        self.proof_button.setVisible(len(notice.proof or ()) > 1)
        pairs = [
            (tr("Addressee"), notice.addressee),
            (tr("How it was told"), self._delivery(notice)),
            (tr("Received by"), notice.received_by),
            (tr("Why asked again"), notice.again_reason),
            (tr("SHA-256 of the text"), notice.text_sha256),
        ]
        self.facts.show_pairs([(name, value) for name, value in pairs if value])
        self.text.setText(notice.wording or "")

    def _delivery(self, notice: Notice) -> str:
        if notice.channel is None:
            return tr("Not delivered yet")
        channel = self._desk.labels.value("delivery_channel", notice.channel, current_language())
        if notice.delivered_at is None:
            return tr("Sent, not known to have arrived · {channel}", channel=channel)
        if notice.channel == delivering.HANDED and notice.received_by is None:
            return tr("Told in person, signing refused · {at}", at=formats.instant(notice.delivered_at))
        return f"{channel} · {formats.instant(notice.delivered_at)}"
