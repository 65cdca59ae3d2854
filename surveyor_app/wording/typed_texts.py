"""Values as people type them into one line, turned into those of a record: for a command line and for a page of the desk."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.wording.labels import Labels

_SEPARATOR = re.compile(r"[,，、;；\n]")
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def typed_value(spec: FieldSpec, text: str, offset_min: int | None = None) -> object:
    """Return the value of a field; lists are separated by commas, instants are local, nothing typed is ``None``.

    ``offset_min`` is the zone of an instant without one; ``None`` is that of this machine.

    Raises:
        InputError: it does not have the field's type.
    """
    text = text.strip()
    if not text:
        return None
    try:
        return _typed(spec, text, offset_min)
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise InputError(field=spec.name, reason=f"not a {spec.type.value}") from error


def _typed(spec: FieldSpec, text: str, offset_min: int | None) -> object:
    match spec.type:
        case FieldType.INSTANT:
            return _instant(datetime.fromisoformat(text), offset_min)
        case FieldType.DATE:
            return date.fromisoformat(text)
        case FieldType.DECIMAL:
            return Decimal(text)
        case FieldType.INTEGER:
            return int(text)
        case FieldType.BOOLEAN:
            if text.lower() not in _YES | _NO:
                raise ValueError(text)
            return text.lower() in _YES
        case FieldType.MULTI:
            return tuple(part.strip() for part in _SEPARATOR.split(text) if part.strip())
    return text


def _instant(moment: datetime, offset_min: int | None) -> Instant:
    if moment.tzinfo is None and offset_min is not None:
        moment = moment.replace(tzinfo=timezone(timedelta(minutes=offset_min)))
    moment = moment.astimezone() if moment.tzinfo is None else moment
    offset = moment.utcoffset() or timedelta()
    return Instant(moment.astimezone(UTC), round(offset.total_seconds() / 60), Trust.TYPED)


def require_known(labels: Labels, spec: FieldSpec, value: object) -> None:
    """See that a choice is one of its list.

    Raises:
        InputError: it is not.
    """
    chosen = value if isinstance(value, tuple | list) else (value,)
    if spec.enumeration is None or value is None:
        return
    known = {choice.id for choice in labels.choices(spec.enumeration)}
    if not known.issuperset(chosen):
        raise InputError(field=spec.name, reason="unknown value")
