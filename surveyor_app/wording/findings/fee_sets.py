"""Which compulsory sub-limit a fee of an injured person counts to, by region, read once; domain §8.3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.wording.labels import ENUMERATIONS
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.table_values import require_once, texts
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "fees.toml"
GENERAL = "general"
MEDICAL, DEATH_DISABILITY = "medical", "death_disability"


@dataclass(frozen=True, slots=True)
class FeeSet:
    """The codes of one region by sub-limit."""

    id: str
    medical: tuple[str, ...]
    death_disability: tuple[str, ...]

    def limit_of(self, code: str) -> str | None:
        """Return the sub-limit a fee counts to, ``None`` for a code of no list."""
        if code in self.medical:
            return MEDICAL
        return DEATH_DISABILITY if code in self.death_disability else None


@cache
def load_fee_sets(resources: Path) -> Mapping[str, FeeSet]:
    """Read ``fees.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a set in it names what is no fee, or one twice.
    """
    table = read_table(resources, FILE)
    known = {value["id"] for value in read_toml(resources, ENUMERATIONS).get("fee_code", {}).get("values", ())}
    with well_formed(resources, FILE):
        sets = [
            FeeSet(string_of(item["id"]), texts(item, MEDICAL), texts(item, DEATH_DISABILITY)) for item in table["set"]
        ]
        require_once(item.id for item in sets)
        for item in sets:
            codes = [*item.medical, *item.death_disability]
            require_once(codes)
            if not set(codes) <= known:
                raise ValueError(f"no fees: {sorted(set(codes) - known)}")
        return {item.id: item for item in sets}
