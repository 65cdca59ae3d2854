"""Texts from files are made safe to store."""

from __future__ import annotations

import pytest

from surveyor_app.media.texts import MAX_TEXT, clean_text


@pytest.mark.parametrize(
    ("found", "clean"),
    [
        ("  Canon\0\0", "Canon"),
        ("Ca\0non", r"Ca\x00non"),
        ("a\nb\x7f", r"a\x0ab\x7f"),
        (b"\x8cShot", r"\x8cShot"),
        ("\udc8cShot", r"\udc8cShot"),
        ("华为 Pura", "华为 Pura"),
        ("right\u202eleft", r"right\u202eleft"),
        ("", None),
        (b"\0\0 ", None),
    ],
)
def test_texts_come_out_clean(found: str | bytes, clean: str | None) -> None:
    assert clean_text(found) == clean


def test_long_texts_are_cut() -> None:
    assert clean_text("x" * 100_000) == "x" * MAX_TEXT
    assert len(clean_text(b"\xff" * 100_000) or "") == MAX_TEXT
