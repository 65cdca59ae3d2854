"""The words of the first guidance (索赔须知), read once; domain §1.2, §18.2."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.findings.clocks import load_clocks
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "guidance.toml"
NAMES: Mapping[str, frozenset[str]] = {
    "title": frozenset(),
    "salutation": frozenset({"addressee"}),
    "nobody": frozenset(),
    "report_no": frozenset({"number"}),
    "scene": frozenset(),
    "police": frozenset({"grounds"}),
    "papers": frozenset({"papers"}),
    "process": frozenset({"stages"}),
    "limits": frozenset({"limits"}),
    "limit": frozenset({"name", "value"}),
    "contact": frozenset({"phone"}),
    "thanks": frozenset(),
}
"""What is filled in, by text."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """The template with its version, and the clocks that are told."""

    id: str
    version: str
    limits: tuple[str, ...]
    texts: Mapping[str, Text]


@cache
def load_guidance(resources: Path) -> Guidance:
    """Read ``guidance.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a text or a clock in it is missing or names what there is not.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        texts = {name: item.text() for name, item in table.items() if isinstance(item, Item)}
        if set(texts) != NAMES.keys():
            raise ValueError(f"texts: {sorted(set(texts) ^ NAMES.keys())}")
        for name, text in texts.items():
            for form in text.forms.values():
                form.format(**dict.fromkeys(NAMES[name], ""))
        limits = tuple(string_of(item) for item in table["told_limits"])
        unknown = set(limits) - load_clocks(resources).keys()
        if unknown:
            raise ValueError(f"clocks: {sorted(unknown)}")
        return Guidance(string_of(table["id"]), string_of(table["version"]), limits, texts)
