"""Compensation of injured people that follows from the yearly figures of the region (domain §12.3): fees without an amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import CaseFigures, Wishes, replaced
from surveyor_app.domain.calculation.packs import Region, RulePack, choose
from surveyor_app.domain.calculation.worksheets import CoverSheet
from surveyor_app.domain.losses.injuries import Fee, Injury

INJURY, REGION = "injury", "region"


def injury_sheets(
    found: CaseFigures, packs: Sequence[RulePack], wishes: Wishes, on: date
) -> Sequence[tuple[Fee, CoverSheet]]:
    """Return what each fee is calculated from that has no amount and a formula of its own.

    Raises:
        PackMissing: no pack calculates such items.
    """
    injuries: dict[str, Injury] = {injury.id: injury for injury in found.injuries}
    open_fees = [fee for fee in found.fees if not fee.amount and fee.injury_uid in injuries]
    if not open_fees:
        return []
    chosen = choose(packs, INJURY, accident_on=on, setting=wishes.packs.get(INJURY))
    words = chosen.pack.words or {}
    kinds = {choice.id for choice in words["kind"].choices} if "kind" in words else set()
    region = _region(found, packs, wishes, on)
    others = tuple(other.id for other in chosen.others)
    sheets = []
    for fee in open_fees:
        if fee.code not in kinds:
            continue
        injury = injuries[fee.injury_uid or ""]
        subject = found.name(injury.person_uid)
        known = {name: given for name, given in _figures(found, fee, injury, region, on) if name in words}
        wished = {name: given for name, given in wishes.of(INJURY, subject).items() if name != REGION}
        sheets.append((fee, CoverSheet(INJURY, chosen.pack.pack_id, replaced(known, wished), subject, others)))
    return sheets


def _figures(
    found: CaseFigures, fee: Fee, injury: Injury, region: Region | None, on: date
) -> Iterable[tuple[str, Given]]:
    yield "kind", Given(fee.code or "", f"fee:{fee.id}")
    if region is not None:
        source = f"{region.region} {region.year}"
        yield "income", Given(region.income, source)
        yield "consumption", Given(region.consumption, source)
        yield "wage", Given(region.wage, source)
    if fee.daily_rate is not None:
        yield "daily", Given(fee.daily_rate, f"fee:{fee.id}")
    if fee.days is not None:
        yield "days", Given(fee.days, f"fee:{fee.id}")
    if injury.disability_grade is not None:
        yield "disability_grade", Given(str(injury.disability_grade), f"injury:{injury.id}")
    person = next((person for person in found.people if person.id == injury.person_uid), None)
    if person is not None and (age := person.age if person.birth is None else _years(person.birth, on)) is not None:
        yield "age", Given(Decimal(age), f"person:{person.id}")


def _region(found: CaseFigures, packs: Sequence[RulePack], wishes: Wishes, on: date) -> Region | None:
    """Return the figures of the region that is wished or a policy names: the latest year up to that of the accident."""
    given = wishes.figures.get(INJURY, {}).get(REGION)
    wanted = [str(given.value)] if given is not None else [policy.region for policy in found.policies if policy.region]
    known = [
        region
        for pack in packs
        for region in pack.regions
        if wanted and region.region == wanted[0] and region.year <= on.year
    ]
    return max(known, key=lambda region: region.year, default=None)


def _years(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
