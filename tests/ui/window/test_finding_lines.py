"""Many findings as few lines, none of them lost."""

from __future__ import annotations

from surveyor_app.domain.checks.findings import Check, Finding, Level
from surveyor_app.domain.texts import Text
from surveyor_app.ui.window.finding_lines import FIRST_LINES, MOST_LINES, grouped, is_shortened


def finding(kind: str, number: int) -> Finding:
    return Finding(Check(f"V{number}", "blank", Level.MUST, kind, Text.same(str(number))), str(number), None)


def test_few_are_shown_as_they_are() -> None:
    few = [finding("claim" if n % 2 else "task", n) for n in range(MOST_LINES)]
    assert grouped(few, is_whole=False) == [("", few, MOST_LINES)]
    assert not is_shortened(few)
    assert grouped([], is_whole=False) == []


def test_many_stand_together_by_kind_in_the_order_of_their_first() -> None:
    many = [finding("task" if n % 5 == 0 else "claim", n) for n in range(40)] + [finding("person", 99)]
    short = grouped(many, is_whole=False)
    assert [(kind, len(shown), count) for kind, shown, count in short] == [
        ("task", FIRST_LINES, 8),
        ("claim", FIRST_LINES, 32),
        ("person", 1, 1),
    ]
    assert is_shortened(many)
    whole = grouped(many, is_whole=True)
    assert [item for _, shown, _ in whole for item in shown] == [
        *(item for item in many if item.record_kind == "task"),
        *(item for item in many if item.record_kind == "claim"),
        many[-1],
    ]
