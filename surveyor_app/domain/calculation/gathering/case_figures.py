"""The records that a calculation is made from, and what somebody wants beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.totals import Losses
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person

BY_HAND = "by_hand"
"""Source of a figure that somebody put in; why may follow behind a colon."""
TOWING = frozenset({"tractor_unit", "truck", "truck_trailer", "light_truck"})
INSURED, NO, YES = "insured", "no", "yes"


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """The records that a calculation is made from, withdrawn ones left out; ``names`` of vehicles and people by id.

    ``limit_of`` tells the compulsory item of a fee's code; ``answers`` are the checks of the record form by their ids.
    """

    claim: Claim | None
    task: Task | None
    vehicles: Sequence[Vehicle]
    marks: Sequence[DamageMark]
    items: Sequence[PropertyItem]
    injuries: Sequence[Injury]
    fees: Sequence[Fee]
    rescue: Sequence[RescueCost]
    policies: Sequence[Policy]
    covers: Sequence[Cover]
    liabilities: Sequence[Liability]
    names: Mapping[str, str]
    limit_of: Callable[[str], str | None]
    salvage: Sequence[Salvage] = ()
    people: Sequence[Person] = ()
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def accident_on(self) -> date | None:
        """Return the local day of the accident."""
        at = self.claim.accident_at if self.claim else None
        return None if at is None else at.local.date()

    @property
    def insured_vehicle(self) -> Vehicle | None:
        """Return the vehicle that is insured here; of tractor and trailer the tractor."""
        mine = [vehicle for vehicle in self.vehicles if vehicle.category == INSURED]
        return next((vehicle for vehicle in mine if not is_trailer(vehicle)), mine[0] if mine else None)

    def tractor_of(self, trailer: Vehicle) -> Vehicle | None:
        """Return the vehicle that towed a trailer: the only one of its side that can; ``None`` where the records do not say."""
        side = [
            vehicle for vehicle in self.vehicles if vehicle.category == trailer.category and not is_trailer(vehicle)
        ]
        if trailer.category != INSURED:
            side = [vehicle for vehicle in side if vehicle.vehicle_kind in TOWING]
        return side[0] if is_trailer(trailer) and len(side) == 1 else None

    @property
    def things(self) -> Losses:
        """Return what was damaged and what is left of it."""
        return Losses(vehicles=self.vehicles, marks=self.marks, items=self.items, salvage=self.salvage)

    def name(self, record_id: str | None) -> str:
        """Return what a record is called on the sheet."""
        return self.names.get(record_id or "") or (record_id or "–")[-8:]

    def is_answered(self, check_id: str, answer: str) -> bool:
        """Tell whether a check of the record form was answered so."""
        return self.answers.get(check_id) == answer


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is not in the records: packs by cover, figures by cover, whether each wants to pay its own, settings.

    Figures under ``cover:subject`` are of that subject alone.
    """

    packs: Mapping[str, str] = field(default_factory=dict)
    figures: Mapping[str, Mapping[str, Given]] = field(default_factory=dict)
    self_pay_agreed: bool = False
    no_fault_pays_roadside: bool | None = None
    ratios: Mapping[str, Decimal] = field(default_factory=dict)

    def of(self, cover: str, subject: str) -> Mapping[str, Given]:
        """Return the figures of a cover, with those of one subject of it."""
        return {**self.figures.get(cover, {}), **self.figures.get(f"{cover}:{subject}", {})}

    def yes_or_no(self, cover: str, name: str) -> bool | None:
        """Return what was decided by hand, ``None`` where nothing was."""
        given = self.figures.get(cover, {}).get(name)
        return given.value if given is not None and isinstance(given.value, bool) else None


def is_trailer(vehicle: Vehicle) -> bool:
    """Tell whether a vehicle is towed: by its kind, or by its plate (挂)."""
    return vehicle.vehicle_kind == "trailer" or (vehicle.plate_no or "").endswith("挂")


def put_by_hand(value: Decimal | str | bool | Sequence[Decimal] | Sequence[str], reason: str = "") -> Given:
    """Return a figure that somebody puts in, and why."""
    told = " ".join(reason.split())
    return Given(value, f"{BY_HAND}:{told}" if told else BY_HAND)


def reason_by_hand(source: str) -> str | None:
    """Return why a figure was put in by hand, empty where nobody said; ``None`` where it was not."""
    name, _, reason = source.partition(":")
    return reason if name == BY_HAND else None


def replaced(recorded: Mapping[str, Given], wished: Mapping[str, Given]) -> dict[str, Given]:
    """Return the figures of the records with those by hand in their place, which then say what they replace."""
    return {**recorded, **{name: replace(given, instead=recorded.get(name)) for name, given in wished.items()}}


def sources(kind: str, ids: Sequence[str]) -> str:
    """Return records of one kind as a figure names them."""
    return ",".join(f"{kind}:{record_id}" for record_id in ids)
