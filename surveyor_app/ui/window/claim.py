"""Claim (接案): what was reported, the policies and covers, and how long everything may take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.claim.proposals import Proposal
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.notes import Note
from surveyor_app.ui.base.overview import Overview
from surveyor_app.ui.base.place import Badge, Place
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.form_page import FormPage
from surveyor_app.ui.forms.position_bar import PositionBar
from surveyor_app.ui.forms.record_book import RecordBook
from surveyor_app.ui.window.policies import cover_name, covers_book, policies_book, policy_name
from surveyor_app.ui.window.proposing import ProposalsPanel, Target, proposal_words
from surveyor_app.ui.window.time_limits import TimeLimitsView
from surveyor_app.wording.translation import mark, tr

REPORT, POLICIES, COVERS, TIMES = range(4)


def _badge(overview: Overview) -> Badge:
    return ("!", "bad") if overview.claim is not None and overview.claim.is_cancelled else ("", "")


class ClaimPage(FormPage):
    """A form over the claim record; behind further tabs policies, covers and time limits. Proposals are the inspector."""

    PLACE: ClassVar[Place] = Place(
        name="claim",
        title=mark("Claim"),
        icon="claim",
        shows=(Claim.KIND, Policy.KIND, Cover.KIND, Proposal.KIND),
        follows=(Claim.KIND, Policy.KIND, Cover.KIND, Proposal.KIND, Task.KIND),
        badge=_badge,
    )

    RECORD: ClassVar[type[Record]] = Claim

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.note = Note()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(4):
            self.tabs.addTab("")
        self._policies: RecordBook[Policy] | None = None
        self._covers: RecordBook[Cover] | None = None
        self._times: TimeLimitsView | None = None
        self._pile = QStackedWidget()
        self.content.removeWidget(self.area)
        self._pile.addWidget(self.area)
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.note)
        self.content.addWidget(self._pile, 1)
        self.panel = ProposalsPanel(desk)
        self._targets: Sequence[Target] = ()
        self.position = PositionBar(lambda: None, self.form)
        self.position.used.connect(lambda lat, lon: self.form.put({"accident_lat": lat, "accident_lon": lon}))
        self.position.show_places(())
        self.form.add_to_group("accident", self.position)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.form.entered.connect(lambda name: self.panel.choose(Claim.KIND, name))
        self.add_tab_keys(self.tabs)
        self.add_action(mark("New policy"), "Ctrl+N", self.add_policy)
        self.add_action(mark("New cover"), "Ctrl+Shift+N", self.add_cover)
        self.add_action(mark("Time limits and before departure"), "", lambda: self.tabs.setCurrentIndex(TIMES))
        self.add_action(mark("Propose another value"), "Ctrl+Shift+P", self.propose)
        self.retranslate()
        self.load()

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(tr("Claim"))
        self._find_targets()

    def record(self) -> Claim | None:
        return record_access.first_claim(self.desk.case)

    @property
    def policies(self) -> RecordBook[Policy]:
        """The book of policies; built when somebody wants it."""
        if self._policies is None:
            self._policies = policies_book(self.desk, self)
            self._pile.addWidget(self._policies)
            self._policies.load()
        return self._policies

    @property
    def covers(self) -> RecordBook[Cover]:
        """The book of covers; built when somebody wants it."""
        if self._covers is None:
            self._covers = covers_book(self.desk, self)
            self._pile.addWidget(self._covers)
            self._covers.load()
        return self._covers

    @property
    def times(self) -> TimeLimitsView:
        """The time limits and what to look at before departure; built when somebody wants it."""
        if self._times is None:
            self._times = TimeLimitsView(self.desk, self)
            self._pile.addWidget(self._times)
        return self._times

    def load(self) -> None:
        super().load()
        if self._times is not None:
            self._times.load()
        for book in self._books():
            book.load()
        self._find_targets()
        self.say()

    def apply(self, changes: Changes) -> None:
        if changes.touches(Claim.KIND):
            if self.form.record_id is None:
                self.load()
            self.form.apply(changes)
        for book in self._books():
            book.apply(changes)
        if self._times is not None and self.tabs.currentIndex() == TIMES:
            self._times.load()
        if changes.touches(*self.PLACE.shows):
            self._find_targets()
        self.say()

    def commit(self) -> None:
        super().commit()
        for book in self._books():
            book.commit()

    def inspector(self) -> QWidget | None:
        return self.panel

    def has_details(self) -> bool:
        return bool(self._targets)

    def show_record(self, record_id: str, field: str) -> None:
        for tab, record_class in ((POLICIES, Policy), (COVERS, Cover)):
            if record_id and record_access.get(self.desk.case, record_class, record_id) is not None:
                self.tabs.setCurrentIndex(tab)
                (self.policies if tab == POLICIES else self.covers).select(record_id, field)
                return
        self.tabs.setCurrentIndex(REPORT)
        super().show_record(record_id, field)

    def show_kind(self, kind: str, field: str) -> None:
        self.tabs.setCurrentIndex({Policy.KIND: POLICIES, Cover.KIND: COVERS}.get(kind, REPORT))
        if kind == Claim.KIND:
            super().show_record("", field)

    def add_policy(self) -> None:
        """Make a new policy and put the cursor into its number."""
        self.tabs.setCurrentIndex(POLICIES)
        self.policies.add()

    def add_cover(self) -> None:
        """Make a new cover and put the cursor where it is chosen."""
        self.tabs.setCurrentIndex(COVERS)
        self.covers.add()

    def propose(self) -> None:
        """Put the keyboard where another value is proposed for a field of the office's."""
        if self._targets:
            self.side_wanted.emit()
            self.panel.fields.setFocus()

    def say(self) -> None:
        self.set_state(tr("What was reported, and the policy it concerns"))
        self.tabs.setTabText(REPORT, tr("As reported"))
        self.tabs.setTabText(POLICIES, tr("Policies ({count})", count=record_access.count(self.desk.case, Policy)))
        self.tabs.setTabText(COVERS, tr("Covers ({count})", count=record_access.count(self.desk.case, Cover)))
        self.tabs.setTabText(TIMES, tr("Times and departure"))
        writable = self.form.binder.writable
        claim = self.record()
        at = (claim.accident_lat, claim.accident_lon) if claim else (None, None)
        is_shown = self.position.show_position(*at, is_writable="accident_lat" in writable)
        self.form.offer_in_group("accident", is_shown)
        if claim is not None and claim.is_cancelled:
            self.note.say(
                tr(
                    "The office cancelled this claim on {when}: {reason} "
                    "What you found until then is kept and is still delivered.",
                    when=formats.instant(claim.flow_at),
                    reason=claim.flow_reason or formats.EMPTY,
                ),
                "bad",
            )
        elif "report_no" in writable or not writable or self.tabs.currentIndex() != REPORT:
            self.note.say("")
        else:
            self.note.say(
                tr(
                    "The office owns this data; you may correct the phone numbers, and propose other values for the rest."
                )
            )

    def _books(self) -> list[RecordBook[Policy] | RecordBook[Cover]]:
        return [book for book in (self._policies, self._covers) if book is not None]

    def _on_tab_changed(self, index: int) -> None:
        self.commit()
        if index == REPORT:
            self._pile.setCurrentWidget(self.area)
        elif index == TIMES:
            self.times.load()
            self._pile.setCurrentWidget(self.times)
        else:
            self._pile.setCurrentWidget(self.policies if index == POLICIES else self.covers)
        self._find_targets()
        self.say()

    def _find_targets(self) -> None:
        """Find the fields that are the office's, and write beside each what was proposed for it."""
        case, desk = self.desk.case, self.desk
        claim, tab = self.record(), self.tabs.currentIndex()
        found: list[Target] = []
        if tab == REPORT and claim is not None:
            found += _targets(desk, claim, "")
        for policy in record_access.list_all(case, Policy) if tab == POLICIES else ():
            found += _targets(desk, policy, policy_name(desk, policy))
        for cover in record_access.list_all(case, Cover) if tab == COVERS else ():
            found += _targets(desk, cover, cover_name(desk, cover))
        self._targets = found
        self.panel.show_targets(found)
        proposals = record_access.list_all(case, Proposal)
        if claim is not None:
            specs = {spec.name: spec for spec in SPECS[Claim.KIND]}
            said = {item.target_field or "": item for item in proposals if item.target_uid == claim.id}
            known = {name: item for name, item in said.items() if name in specs}
            self.form.say_beside_fields(
                {name: proposal_words(item, specs[name], desk.labels) for name, item in known.items()}
            )
        self.side_changed.emit()


def _targets(desk: Desk, record: Record, name: str) -> list[Target]:
    """Return the fields of a record's form that may not be written here because they are the office's."""
    asked = [field for group in desk.labels.places.form(record.KIND) for field in group.names]
    others = record_access.fields_of_others(desk.case, record.KIND, record.id, asked)
    specs = {spec.name: spec for spec in SPECS[record.KIND]}
    # References name records by ids that nobody types.
    return [Target(record, specs[field], name) for field in asked if field in others and not specs[field].target]
