"""Property (财产险): one sheet a cover of the policy, with the items that fall under it, their salvage and rescue (§12.5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import INSURED, NO, CaseFigures, Wishes, sources
from surveyor_app.domain.calculation.gathering.losses import counted_rescue
from surveyor_app.domain.calculation.gathering.sheet_making import cover_figures, cover_sheet
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.calculation.worksheets import CoverSheet
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.totals import kept_salvage, line_amount

PROPERTY = "property"


def property_sheets(
    found: CaseFigures, policy: Policy, packs: Sequence[RulePack], wishes: Wishes, on: date, cautions: list[Caution]
) -> Iterable[CoverSheet]:
    """Yield a sheet for each cover of a property policy.

    An item falls under the policy's only cover, or under the one of its kind; what falls under none is said.
    """
    items = [item for item in found.items if item.insured != NO and item.party in (None, INSURED)]
    covers = [cover for cover in found.covers if cover.policy_uid == policy.id]
    if not items or not covers:
        return
    under = {item.id: _cover_of(item, covers) for item in items}
    lost = [item for item in items if under[item.id] is None and line_amount(item)]
    if lost:
        cautions.append(
            Caution("items_under_no_cover", {"items": "、".join(item.name or item.id[-8:] for item in lost)})
        )
    for number, cover in enumerate(covers, 1):
        mine = [item for item in items if under[item.id] is cover]
        figures = cover_figures(cover, policy) | dict(_figures(found, mine, _rescue(found, mine, covers), cautions))
        subject = cover.note or (policy.policy_no or "" if len(covers) == 1 else f"{policy.policy_no or ''} {number}")
        made = cover_sheet(PROPERTY, policy, subject.strip(), figures, packs, wishes, on)
        if made is not None:
            yield made


def _cover_of(item: PropertyItem, covers: Sequence[Cover]) -> Cover | None:
    if len(covers) == 1 and item.cover in (None, covers[0].kind):
        return covers[0]
    fits = [cover for cover in covers if item.cover is not None and cover.kind == item.cover]
    return fits[0] if len(fits) == 1 else None


def _rescue(found: CaseFigures, items: Sequence[PropertyItem], covers: Sequence[Cover]) -> Sequence[RescueCost]:
    """Return what was spent to save these items; what names no item is the policy's only cover's, where there is no vehicle."""
    mine = {item.id for item in items}
    is_all = len(covers) == 1 and not found.vehicles
    return [cost for cost in counted_rescue(found) if cost.subject_uid in mine or (is_all and cost.subject_uid is None)]


def _figures(
    found: CaseFigures, items: Sequence[PropertyItem], rescue: Sequence[RescueCost], cautions: list[Caution]
) -> Iterable[tuple[str, Given]]:
    """Yield loss and salvage apart: what is written down of an item is what is left of it already taken off."""
    known = [(item, amount) for item in items if (amount := line_amount(item)) is not None]
    if known:
        losses = [amount + (item.salvage or Decimal(0)) for item, amount in known]
        yield "loss", Given(sum(losses, Decimal(0)), sources("property_item", [item.id for item, _ in known]))
    if known and all(item.book_value is not None for item, _ in known):
        booked = sum((item.book_value or Decimal(0) for item, _ in known), Decimal(0))
        yield "book_value", Given(booked, sources("property_item", [item.id for item, _ in known]))
    mine = {item.id for item in items}
    pieces = [piece for piece in kept_salvage(found.things) if piece.subject_uid in mine]
    with_salvage = [item for item in items if item.salvage]
    if pieces or with_salvage:
        values = [*(item.salvage for item in with_salvage), *(piece.value for piece in pieces)]
        source = [
            sources("property_item", [item.id for item in with_salvage]),
            sources("salvage", [p.id for p in pieces]),
        ]
        whole = sum((value or Decimal(0) for value in values), Decimal(0))
        yield "salvage", Given(whole, ",".join(text for text in source if text))
    if rescue:
        amounts = (cost.amount or Decimal(0) for cost in rescue)
        yield "rescue", Given(sum(amounts, Decimal(0)), sources("rescue_cost", [cost.id for cost in rescue]))
    if any(cost.uninsured_property_value for cost in rescue):
        cautions.append(Caution("rescue_values_unclear"))
