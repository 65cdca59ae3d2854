"""The tables that checks and prompts go by, read from the resources once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.checks.contents import RuleTables
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.police_grounds import load_police_grounds
from surveyor_app.wording.findings.prompts import load_prompts
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.labels import Labels


@cache
def rule_tables(resources: Path) -> RuleTables:
    """Read all of them; of each folder once.

    Raises:
        InstallationIncomplete: one is missing or not whole.
    """
    labels = Labels.load(resources)
    return RuleTables(
        record_checks=load_record_checks(resources),
        papers=load_papers(resources),
        prompts=load_prompts(resources),
        police_grounds=load_police_grounds(resources),
        cover_wording=load_cover_wording(resources),
        field_names={(kind, name): text for kind, names in labels.fields.items() for name, text in names.items()},
        enum_values={
            name: {choice.id: choice.label for choice in choices} for name, choices in labels.enumerations.items()
        },
    )
