"""What the losses of a case come to: per subject, per cover and overall (domain §8.1, §8.3, §12.7).

What is counted is what was written down line by line. Where a subject has no lines, its estimate stands in and is said to be one.
Salvage of a line is deducted in the line. What the list of salvage says is kept by the insured is deducted where the lines of
that subject say nothing of salvage: the same thing is never deducted twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle

CENT = Decimal("0.01")
KEPT_BY_INSURED = "to_insured"


class LossGroup(Enum):
    """What kind of loss; the value is the kind of the records."""

    VEHICLES = "damage_mark"
    PROPERTY = "property_item"
    INJURIES = "injury"
    RESCUE = "rescue_cost"
    SALVAGE = "salvage"


@dataclass(frozen=True, slots=True)
class Losses:
    """The records that losses are made of, in their order, withdrawn ones left out."""

    vehicles: Sequence[Vehicle] = ()
    marks: Sequence[DamageMark] = ()
    items: Sequence[PropertyItem] = ()
    injuries: Sequence[Injury] = ()
    fees: Sequence[Fee] = ()
    rescue: Sequence[RescueCost] = ()
    salvage: Sequence[Salvage] = ()


@dataclass(frozen=True, slots=True)
class SubjectLoss:
    """The loss of one vehicle, item or injured person, or one rescue cost or piece of salvage; the last is below zero."""

    group: LossGroup
    subject: str | None
    cover: str | None
    amount: Decimal
    is_estimate: bool = False


def line_amount(item: PropertyItem) -> Decimal | None:
    """Return what an item counts with: what is written down, else what follows from its figures."""
    if item.amount is not None:
        return item.amount
    computed = item.computed_amount
    return None if computed is None else rounded(computed)


def rounded(amount: Decimal) -> Decimal:
    """Return an amount to the cent, halves away from zero."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def subject_losses(losses: Losses) -> list[SubjectLoss]:
    """Return the losses in the order of the groups, one a subject."""
    return [
        *_of_vehicles(losses),
        *_of_items(losses),
        *_of_injuries(losses),
        *(
            SubjectLoss(LossGroup.RESCUE, cost.id, cost.cover, cost.amount)
            for cost in losses.rescue
            if cost.amount is not None
        ),
        *_of_salvage(losses),
    ]


def by_group(found: Iterable[SubjectLoss]) -> Mapping[LossGroup, Decimal]:
    """Return the sum of each group, 0 for one without losses."""
    sums = dict.fromkeys(LossGroup, Decimal(0))
    for loss in found:
        sums[loss.group] += loss.amount
    return sums


def by_cover(found: Iterable[SubjectLoss]) -> Mapping[str | None, Decimal]:
    """Return the sum of each cover that is named, ``None`` for what names none."""
    sums: dict[str | None, Decimal] = {}
    for loss in found:
        sums[loss.cover] = sums.get(loss.cover, Decimal(0)) + loss.amount
    return sums


def overall(found: Iterable[SubjectLoss]) -> Decimal:
    """Return what all losses come to."""
    return sum((loss.amount for loss in found), Decimal(0))


def by_limit(fees: Iterable[Fee], limit_of: Callable[[str], str | None]) -> Mapping[str | None, Decimal]:
    """Return the sum of fees by compulsory sub-limit, ``None`` for those of no list or without a code."""
    sums: dict[str | None, Decimal] = {}
    for fee in fees:
        if fee.amount is not None:
            limit = limit_of(fee.code) if fee.code else None
            sums[limit] = sums.get(limit, Decimal(0)) + fee.amount
    return sums


def _of_vehicles(losses: Losses) -> Iterable[SubjectLoss]:
    sums: dict[str | None, Decimal] = {}
    for mark in losses.marks:
        sums[mark.vehicle_uid] = sums.get(mark.vehicle_uid, Decimal(0)) + mark.net
    for vehicle in losses.vehicles:
        if vehicle.id in sums:
            yield SubjectLoss(LossGroup.VEHICLES, vehicle.id, None, sums.pop(vehicle.id))
        elif vehicle.estimate is not None:
            yield SubjectLoss(LossGroup.VEHICLES, vehicle.id, None, vehicle.estimate, is_estimate=True)
    for subject, amount in sums.items():  # marks of no vehicle, or of one that was withdrawn
        yield SubjectLoss(LossGroup.VEHICLES, subject, None, amount)


def _of_items(losses: Losses) -> Iterable[SubjectLoss]:
    for item in losses.items:
        amount = line_amount(item)
        if amount is not None:
            yield SubjectLoss(LossGroup.PROPERTY, item.id, item.cover, amount)


def _of_injuries(losses: Losses) -> Iterable[SubjectLoss]:
    sums: dict[str | None, Decimal] = {}
    for fee in losses.fees:
        if fee.amount is not None:
            sums[fee.injury_uid] = sums.get(fee.injury_uid, Decimal(0)) + fee.amount
    for injury in losses.injuries:
        if injury.id in sums:
            yield SubjectLoss(LossGroup.INJURIES, injury.id, injury.cover, sums.pop(injury.id))
        elif injury.estimate is not None:
            yield SubjectLoss(LossGroup.INJURIES, injury.id, injury.cover, injury.estimate, is_estimate=True)
    for subject, amount in sums.items():
        yield SubjectLoss(LossGroup.INJURIES, subject, None, amount)


def kept_salvage(losses: Losses) -> Sequence[Salvage]:
    """Return the salvage that the insured keeps and no line has deducted yet."""
    deducted = {mark.vehicle_uid for mark in losses.marks if mark.salvage}
    deducted |= {item.id for item in losses.items if item.salvage}
    return [
        piece
        for piece in losses.salvage
        if piece.disposal == KEPT_BY_INSURED
        and piece.value
        and (piece.subject_uid is None or piece.subject_uid not in deducted)
    ]


def _of_salvage(losses: Losses) -> Iterable[SubjectLoss]:
    covers: dict[str | None, str | None] = {item.id: item.cover for item in losses.items}
    for piece in kept_salvage(losses):
        amount = -(piece.value or Decimal(0))
        yield SubjectLoss(LossGroup.SALVAGE, piece.id, covers.get(piece.subject_uid), amount)
