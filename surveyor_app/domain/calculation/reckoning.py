"""A whole calculation: compulsory cover, then each cover; what cannot be calculated is named and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.errors import FigureMissing, PackMissing
from surveyor_app.domain.calculation.evaluating import Given, Inputs, calculate
from surveyor_app.domain.calculation.packs import Method, RulePack, by_id
from surveyor_app.domain.calculation.results import Caution, Line, Result
from surveyor_app.domain.calculation.splitting import Share, split
from surveyor_app.domain.calculation.worksheets import CompulsorySheet, CoverSheet, Worksheet
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.texts import Language

NOT_PAID = frozenset({"injury", "actual_value", "double_insurance", "property_event"})
"""Covers whose result goes into another one's figures, or says what each of several insurers pays."""
EVENT, ABOVE = "property_event", "property"
"""The cover of a deductible of the whole event, and the source of its items where these are the covers of the case."""
LINES = {"compulsory": "ci", "commercial": "bi"}
"""What the table of tiers calls the lines of packs (domain §1.8)."""
PEOPLE = frozenset({"death", "medical"})
LEFT_OUT = frozenset({"items_under_no_cover", "rescue_of_nothing", "rescue_values_unclear", "trailer_damage"})
"""Cautions that say that something does not count in the total."""
WEIGHT = "weight:"
"""How the figure of one of several insurers begins; its name follows."""


@dataclass(frozen=True, slots=True)
class Part:
    """One result with its pack, or why there is none. ``subject``: whose it is; ``others``: packs that would fit as well.

    ``inputs`` are the figures it was calculated from.
    """

    cover: str
    pack: RulePack
    result: Result | None = None
    problem: FigureMissing | None = None
    subject: str = ""
    others: Sequence[str] = ()
    own: str | None = None
    inputs: Inputs = field(default_factory=dict)

    @property
    def total(self) -> Decimal | None:
        """Return what the insurer of the own vehicle pays, of compulsory cover without what others pay; ``None`` if unknown.

        Without an own vehicle all lines count.
        """
        if self.result is None:
            return None
        if self.cover in NOT_PAID:
            return Decimal("0.00")
        mine = [line.amount for line in self.result.lines if self.own is None or line.payer == self.own]
        return sum(mine, Decimal("0.00"))


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a worksheet comes to."""

    worksheet: Worksheet
    parts: Sequence[Part]

    @property
    def total(self) -> Decimal:
        """Return what this insurer pays in all, as far as it could be calculated."""
        mine = [part for part in self.parts if part.pack.currency == self.currency]
        return sum((self.paid(part) or Decimal(0) for part in mine), Decimal("0.00"))

    def paid(self, part: Part) -> Decimal | None:
        """Return what this insurer pays of a part; with one deductible an event that part pays, and not its items."""
        if part.cover == EVENT and part in self._events:
            return part.result.total if part.result else None
        if part.cover == ABOVE and self._events and part.result is not None:
            return Decimal("0.00")
        return part.total

    @property
    def _events(self) -> Sequence[Part]:
        parts = [part for part in self.parts if part.cover == EVENT and "items" in part.inputs]
        return [part for part in parts if part.inputs["items"].source == ABOVE]

    @property
    def by_line(self) -> Mapping[str, Decimal]:
        """Return what the lines of the table of tiers come to: compulsory, commercial, property, and of these injured people."""
        sums: dict[str, Decimal] = {}
        for part in self.parts:
            if part.pack.currency != self.currency or not self.paid(part):
                continue
            mine = [line for line in lines_of(part) if part.own is None or line.payer == part.own]
            of_people = [line for line in mine if part.cover == "occupants" or line.item in PEOPLE]
            for name, lines in ((LINES.get(part.pack.line, part.pack.line), mine), ("injury", of_people)):
                sums[name] = sums.get(name, Decimal(0)) + sum((line.amount for line in lines), Decimal(0))
        return sums

    @property
    def cautions(self) -> Sequence[Caution]:
        """Return what is to be said of the whole."""
        total = self.worksheet.shares_total
        shares = [] if total is None else [Caution("shares_not_whole", {"total": f"{total:f}"})]
        return [*shares, *self.worksheet.cautions]

    @property
    def names(self) -> Mapping[tuple[str, str, int], Part]:
        """Return the parts by cover, subject and which of several that is: to find the same one in another calculation."""
        found: dict[tuple[str, str, int], Part] = {}
        for part in self.parts:
            number = sum(cover == part.cover and subject == part.subject for cover, subject, _ in found)
            found[part.cover, part.subject, number] = part
        return found

    @property
    def is_complete(self) -> bool:
        """Tell whether everything could be calculated."""
        return all(part.problem is None for part in self.parts)

    @property
    def is_partial(self) -> bool:
        """Tell whether the total leaves something out: what could not be calculated, is in another currency, or falls nowhere."""
        is_foreign = any(part.result is not None and part.pack.currency != self.currency for part in self.parts)
        return not self.is_complete or is_foreign or any(item.code in LEFT_OUT for item in self.cautions)

    @property
    def currency(self) -> str:
        """Return the currency of the lines."""
        return next((part.result.currency for part in self.parts if part.result), "CNY")

    def sha256(self, languages: Sequence[Language]) -> str:
        """Return the hash of all lines with their formulas in these languages, as they are printed."""
        return sha256_hex(
            canonical([line_json(part, line, languages) for part in self.parts for line in lines_of(part)])
        )


def figures_by_hand(worksheet: Worksheet, is_by_hand: Callable[[str], bool]) -> dict[str, dict[str, Given]]:
    """Return the figures that were put in by hand, by cover (and subject, behind a colon), as they are wished anew."""
    found: dict[str, dict[str, Given]] = {}
    for sheet in worksheet.covers:
        for name, given in sheet.inputs.items():
            if is_by_hand(given.source):
                is_share = name.startswith(WEIGHT)
                subject = name.removeprefix(WEIGHT) if is_share else sheet.subject
                key = f"{sheet.cover}:{subject}" if subject else sheet.cover
                found.setdefault(key, {})["weight" if is_share else name] = replace(given, instead=None)
    return found


def reckon(worksheet: Worksheet, packs: Sequence[RulePack]) -> Reckoning:
    """Return what a worksheet comes to, with the packs in the versions it names.

    Raises:
        PackMissing: one of them is not there.
    """
    parts = []
    if worksheet.compulsory is not None:
        parts.append(_compulsory(worksheet, worksheet.compulsory, packs))
    for sheet in worksheet.covers:
        pack = by_id(packs, sheet.pack.id, sheet.pack.version)
        result: Result | None
        missing: FigureMissing | None = None
        try:
            result = _split(pack, sheet) if pack.method is Method.SHARES else calculate(pack, sheet.inputs)
        except FigureMissing as problem:
            result, missing = None, problem
        parts.append(Part(sheet.cover, pack, result, missing, sheet.subject, sheet.others, inputs=sheet.inputs))
    return Reckoning(worksheet, parts)


def _split(pack: RulePack, sheet: CoverSheet) -> Result:
    """Return what each of several insurers pays.

    Raises:
        FigureMissing: what is split is missing, or nobody pays.
    """
    shares = [
        Share(name.removeprefix(WEIGHT), _number(pack, sheet, name) or Decimal(0), given.source)
        for name, given in sheet.inputs.items()
        if name.startswith(WEIGHT)
    ]
    total = _number(pack, sheet, "total")
    if total is None:
        raise FigureMissing(pack=pack.id, field="total", reason="missing")
    return split(pack, total, _number(pack, sheet, "cap"), shares, sheet.inputs["total"].source)


def _number(pack: RulePack, sheet: CoverSheet, name: str) -> Decimal | None:
    given = sheet.inputs.get(name)
    if given is None:
        return None
    if not isinstance(given.value, Decimal):
        raise FigureMissing(pack=pack.id, field=name, reason="not a figure")
    return given.value


def lines_of(part: Part) -> Sequence[Line]:
    """Return the lines of a part."""
    return part.result.lines if part.result else ()


def line_json(part: Part, line: Line, languages: Sequence[Language]) -> dict[str, Json]:
    """Return a line as it is kept and hashed."""
    words: dict[str, Json] = {language.key: line.step.tree.words(language) for language in languages}
    exact = line.exact
    return {
        "cover": part.cover,
        "pack": f"{part.pack.id} {part.pack.version}",
        "rule": line.step.id,
        "subject": part.subject,
        "payer": line.payer,
        "payee": line.payee,
        "item": line.item,
        "mark": line.mark,
        "formula": words,
        "figures": line.step.tree.figures(),
        "exact": f"{exact.numerator}/{exact.denominator}",
        "amount": format(line.amount, "f"),
        "got_cent": line.cent,
    }


def _compulsory(worksheet: Worksheet, sheet: CompulsorySheet, packs: Sequence[RulePack]) -> Part:
    pack = by_id(packs, sheet.pack.id, sheet.pack.version)
    if pack.compulsory is None:
        raise PackMissing(what=pack.id, form="–", at=worksheet.accident_on.isoformat())
    if sheet.no_fault_pays_roadside is not None:
        pack = replace(pack, compulsory=replace(pack.compulsory, no_fault_pays_roadside=sheet.no_fault_pays_roadside))
    try:
        result = pay_compulsory(
            pack, sheet.vehicles, sheet.losses, worksheet.accident_on, self_pay_agreed=sheet.self_pay_agreed
        )
    except FigureMissing as problem:
        return Part("compulsory", pack, None, problem, own=sheet.own)
    return Part("compulsory", pack, result, own=sheet.own)
