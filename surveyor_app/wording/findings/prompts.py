"""The risk prompts (风险提示) that come with the program, read once; domain §14."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.survey.prompts import RAISED_BY, Prompt, PromptMode, Prompts
from surveyor_app.wording.findings.papers import CASES
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, texts, whole
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "prompts.toml"


@cache
def load_prompts(resources: Path) -> Prompts:
    """Read ``prompts.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a prompt in it is not whole or names what does not exist.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        limits = {
            "days": whole(table, "near_start_days", 0, 366),
            "end_days": whole(table, "near_end_days", 0, 366),
            "hours": whole(table, "late_report_hours", 1, 24 * 366),
            "percent": whole(table, "over_insured_percent", 100, 10_000),
        }
        made = tuple(_prompt(item, limits) for item in table["prompt"])
        require_once(prompt.id for prompt in made)
        return Prompts(string_of(table["version"]), made, limits)


def _prompt(item: Item, limits: dict[str, int]) -> Prompt:
    mode, cases = PromptMode(item["mode"]), frozenset(texts(item, "cases"))
    if not cases or not cases <= CASES:
        raise ValueError(f"cases: {sorted(cases)}")
    days = limits["end_days"] if item.get("rule") == "near_end" else limits["days"]
    return Prompt(
        id=string_of(item["id"]),
        name=item.text(),
        mode=mode,
        rule=None if mode is PromptMode.MANUAL else one_of(item, "rule", RAISED_BY),
        cases=cases,
        trigger=item.text("trigger_").filled(days=days, hours=limits["hours"]),
    )
