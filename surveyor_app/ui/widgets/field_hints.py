"""What the form knows about single fields beyond their type: units, help, cleaning of pasted numbers, warnings."""

from __future__ import annotations

from surveyor_app.domain.numbers import is_valid_resident_id, is_valid_vin
from surveyor_app.ui.translation import mark, tr, tr_marked

UNITS = {
    "mileage": "km",
    "visibility_m": "m",
    "height_min_cm": "cm",
    "height_max_cm": "cm",
    "accident_lat": "°",
    "accident_lon": "°",
    "survey_lat": "°",
    "survey_lon": "°",
    "deductible": "CNY",
    "part_price": "CNY",
    "labour": "CNY",
    "paint": "CNY",
    "salvage": "CNY",
}

_HELP = {
    "claim_no": mark("Given by the office later; several with a comma between them"),
    "policy_no": mark("Several with a comma between them"),
    "surveyor_opinion": mark("At most 249 characters; course of events and provisional liability"),
    "pdof": mark("Clock position the force came from, 0 to 12"),
    "severity.damage_mark": mark("1 (slight) to 5 (destroyed)"),
}
_UPPER = frozenset({"plate_no", "frame_no", "engine_no", "licence_no", "id_no"})
_LIMITS = {"surveyor_opinion": 249}


def help_text(kind: str, name: str) -> str:
    """Return the help text under a field; empty for most."""
    source = _HELP.get(f"{name}.{kind}") or _HELP.get(name)
    return tr_marked(source) if source else ""


def cleaned(kind: str, name: str, text: str) -> str:
    """Return typed or pasted text as it is kept: numbers on papers without blanks and dots, in capitals."""
    if name in _UPPER:
        return "".join(char for char in text.upper() if char not in " \t\u3000·•-.")
    return text.strip()


def warning(kind: str, name: str, value: object) -> str:
    """Return what looks wrong about a value that can be kept nevertheless."""
    if not isinstance(value, str) or not value:
        return ""
    if name == "frame_no" and not is_valid_vin(value):
        return tr("This is no complete vehicle identification number, or its check digit does not fit")
    if name == "id_no" and len(value) in (15, 18) and value[:-1].isdigit() and not is_valid_resident_id(value):
        return tr("The check digit of this identity number does not fit")
    if name == "plate_no" and not 5 <= len(value) <= 10:
        return tr("A plate number has 5 to 10 characters")
    if name in _LIMITS and len(value) > _LIMITS[name]:
        return tr("{count} characters; at most {limit} go into the report", count=len(value), limit=_LIMITS[name])
    return ""
