"""One deductible for the whole event (每次事故免赔) instead of one an item: a setting, by hand (domain §12.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import Wishes
from surveyor_app.domain.calculation.gathering.sheet_making import cover_sheet
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.reckoning import ABOVE, EVENT, reckon
from surveyor_app.domain.calculation.worksheets import CoverSheet, Worksheet
from surveyor_app.domain.claim.policies import Policy

DEDUCTIBLES = ("deductible", "deductible_rate")


def with_event(
    sheets: Sequence[CoverSheet], policy: Policy, packs: Sequence[RulePack], wishes: Wishes, on: date
) -> Sequence[CoverSheet]:
    """Return the sheets of a property policy; where a deductible of the event is given the items have none of their own.

    What the records say of the deductible is the event's where all covers say the same and nothing is given by hand.
    """
    if not sheets or not wishes.figures.get(EVENT) or "items" in wishes.figures[EVENT]:
        return sheets
    bare = [
        replace(sheet, inputs={**sheet.inputs, **{name: Given(Decimal(0), EVENT) for name in DEDUCTIBLES}})
        for sheet in sheets
    ]
    payments = [part.result.total for part in reckon(Worksheet(on, None, bare), packs).parts if part.result]
    if len(payments) != len(bare):
        return sheets
    figures: dict[str, Given] = {"items": Given(payments, ABOVE)}
    for name in DEDUCTIBLES:
        said = {sheet.inputs[name].value for sheet in sheets if name in sheet.inputs}
        if len(said) == 1:
            figures[name] = next(sheet.inputs[name] for sheet in sheets if name in sheet.inputs)
    made = cover_sheet(EVENT, policy, "", figures, packs, wishes, on)
    return sheets if made is None else [*bare, made]
