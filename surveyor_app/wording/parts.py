"""The parts list (部件表) as options for a choice, read once."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.labels import ENUMERATIONS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, texts
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "parts.toml"
AREAS = "damage_area"
INSIDE = "inside"
"""The area of parts that no zone of the outside shows."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a vehicle; ``areas`` are ids of the enumeration ``damage_area``, or :data:`INSIDE`."""

    id: str
    label: Text
    areas: tuple[str, ...]
    initials: str
    """Of the Chinese name in pinyin, such as ``qbxgp``."""


@cache
def load_parts(resources: Path) -> Mapping[str, Part]:
    """Read ``parts.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a part in it is not whole or stands twice.
    """
    table = read_table(resources, FILE)
    areas = {value["id"] for value in read_toml(resources, ENUMERATIONS).get(AREAS, {}).get("values", ())}
    with well_formed(resources, FILE):
        parts = [_part(item, {*areas, INSIDE}) for item in table["part"]]
        require_once(part.id for part in parts)
    return {part.id: part for part in parts}


def _part(item: Item, areas: Container[str]) -> Part:
    initials = string_of(item["pinyin"])
    if not (initials.isascii() and initials.isalnum() and initials.islower()):
        raise ValueError(f"no initials: {initials}")
    shows = tuple(one_of({"area": area}, "area", areas) for area in texts(item, "areas"))
    return Part(string_of(item["id"]), item.text(), shows, initials)
