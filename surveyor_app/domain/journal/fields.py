"""Types of the fields of records: how a value is declared, checked, and written in an entry's body.

Names of fields are those of the domain reference and are never renamed or retyped once shipped.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import LARGEST_INTEGER, Json
from surveyor_app.domain.journal.instants import Instant


class FieldType(Enum):
    """How a value is kept; money is a decimal of the unit :data:`MONEY`."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    INSTANT = "instant"
    ENUM = "enum"
    MULTI = "multi"
    REF = "ref"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record kind; ``enumeration`` names a list of ``resources/enumerations.toml``.

    ``unit`` is written behind the value wherever it is shown, ``max_length`` counts characters, ``places`` those after the point.
    """

    name: str
    type: FieldType
    max_length: int | None = None
    enumeration: str | None = None
    places: int | None = None
    target: str | None = None
    unit: str = ""

    @property
    def is_money(self) -> bool:
        """Tell whether the value is an amount."""
        return self.unit == MONEY


MONEY = "CNY"
MONEY_PLACES = 2
WGS84 = "° WGS 84"
"""The unit of latitudes and longitudes: degrees, in the datum that all positions are kept in."""
_META = "surveyor"


def _declare(type_: FieldType, **spec: object) -> Any:
    return dataclasses.field(default=None, metadata={_META: (type_, spec)})


def text(max_length: int) -> Any:
    """Declare a text field; the length is a finding of *check*, never a reason to refuse."""
    return _declare(FieldType.TEXT, max_length=max_length)


def integer(unit: str = "") -> Any:
    """Declare an integer field."""
    return _declare(FieldType.INTEGER, unit=unit)


def decimal(places: int, unit: str = "") -> Any:
    """Declare a decimal field with up to ``places`` places."""
    return _declare(FieldType.DECIMAL, places=places, unit=unit)


def money() -> Any:
    """Declare an amount in CNY with two places."""
    return _declare(FieldType.DECIMAL, places=MONEY_PLACES, unit=MONEY)


def boolean() -> Any:
    """Declare a yes/no field."""
    return _declare(FieldType.BOOLEAN)


def day() -> Any:
    """Declare a calendar date."""
    return _declare(FieldType.DATE)


def instant() -> Any:
    """Declare an instant with offset and trust."""
    return _declare(FieldType.INSTANT)


def enum(enumeration: str) -> Any:
    """Declare a choice from a list of the enumerations file."""
    return _declare(FieldType.ENUM, enumeration=enumeration)


def multi(enumeration: str | None = None) -> Any:
    """Declare a set of enumeration ids, or of ids when no enumeration is named; kept sorted."""
    return _declare(FieldType.MULTI, enumeration=enumeration)


def ref(target: str) -> Any:
    """Declare a reference to a record of kind ``target``."""
    return _declare(FieldType.REF, target=target)


def specs_of(record_class: type[Any]) -> tuple[FieldSpec, ...]:
    """Return the declared fields of a record class in order."""
    found = []
    for item in dataclasses.fields(record_class):
        if _META in item.metadata:
            type_, spec = item.metadata[_META]
            found.append(FieldSpec(item.name, type_, **spec))
    return tuple(found)


def spec_of(record_class: type[Any], name: str) -> FieldSpec:
    """Return one declared field. Raises KeyError for a name that is none."""
    return {spec.name: spec for spec in specs_of(record_class)}[name]


# ----------------------------------------------------------------------------------- values in bodies


def encode(spec: FieldSpec, value: object) -> Json:
    """Return ``value`` as it stands in a body; ``None`` means "emptied".

    Raises:
        InputError: when the value does not have the field's type.
    """
    if value is None:
        return None
    try:
        return _ENCODERS[spec.type](value)
    except (TypeError, ValueError, InvalidOperation, AttributeError) as error:
        raise InputError(field=spec.name, reason=f"not a {spec.type.value}") from error


def decode(spec: FieldSpec, value: Json) -> Any:
    """Return the Python value of what stands in a body.

    Raises:
        InputError: when it does not have the field's type.
    """
    if value is None:
        return None
    try:
        return _DECODERS[spec.type](value)
    except (TypeError, ValueError, InvalidOperation, AttributeError) as error:
        raise InputError(field=spec.name, reason=f"not a {spec.type.value}") from error


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST_INTEGER:
        raise TypeError
    return value


def _boolean(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


_DECIMAL = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
"""Written out, never with an exponent: ``1E+999999999`` would be a gigabyte of digits."""


def _decimal(value: object) -> Decimal:
    if not _DECIMAL.fullmatch(_string(value)):
        raise ValueError
    return Decimal(_string(value))


def _decimal_text(value: object) -> str:
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value.adjusted()) > 40:
        raise TypeError
    text = format(value, "f")
    _decimal(text)
    return text


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Sequence | set | frozenset):
        raise TypeError
    return tuple(sorted({_string(item) for item in value}))


def _instant(value: object) -> Instant:
    return Instant.from_json(value)  # type: ignore[arg-type]  # from_json checks the shape itself


_ENCODERS: dict[FieldType, Callable[[Any], Json]] = {
    FieldType.TEXT: _string,
    FieldType.INTEGER: _integer,
    FieldType.DECIMAL: _decimal_text,
    FieldType.BOOLEAN: _boolean,
    FieldType.DATE: lambda value: value.isoformat() if type(value) is date else _string(None),
    FieldType.INSTANT: lambda value: value.to_json(),
    FieldType.ENUM: _string,
    FieldType.MULTI: lambda value: list(_ids(value)),
    FieldType.REF: _string,
}
_DECODERS: dict[FieldType, Callable[[Any], Any]] = {
    FieldType.TEXT: _string,
    FieldType.INTEGER: _integer,
    FieldType.DECIMAL: _decimal,
    FieldType.BOOLEAN: _boolean,
    FieldType.DATE: lambda value: date.fromisoformat(_string(value)),
    FieldType.INSTANT: _instant,
    FieldType.ENUM: _string,
    FieldType.MULTI: _ids,
    FieldType.REF: _string,
}
