"""What the form knows about single fields beyond their declaration: cleaning of pasted numbers, warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.people import number_fields
from surveyor_app.domain.people.resident_ids import FactsOfId, facts_of_id
from surveyor_app.ui.base import formats
from surveyor_app.ui.forms import number_texts
from surveyor_app.wording.translation import mark, tr, tr_marked

MONEY_WORD = mark("CNY")
"""The one unit that is a word; the others are signs."""
NEIGHBOURS = {
    "id_no": ("id_type",),
    "birth": ("id_type", "id_no"),
    "sex": ("id_type", "id_no"),
    "amount": ("quantity", "unit_price", "loss_rate", "salvage", "days", "daily_rate"),
}
"""Fields of which the warning depends on other fields of the record."""


def cleaned(name: str, text: str) -> str:
    """Return typed or pasted text as it is kept."""
    return number_fields.cleaned(name, text)


def is_number(name: str) -> bool:
    """Tell whether a field holds a number of a paper or a phone: cleaned as soon as it is pasted."""
    return name in number_fields.NUMBERS


def unit(spec: FieldSpec) -> str:
    """Return the unit of a field as it stands in its line, empty for none."""
    return tr_marked(spec.unit)


def warning(spec: FieldSpec, value: object, neighbours: Mapping[str, object]) -> str:
    """Return what looks wrong about a value that can be kept nevertheless; ``neighbours`` are the record's other fields."""
    name = spec.name
    if name in ("birth", "sex"):
        return _disagreement(name, value, neighbours)
    if not isinstance(value, str) or not value:
        return ""
    if spec.max_length is not None and len(value) > spec.max_length:
        return tr("{count} characters; the form has room for {limit}", count=len(value), limit=spec.max_length)
    id_type = neighbours.get("id_type")
    fault = number_fields.fault_of(name, value, today(), id_type if isinstance(id_type, str) else None)
    return number_texts.sentence(fault, value) if fault else ""


def facts_of(values: Mapping[str, object]) -> FactsOfId | None:
    """Return what the identity card of a person says, ``None`` when there is no valid number of one."""
    number = values.get("id_no")
    if values.get("id_type") != "id_card" or not isinstance(number, str):
        return None
    return facts_of_id(number, today())


def today() -> date:
    """Return the local date."""
    return datetime.now().astimezone().date()


def _disagreement(name: str, value: object, neighbours: Mapping[str, object]) -> str:
    facts = facts_of(neighbours)
    if value is None or facts is None or value == getattr(facts, name):
        return ""
    if name == "birth":
        return tr("The identity number says {birth}", birth=formats.day(facts.birth))
    return tr("The identity number is a man's") if facts.sex == "male" else tr("The identity number is a woman's")
