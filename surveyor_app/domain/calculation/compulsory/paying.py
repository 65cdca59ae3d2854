"""What compulsory cover pays of an accident: proxy payment, shares, cents, item by item (domain §12.2)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import lcm

from surveyor_app.domain.calculation.compulsory.parties import Accident, Item, Loss, Payer, Vehicle, accident
from surveyor_app.domain.calculation.compulsory.self_pay import hindrance, pay_each_its_own
from surveyor_app.domain.calculation.compulsory.settling import Bill, settle
from surveyor_app.domain.calculation.compulsory.shares import Group, Shares
from surveyor_app.domain.calculation.errors import FigureMissing, PackMissing
from surveyor_app.domain.calculation.expressions import Figure, Node, Operation, Reference, Step, Total
from surveyor_app.domain.calculation.packs import RulePack, Word
from surveyor_app.domain.calculation.results import Caution, Line, Result, Sheet
from surveyor_app.domain.calculation.rounding import amount_of
from surveyor_app.domain.calculation.terms import Unit, written
from surveyor_app.domain.texts import Language, Text

PROXY, ADVANCE = "proxy", "advance"
"""Marks of lines that are not paid in the usual way."""

_POOL = "\uffff"
"""The payer of proxy payments: the no-fault vehicles together; sorts last."""


@dataclass(frozen=True, slots=True, eq=False)
class _Victim:
    """One victim's losses of an item that the same payers may pay."""

    name: str
    loss: Node
    vehicle: str | None
    payers: tuple[Payer, ...]
    is_emergency: bool


class _Part(Node):
    """A victim's part of what a payer pays to a group: paid × own loss ÷ losses of the group."""

    __slots__ = ("_own", "_paid", "_whole")

    def __init__(self, paid: Node, own: Node, whole: Node) -> None:
        self._paid = paid
        self._own = own
        self._whole = whole

    @property
    def tree(self) -> Operation:
        """Return it as the formula it is."""
        return Operation("÷", Operation("×", self._paid, self._own), self._whole)

    @property
    def value(self) -> Fraction:  # type: ignore[override]  # worked out when it is asked for: there may be thousands
        return self._paid.value * self._own.value / self._whole.value

    def words(self, language: Language) -> str:
        return self.tree.words(language)

    def figures(self) -> str:
        return self.tree.figures()

    def figures_used(self) -> Iterable[Figure]:
        return self.tree.figures_used()


def pay_compulsory(
    pack: RulePack,
    vehicles: Iterable[Vehicle],
    losses: Iterable[Loss],
    accident_on: date,
    *,
    self_pay_agreed: bool = False,
) -> Result:
    """Return what compulsory cover pays; losses that nobody covers are cautions.

    ``self_pay_agreed``: the parties want each insurer to pay its own vehicle; done where the conditions hold, else cautioned.

    Raises:
        FigureMissing: a loss is below 0 or of a vehicle that is not there.
        PackMissing: the pack is none of compulsory cover.
    """
    if pack.compulsory is None or pack.words is None:
        raise PackMissing(what=pack.id, form="–", at=accident_on.isoformat())
    place = accident(vehicles, pack.compulsory, accident_on)
    sheet = Sheet(pack)
    lines: list[Line] = []
    cautions = [Caution("trailer_no_limit", {"vehicle": name}) for name in place.trailers_without]
    known = {payer.id for payer in place.payers} | place.units.keys()
    all_losses = sorted(losses, key=lambda loss: (loss.victim, loss.amount, loss.source))
    for loss in all_losses:
        if loss.amount < 0 or not loss.amount.is_finite():
            raise FigureMissing(pack=pack.id, field=loss.victim, reason="below 0")
        if not {loss.vehicle, *loss.not_by} - {None} <= known:
            raise FigureMissing(pack=pack.id, field=loss.victim, reason="no such vehicle")
    settings = {"no_fault_pays_roadside": "yes" if pack.compulsory.no_fault_pays_roadside else "no"}
    if self_pay_agreed:
        settings["self_pay"] = hindrance(place, all_losses) or "yes"
        if settings["self_pay"] == "yes":
            own = pay_each_its_own(sheet, pack.words, place, all_losses)
            return Result(pack.pack_id, sheet.steps, own, (), cautions, settings, pack.currency)
        cautions.append(Caution(f"self_pay_{settings['self_pay']}"))
    for item in Item:
        desk = _ItemDesk(sheet, pack.words, place, item, [loss for loss in all_losses if loss.item is item])
        lines += desk.lines()
        cautions += desk.unpaid()
    return Result(pack.pack_id, sheet.steps, lines, (), cautions, settings, pack.currency)


@dataclass(frozen=True, slots=True)
class _Factors:
    """What each payer pays of a group, as whole numbers over one base: for thousands of lines a fraction each would be slow."""

    parts: Sequence[int]
    base: int

    @classmethod
    def of(cls, values: Sequence[Fraction]) -> _Factors:
        """Return values as they are, over their common base."""
        base = lcm(*(value.denominator for value in values))
        return cls([value.numerator * (base // value.denominator) for value in values], base)


class _Row:
    """The lines of one name: payer, tree and victim of each, and their values as whole numbers over one base."""

    __slots__ = ("_base", "_cents", "parts")

    def __init__(self) -> None:
        self.parts: list[tuple[str, Node, _Victim]] = []
        self._cents: list[int] = []
        self._base = 1

    def add(
        self,
        victim: _Victim,
        own: Node,
        whole: Node,
        shares: Sequence[tuple[str, Node]],
        factors: _Factors,
        *,
        is_alone: bool,
    ) -> None:
        """Add what each payer of a group pays to a victim of it."""
        self.parts += [(payer, share if is_alone else _Part(share, own, whole), victim) for payer, share in shares]
        value = own.value * 100
        base = value.denominator * factors.base
        common = lcm(base, self._base)
        self._cents = [cents * (common // self._base) for cents in self._cents]
        self._cents += [value.numerator * part * (common // base) for part in factors.parts]
        self._base = common

    def bill(self) -> Bill:
        """Return the bill to be rounded."""
        return Bill([payer for payer, _, _ in self.parts], self._cents, self._base)


class _ItemDesk:
    """One item of one accident."""

    def __init__(
        self, sheet: Sheet, words: Mapping[str, Word], place: Accident, item: Item, losses: Sequence[Loss]
    ) -> None:
        self._sheet = sheet
        self._words = words
        self._place = place
        self._item = item
        self._label = words[f"item_{item.value}"].term.name
        self._victims = self._merged(losses)
        self._proxies: dict[_Victim, Reference] = {}
        self._lines: list[Line] = []

    def lines(self) -> list[Line]:
        """Return what is paid."""
        if not self._victims:
            return []
        if self._item is Item.PROPERTY:
            self._pay_by_proxy()
        nets = {victim: self._net(victim) for victim in self._victims}
        limits = self._limits({payer.id for victim in self._victims for payer in victim.payers})
        groups = self._grouped([victim for victim in self._victims if nets[victim].value > 0], limits)
        made = [self._group(payers, members, nets) for payers, members in groups.items()]
        paid = Shares(self._sheet, self._words, limits, made, self._label).paid()
        rows: dict[str, _Row] = {victim.name: _Row() for victim in self._victims}
        for number, (group, members) in enumerate(zip(made, groups.values(), strict=True)):
            shares = [(payer, paid[payer, number]) for payer in group.payers]
            factors = _Factors.of([share.value / group.net.value for _, share in shares])
            for victim in members:
                rows[victim.name].add(victim, nets[victim], group.net, shares, factors, is_alone=len(members) == 1)
        for victim, proxy in self._proxies.items():
            rows[victim.name].add(victim, proxy, proxy, [(_POOL, proxy)], _Factors([1], 1), is_alone=True)
        self._settle({name: row for name, row in rows.items() if row.parts}, limits)
        return self._lines

    def unpaid(self) -> Iterable[Caution]:
        """Return what is above the limits, by victim."""
        paid: dict[str, Decimal] = {}
        for line in self._lines:
            paid[line.payee or ""] = paid.get(line.payee or "", Decimal(0)) + line.amount
        lost: dict[str, Fraction] = {}
        for victim in self._victims:
            lost[victim.name] = lost.get(victim.name, Fraction(0)) + victim.loss.value
        for name, amount in lost.items():
            rest = amount - Fraction(paid.get(name, Decimal(0)))
            if rest.numerator > 0:
                values = {"item": self._item.value, "victim": name, "amount": written(rest, Unit.MONEY) or str(rest)}
                yield Caution("ctpl_unpaid", values)

    # ------------------------------------------------------------------------------------------ victims and groups

    def _merged(self, losses: Sequence[Loss]) -> list[_Victim]:
        """Put the lines of one victim together where the same payers may pay them."""
        found: dict[tuple[object, ...], list[Loss]] = {}
        payers_of: dict[tuple[object, ...], tuple[Payer, ...]] = {}
        for loss in losses:
            found.setdefault((loss.victim, loss.vehicle, loss.not_by, loss.is_emergency), []).append(loss)
        for key, members in found.items():
            payers_of[key] = self._place.eligible(members[0])
        term = self._words["loss"].term
        return [
            _Victim(
                members[0].victim,
                _total([Figure(term, Fraction(loss.amount), source=loss.source) for loss in members]),
                self._place.unit(members[0].vehicle),
                payers_of[key],
                members[0].is_emergency,
            )
            for key, members in found.items()
        ]

    def _grouped(self, victims: Sequence[_Victim], limits: Mapping[str, Node]) -> dict[tuple[str, ...], list[_Victim]]:
        """Return the victims by who pays them; a no-fault vehicle whose limit is gone by proxy pays nobody."""
        groups: dict[tuple[str, ...], list[_Victim]] = {}
        for victim in victims:
            payers = tuple(payer.id for payer in victim.payers if limits[payer.id].value > 0)
            if payers:
                groups.setdefault(payers, []).append(victim)
        return dict(sorted(groups.items()))

    def _group(self, payers: tuple[str, ...], members: Sequence[_Victim], nets: Mapping[_Victim, Node]) -> Group:
        label = "、".join(dict.fromkeys(victim.name for victim in members[:3])) + ("…" if len(members) > 3 else "")
        values = [nets[victim] for victim in members]
        tree = values[0] if len(values) == 1 else Operation("+", *values)
        net = self._sheet.step(f"net_{label}", self._named("net", victims=label), tree)
        greatest = max(value.value for value in values) / net.value
        return Group(net, payers, label, greatest)

    def _net(self, victim: _Victim) -> Node:
        proxy = self._proxies.get(victim)
        return victim.loss if proxy is None else Operation("−", victim.loss, proxy)

    # ------------------------------------------------------------------------------------------ limits and proxy

    def _limit_figure(self, payer: Payer) -> Node:
        word = "limit" if payer.at_fault else "no_fault_limit"
        figure = Figure(self._words[word].term, Fraction(self._place.limit(payer, self._item)))
        return figure if payer.sets == 1 else Operation("+", *[figure] * payer.sets)

    def _limits(self, wanted: Container[str]) -> dict[str, Node]:
        limits: dict[str, Node] = {
            payer.id: self._limit_figure(payer) for payer in self._place.payers if payer.id in wanted
        }
        if self._proxies and any(not payer.at_fault and payer.id in limits for payer in self._place.payers):
            self._reduce_by_proxy(limits)
        return limits

    def _reduce_by_proxy(self, limits: dict[str, Node]) -> None:
        """What a no-fault vehicle paid by proxy is gone from its limit (ours: the sources do not say)."""
        number = self._count("no_fault_count", len(self._no_fault))
        spent = Operation("÷", _added(list(self._proxies.values())), number)
        for payer in self._no_fault:
            if payer.id in limits:
                rest = Operation("−", limits[payer.id], spent)
                limits[payer.id] = self._sheet.step(f"rest_{payer.id}", self._named("rest", payer=payer.id), rest)

    @property
    def _no_fault(self) -> list[Payer]:
        return [
            payer for payer in self._place.payers if payer.insured and not payer.at_fault and not payer.advance_only
        ]

    def _pay_by_proxy(self) -> None:
        """Each at-fault vehicle's own insurer pays for the no-fault ones, at most their limits over the vehicles at fault."""
        without = self._no_fault
        at_fault = [payer for payer in self._place.payers if payer.at_fault]
        own_insured = {payer.id for payer in at_fault if payer.insured}
        if not without or not at_fault:
            return
        limit = Figure(self._words["no_fault_limit"].term, Fraction(self._place.limit(without[0], Item.PROPERTY)))
        tree = Operation(
            "÷",
            Operation("×", self._count("no_fault_count", sum(payer.sets for payer in without)), limit),
            self._count("at_fault_count", len(at_fault)),
        )
        proxy_limit: Reference | None = None
        for name in sorted(own_insured):
            mine = [victim for victim in self._victims if victim.vehicle == name and victim.loss.value > 0]
            if not mine:
                continue
            if proxy_limit is None:
                proxy_limit = self._sheet.step("proxy_limit", self._words["proxy_limit"].term.name, tree)
            whole = _added([victim.loss for victim in mine])
            own = Operation("min", whole, proxy_limit)
            for victim in mine:
                part: Node = own if len(mine) == 1 else Operation("÷", Operation("×", own, victim.loss), whole)
                named = self._named("proxy", payer=name, victims=victim.name)
                self._proxies[victim] = self._sheet.step(f"proxy_{victim.name}", named, part)

    def _count(self, word: str, number: int) -> Figure:
        return Figure(self._words[word].term, Fraction(number))

    def _named(self, word: str, *, payer: str = "", victims: str = "") -> Text:
        return self._words[word].term.name.filled(item=self._label, payer=payer, victims=victims, turn=0)

    # ------------------------------------------------------------------------------------------ cents

    def _settle(self, rows: Mapping[str, _Row], limits: Mapping[str, Node]) -> None:
        """Round by victim, all lines of one name together, and write the lines down."""
        bills = [row.bill() for row in rows.values()]
        cents = {payer: int(limit.value * 100) for payer, limit in limits.items()}
        whole = sum(int(self._place.limit(payer, self._item) * 100) * payer.sets for payer in self._no_fault)
        cents[_POOL] = whole - sum(cents.get(payer.id, 0) for payer in self._no_fault) if self._proxies else 0
        settle(bills, cents)
        for (name, row), bill in zip(rows.items(), bills, strict=True):
            for place, (payer, node, victim) in enumerate(row.parts):
                self._write(name, payer, node, victim, bill.paid[place], bill.paid[place] - bill.floors[place])

    def _write(self, name: str, payer: str, node: Node, victim: _Victim, paid: int, cent: int) -> None:
        mark = ""
        if payer == _POOL:
            payer, mark = victim.vehicle or "", PROXY
        elif victim.is_emergency and any(one.id == payer and one.advance_only for one in victim.payers):
            mark = ADVANCE
        title = self._words["pays"].term.name.filled(item=self._label, payer=payer, victims=name, turn=0)
        self._sheet.steps.append(step := Step(len(self._sheet.steps) + 1, f"pay_{payer}_{name}_{mark}", title, node))
        self._lines.append(Line(step, amount_of(paid), payer, name, cent, self._item.value, mark))


def _total(figures: list[Figure]) -> Node:
    return figures[0] if len(figures) == 1 else Total(figures[0].term, figures)


def _added(nodes: Sequence[Node]) -> Node:
    return nodes[0] if len(nodes) == 1 else Operation("+", *nodes)
