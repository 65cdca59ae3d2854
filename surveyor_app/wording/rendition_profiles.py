"""What receivers want of photos: size, weight, which part of the layer, and the stamp; read from ``renditions.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "renditions.toml"
FIELDS = frozenset({"report_no", "surveyor", "time", "place", "shot", "number"})
LAYERS = frozenset({"all", "hiding", "none"})
MOST_LINES = 8
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class RenditionProfile:
    """One kind of copy; ``layer`` is ``all``, ``hiding`` (pixelation alone) or ``none``, ``stamp`` lines with fields."""

    id: str
    name: Text
    longest_px: int
    quality: int
    max_bytes: int
    layer: str
    stamp: tuple[str, ...]


def load_profiles(resources: Path) -> dict[str, RenditionProfile]:
    """Read ``renditions.toml``, in the order of the file.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a profile in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        profiles = [_profile(item) for item in table["profile"]]
        if len({profile.id for profile in profiles}) < len(profiles) or not profiles:
            raise ValueError("an id stands twice, or there is no profile")
    return {profile.id: profile for profile in profiles}


def stamp_lines(template: tuple[str, ...], values: Mapping[str, str]) -> tuple[str, ...]:
    """Fill in the stamp; a line with fields that are all empty is left out, blanks around an empty one are closed up."""
    lines = []
    for line in template:
        names = _FIELD.findall(line)
        if names and not any(values.get(name) for name in names):
            continue
        filled = _FIELD.sub(lambda match: values.get(match[1], ""), line)
        lines.append(re.sub(r" {3,}", "  ", filled).strip())
    return tuple(lines)


def unknown_fields(line: str) -> set[str]:
    """Return the fields of a stamp's line that there are not."""
    return set(_FIELD.findall(line)) - FIELDS


def _profile(item: Item) -> RenditionProfile:
    id_, layer = string_of(item["id"]), string_of(item["layer"])
    stamp = tuple(string_of(line) for line in item["stamp"])
    if any(unknown_fields(line) for line in stamp) or layer not in LAYERS or len(stamp) > MOST_LINES:
        raise ValueError(f"{id_}: unknown field or layer, or too many lines")
    longest, quality, kilobytes = (
        _number(item[name], low, high)
        for name, low, high in (("longest_px", 64, 20_000), ("quality", 40, 95), ("max_kb", 20, 15_000))
    )
    return RenditionProfile(id_, item.text(), longest, quality, kilobytes * 1000, layer, stamp)


def _number(value: object, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"not a number from {low} to {high}: {value!r}")
    return value
