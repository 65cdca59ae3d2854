"""When the police must be called (必须报警), read once; domain §10.4."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.survey.police_grounds import GROUND_RULES, PoliceGround, PoliceGrounds
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "police_grounds.toml"


@cache
def load_police_grounds(resources: Path) -> PoliceGrounds:
    """Read ``police_grounds.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a ground in it is not whole or names no rule there is.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        grounds = tuple(_ground(item) for item in table["ground"])
        require_once(ground.id for ground in grounds)
        return PoliceGrounds(string_of(table["version"]), grounds)


def _ground(item: Item) -> PoliceGround:
    rule = one_of(item, "rule", GROUND_RULES) if "rule" in item else None
    return PoliceGround(string_of(item["id"]), item.text(), rule, string_of(item["article"]))
