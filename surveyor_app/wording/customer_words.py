"""What a customer reads of their claim (客户看到的话), read once; domain §18.4."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import well_formed

FILE = "customer_words.toml"
NAMES: Mapping[str, frozenset[str]] = {
    "report": frozenset(),
    "cancelled": frozenset({"date"}),
    "cancelled_some_day": frozenset(),
    "report_unclear": frozenset({"fields"}),
    "opened": frozenset({"handler", "phone"}),
    "opened_no_phone": frozenset({"handler"}),
    "opening": frozenset(),
    "papers": frozenset({"papers"}),
    "papers_reading": frozenset(),
    "papers_done": frozenset(),
    "survey_at": frozenset({"name", "time"}),
    "survey_coming": frozenset({"name"}),
    "survey_under_way": frozenset({"name"}),
    "survey_done": frozenset(),
    "paused": frozenset({"date"}),
    "decision": frozenset({"date"}),
}
"""What is filled in, by text."""


@cache
def load_customer_words(resources: Path) -> Mapping[str, Text]:
    """Read ``customer_words.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a text in it is missing or names what is not filled in.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        texts = {name: item.text() for name, item in table.items() if isinstance(item, Item)}
        if set(texts) != NAMES.keys():
            raise ValueError(f"texts: {sorted(set(texts) ^ NAMES.keys())}")
        for name, text in texts.items():
            # Refuses a brace too many and a name that is not known.
            for form in text.forms.values():
                form.format(**dict.fromkeys(NAMES[name], ""))
        return texts
