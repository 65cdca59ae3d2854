"""All records that losses are made of, read once and then followed, for the whole page."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.ui.forms.known_records import KnownRecords


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

    def read(self) -> None:
        """Read everything again."""
        for known in self._lists:
            known.read()

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
