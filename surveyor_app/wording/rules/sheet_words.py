"""What the sheet of a calculation says beside its figures: the disclaimer, headings and cautions; and the approval tiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from surveyor_app.domain.calculation.packs import Word
from surveyor_app.domain.calculation.reckoning import Reckoning
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.calculation.terms import HUNDRED, Unit, written
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import whole
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "calculation.toml"
CLAIM = "claim"
"""The step of approving a claim (核赔)."""
STEPS = ("price", "loss", CLAIM, "major_case")
_NAMED = Text({"zh": "{line}:{name}", "en": "{line}: {name}"})
_BUT = Text({"zh": "{name}({but}{what})", "en": "{name} ({but} {what})"})


@dataclass(frozen=True, slots=True)
class Tier:
    """An approval tier (domain §1.8): up to which amount of a line it suffices for a step; ``most`` is None for the last."""

    line: str
    step: str
    level: int
    most: Decimal | None
    role: str
    name: Text
    exception: Text | None = None
    valid_from: date | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """What a line comes to and the tier that suffices for it, ``None`` where the table has none."""

    line: Text
    amount: Decimal
    tier: Tier | None


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the sheet, by name; ``tiers`` from the lowest."""

    disclaimer: Text
    words: Mapping[str, Text]
    cautions: Mapping[str, Text]
    items: Mapping[str, Text]
    lines: Mapping[str, Text]
    tiers: Sequence[Tier]

    def caution(self, caution: Caution) -> Text:
        """Return a caution in words."""
        values: dict[str, object] = {name: self.items.get(value, value) for name, value in caution.values.items()}
        return self.cautions[caution.code].filled(**values)

    @staticmethod
    def total_of(reckoning: Reckoning) -> str:
        """Return the name of the word before a total: of the whole, or of a part of it."""
        return "total_partial" if reckoning.is_partial else "total"

    def value(self, word: Word | None, value: object) -> Text:
        """Return a figure, a choice or a yes in words; ``word`` is the pack's."""
        if word is not None and isinstance(value, Decimal):
            share = Fraction(value) / HUNDRED if word.term.unit is Unit.PERCENT else Fraction(value)
            return Text.same(written(share, word.term.unit) or f"{value:f}")
        if isinstance(value, bool):
            return self.words["yes" if value else "no"]
        chosen = next((choice.name for choice in word.choices if choice.id == value), None) if word else None
        return chosen or Text.same(str(value))

    def tier(self, line: str, amount: Decimal, on: date, step: str = CLAIM) -> Tier | None:
        """Return the lowest tier that suffices on a day, ``None`` where the table has none."""
        own = [item for item in self.tiers if (item.line, item.step) == (line, step) and _began(item) <= on]
        latest = max(map(_began, own), default=date.min)
        enough = [item for item in own if _began(item) == latest and (item.most is None or amount <= item.most)]
        return min(enough, key=lambda item: item.level, default=None)

    def reached(self, reckoning: Reckoning, on: date) -> Sequence[Reached]:
        """Return what each line of a calculation comes to, with the tier that approves it."""
        sums = reckoning.by_line
        return [
            Reached(name, sums[line], self.tier(line, sums[line], on))
            for line, name in self.lines.items()
            if sums.get(line)
        ]

    def tier_name(self, found: Reached) -> Text:
        """Return the tier in words, with the line it is of and the cases in which it does not suffice."""
        if found.tier is None:
            return _NAMED.filled(line=found.line, name=self.words["no_tier"])
        name = found.tier.name
        if found.tier.exception is not None:
            name = _BUT.filled(name=name, but=self.words["not_for"], what=found.tier.exception)
        return _NAMED.filled(line=found.line, name=name)


@cache
def load_sheet_words(resources: Path) -> SheetWords:
    """Read ``calculation.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or lacks a text.
    """
    table = read_table(resources, FILE, parse_float=Decimal)
    with well_formed(resources, FILE):
        return SheetWords(
            table["disclaimer"].text(),
            {name: item.text() for name, item in table["words"].items()},
            {name: item.text() for name, item in table["cautions"].items()},
            {name: item.text() for name, item in table["items"].items()},
            {name: item.text() for name, item in table["lines"].items()},
            [_tier(item) for item in table.get("tier", ())],
        )


def _tier(item: Item) -> Tier:
    step, begins = string_of(item["step"]), item.get("valid_from")
    if step not in STEPS or not (begins is None or type(begins) is date):
        raise ValueError(step, begins)
    return Tier(
        string_of(item["line"]),
        step,
        whole(item, "level", 0, 99),
        Decimal(item["most"]) if "most" in item else None,
        string_of(item["role"]),
        item.text(),
        item.text("exception_") if item.has_text("exception_") else None,
        begins,
    )


def _began(tier: Tier) -> date:
    return tier.valid_from or date.min
