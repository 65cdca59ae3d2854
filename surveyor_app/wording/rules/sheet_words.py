"""What the sheet of a calculation says beside its figures: the disclaimer, headings and cautions; and the approval tiers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

from surveyor_app.domain.calculation.packs import Word
from surveyor_app.domain.calculation.reckoning import Reckoning
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.calculation.terms import HUNDRED, Unit, written
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.table_values import whole
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "calculation.toml"
ANY = "any"


@dataclass(frozen=True, slots=True)
class Tier:
    """An approval tier: up to which amount of a line it suffices; ``most`` is None for the last."""

    line: str
    level: int
    most: Decimal | None
    name: Text


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of the sheet, by name; ``tiers`` from the lowest."""

    disclaimer: Text
    words: Mapping[str, Text]
    cautions: Mapping[str, Text]
    items: Mapping[str, Text]
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

    def tier(self, line: str, amount: Decimal) -> Tier | None:
        """Return the lowest tier that suffices, ``None`` where the table has none."""
        own = [tier for tier in self.tiers if tier.line in (line, ANY)]
        return next((tier for tier in own if tier.most is None or amount <= tier.most), None)


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
            [
                Tier(
                    string_of(item["line"]),
                    whole(item, "level", 0, 99),
                    Decimal(item["most"]) if "most" in item else None,
                    item.text(),
                )
                for item in table.get("tier", ())
            ],
        )
