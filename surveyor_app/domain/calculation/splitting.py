"""One total split over shares (domain §12.5 double insurance, seats, tractor and trailer; §12.7 rule 3).

Cents that are left over go to the largest remainders, first on a tie; the line says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.expressions import Figure, Operation, Total
from surveyor_app.domain.calculation.packs import RulePack
from surveyor_app.domain.calculation.results import Line, Result, Sheet
from surveyor_app.domain.calculation.rounding import amount_of, by_largest_remainder, to_cents
from surveyor_app.domain.calculation.terms import Term
from surveyor_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Share:
    """One that pays or is paid, and what its share goes by."""

    name: str
    weight: Decimal
    source: str = ""


def split(pack: RulePack, total: Decimal, cap: Decimal | None, shares: Sequence[Share], source: str = "") -> Result:
    """Return ``total`` (at most ``cap``) split by the weights of the shares.

    The pack names what is split (``total``), what caps it (``cap``), what each share goes by (``weight``), and the sum of
    these (``weights``).

    Raises:
        FigureMissing: there are no shares, or all of them are 0.
    """
    words = pack.words or {}
    if sum(share.weight for share in shares) <= 0 or any(share.weight < 0 for share in shares) or total < 0:
        raise FigureMissing(pack=pack.id, field="weight", reason="below 0" if shares else "missing")
    sheet = Sheet(pack)
    figure = Figure(words["total"].term, Fraction(total), source=source)
    shared = sheet.of_term(
        pack.rules[0].term,
        figure if cap is None else Operation("min", figure, Figure(words["cap"].term, Fraction(cap))),
    )
    weight = words["weight"].term
    weights = [Figure(_of(weight, share.name), Fraction(share.weight), source=share.source) for share in shares]
    whole = Total(words["weights"].term, weights)
    steps = [
        sheet.step(
            f"share_{place}",
            Text.same(share.name),
            Operation("÷", Operation("×", shared, part), whole),
        ).step
        for place, (share, part) in enumerate(zip(shares, weights, strict=True), 1)
    ]
    cents = [step.value * 100 for step in steps]
    floors = [value.numerator // value.denominator for value in cents]
    remainders = [value - floor for value, floor in zip(cents, floors, strict=True)]
    settled = by_largest_remainder(to_cents(shared.value), floors, remainders)
    lines = [
        Line(step, amount_of(own), payer=share.name, cent=own - floor)
        for step, share, own, floor in zip(steps, shares, settled, floors, strict=True)
    ]
    return Result(pack.pack_id, sheet.steps, lines, currency=pack.currency)


def _of(term: Term, name: str) -> Term:
    return Term(term.id, Text({key: f"{form} {name}" for key, form in term.name.forms.items()}), term.unit)
