"""Makes the sheet of one cover: the pack that applies, and of the figures those that the pack asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import Wishes, replaced
from surveyor_app.domain.calculation.packs import ANYWHERE, Method, RulePack, choose
from surveyor_app.domain.calculation.worksheets import CoverSheet
from surveyor_app.domain.claim.policies import Cover, Policy

RATE_WORDS = ("extra_rate", "deductible_rate")
"""What packs call the deductible rate of a cover."""
APART = frozenset({"compulsory", "injury"})
"""What a case always has a way to of its own."""


def cover_figures(cover: Cover, policy: Policy) -> dict[str, Given]:
    """Return what a cover and its policy say."""
    at = f"cover:{cover.id}"
    figures: dict[str, Given] = {}
    for name, value in (
        ("limit", cover.limit),
        ("sum_insured", cover.sum_insured),
        ("deductible", cover.deductible_amount),
        *((name, cover.deductible_rate) for name in RATE_WORDS),
    ):
        if value is not None:
            figures[name] = Given(value, at)
    if cover.waiver is not None:
        figures["waiver"] = Given(cover.waiver, at)
    if policy.new_price is not None:
        figures["new_price"] = Given(policy.new_price, f"policy:{policy.id}")
    return figures


def cover_sheet(
    kind: str,
    policy: Policy,
    subject: str,
    figures: Mapping[str, Given],
    packs: Sequence[RulePack],
    wishes: Wishes,
    on: date,
) -> CoverSheet | None:
    """Return the sheet of a cover, ``None`` where no pack applies. Figures by hand come last, also those no pack asks for."""
    try:
        chosen = choose(packs, kind, accident_on=on, clause_form=policy.clause_form, setting=wishes.packs.get(kind))
    except PackMissing:
        return None
    words = chosen.pack.words or {}
    kept = {name: given for name, given in figures.items() if name in words and words[name].is_given}
    others = tuple(other.id for other in chosen.others)
    return CoverSheet(kind, chosen.pack.pack_id, replaced(kept, wishes.of(kind, subject)), subject, others)


def by_hand(wishes: Wishes, made: Sequence[CoverSheet], packs: Sequence[RulePack], on: date) -> Sequence[CoverSheet]:
    """Return the covers of which figures were given by hand and that the records do not have.

    Raises:
        PackMissing: nothing calculates one of them.
    """
    there = {sheet.cover for sheet in made} | APART
    sheets = []
    for cover in dict.fromkeys(name.partition(":")[0] for name in wishes.figures):
        if cover in there:
            continue
        setting = wishes.packs.get(cover)
        wanted = [pack for pack in packs if pack.cover == cover and pack.id == setting]
        region = next((pack.region for pack in packs if pack.cover == cover), ANYWHERE)
        pack = wanted[-1] if wanted else choose(packs, cover, accident_on=on, region=region).pack
        figures = dict(wishes.figures.get(cover, {}))
        if pack.method is Method.SHARES:
            figures |= _shares(wishes, cover)
        sheets.append(CoverSheet(cover, pack.pack_id, figures))
    return sheets


def _shares(wishes: Wishes, cover: str) -> dict[str, Given]:
    """Return what each of several insurers goes by, by name: ``weight:name``."""
    start = f"{cover}:"
    return {
        f"{figure}:{name.removeprefix(start)}": given
        for name, figures in wishes.figures.items()
        if name.startswith(start)
        for figure, given in figures.items()
    }
