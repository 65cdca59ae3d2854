"""The review rules (审核规则), read once; domain §18.6."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from surveyor_app.domain.process.sampling import ReviewRule, RuleKind
from surveyor_app.domain.survey.facts import CASE_KINDS, CONDITIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, texts, whole
from surveyor_app.wording.toml_files import string_of, well_formed

TABLE = "review_rules.toml"
MOST = 100_000


@cache
def load_review_rules(resources: Path) -> Sequence[ReviewRule]:
    """Read ``review_rules.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry in it is not whole.
    """
    table = read_table(resources, TABLE)
    with well_formed(resources, TABLE):
        rules = [_rule(item) for item in table["rule"]]
        require_once(rule.id for rule in rules)
    return tuple(rules)


def _rule(item: Item) -> ReviewRule:
    kind = RuleKind(one_of(item, "kind", tuple(RuleKind)))
    kinds = texts(item, "kinds") if kind is RuleKind.KINDS else ()
    unknown = set(kinds) - CASE_KINDS
    if unknown or (kind is RuleKind.KINDS and not kinds):
        raise ValueError(f"kinds: {sorted(unknown)}")
    return ReviewRule(
        id=string_of(item["id"]),
        name=item.text(),
        kind=kind,
        at_least=_amount(item, "at_least") if kind is RuleKind.VALUE else None,
        below=_amount(item, "below") if "below" in item and kind is RuleKind.VALUE else None,
        kinds=kinds,
        condition=one_of(item, "condition", CONDITIONS) if kind is RuleKind.CONDITION else "",
        one_of=whole(item, "one_of", 1, MOST) if kind in (RuleKind.LOT, RuleKind.EVERY_NTH) else 1,
    )


def _amount(item: Item, name: str) -> Decimal:
    text = string_of(item[name])
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"{name}: not an amount: {text}") from error
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"{name}: not an amount: {text}")
    return amount
