"""People (人员), vehicles (车辆) and witness records (证人记录) of the case, each entered once and referred to everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QStackedLayout, QTabBar, QWidget

from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.consents import Consent
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.ui.base import looks
from surveyor_app.ui.base.desk import Desk
from surveyor_app.ui.base.page import Page, Side
from surveyor_app.ui.base.place import Place
from surveyor_app.ui.base.slices import Slices
from surveyor_app.ui.forms import field_hints, record_access
from surveyor_app.ui.forms.record_book import BookTexts, RecordBook
from surveyor_app.ui.forms.record_table import Column
from surveyor_app.ui.people.consents_panel import ConsentsPanel
from surveyor_app.ui.people.merging import PeopleMerging
from surveyor_app.ui.people.witness_book import WitnessBook
from surveyor_app.wording.translation import current_language, mark, tr


class PeoplePage(Page):
    """Three books under one tab bar."""

    PLACE: ClassVar[Place] = Place(
        name="people",
        title=mark("People and vehicles"),
        icon="people",
        short=mark("People"),
        shows=(Person.KIND, Vehicle.KIND, Witness.KIND),
        follows=(Person.KIND, Vehicle.KIND, Witness.KIND, Consent.KIND, Statement.KIND),
        counted=(Person, Vehicle),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.people = RecordBook(
            desk,
            Person,
            (Column(mark("Name"), lambda person: person.name or "—"), Column(mark("Role"), self._roles)),
            BookTexts(
                mark("New person"),
                mark("Nobody here yet"),
                mark(
                    "Drivers, injured people and witnesses are entered once and then chosen in statements and vehicles."
                ),
            ),
            icon="people",
            focus="name",
            complete=_from_identity_card,
            parent=self,
        )
        self.vehicles = RecordBook(
            desk,
            Vehicle,
            (Column(mark("Vehicle"), record_access.vehicle_name), Column(mark("Party"), self._party)),
            BookTexts(
                mark("New vehicle"),
                mark("No vehicle here yet"),
                mark("Damage is entered for a vehicle; start with the insured one, then the others."),
            ),
            icon="vehicle",
            focus="plate_no",
            parent=self,
            references={"driver_uid": lambda: record_access.people_options(desk.case)},
            first_fields=self._first_vehicle,
            is_behind=True,
        )
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._witnesses: WitnessBook | None = None
        for _ in range(3):
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.merging = PeopleMerging(desk, self.people.list, self.people.commit, self)
        self.people.head.insertWidget(1, self.merging.button)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.people)
        self._pile.addWidget(self.vehicles)
        self.content.addWidget(self.tabs)
        self.content.addWidget(self.merging.note)
        self.content.addLayout(self._pile, 1)
        self.add_tab_keys(self.tabs)
        self.add_action(mark("New person"), "Ctrl+N", self.add_person)
        self.add_action(mark("New vehicle"), "Ctrl+Shift+N", self.add_vehicle)
        self.add_action(mark("New witness record"), "Ctrl+Alt+N", self.add_witness)
        self._side = Side()
        self._side_title = looks.label("heading")
        self.consents = ConsentsPanel(desk, self._side.body)
        self._side.body.setLayout(looks.column(self._side_title, self.consents, None, spacing=12, margin=14))
        self.people.current_changed.connect(self._on_person_changed)
        self.retranslate()
        self.people.load()
        self.merging.look()
        self._say()
        # Behind the other tab: there is time until somebody looks.
        self._slices = Slices(self)
        self._slices.add(self.vehicles.load)
        self._slices.add(lambda: self.witnesses.load())

    def retranslate(self) -> None:
        super().retranslate()
        self.tabs.setAccessibleName(tr("People and vehicles"))
        self._side_title.setText(tr("What the person agreed to"))
        self.consents.retranslate()
        self.merging.retranslate()
        self._say()

    def load(self) -> None:
        self.people.load()
        self.vehicles.load()
        if self._witnesses is not None:
            self._witnesses.load()
        self.merging.look()
        self._say()

    def apply(self, changes: Changes) -> None:
        self.people.apply(changes)
        self.vehicles.apply(changes)
        if self._witnesses is not None:
            self._witnesses.apply(changes)
        self.consents.apply(changes)
        if changes.touches(Person.KIND):
            self.merging.look()
        if changes.touches(Person.KIND, Vehicle.KIND, Witness.KIND):
            self._say()

    def commit(self) -> None:
        self.people.commit()
        self.vehicles.commit()
        if self._witnesses is not None:
            self._witnesses.commit()

    def show_record(self, record_id: str, field: str) -> None:
        books = self._books()
        tab = next((n for n, book in enumerate(books) if record_id and book.model.row_of(record_id) is not None), 0)
        self.tabs.setCurrentIndex(tab)
        books[tab].select(record_id, field)

    def show_kind(self, kind: str, field: str) -> None:
        tab = 1 if kind == Vehicle.KIND else 0
        self.tabs.setCurrentIndex(tab)
        self._books()[tab].select("", field)

    def inspector(self) -> QWidget | None:
        return self._side

    def has_details(self) -> bool:
        return self.tabs.currentIndex() == 0 and self.people.model.rowCount() > 0

    def add_person(self) -> None:
        """Make a new person and put the cursor into the name."""
        self.tabs.setCurrentIndex(0)
        self.people.add()

    def add_vehicle(self) -> None:
        """Make a new vehicle and put the cursor into the plate number."""
        self.tabs.setCurrentIndex(1)
        self.vehicles.add()

    def add_witness(self) -> None:
        """Make a new witness record and put the cursor into who it is."""
        self.tabs.setCurrentIndex(2)
        self.witnesses.add()

    @property
    def witnesses(self) -> WitnessBook:
        """The book of witness records; built when the page is shown already, or somebody wants it sooner."""
        if self._witnesses is None:
            self._witnesses = WitnessBook(self.desk, self)
            self._pile.addWidget(self._witnesses)
        return self._witnesses

    def _books(self) -> tuple[RecordBook[Person] | RecordBook[Vehicle] | RecordBook[Witness], ...]:
        return self.people, self.vehicles, self.witnesses

    def _say(self) -> None:
        people, vehicles = self.people.model.rowCount(), self.vehicles.model.rowCount()
        witnesses = len(record_access.list_all(self.desk.case, Witness))
        self.tabs.setTabText(0, tr("People ({count})", count=people))
        self.tabs.setTabText(1, tr("Vehicles ({count})", count=vehicles))
        self.tabs.setTabText(2, tr("Witnesses ({count})", count=witnesses))
        self.set_state(tr("Who and what was involved"))
        self.side_changed.emit()

    def _on_person_changed(self, person_id: str) -> None:
        self.consents.show_person(person_id or None)
        self.side_changed.emit()

    def _on_tab_changed(self, index: int) -> None:
        self.commit()
        self._pile.setCurrentWidget(self._books()[index])
        self.merging.show_note(index == 0)
        self.side_changed.emit()

    def _roles(self, person: Person) -> str:
        language = current_language()
        names = [self.desk.labels.value("person_role", role, language) for role in person.roles or ()]
        return language.joined(names)

    def _party(self, vehicle: Vehicle) -> str:
        return self.desk.labels.value("party", vehicle.category, current_language())

    def _first_vehicle(self) -> dict[str, object]:
        """The first vehicle is the insured's: plate and model come from the claim."""
        claim = record_access.first_claim(self.desk.case)
        if claim is None or self.vehicles.model.rowCount():
            return {}
        return {
            "category": "insured",
            "plate_no": claim.plate_no,
            "make_model": claim.make_model,
            "frame_no": claim.frame_no,
        }


def _from_identity_card(shown: Mapping[str, object], values: Mapping[str, object]) -> Mapping[str, object]:
    """Return what a valid number of an identity card says and nobody has filled in; nothing typed is ever replaced."""
    facts = field_hints.facts_of(shown) if {"id_type", "id_no"} & set(values) else None
    if facts is None:
        return {}
    return {name: getattr(facts, name) for name in ("birth", "sex") if shown.get(name) is None}
