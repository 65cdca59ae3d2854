"""Expressions: one tree gives the number, the formula in words, and the formula with the figures put in (domain §12.1).

::

    Node
    ├── Figure      a given value under its word: 责任比例, 70 %
    ├── Literal     a number of the formula itself: 1
    ├── Total       given values under one word: Σ绝对免赔率, (10 % + 30 %)
    ├── Reference   an earlier step, by its name; its value, or its number in brackets where the value is long
    └── Operation   + − × ÷ min max

Arguments are parted by semicolons: commas part thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import add, mul, sub, truediv

from surveyor_app.domain.calculation.terms import Term, Unit, written
from surveyor_app.domain.texts import Language, Text

_SUM, _PRODUCT, _ATOM = 1, 2, 3


class Node:
    """One node of a tree; its value was worked out when it was made."""

    __slots__ = ("value",)

    value: Fraction
    binding: int = _ATOM

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        raise NotImplementedError

    def figures(self) -> str:
        """Return the formula with its figures, the same in every language."""
        raise NotImplementedError

    def figures_used(self) -> Iterable[Figure]:
        """Return the given values in the order they stand."""
        return ()


class Literal(Node):
    """A number that stands in the formula itself."""

    __slots__ = ("_text",)

    def __init__(self, value: Fraction, unit: Unit = Unit.NUMBER) -> None:
        self.value = value
        self._text = written(value, unit) or str(value)

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        return self._text

    def figures(self) -> str:
        """Return the formula with its figures."""
        return self._text


class Figure(Node):
    """A given value. ``source`` says where it is from, in the caller's words; ``note`` stands beside the formula."""

    __slots__ = ("note", "source", "term")

    def __init__(self, term: Term, value: Fraction, note: Text | None = None, source: str = "") -> None:
        self.term = term
        self.value = value
        self.note = note
        self.source = source

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        return self.term.name.in_(language)

    def figures(self) -> str:
        """Return the formula with its figures."""
        text = written(self.value, self.term.unit)
        return f"({self.value.numerator:,} ÷ {self.value.denominator:,})" if text is None else text

    def figures_used(self) -> Iterable[Figure]:
        """Return the given values in the order they stand."""
        return (self,)


class Total(Node):
    """Several given values under one word, added up."""

    __slots__ = ("parts", "term")

    def __init__(self, term: Term, parts: Sequence[Figure]) -> None:
        self.term = term
        self.parts = parts
        self.value = sum((part.value for part in parts), Fraction(0))

    @property
    def binding(self) -> int:  # type: ignore[override]  # a sum of one is no sum
        """Return how tightly it binds, printed with its figures."""
        return _SUM if len(self.parts) > 1 else _ATOM

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        return self.term.name.in_(language)

    def figures(self) -> str:
        """Return the formula with its figures."""
        if not self.parts:
            return written(Fraction(0), self.term.unit) or "0"
        return " + ".join(_inside(part.figures(), part.value < 0) for part in self.parts)

    def figures_used(self) -> Iterable[Figure]:
        """Return the given values in the order they stand."""
        return self.parts


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the sheet: ``number`` is its place on it, ``id`` what it is called in the rules."""

    number: int
    id: str
    name: Text
    tree: Node
    unit: Unit = Unit.MONEY

    @property
    def value(self) -> Fraction:
        """Return the exact value."""
        return self.tree.value


class Reference(Node):
    """An earlier step."""

    __slots__ = ("step",)

    def __init__(self, step: Step) -> None:
        self.step = step
        self.value = step.tree.value

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        return self.step.name.in_(language)

    def figures(self) -> str:
        """Return the formula with its figures."""
        return written(self.value, self.step.unit) or f"[{self.step.number}]"


_COUNTED: Mapping[str, Callable[[Fraction, Fraction], Fraction]] = {
    "+": add,
    "−": sub,
    "×": mul,
    "÷": truediv,
    "min": min,
    "max": max,
}
_BINDING = {"+": _SUM, "−": _SUM, "×": _PRODUCT, "÷": _PRODUCT}
_ONE_WAY = frozenset({"−", "÷"})


class Operation(Node):
    """A sum, difference, product, quotient, or the least or greatest of several."""

    __slots__ = ("binding", "parts", "symbol")

    def __init__(self, symbol: str, *parts: Node) -> None:
        self.symbol = symbol
        self.parts = parts
        self.value = reduce(_COUNTED[symbol], [part.value for part in parts])
        self.binding = _BINDING.get(symbol, _ATOM)

    def words(self, language: Language) -> str:
        """Return the formula in words."""
        return self._printed(lambda node: node.words(language), is_figures=False)

    def figures(self) -> str:
        """Return the formula with its figures."""
        return self._printed(lambda node: node.figures(), is_figures=True)

    def figures_used(self) -> Iterable[Figure]:
        """Return the given values in the order they stand."""
        for part in self.parts:
            yield from part.figures_used()

    def _printed(self, said: Callable[[Node], str], *, is_figures: bool) -> str:
        if self.binding == _ATOM:
            return f"{self.symbol}({'; '.join(said(part) for part in self.parts)})"
        texts = []
        for place, part in enumerate(self.parts):
            binding = _ATOM if isinstance(part, Total) and not is_figures else part.binding
            is_weak = binding < self.binding or (binding == self.binding and place > 0 and self.symbol in _ONE_WAY)
            is_negative = is_figures and place > 0 and binding == _ATOM and part.value < 0
            texts.append(_inside(said(part), is_weak or is_negative))
        return f" {self.symbol} ".join(texts)


def _inside(text: str, is_weak: bool) -> str:
    return (
        f"({text})" if is_weak and not (text.startswith("(") and text.endswith(")") and "(" not in text[1:]) else text
    )
