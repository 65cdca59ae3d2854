"""The worksheet of a case: what each cover is calculated from, as far as the records say.

Only what follows from records is filled in; what an insurer knows besides (insurable value, months used) is given by hand and
said to be. A figure that is missing stops its cover alone, which names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.compulsory.parties import Loss
from surveyor_app.domain.calculation.compulsory.parties import Vehicle as Party
from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.gathering.case_figures import NO, CaseFigures, Wishes, is_trailer
from surveyor_app.domain.calculation.gathering.injury_items import injury_sheets
from surveyor_app.domain.calculation.gathering.liable import (
    COMPULSORY,
    Liable,
    advances_only,
    compulsory_by_hand,
    without_compulsory,
)
from surveyor_app.domain.calculation.gathering.losses import all_losses, rescue_cautions
from surveyor_app.domain.calculation.gathering.motor import MotorCovers
from surveyor_app.domain.calculation.gathering.property_covers import PROPERTY, property_sheets
from surveyor_app.domain.calculation.gathering.property_event import with_event
from surveyor_app.domain.calculation.gathering.sheet_making import by_hand
from surveyor_app.domain.calculation.liabilities import adds_up, sum_of_shares
from surveyor_app.domain.calculation.packs import RulePack, choose
from surveyor_app.domain.calculation.reckoning import reckon
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.calculation.worksheets import CompulsorySheet, CoverSheet, Worksheet


def gather(found: CaseFigures, packs: Sequence[RulePack], wishes: Wishes) -> Worksheet:
    """Return the worksheet of a case.

    Raises:
        PackMissing: nothing says when the accident was, or no pack applies to it.
    """
    on = found.accident_on
    if on is None:
        raise PackMissing(what="–", form="–", at="–")
    cautions: list[Caution] = [*rescue_cautions(found), *compulsory_by_hand(wishes)]
    injuries = injury_sheets(found, packs, wishes, on)
    amounts = _amounts([(fee.id, sheet) for fee, sheet in injuries], packs, on)
    losses = all_losses(found, amounts, wishes)
    compulsory = _compulsory(found, packs, wishes, losses, on, cautions)
    covers = [sheet for _, sheet in injuries]
    paid = reckon(Worksheet(on, compulsory), packs)
    motor = MotorCovers(found, packs, wishes, losses, paid, cautions)
    own = found.insured_vehicle
    for policy in found.policies:
        if policy.line == PROPERTY:
            made = list(property_sheets(found, policy, packs, wishes, on, cautions))
            covers += with_event(made, policy, packs, wishes, on)
        elif own is not None:
            covers += motor.sheets(policy, own, on)
    covers += by_hand(wishes, covers, packs, on)
    total = None if adds_up(found.liabilities) else sum_of_shares(found.liabilities)
    return Worksheet(on, compulsory, covers, total, cautions)


def _amounts(sheets: Sequence[tuple[str, CoverSheet]], packs: Sequence[RulePack], on: date) -> Mapping[str, Decimal]:
    """Return what fees come to by the table of the region, as far as it can be calculated."""
    parts = reckon(Worksheet(on, None, [sheet for _, sheet in sheets]), packs).parts
    return {fee: part.result.total for (fee, _), part in zip(sheets, parts, strict=True) if part.result is not None}


def _compulsory(
    found: CaseFigures,
    packs: Sequence[RulePack],
    wishes: Wishes,
    losses: Sequence[Loss],
    on: date,
    cautions: list[Caution],
) -> CompulsorySheet | None:
    """Return what compulsory cover is calculated from, ``None`` without vehicles."""
    if not found.vehicles:
        return None
    pack = choose(packs, COMPULSORY, accident_on=on, setting=wishes.packs.get(COMPULSORY)).pack
    liable, own = Liable(found, wishes), found.insured_vehicle
    missing = None if own is None else without_compulsory(found, wishes, own, on)
    advance_only = own is not None and missing is None and advances_only(found, wishes)
    if missing is not None:
        cautions.append(missing)
    if advance_only:
        cautions.append(Caution("advance_only"))
    parties = []
    for vehicle in found.vehicles:
        is_own, tractor = vehicle is own, found.tractor_of(vehicle)
        insured = missing is None if is_own else vehicle.insured != NO
        name = found.name(vehicle.id)
        if tractor is None and is_trailer(vehicle):
            cautions.append(Caution("trailer_of_nobody", {"vehicle": name}))
        # Who tows is at fault for both.
        at_fault = liable.is_at_fault(vehicle if tractor is None else tractor)
        towed_by = None if tractor is None else found.name(tractor.id)
        parties.append(Party(name, at_fault, insured, is_own and advance_only, towed_by))
    return CompulsorySheet(
        pack.pack_id,
        parties,
        losses,
        wishes.self_pay_agreed,
        wishes.no_fault_pays_roadside,
        None if own is None else found.name(own.id),
    )
