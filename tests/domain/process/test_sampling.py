"""Review rules: what each goes by, and a lot that nobody can choose and everybody can draw again."""

from __future__ import annotations

import hashlib
from decimal import Decimal

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.process.sampling import ReviewRule, RuleKind, Submitted, asked, draw
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.texts import Text
from surveyor_app.wording.findings.review_rules import load_review_rules

ROOT = "ab" * 32
NAME = Text({"zh": "规则", "en": "Rule"})


def submitted(loss: str = "0", root: str = ROOT, **more: int) -> Submitted:
    return Submitted(CaseFacts(), Decimal(loss), root, **more)


def chosen(rule: ReviewRule, case: Submitted) -> bool:
    return any(item.chosen for item in asked([rule], case))


@pytest.mark.parametrize(("loss", "is_chosen"), [("99.99", False), ("100", True), ("199.99", True), ("200", False)])
def test_a_value_rule_goes_by_the_loss(loss: str, is_chosen: bool) -> None:
    rule = ReviewRule("v", NAME, RuleKind.VALUE, at_least=Decimal(100), below=Decimal(200))
    assert chosen(rule, submitted(loss)) is is_chosen


def test_kinds_conditions_and_prompts_go_by_the_records() -> None:
    assert chosen(ReviewRule("k", NAME, RuleKind.KINDS, kinds=("A",)), submitted())
    assert not chosen(ReviewRule("k", NAME, RuleKind.KINDS, kinds=("D",)), submitted())
    assert chosen(ReviewRule("c", NAME, RuleKind.CONDITION, condition="always"), submitted())
    assert not chosen(ReviewRule("c", NAME, RuleKind.CONDITION, condition="freight"), submitted())
    seen = ReviewRule("p", NAME, RuleKind.PROMPT_SEEN)
    assert chosen(seen, submitted(prompts_seen=1))
    assert not chosen(seen, submitted())


def test_every_nth_counts_what_was_reviewed_before() -> None:
    rule = ReviewRule("n", NAME, RuleKind.EVERY_NTH, one_of=3)
    assert [chosen(rule, submitted(reviewed_before=before)) for before in range(6)] == [False, False, True] * 2


def test_a_lot_is_what_anybody_gets_who_draws_from_the_same_root() -> None:
    number = int(hashlib.sha256(bytes.fromhex(ROOT) + b"lot").hexdigest(), 16)
    for one_of in (1, 2, 3, 20, 97):
        assert draw(ROOT, "lot", one_of) is (number % one_of == 0)
    roots = [hashlib.sha256(bytes([n])).hexdigest() for n in range(200)]
    drawn = [draw(root, "lot", 20) for root in roots]
    assert 0 < sum(drawn) < 30, "about one in twenty"
    assert drawn != [draw(root, "another", 20) for root in roots], "each rule draws by itself"


def test_that_a_lot_did_not_fall_is_kept_too() -> None:
    lot = ReviewRule("lot", NAME, RuleKind.LOT, one_of=10**6)
    value = ReviewRule("v", NAME, RuleKind.VALUE, at_least=Decimal(100))
    assert [(item.rule.id, item.chosen) for item in asked([lot, value], submitted())] == [("lot", False)]
    assert not chosen(ReviewRule("lot", NAME, RuleKind.LOT, one_of=1), submitted(root=""))


def test_the_rules_of_this_program_draw_one_of_twenty_by_lot() -> None:
    rules = {rule.id: rule for rule in load_review_rules(resources_dir())}
    assert (rules["lot_20"].kind, rules["lot_20"].one_of) == (RuleKind.LOT, 20)
    assert rules["value_large"].at_least == Decimal(240000)
