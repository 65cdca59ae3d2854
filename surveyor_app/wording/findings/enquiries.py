"""Whom the surveyor may ask and for what (外部调查), read once; domain §11."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.table_values import flag, optional, require_once
from surveyor_app.wording.toml_files import string_of, well_formed

FILE = "enquiries.toml"


@dataclass(frozen=True, slots=True)
class EnquiryKind:
    """One source; ``consent`` is the purpose a person must consent to, ``is_early``: it is overwritten soon, ``has_clock``."""

    id: str
    name: Text
    asks: Text
    note: Text | None
    consent: str | None
    is_early: bool
    has_clock: bool


@cache
def load_enquiry_kinds(resources: Path) -> Mapping[str, EnquiryKind]:
    """Read ``enquiries.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or an entry in it is not whole.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        kinds = [_kind(item) for item in table["enquiry"]]
        require_once(kind.id for kind in kinds)
    return {kind.id: kind for kind in kinds}


def _kind(item: Item) -> EnquiryKind:
    note = item.text("note_") if item.has_text("note_") else None
    asks = item.text("asks_")
    id_, name = string_of(item["id"]), item.text()
    return EnquiryKind(id_, name, asks, note, optional(item, "consent"), flag(item, "early"), flag(item, "clock"))
