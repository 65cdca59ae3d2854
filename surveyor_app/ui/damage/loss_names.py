"""What the subjects of losses are called: vehicles, items, injured people; and the columns of their lists."""

from __future__ import annotations

from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import line_amount
from surveyor_app.ui.base import formats
from surveyor_app.ui.damage.known_losses import KnownLosses
from surveyor_app.ui.forms import record_access
from surveyor_app.ui.forms.choice_editors import Options
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.translation import current_language, tr


class LossNames:
    """Names people, vehicles and items as they are known."""

    def __init__(self, known: KnownLosses, labels: Labels) -> None:
        self.known, self._labels = known, labels

    def subject_options(self) -> Options:
        """Return vehicles and items, for a choice of what was rescued, or is left of."""
        vehicles = [(vehicle.id, record_access.vehicle_name(vehicle)) for vehicle in self.known.vehicles.all()]
        return [*vehicles, *((item.id, self.item(item)) for item in self.known.items.all())]

    def person_options(self) -> Options:
        """Return the people of the case."""
        return [(person.id, person.name or formats.EMPTY) for person in self.known.people.all()]

    def vehicle_options(self) -> Options:
        """Return the vehicles of the case."""
        return [(vehicle.id, record_access.vehicle_name(vehicle)) for vehicle in self.known.vehicles.all()]

    def injury_options(self) -> Options:
        """Return the injured of the case."""
        return [(injury.id, self.injury(injury)) for injury in self.known.injuries.all()]

    def subject(self, id_: str | None) -> str:
        """Return the name of a vehicle or an item."""
        vehicle, item = self.known.vehicles.by_id.get(id_ or ""), self.known.items.by_id.get(id_ or "")
        if vehicle is not None:
            return record_access.vehicle_name(vehicle)
        return self.item(item) if item is not None else tr("Not named")

    def item(self, item: PropertyItem) -> str:
        """Return the name of an item."""
        return item.name or self.value("property_class", item.property_class) or tr("(no name yet)")

    def item_amount(self, item: PropertyItem) -> str:
        """Return what an item counts with."""
        return formats.money(line_amount(item))

    def injury(self, injury: Injury) -> str:
        """Return who was injured."""
        person = self.known.people.by_id.get(injury.person_uid or "")
        return (person.name or formats.EMPTY) if person is not None else tr("(nobody named yet)")

    def visit(self, visit: InjuryVisit) -> str:
        """Return when and what a visit was."""
        return f"{formats.instant(visit.visited_at)} {self.value('visit_kind', visit.visit_kind)}".strip()

    def fee(self, fee: Fee) -> str:
        """Return what a fee is for."""
        return self.value("fee_code", fee.code) or tr("(no item yet)")

    def rescue(self, cost: RescueCost) -> str:
        """Return what was done, and for what."""
        kind = self.value("rescue_kind", cost.rescue_kind) or tr("(no kind yet)")
        return f"{kind} · {self.subject(cost.subject_uid)}" if cost.subject_uid else kind

    def salvage(self, piece: Salvage) -> str:
        """Return what is left, and of what."""
        item = piece.item or tr("(no name yet)")
        return f"{item} · {self.subject(piece.subject_uid)}" if piece.subject_uid else item

    def value(self, enumeration: str, value: str | None) -> str:
        """Return a value of an enumeration in the window's language, empty for none."""
        return self._labels.value(enumeration, value, current_language()) if value else ""
