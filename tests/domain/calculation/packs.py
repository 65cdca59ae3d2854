"""The packs of the program, and vectors and accidents made of short notations."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.compulsory.paying import pay_compulsory
from surveyor_app.domain.calculation.evaluating import Given, Inputs
from surveyor_app.domain.calculation.packs import RulePack, by_id, choose
from surveyor_app.domain.calculation.results import Result
from surveyor_app.wording.rules.rule_packs import own_packs

PACKS = own_packs(resources_dir()).packs
VECTORS: Mapping[str, Sequence[Mapping[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("vectors.toml").read_text(encoding="utf-8")
)
TODAY = date(2026, 1, 5)


def pack(pack_id: str) -> RulePack:
    return by_id(PACKS, pack_id)


def ctpl(day: date, *, roadside: bool = False) -> RulePack:
    found = choose(PACKS, "compulsory", accident_on=day).pack
    assert found.compulsory is not None
    return replace(found, compulsory=replace(found.compulsory, no_fault_pays_roadside=roadside))


def vehicles_of(names: Sequence[str], trailers: Mapping[str, str] | None = None) -> list[Vehicle]:
    """Capital letters are at fault, small ones are not."""
    found = [Vehicle(name, name[0].isupper()) for name in names]
    return found + [Vehicle(name, True, towed_by=tractor) for name, tractor in (trailers or {}).items()]


def losses_of(rows: Sequence[Sequence[str]]) -> list[Loss]:
    return [Loss(row[0], Item(row[1]), Decimal(row[2]), row[3] if len(row) > 3 else None) for row in rows]


def paid(vector: Mapping[str, Any]) -> Result:
    day = vector.get("on", TODAY)
    vehicles = vehicles_of(vector["vehicles"], vector.get("trailers"))
    return pay_compulsory(ctpl(day, roadside=vector.get("roadside", False)), vehicles, losses_of(vector["losses"]), day)


def inputs_of(values: Mapping[str, Any], rules: RulePack) -> Inputs:
    """Figures as texts become decimals, except where they are ids of a choice or of a table."""
    words = rules.words or {}

    def value(name: str, given: Any) -> Any:
        if isinstance(given, list):
            return given if words[name].table else [Decimal(part) for part in given]
        return given if isinstance(given, bool) or words[name].choices else Decimal(given)

    return {name: Given(value(name, given), f"record of {name}") for name, given in values.items()}
