"""The rules we have are those of the domain reference (§4): as grave, in the same words, blank where it says blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Check, Level
from surveyor_app.operations.cases.checking import load_checks

LEVELS = {"E": Level.MUST, "W": Level.SHOULD}
ASK_FOR_A_FIELD = {"blank", "driver_blank", "insured_driver_blank", "injured_blank", "extended_checks"}
NOT_YET = {"V77": "there is no sketch record to sign yet"}
NUMBERED = [check for check in load_checks(resources_dir()) if re.fullmatch(r"V\d+", check.id)]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the reference."""

    id: str
    condition: str
    level: Level
    zh: str
    en: str


@pytest.fixture(scope="module")
def rules(domain_reference: Path) -> dict[str, Rule]:
    text = domain_reference.read_text(encoding="utf-8")
    section = text[text.index("\n## 4 ") : text.index("\n## 5 ")]
    found: dict[str, Rule] = {}
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        for place, cell in enumerate(cells):
            if re.fullmatch(r"V\d+", cell):
                condition, *rest = cells[place + 1 :]
                level = LEVELS[rest.pop(0)] if rest[0] in LEVELS else Level.MUST
                found[cell] = Rule(cell, condition, level, rest[0], rest[1])
    assert len(found) > 80
    return found


@pytest.mark.parametrize("check", NUMBERED, ids=[check.id for check in NUMBERED])
def test_a_numbered_rule_is_as_grave_as_the_reference_says_and_in_its_words(
    rules: dict[str, Rule], check: Check
) -> None:
    rule = rules[check.id]
    assert check.level is rule.level
    assert (check.text.forms["zh"], check.text.forms["en"]) == (rule.zh, rule.en)
    assert (check.rule in ASK_FOR_A_FIELD) == rule.condition.endswith(("blank", "blank or not 0/1"))


def test_every_rule_of_the_reference_is_there_or_named(rules: dict[str, Rule]) -> None:
    assert set(rules) - {check.id for check in NUMBERED} == set(NOT_YET)
