"""Calculates with a pack of formulas: figures in, steps and payable lines out, each rounded once at its end (domain §12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.expressions import Figure, Node, Total
from surveyor_app.domain.calculation.formulas import filled
from surveyor_app.domain.calculation.packs import Rule, RulePack, Word
from surveyor_app.domain.calculation.results import Line, Result, Sheet
from surveyor_app.domain.calculation.rounding import rounded
from surveyor_app.domain.calculation.terms import HUNDRED, Unit
from surveyor_app.domain.texts import Text

LARGEST_FIGURE = Decimal(10) ** 15
"""No figure by hand is as large: one with many powers of ten would fill the memory when it is written out."""


@dataclass(frozen=True, slots=True)
class Given:
    """A figure that is put in; ``source`` says where it is from. ``instead``: what the records say where this replaces it."""

    value: Decimal | str | bool | Sequence[Decimal] | Sequence[str]
    source: str = ""
    instead: Given | None = None


Inputs = Mapping[str, Given]


def given(**values: Decimal | str | bool | Sequence[Decimal] | Sequence[str]) -> Inputs:
    """Return figures without their sources."""
    return {name: Given(value) for name, value in values.items()}


def calculate(pack: RulePack, inputs: Inputs) -> Result:
    """Return what a pack of formulas comes to.

    Raises:
        FigureMissing: a figure is missing, or cannot be what it is said to be.
    """
    words = pack.words or {}
    for name in inputs:
        if name not in words or not words[name].is_given:
            raise FigureMissing(pack=pack.id, field=name, reason="no such figure")
    desk = _Desk(pack, words, inputs)
    sheet = Sheet(pack)
    lines: list[Line] = []
    for rule in pack.rules:
        try:
            tree = filled(rule.formulas[desk.formula_choice(rule)], desk)
        except ZeroDivisionError as error:
            raise FigureMissing(pack=pack.id, field=rule.term.id, reason="divided by 0") from error
        made = sheet.of_term(rule.term, tree)
        desk.steps[rule.term.id] = made
        if rule.is_payable:
            lines.append(Line(made.step, rounded(made.value)))
    return Result(pack.pack_id, sheet.steps, lines, desk.notes, (), desk.choices, pack.currency)


class _Desk(Mapping[str, Node]):
    """The values of a calculation by their words: steps that were taken, then figures."""

    def __init__(self, pack: RulePack, words: Mapping[str, Word], inputs: Inputs) -> None:
        self._pack = pack
        self._words = words
        self._inputs = inputs
        self._figures: dict[str, Node] = {}
        self.steps: dict[str, Node] = {}
        self.notes: list[Text] = []
        self.choices: dict[str, str] = {}

    def __getitem__(self, name: str) -> Node:
        if name in self.steps:
            return self.steps[name]
        if name not in self._figures:
            self._figures[name] = self._figure(self._words[name])
        return self._figures[name]

    def __iter__(self):  # type: ignore[no-untyped-def]  # a mapping by contract; nobody walks it
        return iter({**self._words, **self.steps})

    def __len__(self) -> int:
        return len({**self._words, **self.steps})

    def formula_choice(self, rule: Rule) -> str:
        """Return which of the formulas of a rule applies."""
        return "" if rule.by is None else self.choice(rule.by)

    def choice(self, name: str) -> str:
        """Return the value of a choice, or of a yes as ``yes`` or ``no``."""
        word = self._words[name]
        value = self._inputs[name].value if name in self._inputs else word.default
        if word.is_flag and isinstance(value, bool):
            value = "yes" if value else "no"
        elif not isinstance(value, str) or value not in {choice.id for choice in word.choices}:
            raise self._missing(name, "not one of its choices" if value is not None else "missing")
        self.choices[name] = value
        return value

    def _figure(self, word: Word) -> Node:
        if word.zero_when is not None and self.choice(word.zero_when) == "yes":
            if word.zero_note is not None and word.zero_note not in self.notes:
                self.notes.append(word.zero_note)
            return Figure(word.term, Fraction(0), word.zero_note)
        if word.by is not None and word.table is not None:
            chosen = self.choice(word.by)
            return Figure(word.term, self._value(word, word.table.get(chosen)), source=f"{word.by}={chosen}")
        name = word.term.id
        put_in = self._inputs.get(name)
        if word.is_many:
            return self._several(word, put_in)
        value = word.default if put_in is None else put_in.value
        return Figure(word.term, self._value(word, value), source=put_in.source if put_in else "")

    def _several(self, word: Word, put_in: Given | None) -> Total:
        values = () if put_in is None else put_in.value
        if not isinstance(values, bool) and isinstance(values, str | Decimal):
            values = [values]  # type: ignore[assignment]  # one of several
        if isinstance(values, str) or not isinstance(values, Sequence):
            raise self._missing(word.term.id, "not a list")
        parts = []
        for value in values:
            if word.table is None:
                parts.append(Figure(word.term, self._value(word, value), source=put_in.source if put_in else ""))
            else:
                found = word.table.get(value) if isinstance(value, str) else None
                note = (word.table_names or {}).get(str(value))
                parts.append(Figure(word.term, self._value(word, found), note, str(value)))
                if note is not None and note not in self.notes:
                    self.notes.append(note)
        return Total(word.term, parts)

    def _value(self, word: Word, value: object) -> Fraction:
        if not isinstance(value, Decimal) or not value.is_finite():
            raise self._missing(word.term.id, "missing" if value is None else "not a figure")
        if value < 0:
            raise self._missing(word.term.id, "below 0")
        return Fraction(value) / HUNDRED if word.term.unit is Unit.PERCENT else Fraction(value)

    def _missing(self, name: str, reason: str) -> FigureMissing:
        return FigureMissing(pack=self._pack.id, field=name, reason=reason)
