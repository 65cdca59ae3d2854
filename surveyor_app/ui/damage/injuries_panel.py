"""Injured people (人伤): who and how, each visit with its date, and the fees by compulsory sub-limit; one person at a time."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.totals import by_limit
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.facts import is_hurt
from surveyor_app.ui.base import formats, looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.damage.computed_amount import ComputedAmountEditor, fee_amount
from surveyor_app.ui.damage.loss_books import evidence_numbers
from surveyor_app.ui.damage.loss_names import LossNames
from surveyor_app.ui.damage.totals import TotalsBar
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.wording.findings.fee_sets import DEATH_DISABILITY, GENERAL, MEDICAL, load_fee_sets
from surveyor_app.wording.translation import mark, tr

INJURED, VISITS, FEES = range(3)
LIST_PX = 290
NOTHING = Decimal(0)
_EMPTY_VISITS = mark("Each visit or call is a line with its date: the first, then the follow-ups.")
_EMPTY_FEES = mark("One line a fee, with what the public insurance would recognise of it.")


class InjuriesPanel(QWidget):
    """Three books: the injured, and the visits and fees of the one chosen there."""

    record_wanted = Signal(str, str, str)
    """Please show the person, where position and severity stand: kind, id and field."""

    def __init__(self, desk: Desk, names: LossNames, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._names = desk, names
        self._fee_set = load_fee_sets(desk.resources)[GENERAL]
        self._sums: dict[str | None, Decimal] = {}
        self._read_fees()
        self.injured = self._injured_book()
        self.visits = self._visit_book()
        self.fees = self._fee_book()
        self.sums = TotalsBar([mark("Medical"), mark("Death, disability"), mark("Other"), mark("All fees")])
        self.person_button = looks.button("link", self._open_person, self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(3):
            self.tabs.addTab("")
        self._pile = QStackedLayout()
        for book in self._books():
            self._pile.addWidget(book)
        self.setLayout(
            looks.column(looks.row(self.tabs, None, self.person_button, spacing=12), self._pile, self.sums, spacing=8)
        )
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.injured.current_changed.connect(lambda _id: self._on_person_changed())
        self._on_tab_changed(INJURED)

    # ------------------------------------------------------------------------------ as the page asks

    def load(self) -> None:
        """Read all three books."""
        self._read_fees()
        for book in self._books():
            book.load()
        self._say()

    def apply(self, changes: Changes) -> None:
        """Follow what an operation changed."""
        if changes.touches(Fee.KIND):
            self._read_fees()
        for book in self._books():
            book.apply(changes)
        if changes.touches(Person.KIND, Fee.KIND):
            self.injured.model.touch_all()
        if changes.touches(Person.KIND, Injury.KIND, InjuryVisit.KIND, Fee.KIND):
            self._say()

    def commit(self) -> None:
        """Write what is being edited."""
        for book in self._books():
            book.commit()

    def retranslate(self) -> None:
        """Write the texts in the window's language."""
        self.tabs.setAccessibleName(tr("Injured people"))
        self._say()

    def add(self) -> None:
        """Make a record of the book shown."""
        self._books()[self.tabs.currentIndex()].add()

    def has(self, record_id: str) -> bool:
        """Tell whether a record is shown here."""
        return self._place_of(record_id) is not None

    def select(self, record_id: str, field: str = "") -> None:
        """Show a record of any of the three books, and the person it belongs to."""
        place = self._place_of(record_id)
        if place is None:
            self.injured.select("", field)
            return
        tab, injury_id = place
        if injury_id is not None:
            self.injured.select(injury_id)
        self.tabs.setCurrentIndex(tab)
        self._books()[tab].select(record_id, field)

    # ---------------------------------------------------------------------------------------- inside

    def _injured_book(self) -> RecordBook[Injury]:
        desk = self._desk
        return RecordBook(
            desk,
            Injury,
            (Column(mark("Injured"), self._names.injury), Column(mark("Fees"), self._fees_of, right=True)),
            BookTexts(
                mark("New injured person"),
                mark("Nobody injured here yet"),
                mark("Who was hurt, where they are treated, each visit to them and what it costs."),
            ),
            icon="people",
            focus="person_uid",
            list_width=LIST_PX,
            references={
                "person_uid": self._names.person_options,
                "vehicle_uid": self._names.vehicle_options,
            },
            first_fields=self._next_hurt,
            makers={"photos": evidence_numbers(desk)},
            parent=self,
        )

    def _visit_book(self) -> RecordBook[InjuryVisit]:
        return RecordBook(
            self._desk,
            InjuryVisit,
            (Column(mark("Visit"), self._names.visit),),
            BookTexts(mark("New visit"), mark("No visit here yet"), _EMPTY_VISITS),
            icon="people",
            focus="visit_kind",
            list_width=LIST_PX,
            references={"injury_uid": self._names.injury_options},
            first_fields=self._of_person,
            is_behind=True,
            makers={"media": evidence_numbers(self._desk)},
            accepts=lambda visit: visit.injury_uid == self.injury_id,
            parent=self,
        )

    def _fee_book(self) -> RecordBook[Fee]:
        return RecordBook(
            self._desk,
            Fee,
            (
                Column(mark("Item"), self._names.fee),
                Column(mark("Amount"), lambda fee: formats.money(fee.amount), right=True),
            ),
            BookTexts(mark("New fee"), mark("No fee here yet"), _EMPTY_FEES),
            icon="damage",
            focus="code",
            list_width=LIST_PX,
            references={"injury_uid": self._names.injury_options},
            first_fields=self._of_person,
            is_behind=True,
            makers={
                "receipts": evidence_numbers(self._desk),
                "amount": partial(ComputedAmountEditor, compute=fee_amount),
            },
            accepts=lambda fee: fee.injury_uid == self.injury_id,
            parent=self,
        )

    @property
    def injury_id(self) -> str | None:
        """The injury that is chosen."""
        return self.injured.list.current_id() or None

    def _books(self) -> tuple[RecordBook[Injury], RecordBook[InjuryVisit], RecordBook[Fee]]:
        return self.injured, self.visits, self.fees

    def _place_of(self, record_id: str) -> tuple[int, str | None] | None:
        """Return the tab of a record and the injury it belongs to, ``None`` for what is none of these."""
        if not record_id:
            return None
        if self.injured.model.row_of(record_id) is not None:
            return INJURED, record_id
        for tab, kind in ((VISITS, InjuryVisit), (FEES, Fee)):
            found = record_access.get(self._desk.case, kind, record_id)
            if found is not None:
                injury_uid: str | None = getattr(found, "injury_uid", None)
                return tab, injury_uid
        return None

    def _of_person(self) -> dict[str, object]:
        return {"injury_uid": self.injury_id} if self.injury_id else {}

    def _next_hurt(self) -> dict[str, object]:
        """Start with the next person who was hurt and has no injury on record yet."""
        known = self._names.known
        named = {injury.person_uid for injury in known.injuries.all()}
        person = next((person for person in known.people.all() if is_hurt(person) and person.id not in named), None)
        return {"person_uid": person.id} if person is not None else {}

    def _fees_of(self, injury: Injury) -> str:
        return formats.money(self._sums.get(injury.id))

    def _read_fees(self) -> None:
        self._sums = {}
        for fee in self._names.known.fees.all():
            self._sums[fee.injury_uid] = self._sums.get(fee.injury_uid, NOTHING) + (fee.amount or NOTHING)

    def _open_person(self) -> None:
        current = self.injured.model.record_at(self.injured.list.currentIndex().row())
        if current is not None and current.person_uid is not None:
            self.record_wanted.emit(Person.KIND, current.person_uid, "severity")

    def _on_person_changed(self) -> None:
        self.visits.load()
        self.fees.load()
        self._say()

    def _on_tab_changed(self, tab: int) -> None:
        self.commit()
        self._pile.setCurrentIndex(tab)
        self.sums.setVisible(tab == FEES)
        self._say()

    def _say(self) -> None:
        visits, fees = self.visits.model.rowCount(), self.fees.model.rowCount()
        self.tabs.setTabText(INJURED, tr("Injured ({count})", count=self.injured.model.rowCount()))
        self.tabs.setTabText(VISITS, tr("Visits ({count})", count=visits))
        self.tabs.setTabText(FEES, tr("Fees ({count})", count=fees))
        for tab in (VISITS, FEES):
            self.tabs.setTabEnabled(tab, self.injury_id is not None)
        current = self.injured.model.record_at(self.injured.list.currentIndex().row())
        self.person_button.setVisible(current is not None and current.person_uid is not None)
        if current is not None:
            looks.face(self.person_button, tr("{name}: position, severity", name=self._names.injury(current)), "person")
        listed = [fee for row in range(fees) if (fee := self.fees.model.record_at(row)) is not None]
        sums = by_limit(listed, self._fee_set.limit_of)
        limits = [sums.get(limit, NOTHING) for limit in (MEDICAL, DEATH_DISABILITY, None)]
        self.sums.show_amounts([*limits, sum(limits, NOTHING)])
