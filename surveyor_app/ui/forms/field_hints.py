"""What the form knows about single fields beyond their type: units, help, cleaning of pasted numbers, warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from surveyor_app.domain.people import number_fields
from surveyor_app.domain.people.resident_ids import FactsOfId, facts_of_id
from surveyor_app.ui.base import formats
from surveyor_app.ui.forms import number_texts
from surveyor_app.wording.translation import mark, tr, tr_marked

_UNITS = {
    "mileage": "km",
    "visibility_m": "m",
    "height_min_cm": "cm",
    "height_max_cm": "cm",
    "accident_lat": "°",
    "accident_lon": "°",
    "survey_lat": "°",
    "survey_lon": "°",
    "deductible": mark("CNY"),
    "part_price": mark("CNY"),
    "labour": mark("CNY"),
    "paint": mark("CNY"),
    "salvage": mark("CNY"),
    "bearing_deg": "°",
    "distance_m": "m",
}
NEIGHBOURS = {"id_no": ("id_type",), "birth": ("id_type", "id_no"), "sex": ("id_type", "id_no")}
"""Fields of which the warning depends on other fields of the record."""

_HELP = {
    "claim_no": mark("Given by the office later; several with a comma between them"),
    "policy_no": mark("Several with a comma between them"),
    "surveyor_opinion": mark("At most 249 characters; course of events and provisional liability"),
    "pdof": mark("Clock position the force came from, 0 to 12"),
    "bearing_deg": mark("From the accident to the witness, clockwise from north"),
    "distance_m": mark("From the accident to the witness"),
    "media": mark("Numbers of photos, video and sound from the witness"),
    "severity.damage_mark": mark("1 (slight) to 5 (destroyed)"),
}
_CONSEQUENCES = {
    "is_interested": mark("Such testimony cannot alone prove a fact (民事证据规定 art. 90)"),
    "wants_confidentiality": mark("The survey report says only that there is a confidential witness"),
}
"""What follows from a yes."""
_LIMITS = {"surveyor_opinion": 249}


def help_text(kind: str, name: str) -> str:
    """Return the help text under a field; empty for most."""
    source = _HELP.get(f"{name}.{kind}") or _HELP.get(name)
    return tr_marked(source) if source else ""


def cleaned(name: str, text: str) -> str:
    """Return typed or pasted text as it is kept."""
    return number_fields.cleaned(name, text)


def is_number(name: str) -> bool:
    """Tell whether a field holds a number of a paper or a phone: cleaned as soon as it is pasted."""
    return name in number_fields.NUMBERS


def unit(name: str) -> str:
    """Return the unit of a field as it stands in its line, empty for none."""
    return tr_marked(_UNITS.get(name, ""))


def warning(name: str, value: object, neighbours: Mapping[str, object]) -> str:
    """Return what looks wrong about a value that can be kept nevertheless; ``neighbours`` are the record's other fields."""
    if value is True and name in _CONSEQUENCES:
        return tr_marked(_CONSEQUENCES[name])
    if name in ("birth", "sex"):
        return _disagreement(name, value, neighbours)
    if not isinstance(value, str) or not value:
        return ""
    if name in _LIMITS and len(value) > _LIMITS[name]:
        return tr("{count} characters; at most {limit} go into the report", count=len(value), limit=_LIMITS[name])
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
