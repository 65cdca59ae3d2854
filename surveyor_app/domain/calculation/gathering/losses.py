"""What was lost, by victim and item of compulsory cover: vehicles, property, rescue cost, injured people (domain §8, §12.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss
from surveyor_app.domain.calculation.gathering.case_figures import INSURED, NO, CaseFigures, Wishes, sources
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.totals import LossGroup, kept_salvage, line_amount, subject_losses

MEDICAL = "medical"
RESCUE = "rescue_cost:"
"""How the source of rescue cost begins."""


def all_losses(found: CaseFigures, calculated: Mapping[str, Decimal], wishes: Wishes) -> Sequence[Loss]:
    """Return every loss; ``calculated`` are the amounts of fees that follow from a table of the region, by fee."""
    losses = [*_of_vehicles(found), *_of_items(found), *_of_rescue(found)]
    for injury in found.injuries:
        losses += _of_injury(found, injury, calculated, wishes)
    return losses


def counted_rescue(found: CaseFigures) -> Sequence[RescueCost]:
    """Return the rescue costs with an amount that were not said to be unnecessary (保险法 art. 57)."""
    return [cost for cost in found.rescue if cost.amount and cost.necessary != NO]


def subject_of(found: CaseFigures, cost: RescueCost) -> str | None:
    """Return what was saved: the vehicle or item that is named, or the insured vehicle where its cover is."""
    if cost.subject_uid is not None:
        return cost.subject_uid
    own = found.insured_vehicle
    return own.id if own is not None and cost.cover == "own_damage" else None


def rescue_cautions(found: CaseFigures) -> Iterable[Caution]:
    """Say which rescue costs were left out, and why."""
    for cost in found.rescue:
        if cost.amount and cost.necessary == NO:
            yield Caution("rescue_unnecessary", {"amount": f"{cost.amount:,.2f}"})
    if found.vehicles:
        for cost in counted_rescue(found):
            if subject_of(found, cost) is None:
                yield Caution("rescue_of_nothing", {"amount": f"{cost.amount:,.2f}"})


def owner_of(item: PropertyItem) -> str:
    """Return who lost an item, as the sheet names them."""
    return item.owner or item.name or item.id[-8:]


def fee_amount(fee: Fee, calculated: Mapping[str, Decimal]) -> Decimal | None:
    """Return what a fee is: as written down, else by the table of the region."""
    return fee.amount if fee.amount else calculated.get(fee.id)


def _of_vehicles(found: CaseFigures) -> Iterable[Loss]:
    known = {vehicle.id for vehicle in found.vehicles}
    marks: dict[str, list[str]] = {}
    for mark in found.marks:
        marks.setdefault(mark.vehicle_uid or "", []).append(f"damage_mark:{mark.id}")
    for loss in subject_losses(found.things):
        if loss.group is not LossGroup.VEHICLES or loss.subject not in known:
            continue
        pieces = [piece for piece in kept_salvage(found.things) if piece.subject_uid == loss.subject]
        amount = loss.amount - sum((piece.value or Decimal(0) for piece in pieces), Decimal(0))
        if amount > 0:
            from_ = marks.get(loss.subject, [f"vehicle:{loss.subject}"])
            source = ",".join([*from_, *(f"salvage:{piece.id}" for piece in pieces)])
            name = found.name(loss.subject)
            yield Loss(name, Item.PROPERTY, amount, name, source=source)


def _of_items(found: CaseFigures) -> Iterable[Loss]:
    for item in found.items:
        amount = line_amount(item)
        if amount is not None and amount > 0:
            yield _item_loss(found, item, amount, f"property_item:{item.id}")


def _item_loss(found: CaseFigures, item: PropertyItem, amount: Decimal, source: str) -> Loss:
    own = found.insured_vehicle
    not_by = (found.name(own.id),) if item.party == INSURED and own is not None else ()
    return Loss(owner_of(item), Item.PROPERTY, amount, None, not_by, source=source)


def _of_rescue(found: CaseFigures) -> Iterable[Loss]:
    vehicles = {vehicle.id for vehicle in found.vehicles}
    items: dict[str, PropertyItem] = {item.id: item for item in found.items}
    for cost in counted_rescue(found):
        subject, amount, source = subject_of(found, cost), cost.amount or Decimal(0), f"{RESCUE}{cost.id}"
        if subject in vehicles:
            name = found.name(subject)
            yield Loss(name, Item.PROPERTY, amount, name, source=source)
        elif subject in items:
            yield _item_loss(found, items[subject], amount, source)


def _of_injury(found: CaseFigures, injury: Injury, calculated: Mapping[str, Decimal], wishes: Wishes) -> Iterable[Loss]:
    vehicle = found.name(injury.vehicle_uid) if injury.vehicle_uid in found.names else None
    name = found.name(injury.person_uid)
    mine = [(fee, fee_amount(fee, calculated)) for fee in found.fees if fee.injury_uid == injury.id]
    urgent = _emergency(wishes, name)
    is_known = False
    for fee, amount in mine:
        if not amount:
            continue
        is_known = True
        item = Item.MEDICAL if found.limit_of(fee.code or "") == MEDICAL else Item.DEATH
        part = min(urgent, amount) if item is Item.MEDICAL else Decimal(0)
        urgent -= part
        source = sources("fee", [fee.id])
        if part:
            yield Loss(name, item, part, vehicle, is_emergency=True, source=source)
        if amount > part:
            yield Loss(name, item, amount - part, vehicle, source=source)
    if not is_known and injury.estimate:
        yield Loss(name, Item.MEDICAL, injury.estimate, vehicle, source=f"injury:{injury.id}")


def _emergency(wishes: Wishes, victim: str) -> Decimal:
    """Return how much of a victim's medical cost was rescue (抢救费用): no record says so."""
    given = wishes.figures.get(f"compulsory:{victim}", {}).get("emergency")
    return given.value if given is not None and isinstance(given.value, Decimal) else Decimal(0)
