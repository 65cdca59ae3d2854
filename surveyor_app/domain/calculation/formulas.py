"""Formulas as rule packs write them: ``min((loss - limit) * ratio, sum) * (1 - rate)``, taken apart and filled with values.

``+ - * /``, ``min`` and ``max``, brackets, names, numbers and percentages; nothing else, so a pack can do nothing but count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from surveyor_app.domain.calculation.expressions import Literal, Node, Operation
from surveyor_app.domain.calculation.terms import Unit

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<percent>\s*%)?|(?P<name>[a-z][a-z0-9_]*)|(?P<sign>[-+*/(),]))"
)
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_FUNCTIONS = frozenset({"min", "max"})
_DEEPEST = 30


class NotAFormula(Exception):
    """A text is no formula: why (a reason with words), and where it stops."""

    def __init__(self, reason: str, what: str) -> None:
        super().__init__(reason, what)
        self.reason = reason
        self.what = what


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the formula."""

    value: Fraction
    unit: Unit


@dataclass(frozen=True, slots=True)
class Name:
    """A word that is filled with a value."""

    id: str


@dataclass(frozen=True, slots=True)
class Call:
    """A sign or function with what it works on."""

    symbol: str
    parts: tuple[Formula, ...]


Formula = Number | Name | Call


def parse(text: str) -> Formula:
    """Return a formula taken apart.

    Raises:
        NotAFormula: it is none.
    """
    reader = _Reader(text)
    formula = reader.sum(0)
    if reader.sign is not None or reader.kind != "end":
        raise NotAFormula("not understood", reader.rest())
    return formula


def names(formula: Formula) -> Iterator[str]:
    """Return the words of a formula."""
    if isinstance(formula, Name):
        yield formula.id
    elif isinstance(formula, Call):
        for part in formula.parts:
            yield from names(part)


def filled(formula: Formula, values: Mapping[str, Node]) -> Node:
    """Return the tree of a formula with its values.

    Raises:
        ZeroDivisionError: a figure that is divided by is 0.
        KeyError: a word has no value.
    """
    if isinstance(formula, Number):
        return Literal(formula.value, formula.unit)
    if isinstance(formula, Name):
        return values[formula.id]
    return Operation(formula.symbol, *(filled(part, values) for part in formula.parts))


class _Reader:
    """Reads tokens one by one."""

    def __init__(self, text: str) -> None:
        self._text = text.strip()
        self._at = 0
        self.kind = ""
        self.sign: str | None = None
        self._match: re.Match[str] | None = None
        self._next()

    def rest(self) -> str:
        start = self._match.start() if self._match else self._at
        return self._text[start : start + 20].strip() or "…"

    def sum(self, depth: int) -> Formula:
        found = self._product(depth)
        while self.sign in ("+", "-"):
            sign = self._take()
            found = Call(_SIGNS[sign], (found, self._product(depth)))
        return found

    def _product(self, depth: int) -> Formula:
        found = self._atom(depth)
        while self.sign in ("*", "/"):
            sign = self._take()
            found = Call(_SIGNS[sign], (found, self._atom(depth)))
        return found

    def _atom(self, depth: int) -> Formula:
        if depth > _DEEPEST:
            raise NotAFormula("too deep", self.rest())
        if self.kind == "number":
            return self._number()
        if self.kind == "name":
            return self._name(depth)
        if self.sign == "(":
            self._take()
            found = self.sum(depth + 1)
            self._expect(")")
            return found
        raise NotAFormula("a figure or a word is missing", self.rest())

    def _number(self) -> Formula:
        match = self._match
        assert match is not None
        value, is_percent = Fraction(match["number"]), match["percent"] is not None
        self._next()
        return Number(value / 100, Unit.PERCENT) if is_percent else Number(value, Unit.NUMBER)

    def _name(self, depth: int) -> Formula:
        match = self._match
        assert match is not None
        name = match["name"]
        self._next()
        if name not in _FUNCTIONS:
            return Name(name)
        self._expect("(")
        parts = [self.sum(depth + 1)]
        while self.sign == ",":
            self._take()
            parts.append(self.sum(depth + 1))
        self._expect(")")
        return Call(name, tuple(parts))

    def _take(self) -> str:
        sign = self.sign
        assert sign is not None
        self._next()
        return sign

    def _expect(self, sign: str) -> None:
        if self.sign != sign:
            raise NotAFormula("a sign is missing", f"{sign} … {self.rest()}")
        self._next()

    def _next(self) -> None:
        self._match = _TOKEN.match(self._text, self._at)
        self.kind, self.sign = "end", None
        if self._match is None:
            if self._at < len(self._text):
                raise NotAFormula("not understood", self._text[self._at :][:20])
            return
        self._at = self._match.end()
        self.kind = "number" if self._match["number"] else "name" if self._match["name"] else "sign"
        self.sign = self._match["sign"]
