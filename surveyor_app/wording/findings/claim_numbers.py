"""The patterns by which claims are numbered, read once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from surveyor_app.domain.process.claim_numbers import NumberPattern, Restart
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import optional, require_once
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "claim_numbers.toml"


@cache
def load_number_patterns(resources: Path) -> Sequence[NumberPattern]:
    """Read ``claim_numbers.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a pattern in it is none or is the same as another's.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        patterns = [_pattern(item) for item in table["pattern"]]
        require_once(pattern.id for pattern in patterns)
        require_once((pattern.line, pattern.insurer) for pattern in patterns)
        require_once(pattern.format for pattern in patterns)
    return patterns


def _pattern(item: Item) -> NumberPattern:
    return NumberPattern(
        id=string_of(item["id"]),
        line=string_of(item["line"]),
        format=string_of(item["format"]),
        restart=Restart(string_of(item["restart"])),
        insurer=optional(item, "insurer"),
    )
