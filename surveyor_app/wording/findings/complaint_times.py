"""Until when complaints are answered (投诉答复时限), by the way they came; read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path

from surveyor_app.wording.findings.clocks import UNITS
from surveyor_app.wording.labels import labels_of
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, whole
from surveyor_app.wording.toml_files import well_formed

TABLE = "complaint_times.toml"
ANY = ""
"""Stands for every way that has no line of its own."""


@cache
def load_complaint_times(resources: Path) -> Mapping[str, timedelta]:
    """Read ``complaint_times.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, an entry in it is not whole, or there is none for all other ways.
    """
    table = read_table(resources, TABLE)
    with well_formed(resources, TABLE):
        ways = [choice.id for choice in labels_of(resources).choices("contact_channel")]
        found = [_time(item, ways) for item in table["answer"]]
        require_once(way for way, _ in found)
        times = dict(found)
        if ANY not in times:
            raise ValueError("no line for all other ways")
    return times


def _time(item: Item, ways: list[str]) -> tuple[str, timedelta]:
    way = one_of(item, "channel", ways) if "channel" in item else ANY
    unit = UNITS[one_of(item, "unit", UNITS)]
    return way, whole(item, "value", 0, 10_000) * (unit or timedelta(days=365))
