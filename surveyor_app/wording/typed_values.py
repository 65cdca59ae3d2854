"""Values of a TOML table as records hold them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import SPECS


def typed_values(kind: str, values: Mapping[str, Any], offset_min: int) -> dict[str, object]:
    """Return values of a TOML table as a record of ``kind`` holds them; local times get ``offset_min``.

    Raises:
        InputError: for a field the kind does not have, or a value that does not fit it.
    """
    specs = {spec.name: spec for spec in SPECS[kind]}
    unknown = set(values) - set(specs)
    if unknown:
        raise InputError(field=f"{kind}.{min(unknown)}", reason="unknown field")
    return {name: _typed(specs[name], value, offset_min) for name, value in values.items()}


def _typed(spec: FieldSpec, value: Any, offset_min: int) -> object:
    if isinstance(value, datetime):
        local = value.replace(tzinfo=timezone(timedelta(minutes=offset_min)))
        return Instant(local.astimezone(UTC), offset_min, Trust.TYPED)
    if spec.type is FieldType.DECIMAL:
        return Decimal(str(value))
    if isinstance(value, list):
        return tuple(value)
    return value.strip() if isinstance(value, str) else value
