"""Who is at fault and how much, and whose compulsory cover pays, as far as the records say (domain §12.2, §12.3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import (
    BY_HAND,
    INSURED,
    NO,
    YES,
    CaseFigures,
    Wishes,
    put_by_hand,
    reason_by_hand,
)
from surveyor_app.domain.calculation.liabilities import that_count
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.losses.vehicles import Vehicle

COMPULSORY, EMERGENCY = "compulsory", "emergency"
DECIDED = ("insured", "advance_only")
"""What of compulsory cover may be decided by hand."""
_NO_FAULT = frozenset({"none"})
INTENTIONAL, THEFT = "intentional", "theft"


class Liable:
    """What the records say of the vehicles; a share that was wished comes before them."""

    def __init__(self, found: CaseFigures, wishes: Wishes) -> None:
        self._found = found
        self._wishes = wishes
        self._shares = {item.party_uid: item for item in that_count(found.liabilities)}

    def is_at_fault(self, vehicle: Vehicle) -> bool:
        """Tell whether a vehicle is at fault as compulsory cover asks it."""
        share = self.ratio(vehicle)
        task = self._found.task
        if vehicle.category == INSURED and task is not None and task.ctpl_fault is not None:
            return task.ctpl_fault == "at_fault"
        if share is not None:
            return share[0] > 0
        return vehicle.liability not in _NO_FAULT

    def ratio(self, vehicle: Vehicle) -> tuple[Decimal, str] | None:
        """Return a vehicle's share and what it is from."""
        wished = self._wishes.ratios.get(self._found.name(vehicle.id))
        if wished is not None:
            return wished, BY_HAND
        share = self._shares.get(vehicle.id)
        if share is not None and share.share is not None:
            return share.share, f"liability:{share.id}"
        task = self._found.task
        if vehicle.category == INSURED and task is not None and task.liability_ratio is not None:
            return task.liability_ratio, f"task:{task.id}"
        return None if vehicle.ratio is None else (vehicle.ratio, f"vehicle:{vehicle.id}")

    def grade(self, vehicle: Vehicle) -> tuple[str, str] | None:
        """Return a vehicle's grade and what it is from."""
        share = self._shares.get(vehicle.id)
        task = self._found.task
        if share is not None and share.grade:
            return share.grade, f"liability:{share.id}"
        if vehicle.category == INSURED and task is not None and task.liability:
            return task.liability, f"task:{task.id}"
        return (vehicle.liability, f"vehicle:{vehicle.id}") if vehicle.liability else None


def without_compulsory(found: CaseFigures, wishes: Wishes, own: Vehicle, on: date) -> Caution | None:
    """Return why the insured vehicle has no compulsory cover; ``None`` where it has, or no policy at all is recorded."""
    wished = wishes.yes_or_no(COMPULSORY, "insured")
    if wished is not None:
        return None if wished else Caution("no_compulsory_cover")
    if own.insured == NO:
        return Caution("no_compulsory_cover")
    mine = [
        policy for policy in found.policies if policy.line == COMPULSORY and policy.plate_no in (None, own.plate_no)
    ]
    if not mine:
        return Caution("no_compulsory_cover") if found.policies and own.insured != YES else None
    is_valid = any(
        (policy.period_from is None or policy.period_from <= on)
        and (policy.period_to is None or on <= policy.period_to)
        for policy in mine
    )
    return None if is_valid else Caution("compulsory_lapsed")


def advances_only(found: CaseFigures, wishes: Wishes) -> bool:
    """Tell whether compulsory cover of the insured vehicle only advances rescue of the injured (条例 art. 22)."""
    wished = wishes.yes_or_no(COMPULSORY, "advance_only")
    if wished is not None:
        return wished
    return (
        found.is_answered("chk_licence_valid", NO)
        or found.is_answered("chk_drink_driving", YES)
        or (found.task is not None and found.task.exemption_reason == INTENTIONAL)
        or is_stolen(found)
    )


def compulsory_by_hand(wishes: Wishes) -> Iterable[Caution]:
    """Say what of compulsory cover was decided by hand, and why: it is no figure of a formula, and stands beside them."""
    for key, figures in wishes.figures.items():
        cover, _, victim = key.partition(":")
        if cover != COMPULSORY:
            continue
        for name, given in figures.items():
            said = {"reason": reason_by_hand(given.source) or "–"}
            if name == EMERGENCY and isinstance(given.value, Decimal):
                yield Caution("emergency_by_hand", {"victim": victim, "amount": f"{given.value:f}"} | said)
            elif name in DECIDED and isinstance(given.value, bool):
                yield Caution(f"{name}_by_hand", {"answer": YES if given.value else NO} | said)


def decided_by_hand(cautions: Iterable[Caution]) -> dict[str, dict[str, Given]]:
    """Return what :func:`compulsory_by_hand` says, as it is wished anew."""
    found: dict[str, dict[str, Given]] = {}
    for item in cautions:
        name, reason = item.code.removesuffix("_by_hand"), item.values.get("reason", "").removeprefix("–")
        if item.code == "emergency_by_hand":
            amount = put_by_hand(Decimal(item.values["amount"]), reason)
            found.setdefault(f"{COMPULSORY}:{item.values['victim']}", {})[EMERGENCY] = amount
        elif name in DECIDED and item.code.endswith("_by_hand"):
            found.setdefault(COMPULSORY, {})[name] = put_by_hand(item.values["answer"] == YES, reason)
    return found


def is_stolen(found: CaseFigures) -> bool:
    """Tell whether the case is the theft of the insured vehicle."""
    return found.claim is not None and found.claim.loss_cause == THEFT and found.insured_vehicle is not None
