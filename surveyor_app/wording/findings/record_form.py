"""How the record form is printed (``resources/record_form.toml``): which fields stand in which group; domain §3.1."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from surveyor_app.domain.kinds import SPECS
from surveyor_app.wording.paper_texts import load_paper_texts
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import one_of, require_once, texts
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "record_form.toml"
OF_VEHICLES = frozenset({"insured", "third"})
"""Groups that stand once for each vehicle: of the vehicle or of its driver."""


class FormPlace(StrEnum):
    """Before the checks or behind them."""

    HEAD = "head"
    FOOT = "foot"


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A group of the form; ``vehicles`` says for which vehicles it stands, ``None``: it stands once."""

    id: str
    place: FormPlace
    kind: str
    vehicles: str | None
    fields: tuple[str, ...]


@cache
def load_record_form(resources: Path) -> tuple[FormGroup, ...]:
    """Read ``record_form.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, a group names what is no field, or has no title.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        groups = tuple(_group(item) for item in table["group"])
        require_once(group.id for group in groups)
        titles = load_paper_texts(resources)
        if untitled := [group.id for group in groups if f"form_{group.id}" not in titles]:
            raise ValueError(f"no title: {untitled}")
    return groups


def _group(item: Item) -> FormGroup:
    vehicles = one_of(item, "vehicles", OF_VEHICLES) if "vehicles" in item else None
    kind = one_of(item, "kind", {"vehicle", "person"} if vehicles else {"claim", "task"})
    fields = texts(item, "fields")
    if unknown := sorted(set(fields) - {spec.name for spec in SPECS[kind]}):
        raise ValueError(f"no fields: {unknown}")
    return FormGroup(string_of(item["id"]), FormPlace(item["place"]), kind, vehicles, fields)
