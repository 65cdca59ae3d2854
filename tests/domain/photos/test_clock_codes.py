"""The code on the clock page: written and read again, and told from any other code."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from surveyor_app.domain.photos.clock_codes import ClockCode, clock_code, read_clock_code

NOW = datetime(2026, 11, 25, 6, 3, 22, 125_999, tzinfo=UTC)
ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


def test_a_code_is_read_as_it_was_written_to_the_millisecond() -> None:
    text = clock_code(NOW.astimezone(timezone(timedelta(hours=8))), "0f" * 32)
    assert text == "SVYCLK1 2026-11-25T06:03:22.125Z 0F0F0F0F"
    assert read_clock_code(text) == ClockCode(NOW.replace(microsecond=125_000), "0F0F0F0F")


def test_a_code_needs_only_the_small_alphabet_of_qr() -> None:
    assert set(clock_code(NOW, "ab" * 32)) <= ALPHANUMERIC


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://example.com/claim",
        "SVYCLK2 2026-11-25T06:03:22.125Z 0F0F0F0F",
        "SVYCLK1 2026-11-25T06:03:22.125Z",
        "SVYCLK1 2026-02-30T06:03:22.125Z 0F0F0F0F",
        "SVYCLK1 2026-11-25T06:03:22.125+08:00 0F0F0F0F",
        "xSVYCLK1 2026-11-25T06:03:22.125Z 0F0F0F0F",
    ],
)
def test_any_other_code_is_no_clock(text: str) -> None:
    assert read_clock_code(text) is None
