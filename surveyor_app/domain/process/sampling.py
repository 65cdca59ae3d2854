"""Review rules (审核规则): which surveys a second reviewer reads too, by what they are about or by lot (domain §18.6).

A lot is drawn from the root that the centre signed when the survey was first received in full: SHA-256 of the root's 32 bytes and
the rule's id, read as a number, is divided by ``one_of``; no remainder means chosen. The root is there before anybody has
reviewed, it is never drawn again, and whoever has the receipt can draw too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from surveyor_app.domain.survey.facts import CaseFacts, case_kinds, holds
from surveyor_app.domain.texts import Text


class RuleKind(StrEnum):
    """What a rule goes by."""

    VALUE = "value"
    KINDS = "kinds"
    CONDITION = "condition"
    PROMPT_SEEN = "prompt_seen"
    LOT = "lot"
    EVERY_NTH = "every_nth"


BY_NUMBER = frozenset({RuleKind.LOT, RuleKind.EVERY_NTH})
"""Rules of which it is kept too that they did not choose: whoever looks later sees that they were asked."""


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """One rule. ``at_least`` and ``below`` are amounts (CNY); ``kinds`` those of a case; ``one_of`` how many on one chosen."""

    id: str
    name: Text
    kind: RuleKind
    at_least: Decimal | None = None
    below: Decimal | None = None
    kinds: Sequence[str] = ()
    condition: str = ""
    one_of: int = 1


@dataclass(frozen=True, slots=True)
class Submitted:
    """What the rules ask of one submission: the case, its loss, the root it is drawn from, and how many were reviewed before."""

    facts: CaseFacts
    loss: Decimal
    root: str
    prompts_seen: int = 0
    reviewed_before: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one rule says of a submission."""

    rule: ReviewRule
    chosen: bool


def draw(root: str, rule_id: str, one_of: int) -> bool:
    """Tell whether a lot falls on a root (64 hexadecimal digits)."""
    digest = hashlib.sha256(bytes.fromhex(root) + rule_id.encode()).digest()
    return int.from_bytes(digest) % one_of == 0


def asked(rules: Iterable[ReviewRule], submitted: Submitted) -> list[Drawn]:
    """Return what is to be kept of the rules: those that choose the submission, and lots and counts whatever they say."""
    found = [Drawn(rule, _chooses(rule, submitted)) for rule in rules]
    return [item for item in found if item.chosen or item.rule.kind in BY_NUMBER]


def _chooses(rule: ReviewRule, submitted: Submitted) -> bool:
    if rule.kind is RuleKind.VALUE:
        return submitted.loss >= (rule.at_least or 0) and (rule.below is None or submitted.loss < rule.below)
    if rule.kind is RuleKind.KINDS:
        return not case_kinds(submitted.facts).isdisjoint(rule.kinds)
    if rule.kind is RuleKind.CONDITION:
        return holds(rule.condition, submitted.facts) is True
    if rule.kind is RuleKind.PROMPT_SEEN:
        return submitted.prompts_seen > 0
    if rule.kind is RuleKind.EVERY_NTH:
        return (submitted.reviewed_before + 1) % rule.one_of == 0
    # Without a receipt there is nothing to draw from, and nothing is accepted.
    return bool(submitted.root) and draw(submitted.root, rule.id, rule.one_of)
