"""How long each stage may wait for somebody (环节时限), where no record names a moment; read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path

from surveyor_app.domain.process.stages import Stage, Waits
from surveyor_app.wording.findings.clocks import UNITS
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, whole
from surveyor_app.wording.toml_files import well_formed

TABLE = "process_times.toml"


@cache
def load_process_times(resources: Path) -> Mapping[tuple[str, str], timedelta]:
    """Read ``process_times.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry in it is not whole.
    """
    table = read_table(resources, TABLE)
    with well_formed(resources, TABLE):
        found = [_wait(item) for item in table["wait"]]
        require_once(key for key, _ in found)
    return dict(found)


def _wait(item: Item) -> tuple[tuple[str, str], timedelta]:
    key = one_of(item, "stage", tuple(Stage)), one_of(item, "for", tuple(Waits))
    unit = UNITS[one_of(item, "unit", UNITS)]
    return (str(key[0]), str(key[1])), whole(item, "value", 0, 10_000) * (unit or timedelta(days=365))
