"""What to look at and to take along before departure (出发前核对), read once; domain §1.9."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "departure.toml"
FACTS = frozenset({"near_limits", "covers", "limits", "under_insured", "earlier_losses"})
"""What a case may know about an item."""


@dataclass(frozen=True, slots=True)
class DepartureItem:
    """One thing to look at; ``fact`` names what the case knows about it."""

    id: str
    text: Text
    fact: str | None = None


@cache
def load_departure(resources: Path) -> Sequence[DepartureItem]:
    """Read ``departure.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an item in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        made = [_item(item) for item in table["item"]]
        require_once(item.id for item in made)
    return made


def _item(item: Item) -> DepartureItem:
    return DepartureItem(string_of(item["id"]), item.text(), one_of(item, "fact", FACTS) if "fact" in item else None)
