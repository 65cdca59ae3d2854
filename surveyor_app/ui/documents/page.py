"""Papers (单证): what this kind of case needs and how far each is, one-time notices, and what was asked of others."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.operations.documents.checklists import WITH_REASON, Checklist, read_checklist
from surveyor_app.operations.documents.notices import notices_of
from surveyor_app.records import reading
from surveyor_app.ui.base import icons, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.page import Page
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.documents.choosing import EvidenceChooser, choose_scans
from surveyor_app.ui.documents.details import KEYS, PaperDetails
from surveyor_app.ui.documents.enquiry_book import EnquiryPanel
from surveyor_app.ui.documents.notice_panel import NoticePanel
from surveyor_app.ui.documents.paper_list import PaperList
from surveyor_app.ui.documents.paper_table import PaperRow, PaperTable, rows_of
from surveyor_app.ui.documents.paper_work import PaperWork
from surveyor_app.ui.documents.reason_menu import ask_reason
from surveyor_app.ui.documents.scanned import ScannedOffers
from surveyor_app.ui.documents.subjects import Subjects
from surveyor_app.ui.forms import record_access, withdrawing
from surveyor_app.wording.translation import mark, tr, tr_marked

_FACTS = (Claim, Policy, PropertyItem, Injury, Fee, RescueCost, CheckAnswer, ShotState)
"""What the list follows from, besides people, vehicles and the visit."""


CHECKLIST, NOTICES, ENQUIRIES = range(3)
"""The tabs."""


def say_open(overview: Overview) -> Badge:
    """Return how many papers are open, for the rail."""
    return (str(overview.open_papers), "") if overview.open_papers else ("", "")


class PapersPage(Page):
    """Three tabs: the checklist with its details beside it, the notices, the enquiries."""

    PLACE: ClassVar[Place] = Place(
        name="papers",
        title=mark("Papers"),
        icon="documents",
        shows=(Document.KIND, Notice.KIND, Enquiry.KIND),
        follows=(
            *(Document.KIND, Notice.KIND, Enquiry.KIND, Evidence.KIND),
            *Subjects.KINDS,
            *(kind.KIND for kind in _FACTS),
        ),
        badge=say_open,
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.subjects = Subjects(desk.case)
        self.work = PaperWork(desk, self)
        self.table = PaperTable(desk.labels, self.subjects.name, self)
        self.list = PaperList(self.table, self)
        self.details = PaperDetails(desk, self.subjects, self._evidence_order)
        self.checklist = Checklist((), (), read_checklist(desk.case).facts)
        self._built: dict[int, NoticePanel | EnquiryPanel] = {}
        self._slices = Slices(self)
        self.add_button = looks.button("", self.add_other)
        self.notice_button = looks.button("primary", self.begin_notice)
        self.head_actions.addWidget(self.add_button)
        self.head_actions.addWidget(self.notice_button)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(3):
            self.tabs.addTab("")
        self._pile = QStackedLayout()
        self.scanned = ScannedOffers(desk, lambda: self.table.name(row) if (row := self.list.current()) else "", self)
        listed = QWidget(self)
        listed.setLayout(looks.column(self.scanned.strip, self.list, spacing=10))
        self._places = (listed, QWidget(self), QWidget(self))
        for part in self._places:
            self._pile.addWidget(part)
        self.content.addWidget(self.tabs)
        self.content.addLayout(self._pile, 1)
        self.add_tab_keys(self.tabs)
        self._connect()
        self.retranslate()
        self.load()
        # The tabs behind the first come in the turns after it shows, or when somebody wants them sooner.
        self._slices.add(lambda: None)
        self._slices.add(lambda: self.notices)
        self._slices.add(lambda: self.enquiries)

    @cached_property
    def notices(self) -> NoticePanel:
        """The notices, behind their tab."""
        panel = NoticePanel(self.desk, self)
        panel.paper_wanted.connect(self.show_record)
        panel.evidence_wanted.connect(lambda id_: self.record_wanted.emit(Evidence.KIND, id_, ""))
        self._put(NOTICES, panel)
        panel.load()
        return panel

    @cached_property
    def enquiries(self) -> EnquiryPanel:
        """The enquiries, behind theirs."""
        panel = EnquiryPanel(self.desk, self.subjects, self._evidence_order, self)
        self._put(ENQUIRIES, panel)
        panel.load()
        return panel

    def _put(self, tab: int, panel: NoticePanel | EnquiryPanel) -> None:
        panel.retranslate()
        self._places[tab].setLayout(looks.column(panel, margin=0))
        self._built[tab] = panel

    # -------------------------------------------------------------------------------------- as a page

    def retranslate(self) -> None:
        super().retranslate()
        looks.face(self.add_button, tr("Another paper"), "add")
        looks.face(self.notice_button, tr("One-time notice…"))
        self.notice_button.setIcon(icons.icon("notice", "on_accent"))
        self.tabs.setAccessibleName(tr("Papers"))
        for panel in self._built.values():
            panel.retranslate()
        self.list.setAccessibleName(tr("Papers of this case"))
        self.table.touch_all()
        self.details.retranslate()
        self._show_current()
        self._say()

    def load(self) -> None:
        self._load_checklist()
        for panel in self._built.values():
            panel.load()
        self._say()

    def _load_checklist(self) -> None:
        self.subjects.read()
        self.scanned.load()
        self.checklist = read_checklist(self.desk.case)
        before = self.list.current()
        self.table.show_rows(rows_of(self.checklist))
        if before is not None and self.table.row_of(before.id) is None:
            # The paper got its first record, or lost it by an undo.
            self.list.select(self.table.place_of(before.item, ""))
        self.list.select_first()
        self._show_current()

    def apply(self, changes: Changes) -> None:
        self.details.form.apply(changes)
        self._load_checklist()
        for panel in self._built.values():
            panel.apply(changes)
        self._say()

    def commit(self) -> None:
        self.details.form.commit()
        if ENQUIRIES in self._built:
            self.enquiries.book.commit()

    def inspector(self) -> QWidget | None:
        return self.details

    def has_details(self) -> bool:
        return self.tabs.currentIndex() == CHECKLIST

    def show_record(self, record_id: str, field: str) -> None:
        if record_id and self.notices.model.row_of(record_id) is not None:
            self.tabs.setCurrentIndex(NOTICES)
            self.notices.list.select(record_id)
        elif record_id and self.enquiries.book.model.row_of(record_id) is not None:
            self.tabs.setCurrentIndex(ENQUIRIES)
            self.enquiries.book.select(record_id, field)
        else:
            self.tabs.setCurrentIndex(CHECKLIST)
            self.list.select(record_id)
            if field and self.details.form.isVisibleTo(self.details):
                self.details.form.focus_field(field)

    def show_kind(self, kind: str, field: str) -> None:
        self.tabs.setCurrentIndex({Notice.KIND: NOTICES, Enquiry.KIND: ENQUIRIES}.get(kind, CHECKLIST))

    # ----------------------------------------------------------------------------------------- actions

    def note(self, state: str) -> QMenu | None:
        """Note a state of the current paper; one that wants a reason asks for it in place."""
        row = self.list.current()
        if row is None:
            return None
        self.commit()
        if state not in WITH_REASON:
            self.work.note(row, state, "", self.list_record)
            return None
        title = tr("Why is it not acceptable?") if state == "rejected" else tr("Why does it not apply?")
        return ask_reason(self, self._below(row), title, state, partial(self._note_with, row, state))

    def list_record(self, record_id: str) -> None:
        """Make a record current once the list has it."""
        self.load()
        self.list.select(record_id)

    def add_other(self) -> None:
        """Make a record of a paper beside the list, and put the cursor into its name."""
        self.work.add("", partial(self._write_in, "title"))

    def begin_notice(self) -> None:
        """Show what a notice of everything missing would say, to be issued."""
        self.commit()
        self.tabs.setCurrentIndex(NOTICES)
        self.notices.begin()

    def begin_enquiry(self, kind: str) -> None:
        """Begin an enquiry of a kind, where the paper is issued by others."""
        self.tabs.setCurrentIndex(ENQUIRIES)
        self.enquiries.book.begin(kind)

    def ask_enquiry(self) -> QMenu:
        """Ask of which kind a new enquiry is."""
        self.tabs.setCurrentIndex(ENQUIRIES)
        return self.enquiries.book.ask_kind()

    def add_another(self) -> None:
        """Make a second record of the current paper, and put the cursor to whose it is."""
        row = self.list.current()
        if row is not None and row.item:
            self.work.add(row.item, partial(self._write_in, "subject_uid"))

    def open_details(self) -> None:
        """Go into the details of the current paper; a paper nobody took up yet gets its first button."""
        row = self.list.current()
        if row is None:
            return
        self.side_wanted.emit()
        if row.document is not None:
            self.details.form.focus_field("evidence")
        else:
            next(iter(self.details.buttons.values())).setFocus()

    def show_scans(self) -> None:
        """Show the scans of the current paper where evidence is looked at."""
        row = self.list.current()
        if row is not None and row.document is not None and row.document.evidence:
            order = self._evidence_order()
            first = min(row.document.evidence, key=lambda id_: order.index(id_) if id_ in order else len(order))
            self.record_wanted.emit(Evidence.KIND, first, "")

    def choose_files(self) -> None:
        """Let the person choose files; they come in as papers and are linked to the current one."""
        row = self.list.current()
        if row is not None:
            paths = choose_scans(self)
            self.work.take_in(row, paths, self.list_record)

    def choose_photos(self) -> None:
        """Let the person choose among the evidence of the case what shows the current paper."""
        row = self.list.current()
        if row is None:
            return
        dialog = EvidenceChooser(self.desk, self.table.name(row), self)
        dialog.accepted.connect(lambda: self.work.link(row, dialog.chosen(), self.list_record))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def link_scan(self, evidence_id: str) -> None:
        """Link a scan that belongs to no paper to the current one."""
        row = self.list.current()
        if row is not None:
            self.work.link(row, [evidence_id], self.list_record)

    def withdraw(self) -> None:
        """Ask why and withdraw the record of the current paper; the paper stays on the list."""
        row = self.list.current()
        if row is not None and row.document is not None:
            withdrawing.ask(self, self._below(row), self.desk, Document, [row.document.id])

    # ------------------------------------------------------------------------------------------ pieces

    def _connect(self) -> None:
        self.list.current_changed.connect(self._show_current)
        self.list.opened.connect(self.open_details)
        self.list.menu_wanted.connect(self._open_menu)
        self.list.evidence_dropped.connect(self._on_evidence_dropped)
        self.list.files_dropped.connect(self._on_files_dropped)
        self.details.state_wanted.connect(self.note)
        self.details.another_wanted.connect(self.add_another)
        self.details.open_wanted.connect(self.show_scans)
        self.details.consent_wanted.connect(self._on_consent_wanted)
        self.details.enquiry_wanted.connect(self.begin_enquiry)
        self.details.files_wanted.connect(self.choose_files)
        self.details.photos_wanted.connect(self.choose_photos)
        self.scanned.link_wanted.connect(self.link_scan)
        self.scanned.show_wanted.connect(lambda id_: self.record_wanted.emit(Evidence.KIND, id_, ""))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        for state, key in KEYS.items():
            self.add_action(_NAMES[state], key, partial(self.note, state), self.list)
        self.add_action(mark("Another paper"), "Ctrl+N", self.add_other)
        self.add_action(mark("Add files…"), "Ctrl+I", self.choose_files)
        self.add_action(mark("From the photos…"), "Ctrl+L", self.choose_photos)
        self.add_action(mark("Link the next scan"), "Ctrl+Shift+L", self.scanned.link_next)
        self.add_action(mark("The scanner's folder…"), "", self.scanned.choose_folder)
        self.add_action(mark("One-time notice…"), "Ctrl+Shift+N", self.begin_notice)
        self.add_action(mark("New enquiry"), "Ctrl+Alt+N", self.ask_enquiry)
        self.add_action(mark("Withdraw"), "Del", self.withdraw, self.list)

    def _on_evidence_dropped(self, id_: str, ids: list[str]) -> None:
        if (row := self.table.row_called(id_)) is not None:
            self.work.link(row, ids, self.list_record)

    def _on_files_dropped(self, id_: str, paths: list[Path]) -> None:
        if (row := self.table.row_called(id_)) is not None:
            self.work.take_in(row, paths, self.list_record)

    def _note_with(self, row: PaperRow, state: str, reason: str) -> None:
        self.work.note(row, state, reason, self.list_record)

    def _write_in(self, field: str, record_id: str) -> None:
        self.list_record(record_id)
        self.side_wanted.emit()
        self.details.form.focus_field(field)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        for state in KEYS:
            action = menu.addAction(tr_marked(_NAMES[state]))
            action.setShortcut(KEYS[state])
            action.setEnabled(self.details.buttons[state].isEnabled())
            action.triggered.connect(partial(self.note, state))
        menu.popup(at)

    def _below(self, row: PaperRow) -> QPoint:
        place = self.list.visualRect(self.table.index(self.table.row_of(row.id) or 0, 1))
        return self.list.viewport().mapToGlobal(place.bottomLeft())

    def _show_current(self) -> None:
        row = self.list.current()
        self.details.show_row(row, self.checklist.facts, self.table.name(row) if row else "")
        self.scanned.say()

    def _say(self) -> None:
        wanted, open_ = self.checklist.wanted, self.checklist.open
        self.set_state(
            tr("{done} of {wanted} papers settled", done=wanted - open_, wanted=wanted)
            if wanted
            else tr("This case needs no papers so far")
        )
        self.tabs.setTabText(CHECKLIST, tr("Checklist ({open})", open=open_))
        self.tabs.setTabText(NOTICES, tr("Notices ({count})", count=len(notices_of(self.desk.case))))
        asked = record_access.list_all(self.desk.case, Enquiry)
        self.tabs.setTabText(ENQUIRIES, tr("Enquiries ({open})", open=sum(enquiry.is_open for enquiry in asked)))

    def _on_tab_changed(self, index: int) -> None:
        self.commit()
        self._slices.finish()
        self._pile.setCurrentIndex(index)
        self.add_button.setVisible(index == CHECKLIST)
        self.side_changed.emit()

    def _on_consent_wanted(self) -> None:
        row = self.list.current()
        person = row.document.subject_uid if row and row.document else None
        self.record_wanted.emit(Person.KIND, person or "", "")

    def _evidence_order(self) -> list[str]:
        with self.desk.case.read() as session:
            return list(reading.ids(session, self.desk.case.case_id, Evidence))


_NAMES = {
    "requested": mark("Paper: requested"),
    "received": mark("Paper: received"),
    "rejected": mark("Paper: not acceptable…"),
    "not_applicable": mark("Paper: not applicable…"),
    "not_requested": mark("Paper: not requested"),
}
