"""All that is put into a calculation, as one value that is kept and can be read again years later (domain §12.1).

Names of vehicles and victims are what people read; which records a figure is from stands beside it as ``kind:id`` texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from surveyor_app.domain.calculation.compulsory.parties import Item, Loss, Vehicle
from surveyor_app.domain.calculation.errors import FigureMissing
from surveyor_app.domain.calculation.evaluating import Given, Inputs
from surveyor_app.domain.calculation.packs import PackId
from surveyor_app.domain.calculation.results import Caution
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex

FORM = 1


@dataclass(frozen=True, slots=True)
class CompulsorySheet:
    """Compulsory cover of the accident; ``own`` is the vehicle that is insured here."""

    pack: PackId
    vehicles: Sequence[Vehicle]
    losses: Sequence[Loss]
    self_pay_agreed: bool = False
    no_fault_pays_roadside: bool | None = None
    own: str | None = None


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """One cover of a policy: what is calculated, by which pack, with which figures; ``others`` are packs that would fit."""

    cover: str
    pack: PackId
    inputs: Inputs
    subject: str = ""
    others: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What is calculated at once; ``shares_total`` is what the shares of liability come to where that is not the whole.

    ``cautions``: what the records did not say, or said so that something was left out.
    """

    accident_on: date
    compulsory: CompulsorySheet | None
    covers: Sequence[CoverSheet] = ()
    shares_total: Decimal | None = None
    cautions: Sequence[Caution] = ()

    def to_text(self) -> str:
        """Return it in canonical form: the same figures always give the same text."""
        return canonical(self._json()).decode()

    @property
    def sha256(self) -> str:
        """Return the hash of that text."""
        return sha256_hex(self.to_text().encode())

    @property
    def packs(self) -> Sequence[PackId]:
        """Return the packs it is calculated with."""
        own = [] if self.compulsory is None else [self.compulsory.pack]
        return [*own, *(cover.pack for cover in self.covers)]

    def _json(self) -> Json:
        sheet = self.compulsory
        # Where nothing is to be said nothing stands, as in what was kept before there were cautions.
        said: dict[str, Json] = {"cautions": [_caution(item) for item in self.cautions]} if self.cautions else {}
        return said | {
            "form": FORM,
            "accident_on": self.accident_on.isoformat(),
            "shares_total": None if self.shares_total is None else format(self.shares_total, "f"),
            "compulsory": None
            if sheet is None
            else {
                "pack": _pack_text(sheet.pack),
                "vehicles": [_vehicle(vehicle) for vehicle in sheet.vehicles],
                "losses": [_loss(loss) for loss in sheet.losses],
                "self_pay_agreed": sheet.self_pay_agreed,
                "no_fault_pays_roadside": sheet.no_fault_pays_roadside,
                "own": sheet.own,
            },
            "covers": [
                {
                    "cover": cover.cover,
                    "pack": _pack_text(cover.pack),
                    "subject": cover.subject,
                    "others": list(cover.others),
                    "inputs": {name: _given(value) for name, value in cover.inputs.items()},
                }
                for cover in self.covers
            ],
        }


def worksheet_of(text: str) -> Worksheet:
    """Return what a text holds.

    Raises:
        FigureMissing: it is none of ours, or of a newer program.
    """
    try:
        found = json.loads(text)
        if found["form"] != FORM:
            raise ValueError(found["form"])
        sheet = found["compulsory"]
        return Worksheet(
            date.fromisoformat(found["accident_on"]),
            None if sheet is None else _compulsory(sheet),
            [
                CoverSheet(
                    cover["cover"],
                    _pack(cover["pack"]),
                    {name: _put_in(value) for name, value in cover["inputs"].items()},
                    cover["subject"],
                    tuple(cover["others"]),
                )
                for cover in found["covers"]
            ],
            None if found["shares_total"] is None else Decimal(found["shares_total"]),
            [Caution(item["code"], dict(item["values"])) for item in found.get("cautions", ())],
        )
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise FigureMissing(pack="–", field="inputs", reason="not understood") from error


def _compulsory(sheet: Mapping[str, Any]) -> CompulsorySheet:
    return CompulsorySheet(
        _pack(sheet["pack"]),
        [Vehicle(**vehicle) for vehicle in sheet["vehicles"]],
        [
            Loss(
                **{
                    **loss,
                    "item": Item(loss["item"]),
                    "amount": Decimal(loss["amount"]),
                    "not_by": tuple(loss["not_by"]),
                }
            )
            for loss in sheet["losses"]
        ],
        sheet["self_pay_agreed"],
        sheet["no_fault_pays_roadside"],
        sheet["own"],
    )


def _caution(caution: Caution) -> Json:
    return {"code": caution.code, "values": dict(caution.values)}


def _vehicle(vehicle: Vehicle) -> Json:
    return {
        "id": vehicle.id,
        "at_fault": vehicle.at_fault,
        "insured": vehicle.insured,
        "advance_only": vehicle.advance_only,
        "towed_by": vehicle.towed_by,
    }


def _loss(loss: Loss) -> Json:
    return {
        "victim": loss.victim,
        "item": loss.item.value,
        "amount": format(loss.amount, "f"),
        "vehicle": loss.vehicle,
        "not_by": list(loss.not_by),
        "is_emergency": loss.is_emergency,
        "source": loss.source,
    }


def _given(given: Given) -> Json:
    said: dict[str, Json] = {} if given.instead is None else {"instead": _given(given.instead)}
    return said | {"value": _kept(given.value), "source": given.source}


def _kept(value: Decimal | str | bool | Sequence[Decimal] | Sequence[str]) -> Json:
    if isinstance(value, Decimal):
        return {"n": format(value, "f")}
    if isinstance(value, str | bool):
        return {"c": value}
    return {"l": [{"n": format(part, "f")} if isinstance(part, Decimal) else {"c": part} for part in value]}


def _put_in(kept: Mapping[str, Any]) -> Given:
    instead = kept.get("instead")
    return Given(_value(kept["value"]), kept["source"], None if instead is None else _put_in(instead))


def _value(kept: Mapping[str, Any]) -> Any:
    if "n" in kept:
        return Decimal(kept["n"])
    return kept["c"] if "c" in kept else [_value(part) for part in kept["l"]]


def _pack_text(pack: PackId) -> str:
    return f"{pack.id} {pack.version}"


def _pack(text: str) -> PackId:
    name, _, version = text.partition(" ")
    return PackId(name, version)
