"""The lines of a calculation as they stand in the table: as recorded, and beside it what it would be otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.gathering.case_figures import reason_by_hand
from surveyor_app.domain.calculation.packs import Method
from surveyor_app.domain.calculation.reckoning import Part, Reckoning
from surveyor_app.domain.calculation.results import Line
from surveyor_app.domain.calculation.rounding import rounded
from surveyor_app.domain.calculation.terms import Unit, written
from surveyor_app.domain.texts import Language
from surveyor_app.ui.base import formats
from surveyor_app.ui.base.errors import words
from surveyor_app.wording.rules.sheet_words import SheetWords
from surveyor_app.wording.translation import tr

FROM_RECORDS = frozenset({"kind", "daily", "days"})
"""Figures of a person's single fees, which are mended where they are written down."""
BY_SUBJECT = frozenset({"occupants", "injury", "property"})
"""Covers that are calculated for each person or thing, and named with it."""


@dataclass(frozen=True, slots=True)
class FigureAt:
    """A figure that may be put in by hand: of which cover, subject and name."""

    cover: str
    subject: str
    name: str

    @property
    def key(self) -> str:
        """Return where it stands among the figures by hand."""
        return f"{self.cover}:{self.subject}" if self.subject else self.cover


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``detail`` is everything about it, for reading below, ``at`` the figure that it shows."""

    what: str
    how: str = ""
    value: str = ""
    other: str = ""
    detail: str = ""
    is_head: bool = False
    at: FigureAt | None = None


@dataclass(frozen=True, slots=True)
class RowMaker:
    """Makes rows in a language; ``source`` says where a figure is from, ``on`` is the day whose tiers approve it."""

    sheet: SheetWords
    language: Language
    source: Callable[[str], str]
    on: date

    def rows(self, base: Reckoning, other: Reckoning | None) -> Iterator[Row]:
        """Return all rows; ``other`` is what it would be by other packs or shares."""
        beside = other.names if other else {}
        for caution in base.cautions:
            yield Row(self.sheet.caution(caution).in_(self.language))
        for name, part in base.names.items():
            yield from self._part(part, beside.get(name))
        total = "" if other is None else formats.money(other.total)
        yield Row(self._word(self.sheet.total_of(base)), "", formats.money(base.total), total, is_head=True)
        yield from self._tiers(base)

    def _part(self, part: Part, other: Part | None) -> Iterator[Row]:
        name = part.pack.name.in_(self.language)
        whose = f" · {part.subject}" if part.cover in BY_SUBJECT else ""
        says = [f"{self._word('pack_source')}: {part.pack.source.in_(self.language)}"]
        says += [f"{self._word('unconfirmed')}: {text.in_(self.language)}" for text in part.pack.unconfirmed]
        if part.others:
            says.append(f"{self._word('others')}: {self.language.joined(part.others)}")
        name += whose
        yield Row(name, says[0], _version(part), _version(other), "\n".join([name, *says]), is_head=True)
        for text in part.pack.unconfirmed:
            yield Row(f"{self._word('unconfirmed')}: {text.in_(self.language)}", detail=text.in_(self.language))
        if part.problem is not None:
            said = self._problem(part, part.problem)
            yield Row(said, detail=said, at=figure_at(part, str(part.problem.data["field"])))
        yield from self._choices(part)
        yield from self._figures(part)
        yield from self._steps(part, other)
        for caution in part.result.warnings if part.result else ():
            said = self.sheet.caution(caution).in_(self.language)
            yield Row(said, detail=said)

    def _problem(self, part: Part, problem: FigureMissing) -> str:
        """Return what is missing, by its name where the pack has one."""
        word = (part.pack.words or {}).get(str(problem.data["field"]))
        if word is not None and problem.data["reason"] == "missing":
            return tr("{figure} is missing: Enter puts it in by hand", figure=word.term.name.in_(self.language))
        said = words(problem)
        return said if word is None else f"{word.term.name.in_(self.language)}: {said}"

    def _choices(self, part: Part) -> Iterator[Row]:
        known = part.pack.words or {}
        for name, value in (part.result.choices if part.result else {}).items():
            if name in known and known[name].choices:
                chosen = next(choice.name.in_(self.language) for choice in known[name].choices if choice.id == value)
                what = known[name].term.name.in_(self.language)
                source = part.inputs[name].source if name in part.inputs else ""
                by_hand = f"\n{self._by_hand(part, name, source)}" if reason_by_hand(source) is not None else ""
                yield Row(f"    {what}", chosen, detail=f"{what}: {chosen}{by_hand}", at=figure_at(part, name))

    def _figures(self, part: Part) -> Iterator[Row]:
        for figure in part.result.figures() if part.result else ():
            value = written(figure.value, figure.term.unit) or str(figure.value)
            is_by_hand = reason_by_hand(figure.source) is not None
            source = self._by_hand(part, figure.term.id, figure.source) if is_by_hand else self.source(figure.source)
            name = figure.term.name.in_(self.language)
            at = figure_at(part, figure.term.id)
            yield Row(f"    {name}", source, value, detail=f"{name} = {value}\n{source}", at=at)

    def _by_hand(self, part: Part, name: str, source: str) -> str:
        """Return why a figure was put in by hand, and what it stands instead of."""
        reason = reason_by_hand(source)
        said = self._word("by_hand") + (f": {reason}" if reason else "")
        given = part.inputs.get(name)
        if given is None or given.instead is None:
            return said
        value = self.sheet.value((part.pack.words or {}).get(name), given.instead.value)
        instead = self.sheet.words["instead_of"].filled(value=value, source=self.source(given.instead.source))
        return f"{said}; {instead.in_(self.language)}"

    def _steps(self, part: Part, other: Part | None) -> Iterator[Row]:
        lines = {line.step.number: line for line in part.result.lines} if part.result else {}
        theirs = other.result if other is not None else None
        beside = {step.id: step for step in theirs.steps} if theirs else {}
        their_lines = {line.step.id: line for line in theirs.lines} if theirs else {}
        for step in part.result.steps if part.result else ():
            line = lines.get(step.number)
            value = self._shown(step.value, step.unit, line)
            twin = beside.get(step.id)
            formula, figures = step.tree.words(self.language), step.tree.figures()
            name = step.name.in_(self.language)
            detail = f"[{step.number}] {name}\n= {formula}\n= {figures}\n= {value}"
            if line is not None and line.cent and line.payer is not None:
                detail += f"\n{self._word('cent')}"
            if twin is not None:
                detail += f"\n{tr('What if')}: {twin.tree.words(self.language)} = {twin.tree.figures()}"
            shown = "" if twin is None else self._shown(twin.value, twin.unit, their_lines.get(step.id))
            yield Row(f"    {name}", f"{formula} = {figures}", value, shown, detail, is_head=line is not None)

    def _shown(self, value: Fraction, unit: Unit, line: Line | None) -> str:
        if line is not None:
            return formats.money(line.amount)
        return formats.money(rounded(value)) if unit is Unit.MONEY else written(value, unit) or formats.EMPTY

    def _tiers(self, found: Reckoning) -> Iterator[Row]:
        for reached in self.sheet.reached(found, self.on):
            name = self.sheet.tier_name(reached).in_(self.language)
            yield Row(self._word("tier"), name, formats.money(reached.amount), detail=f"{self._word('tier')}: {name}")

    def _word(self, name: str) -> str:
        return self.sheet.words[name].in_(self.language)


def figure_at(part: Part, name: str) -> FigureAt | None:
    """Return the place of a figure that may be put in by hand; ``None`` of what follows from others."""
    word = (part.pack.words or {}).get(name)
    is_put_in = word is not None and word.is_given and part.pack.method in (Method.FORMULAS, Method.SHARES)
    is_fee = part.cover == "injury" and name in FROM_RECORDS
    return FigureAt(part.cover, part.subject, name) if is_put_in and not is_fee else None


def _version(part: Part | None) -> str:
    return "" if part is None else f"{part.pack.id} {part.pack.version}"
