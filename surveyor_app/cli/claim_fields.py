"""Fields of a claim as words of a command line give them, turned into those of an entry's body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.kinds import SPECS, encode_fields
from surveyor_app.wording.translation import mark


def claim_fields(report_no: str, settings: Sequence[str]) -> dict[str, Json]:
    """Return the body fields of a claim from ``FIELD=VALUE`` words; lists are separated by commas, instants are local.

    Raises:
        InputError: for a word of another form, an unknown field or a value that does not fit it.
    """
    specs = {spec.name: spec for spec in SPECS[Claim.KIND]}
    values: dict[str, object] = {"report_no": report_no}
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals or name not in specs:
            raise InputError(field=name or "--set", reason=mark("not a field of the claim"))
        values[name] = _parse(specs[name], text)
    return encode_fields(Claim.KIND, values)


def _parse(spec: FieldSpec, text: str) -> object:
    try:
        if spec.type is FieldType.INSTANT:
            moment = datetime.fromisoformat(text).astimezone()
            offset = moment.utcoffset() or timedelta()
            return Instant(moment.astimezone(UTC), round(offset.total_seconds() / 60), Trust.TYPED)
        if spec.type is FieldType.DATE:
            return date.fromisoformat(text)
        if spec.type is FieldType.DECIMAL:
            return Decimal(text)
    except (ValueError, InvalidOperation) as error:
        raise InputError(field=spec.name, reason=f"not a {spec.type.value}") from error
    return tuple(part.strip() for part in text.split(",")) if spec.type is FieldType.MULTI else text
