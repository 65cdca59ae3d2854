"""The table of who of the office may do what (岗位权限), read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.domain.process.permissions import Act, Flow, OfficeRole, Permission, Permissions, WorkState
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import require_once, texts
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "office_acts.toml"


@cache
def load_permissions(resources: Path) -> Permissions:
    """Read ``office_acts.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, an entry in it is not whole, or an act has none.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        lines = [_line(item) for item in table["act"]]
        require_once(line.act for line in lines)
        found: Mapping[Act, Permission] = {line.act: line for line in lines}
        if set(found) != set(Act):
            raise ValueError(f"no line for {sorted(set(Act) - set(found))}")
        watching = {line.act for line in lines if OfficeRole.AUDITOR in line.roles} - READS
        if watching:
            raise ValueError(f"an auditor writes nothing: {sorted(watching)}")
    return found


READS = frozenset({Act.SEE_CLAIMS, Act.SEE_PEOPLE, Act.SEE_ACCOUNT_EVENTS, Act.SEE_VIEWS})
"""Acts that change nothing: all that an auditor may be given."""


def _line(item: Item) -> Permission:
    roles = frozenset(OfficeRole(role) for role in texts(item, "roles"))
    if not roles:
        raise ValueError(f"nobody may {item['id']}")
    states = texts(item, "states") if "states" in item else tuple(WorkState)
    flows = frozenset(Flow(flow) for flow in texts(item, "flows")) if "flows" in item else frozenset(Flow)
    return Permission(
        Act(string_of(item["id"])), item.text(), roles, frozenset(WorkState(state) for state in states), flows
    )
