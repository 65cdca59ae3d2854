"""Where in a TOML file something stands, so that an error can be found by whoever writes the file."""

from __future__ import annotations

import re
from collections.abc import Sequence

Place = Sequence[str | int]
"""The way to a value: names of tables and keys, numbers of items."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.\-\"]+)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_\-]+)\s*=")


def line_of(text: str, place: Place) -> int:
    """Return the line on which a value stands, or the nearest thing around it; the first line for the file itself."""
    best, depth = 1, 0
    wanted = list(place)
    for number, path in _places(text):
        common = 0
        for own, other in zip(path, wanted, strict=False):
            if own != other:
                break
            common += 1
        if common in (len(path), len(wanted)) and common > depth:
            best, depth = number, common
    return best


def _places(text: str) -> list[tuple[int, list[str | int]]]:
    found: list[tuple[int, list[str | int]]] = []
    table: list[str | int] = []
    counts: dict[tuple[str | int, ...], int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        header = _HEADER.match(line)
        if header:
            names: list[str | int] = [name.strip('"') for name in header[2].split(".")]
            if header[1] == "[[":
                key = tuple(names)
                counts[key] = counts.get(key, -1) + 1
                table = [*names, counts[key]]
            else:
                table = _inside_lists(names, counts)
            found.append((number, table))
        elif key_match := _KEY.match(line):
            found.append((number, [*table, key_match[1]]))
    return found


def _inside_lists(names: list[str | int], counts: dict[tuple[str | int, ...], int]) -> list[str | int]:
    """Return the way to a table, with the number of the item where it lies within a list."""
    way: list[str | int] = []
    for name in names:
        way.append(name)
        count = counts.get(tuple(part for part in way if isinstance(part, str)))
        if count is not None:
            way.append(count)
    return way
