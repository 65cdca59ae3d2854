"""Values of fields in bodies: exact both ways, and refused in any other form."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc, utc_text
from surveyor_app.domain.kinds import decode_fields, encode_fields

MOMENT = Instant(datetime(2026, 11, 20, 6, 3, 22, 5, UTC), 480, Trust.GPS)


@pytest.mark.parametrize(
    ("kind", "field", "value", "stored"),
    [
        ("claim", "insurer", "甲", "甲"),
        ("claim", "deductible", Decimal("10.50"), "10.50"),
        ("claim", "deductible", Decimal("1E+3"), "1000"),
        ("claim", "policy_from", date(2026, 1, 2), "2026-01-02"),
        ("claim", "accident_at", MOMENT, {"utc": "2026-11-20T06:03:22.000005Z", "offset": 480, "trust": "gps"}),
        ("claim", "claim_no", ("a", "b"), ["a", "b"]),
        ("evidence", "c2pa", False, False),
        ("evidence", "size_bytes", 2**40, 2**40),
        ("claim", "insurer", None, None),
    ],
)
def test_value_is_exact_both_ways(kind: str, field: str, value: object, stored: Json) -> None:
    assert encode_fields(kind, {field: value}) == {field: stored}
    assert decode_fields(kind, {field: stored}) == {field: value}


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("claim", "insurer", 5),
        ("claim", "deductible", 1.5),
        ("claim", "deductible", Decimal("NaN")),
        ("claim", "deductible", Decimal("1E+999999999")),
        ("claim", "policy_from", datetime(2026, 1, 2, tzinfo=UTC)),
        ("claim", "accident_at", "2026"),
        ("claim", "claim_no", "ab"),
        ("evidence", "c2pa", 1),
        ("evidence", "size_bytes", True),
        ("evidence", "size_bytes", 2**53),
        ("claim", "wheels", 4),
    ],
)
def test_value_of_another_type_is_refused(kind: str, field: str, value: object) -> None:
    with pytest.raises(InputError) as error:
        encode_fields(kind, {field: value})
    assert field in str(error.value.data["field"])


@pytest.mark.parametrize("digits", ["1E+999999999", "NaN", "Infinity", "", " 1", "1.", "１", "9" * 41, 1])
def test_malformed_decimal_from_elsewhere_is_left_out(digits: Json) -> None:
    assert decode_fields("claim", {"deductible": digits, "insurer": "甲"}) == {"insurer": "甲"}


@pytest.mark.parametrize(
    "text", ["2026-11-20T06:03:22Z", "2026-11-20T06:03:22.000005+00:00", "2026-13-01T00:00:00.000000Z", "", "20261120"]
)
def test_instant_in_another_form_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_utc(text)


def test_instant_text_has_one_form() -> None:
    local = datetime(2026, 11, 20, 14, 3, 22, tzinfo=timezone(timedelta(hours=8)))
    assert utc_text(local) == "2026-11-20T06:03:22.000000Z"
    assert parse_utc(utc_text(local)) == local
    early = datetime(999, 1, 1, tzinfo=UTC)
    assert parse_utc(utc_text(early)) == early
    with pytest.raises(InputError):
        utc_text(datetime(2026, 1, 1))  # noqa: DTZ001 - a naive time is what is refused
