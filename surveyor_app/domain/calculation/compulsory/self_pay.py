"""Mutual self-pay (互碰自赔): each insurer pays its own vehicle, where the conditions hold (domain §12.2; unconfirmed)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from surveyor_app.domain.calculation.compulsory.parties import Accident, Item, Loss
from surveyor_app.domain.calculation.expressions import Figure, Total
from surveyor_app.domain.calculation.packs import Word
from surveyor_app.domain.calculation.results import Line, Sheet
from surveyor_app.domain.calculation.rounding import rounded

SELF_PAY = "self_pay"
"""Mark of such a line."""


def hindrance(place: Accident, losses: Iterable[Loss]) -> str | None:
    """Return which condition does not hold; ``None`` where all do, the parties' agreement taken as given."""
    found = [loss for loss in losses if loss.amount > 0]
    payers = {payer.id: payer for payer in place.payers}
    if len(payers) < 2 or not all(payer.insured and not payer.advance_only for payer in payers.values()):
        return "not_all_insured"
    if not all(payer.at_fault for payer in payers.values()):
        return "not_all_at_fault"
    if any(loss.item is not Item.PROPERTY or loss.vehicle is None for loss in found):
        return "not_vehicles_only"
    sums = {name: sum(loss.amount for loss in found if place.unit(loss.vehicle) == name) for name in payers}
    if any(sums[name] > place.limit(payer, Item.PROPERTY) for name, payer in payers.items()):
        return "above_the_limit"
    return None


def pay_each_its_own(sheet: Sheet, words: Mapping[str, Word], place: Accident, losses: Sequence[Loss]) -> list[Line]:
    """Return what each insurer pays for its own vehicle."""
    lines = []
    for payer in place.payers:
        mine = [loss for loss in losses if place.unit(loss.vehicle) == payer.id and loss.amount > 0]
        if not mine:
            continue
        term = words["loss"].term
        figures = [Figure(term, Fraction(loss.amount), source=loss.source) for loss in mine]
        item = words["item_property"].term.name
        name = words["self_pay"].term.name.filled(item=item, payer=payer.id, victims=payer.id, turn=0)
        tree = figures[0] if len(figures) == 1 else Total(term, figures)
        step = sheet.step(f"self_pay_{payer.id}", name, tree).step
        lines.append(Line(step, rounded(step.value), payer.id, payer.id, 0, Item.PROPERTY.value, SELF_PAY))
    return lines
