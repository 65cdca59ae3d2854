"""Vehicles (车辆) of the case and the damage marks (车辆痕迹) on them: domain §3.1, §3.2, §8.1."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from surveyor_app.domain.journal.fields import boolean, day, decimal, enum, integer, money, multi, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Vehicle(Record):
    """The insured's vehicle or another one."""

    KIND: ClassVar[str] = "vehicle"

    category: str | None = enum("party")
    plate_no: str | None = text(10)
    plate_color: str | None = enum("plate_color")
    make_model: str | None = text(60)
    frame_no: str | None = text(17)
    engine_no: str | None = text(30)
    mileage: int | None = integer("km")
    first_registered: date | None = day()
    use_nature: str | None = enum("use_nature")
    owner: str | None = text(60)
    insurer: str | None = text(60)
    driver_uid: str | None = ref("person")
    body_color: str | None = text(20)
    plate_kind: str | None = enum("plate_kind")
    vin: str | None = text(17)
    vehicle_kind: str | None = enum("vehicle_kind")
    model_name: str | None = text(60)
    years_used: int | None = integer()
    manoeuvre: str | None = enum("manoeuvre")
    # Of another vehicle: whether it is insured, and the paper that says so (domain §1.3).
    insured: str | None = enum("tri")
    certificate_no: str | None = text(30)
    has_loss: bool | None = boolean()
    loss_parts: tuple[str, ...] | None = multi("damage_area")
    estimate: Decimal | None = money()
    liability: str | None = enum("liability")
    ratio: Decimal | None = decimal(2, "%")
    assessment_method: str | None = enum("assessment_method")
    assessment_place: str | None = enum("assessment_place")


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageMark(Record):
    """One damaged part of a vehicle, as found and as estimated; ``photos`` are ids of evidence."""

    KIND: ClassVar[str] = "damage_mark"

    rank: str | None = text(60)
    vehicle_uid: str | None = ref("vehicle")
    areas: tuple[str, ...] | None = multi("damage_area")
    level: tuple[str, ...] | None = multi("damage_level")
    height_min_cm: Decimal | None = decimal(1, "cm")
    height_max_cm: Decimal | None = decimal(1, "cm")
    pdof: int | None = integer()
    type: tuple[str, ...] | None = multi("mark_type")
    severity: int | None = integer()
    age: str | None = enum("mark_age")
    induced: bool | None = boolean()
    part_id: str | None = text(60)
    part_text: str | None = text(60)
    action: str | None = enum("damage_action")
    part_price: Decimal | None = money()
    labour: Decimal | None = money()
    paint: Decimal | None = money()
    salvage: Decimal | None = money()
    photos: tuple[str, ...] | None = multi()
    label_no: str | None = text(12)
    length_cm: Decimal | None = decimal(1, "cm")
    depth_cm: Decimal | None = decimal(1, "cm")
    # The mark on the other vehicle or object that fits this one.
    matches_mark: str | None = ref("damage_mark")

    @property
    def net(self) -> Decimal:
        """Part, labour and paint less salvage (domain §8.1: vehicle total = Σ items − salvage)."""
        zero = Decimal(0)
        return (self.part_price or zero) + (self.labour or zero) + (self.paint or zero) - (self.salvage or zero)
