"""The actual value (实际价值) of the insured vehicle: price when new, months used, kind and use (domain §12.4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import Wishes
from surveyor_app.domain.calculation.gathering.sheet_making import cover_sheet
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import reckon
from surveyor_app.domain.calculation.worksheets import CoverSheet, Worksheet
from surveyor_app.domain.claim.policies import Policy
from surveyor_app.domain.losses.vehicles import Vehicle

ACTUAL_VALUE = "actual_value"
RENTED, FREIGHT = "taxi_rental", "freight"
OWN_USE = frozenset({"private", "company", "government"})
_PLAIN, _OF_USE = "", {RENTED: "_rental"}
_CLASSES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "coach": ("coach", _OF_USE),
    "light_truck": ("lorry", {FREIGHT: "_commercial"}),
    "truck_trailer": ("lorry", {FREIGHT: "_commercial"}),
    "low_speed_truck": ("low_speed", {FREIGHT: "_commercial"}),
    "three_wheeler": ("low_speed", {FREIGHT: "_commercial"}),
}
"""By the kind of vehicle: the class of the table of monthly rates, and what of its use makes it another one."""


def actual_value_sheet(
    own: Vehicle, policy: Policy, packs: Sequence[RulePack], wishes: Wishes, on: date
) -> CoverSheet | None:
    """Return what the actual value is calculated from, ``None`` where the records do not say enough and nothing is by hand."""
    figures: dict[str, Given] = {}
    if policy.new_price is not None:
        figures["new_price"] = Given(policy.new_price, f"policy:{policy.id}")
    if own.first_registered is not None and own.first_registered <= on:
        figures["months"] = Given(Decimal(months(own.first_registered, on)), f"vehicle:{own.id}")
    if (kind := vehicle_class(own)) is not None:
        figures["vehicle_class"] = Given(kind, f"vehicle:{own.id}")
    if len(figures) < 3 and ACTUAL_VALUE not in wishes.figures:
        return None
    return cover_sheet(ACTUAL_VALUE, policy, "", figures, packs, wishes, on)


def value_of(sheet: CoverSheet, packs: Sequence[RulePack], on: date) -> Given | None:
    """Return what a sheet comes to as a figure of other covers, ``None`` where something is missing."""
    result = reckon(Worksheet(on, None, [sheet]), packs).parts[0].result
    if result is None:
        return None
    return Given(result.total, ",".join(dict.fromkeys(given.source for given in sheet.inputs.values())))


def vehicle_class(vehicle: Vehicle) -> str | None:
    """Return the class of the table of monthly rates, ``None`` where kind or use are not known."""
    kind, use = vehicle.vehicle_kind, vehicle.use_nature
    if kind is None or use is None:
        return None
    if kind == "car":
        return "car_private" if use in OWN_USE else "car_rental" if use == RENTED else "car_commercial"
    name, by_use = _CLASSES.get(kind, ("other", _OF_USE))
    return name + by_use.get(use, _PLAIN)


def months(since: date, on: date) -> int:
    """Return how many whole months a vehicle was used: one that is not whole does not count."""
    return (on.year - since.year) * 12 + on.month - since.month - (on.day < since.day)
