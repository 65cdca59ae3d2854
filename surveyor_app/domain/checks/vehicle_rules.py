"""Rules of vehicles and of who drove them (domain §4: V20 … V49, V80, V82)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.vins import is_valid_vin

PLATE_LENGTHS = range(5, 11)
WHOLE = Decimal(100)


def _vehicle_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """V20 is a rule of motor claims: in a case of property nobody has to find a vehicle."""
    if not contents.vehicles and contents.is_motor:
        yield Finding(check, "", check.field)


def _plate_length(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for number, vehicle in enumerate(contents.vehicles, start=1):
        if vehicle.plate_no and len(vehicle.plate_no) not in PLATE_LENGTHS:
            yield Finding(check, vehicle.id, check.field, {"n": str(number)})


def _vehicle_kind(check: Check, contents: CaseContents) -> Iterator[Finding]:
    known = contents.tables.enum_values.get("vehicle_kind")
    for number, vehicle in enumerate(contents.vehicles, start=1):
        if not vehicle.vehicle_kind or (known is not None and vehicle.vehicle_kind not in known):
            yield Finding(check, vehicle.id, check.field, {"n": str(number)})


def _loss_parts(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """A vehicle of which somebody said that it has no loss has no damaged areas either."""
    for number, vehicle in enumerate(contents.vehicles, start=1):
        if vehicle.has_loss is not False and not vehicle.loss_parts:
            yield Finding(check, vehicle.id, check.field, {"n": str(number)})


def _driver_blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name a field that the driver of a vehicle lacks; where nobody is named, the driver of the vehicle is what is missing."""
    for number, vehicle in enumerate(contents.vehicles, start=1):
        yield from _lacking(check, contents, vehicle, {"n": str(number)})


def _insured_driver_blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """The same for the insured's vehicle alone; a trailer has no driver of its own."""
    for vehicle in contents.facts.insured_vehicles:
        if vehicle.vehicle_kind != "trailer":
            yield from _lacking(check, contents, vehicle, {})


def _lacking(check: Check, contents: CaseContents, vehicle: Vehicle, data: Mapping[str, str]) -> Iterator[Finding]:
    driver = contents.driver_of(vehicle)
    if driver is None:
        yield Finding(check, vehicle.id, "driver_uid", dict(data), Vehicle.KIND)
    elif getattr(driver, check.field or "") in (None, "", ()):
        yield Finding(check, driver.id, check.field, dict(data), Person.KIND)


def _insured_vehicle_blank(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for number, vehicle in enumerate(contents.facts.insured_vehicles, start=1):
        if getattr(vehicle, check.field or "") in (None, "", ()):
            yield Finding(check, vehicle.id, check.field, {"n": str(number)})


def _third_insurer(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Of another vehicle it is said whether it is insured, and if so with whom."""
    for number, vehicle in enumerate(contents.facts.third_vehicles, start=1):
        if vehicle.insured is None:
            yield Finding(check, vehicle.id, "insured", {"n": str(number)})
        elif vehicle.insured == "yes" and not vehicle.insurer:
            yield Finding(check, vehicle.id, "insurer", {"n": str(number)})


def _twice(value: Callable[[Vehicle], object], name: str, shown: Callable[[Vehicle], str | None]) -> Rule:
    def findings(check: Check, contents: CaseContents) -> Iterator[Finding]:
        seen: set[object] = set()
        for vehicle in contents.vehicles:
            key = value(vehicle)
            if key in seen and key is not None:
                yield Finding(check, vehicle.id, check.field, {name: shown(vehicle) or ""})
            seen.add(key)

    return findings


def _same_licence(check: Check, contents: CaseContents) -> Iterator[Finding]:
    seen: set[str] = set()
    for person in contents.people:
        if person.licence_no and person.licence_no in seen:
            yield Finding(check, person.id, check.field, {"no": person.licence_no})
        seen.add(person.licence_no or "")


def _vin(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for vehicle in contents.vehicles:
        for name in ("frame_no", "vin"):
            number: str | None = getattr(vehicle, name)
            if number and not is_valid_vin(number) and not (name == "vin" and number == vehicle.frame_no):
                yield Finding(check, vehicle.id, name)


def _ratios(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name the visit once every party's share is known and they are not a whole; a trailer shares its tractor's."""
    parties = [vehicle for vehicle in contents.vehicles if vehicle.vehicle_kind != "trailer"]
    ratios = [vehicle.ratio for vehicle in parties]
    known = [ratio for ratio in ratios if ratio is not None]
    if len(parties) > 1 and len(known) == len(parties) and sum(known, Decimal(0)) != WHOLE:
        yield Finding(check, parties[0].id, check.field)


VEHICLE_RULES: Mapping[str, Rule] = {
    "vehicle_missing": _vehicle_missing,
    "plate_length": _plate_length,
    "vehicle_kind": _vehicle_kind,
    "loss_parts": _loss_parts,
    "driver_blank": _driver_blank,
    "insured_driver_blank": _insured_driver_blank,
    "insured_vehicle_blank": _insured_vehicle_blank,
    "third_insurer": _third_insurer,
    "same_plate": _twice(
        lambda vehicle: (vehicle.plate_no, vehicle.plate_kind) if vehicle.plate_no else None,
        "plate",
        lambda vehicle: vehicle.plate_no,
    ),
    "same_vin": _twice(lambda vehicle: vehicle.vin or None, "vin", lambda vehicle: vehicle.vin),
    "same_frame_number": _twice(lambda vehicle: vehicle.frame_no or None, "no", lambda vehicle: vehicle.frame_no),
    "same_licence": _same_licence,
    "vin": _vin,
    "ratios": _ratios,
}
