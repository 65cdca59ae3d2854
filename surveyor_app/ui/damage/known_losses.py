"""All records that losses are made of, read once and then followed, for the whole page."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.ui.forms.known_records import KnownRecords


@dataclass(frozen=True, slots=True)
class LossesRead:
    """The lists as they were read at one time."""

    vehicles: list[Vehicle]
    marks: list[DamageMark]
    items: list[PropertyItem]
    injuries: list[Injury]
    fees: list[Fee]
    rescue: list[RescueCost]
    salvage: list[Salvage]
    people: list[Person]


class KnownLosses:
    """The lists of one case; people give the injured their names."""

    def __init__(self, case: CaseFile) -> None:
        self.vehicles = KnownRecords(case, Vehicle)
        self.marks = KnownRecords(case, DamageMark)
        self.items = KnownRecords(case, PropertyItem)
        self.injuries = KnownRecords(case, Injury)
        self.fees = KnownRecords(case, Fee)
        self.rescue = KnownRecords(case, RescueCost)
        self.salvage = KnownRecords(case, Salvage)
        self.people = KnownRecords(case, Person)
        self.is_read = False
        """All of it was read once; before that a list that is asked for is read by itself."""
        self._lists = (
            self.vehicles,
            self.marks,
            self.items,
            self.injuries,
            self.fees,
            self.rescue,
            self.salvage,
            self.people,
        )

    def fetch(self) -> LossesRead:
        """Read everything, for :meth:`take`. On any thread."""
        return LossesRead(
            vehicles=self.vehicles.fetch(),
            marks=self.marks.fetch(),
            items=self.items.fetch(),
            injuries=self.injuries.fetch(),
            fees=self.fees.fetch(),
            rescue=self.rescue.fetch(),
            salvage=self.salvage.fetch(),
            people=self.people.fetch(),
        )

    def take(self, read: LossesRead) -> None:
        """Know everything as it was read."""
        self.vehicles.take(read.vehicles)
        self.marks.take(read.marks)
        self.items.take(read.items)
        self.injuries.take(read.injuries)
        self.fees.take(read.fees)
        self.rescue.take(read.rescue)
        self.salvage.take(read.salvage)
        self.people.take(read.people)
        self.is_read = True

    def read(self) -> None:
        """Read everything again."""
        self.take(self.fetch())

    def apply(self, changes: Changes) -> bool:
        """Follow what an operation changed, and tell whether that concerns the losses."""
        return any([bool(known.apply(changes)) for known in self._lists])

    def losses(self) -> Losses:
        """Return the losses as they are known now."""
        return Losses(
            vehicles=self.vehicles.all(),
            marks=self.marks.all(),
            items=self.items.all(),
            injuries=self.injuries.all(),
            fees=self.fees.all(),
            rescue=self.rescue.all(),
            salvage=self.salvage.all(),
        )
