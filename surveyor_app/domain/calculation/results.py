"""What a calculation comes to: steps, lines that are paid, and what has to be said beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from surveyor_app.domain.calculation.expressions import Figure, Node, Reference, Step
from surveyor_app.domain.calculation.packs import PackId, RulePack
from surveyor_app.domain.calculation.rounding import rounded
from surveyor_app.domain.calculation.terms import Term, Unit
from surveyor_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class Line:
    """An amount to the cent. ``cent``: 1 where the line was given a left-over cent, else 0.

    ``payer`` and ``payee`` name them where there are several; ``item`` is the item of compulsory cover, ``mark`` says how it is
    paid where that is not the usual way.
    """

    step: Step
    amount: Decimal
    payer: str | None = None
    payee: str | None = None
    cent: int = 0
    item: str = ""
    mark: str = ""

    @property
    def exact(self) -> Fraction:
        """Return the value before rounding."""
        return self.step.value


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to be said beside the figures; ``code`` has its words in the resources, ``values`` fill them."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What one pack comes to. ``choices``: the choices and settings it was calculated with, by the name of the word."""

    pack: PackId
    steps: Sequence[Step]
    lines: Sequence[Line]
    notes: Sequence[Text] = ()
    warnings: Sequence[Caution] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    currency: str = "CNY"

    @property
    def total(self) -> Decimal:
        """Return the sum of the lines."""
        return sum((line.amount for line in self.lines), Decimal("0.00"))

    def step(self, step_id: str) -> Step:
        """Return the step of a rule. Raises KeyError where there is none."""
        return {step.id: step for step in self.steps}[step_id]

    def amount(self, step_id: str) -> Decimal:
        """Return a step's value to the cent."""
        return rounded(self.step(step_id).value)

    def figures(self) -> Iterable[Figure]:
        """Return every given value once, in the order they stand."""
        seen: set[tuple[str, Fraction, str]] = set()
        for step in self.steps:
            for figure in step.tree.figures_used():
                key = (figure.term.id, figure.value, figure.source)
                if key not in seen:
                    seen.add(key)
                    yield figure


class Sheet:
    """Takes steps down one by one and numbers them."""

    def __init__(self, pack: RulePack) -> None:
        self.pack = pack
        self.steps: list[Step] = []

    def step(self, step_id: str, name: Text, tree: Node, unit: Unit = Unit.MONEY) -> Reference:
        """Take a step down; returns what later steps refer to it by."""
        made = Step(len(self.steps) + 1, step_id, name, tree, unit)
        self.steps.append(made)
        return Reference(made)

    def of_term(self, term: Term, tree: Node) -> Reference:
        """Take down a step that a term names."""
        return self.step(term.id, term.name, tree, term.unit)
