"""Vehicles and losses as compulsory cover sees them, and who may pay for what (domain §12.2 step 1).

An order that never matters: vehicles and victims are taken by their names, however they were given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.packs import CompulsoryRules, Limits


class Item(StrEnum):
    """What has a limit of its own."""

    DEATH = "death"
    MEDICAL = "medical"
    PROPERTY = "property"


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A vehicle of the accident. ``advance_only``: unlicensed, drunk, stolen or intentional, only rescue is advanced (art. 22).

    ``towed_by``: the tractor of a trailer.
    """

    id: str
    at_fault: bool
    insured: bool = True
    advance_only: bool = False
    towed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Loss:
    """A loss of one victim. ``vehicle``: the one that was damaged, or in which the victim sat; none for what was outside.

    ``not_by``: vehicles whose insured the victim is. ``is_emergency``: rescue of the injured (抢救费用).
    """

    victim: str
    item: Item
    amount: Decimal
    vehicle: str | None = None
    not_by: tuple[str, ...] = ()
    is_emergency: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True)
class Payer:
    """The insurer of a vehicle, or of tractor and trailer together: ``sets`` says how many times it has the limits."""

    id: str
    at_fault: bool
    insured: bool
    advance_only: bool
    sets: int = 1


@dataclass(frozen=True, slots=True)
class Accident:
    """Who was in it, by name, and under which name a trailer counts."""

    payers: Sequence[Payer]
    units: Mapping[str, str]
    rules: CompulsoryRules
    trailers_without: tuple[str, ...] = ()

    @property
    def has_fault(self) -> bool:
        """Tell whether any vehicle was at fault, insured or not."""
        return any(payer.at_fault for payer in self.payers)

    def unit(self, vehicle: str | None) -> str | None:
        """Return under which name a vehicle counts: a trailer under its tractor's."""
        return None if vehicle is None else self.units.get(vehicle, vehicle)

    def limit(self, payer: Payer, item: Item) -> Decimal:
        """Return the limit of one set of a payer."""
        return limit_of(self.rules.limits if payer.at_fault else self.rules.no_fault, item)

    def eligible(self, loss: Loss) -> tuple[Payer, ...]:
        """Return who may pay for a loss, by name; proxy payment is apart."""
        shut_out = {self.unit(loss.vehicle), *(self.unit(vehicle) for vehicle in loss.not_by)}
        return tuple(
            payer
            for payer in self.payers
            if payer.insured
            and payer.id not in shut_out
            and self._pays(payer, loss)
            and self.limit(payer, loss.item) > 0
        )

    def _pays(self, payer: Payer, loss: Loss) -> bool:
        if payer.advance_only:
            return loss.item is Item.MEDICAL and loss.is_emergency
        if loss.item is not Item.PROPERTY or payer.at_fault:
            return True
        if loss.vehicle is not None:
            return False
        return self.rules.no_fault_pays_roadside or not self.has_fault


def limit_of(limits: Limits, item: Item) -> Decimal:
    """Return the limit of an item."""
    return {Item.DEATH: limits.death, Item.MEDICAL: limits.medical, Item.PROPERTY: limits.property}[item]


def accident(vehicles: Iterable[Vehicle], rules: CompulsoryRules, accident_on: date) -> Accident:
    """Return the vehicles as payers. A trailer is part of its tractor; its limits count only before they were abolished.

    Raises:
        FigureMissing: a vehicle is named twice, or a tractor is not there.
    """
    known = {vehicle.id: vehicle for vehicle in sorted(vehicles, key=lambda vehicle: vehicle.id)}
    units, sets, without = {}, dict.fromkeys(known, 1), []
    adds = rules.trailers_add_before is not None and accident_on < rules.trailers_add_before
    for vehicle in known.values():
        if vehicle.towed_by is None:
            continue
        tractor = known.get(vehicle.towed_by)
        if tractor is None or tractor.towed_by is not None:
            raise FigureMissing(pack="–", field=vehicle.id, reason="its tractor is missing")
        units[vehicle.id] = tractor.id
        if adds and vehicle.insured:
            sets[tractor.id] += 1
        else:
            without.append(vehicle.id)
    payers = [
        Payer(vehicle.id, vehicle.at_fault, vehicle.insured, vehicle.advance_only, sets[vehicle.id])
        for vehicle in known.values()
        if vehicle.towed_by is None
    ]
    return Accident(payers, units, rules, tuple(without))
