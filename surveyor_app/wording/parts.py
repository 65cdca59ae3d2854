"""The parts list (部件表) as options for a choice, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "parts.toml"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a vehicle; ``areas`` are ids of the enumeration ``damage_area``, or ``inside``, which shows from nowhere."""

    id: str
    label: Text
    areas: tuple[str, ...]


@cache
def load_parts(resources: Path) -> Mapping[str, Part]:
    """Read ``parts.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a part in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        parts = [_part(item) for item in table["part"]]
    return {part.id: part for part in parts}


def _part(item: Item) -> Part:
    return Part(string_of(item["id"]), item.text(), tuple(string_of(area) for area in item.get("areas", ())))
