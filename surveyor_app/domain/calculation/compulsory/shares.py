"""Who bears how much of one item, exactly: shares by limits, over-limit, and the rounds of what is left (§12.2 steps 3 to 5).

Victims that the same payers may pay are one group: within it everything is in proportion to the losses, in every step. So there
are at most as many groups as vehicles and one more, however many victims. In each round either a group is paid in full or every
payer that could still pay is used up, so the rounds end, with nothing rounded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from surveyor_app.domain.calculation.expressions import Literal, Node, Operation, Reference
from surveyor_app.domain.calculation.packs import Word
from surveyor_app.domain.calculation.results import Sheet
from surveyor_app.domain.texts import Text

SMALLEST_OFFER = Fraction(1, 1000)
Pair = tuple[str, int]
"""A payer's name and a group's number."""


@dataclass(frozen=True, slots=True)
class Group:
    """Losses that the same payers may pay: what they come to, and the greatest part of it that is one victim's."""

    net: Reference
    payers: tuple[str, ...]
    label: str
    greatest_part: Fraction


class Shares:
    """Works the shares of one item out; ``limits`` by payer."""

    def __init__(
        self, sheet: Sheet, words: Mapping[str, Word], limits: Mapping[str, Node], groups: Sequence[Group], item: Text
    ) -> None:
        self._sheet = sheet
        self._words = words
        self._limits = limits
        self._groups = groups
        self._item = item
        self._of_payer: dict[str, list[Pair]] = {payer: [] for payer in limits}
        for number, group in enumerate(groups):
            for payer in group.payers:
                self._of_payer[payer].append((payer, number))

    def paid(self) -> Mapping[Pair, Node]:
        """Return what each payer pays to each group."""
        paid = self._within_limits(self._borne())
        turn = 1
        while (more := self._round(paid, turn)) is not None:
            paid, turn = more, turn + 1
        return paid

    def _borne(self) -> dict[Pair, Node]:
        borne: dict[Pair, Node] = {}
        for number, group in enumerate(self._groups):
            whole = _sum([self._limits[payer] for payer in group.payers])
            for payer in group.payers:
                share: Node = group.net
                if len(group.payers) > 1:
                    share = Operation("÷", Operation("×", group.net, self._limits[payer]), whole)
                borne[payer, number] = self._step("bears", share, payer, number)
        return borne

    def _within_limits(self, borne: Mapping[Pair, Node]) -> Mapping[Pair, Node]:
        paid = dict(borne)
        for payer, pairs in self._of_payer.items():
            limit = self._limits[payer]
            whole = _sum([borne[pair] for pair in pairs])
            if whole.value <= limit.value:
                continue
            for pair in pairs:
                share = limit if len(pairs) == 1 else Operation("÷", Operation("×", limit, borne[pair]), whole)
                paid[pair] = self._step("over_limit", share, *pair)
        return paid

    def _round(self, paid: Mapping[Pair, Node], turn: int) -> Mapping[Pair, Node] | None:
        """Return what is paid after one more round, ``None`` where nothing is left to offer or to pay."""
        left = {
            payer: Operation("−", self._limits[payer], *(paid[pair] for pair in pairs))
            for payer, pairs in self._of_payer.items()
            if pairs and sum(paid[pair].value for pair in pairs) < self._limits[payer].value
        }
        open_ = {
            number: Operation("−", group.net, *(paid[payer, number] for payer in group.payers))
            for number, group in enumerate(self._groups)
            if sum(paid[payer, number].value for payer in group.payers) < group.net.value
        }
        offers, unpaid_of = self._offers(left, open_, turn)
        if (
            not offers
            or max(offers[pair].value * self._groups[pair[1]].greatest_part for pair in offers) < SMALLEST_OFFER
        ):
            return None
        more = dict(paid)
        for number, unpaid in unpaid_of.items():
            offered = [pair for pair in offers if pair[1] == number]
            whole = _sum([offers[pair] for pair in offered])
            for pair in offered:
                taken: Node = offers[pair]
                if whole.value > unpaid.value:
                    taken = Operation("÷", Operation("×", taken, unpaid), whole)
                more[pair] = self._step("round", Operation("+", paid[pair], taken), *pair, turn=turn)
        return more

    def _offers(
        self, left: Mapping[str, Node], open_: Mapping[int, Node], turn: int
    ) -> tuple[dict[Pair, Node], dict[int, Node]]:
        """Return what each payer with something left offers, and what is unpaid of the groups that are offered something."""
        pairs_of = {
            payer: pairs for payer in left if (pairs := [pair for pair in self._of_payer[payer] if pair[1] in open_])
        }
        wanted = {number for pairs in pairs_of.values() for _, number in pairs}
        unpaid_of: dict[int, Node] = {
            number: self._step("unpaid", open_[number], "", number, turn=turn) for number in sorted(wanted)
        }
        offers: dict[Pair, Node] = {}
        for payer, pairs in pairs_of.items():
            rest = self._step("left", left[payer], payer, None, turn=turn)
            whole = _sum([unpaid_of[number] for _, number in pairs])
            for pair in pairs:
                unpaid = unpaid_of[pair[1]]
                offer: Node = unpaid
                if rest.value < whole.value:
                    offer = rest if len(pairs) == 1 else Operation("÷", Operation("×", rest, unpaid), whole)
                offers[pair] = self._step("offer", offer, *pair, turn=turn)
        return offers, unpaid_of

    def _step(self, word: str, tree: Node, payer: str, number: int | None, turn: int = 0) -> Reference:
        victims = "" if number is None else self._groups[number].label
        name = self._words[word].term.name.filled(item=self._item, payer=payer, victims=victims, turn=turn)
        return self._sheet.step(f"{word}_{payer}_{number}_{turn}", name, tree)


def _sum(parts: Sequence[Node]) -> Node:
    if not parts:
        return Literal(Fraction(0))
    return parts[0] if len(parts) == 1 else Operation("+", *parts)
