"""The recovery code: what was shown can be typed back, however it was written down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.casefile.profiles.recovery_code import CODE_BYTES, from_text, new_code, to_text

CODES = st.binary(min_size=CODE_BYTES, max_size=CODE_BYTES)


@given(CODES)
def test_what_is_shown_reads_back(code: bytes) -> None:
    assert from_text(to_text(code)) == code


@given(CODES)
def test_case_spaces_and_full_width_do_not_matter(code: bytes) -> None:
    shown = to_text(code)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in shown)
    assert from_text(f"  {shown.lower().replace('-', ' ')}\n") == code
    assert from_text(wide) == code


def test_confused_characters_read_as_what_was_meant() -> None:
    code = bytes.fromhex("0842108421084210842108421084210842108421")
    shown = to_text(code)
    assert set(shown) == {"1", "-"}
    assert from_text(shown.replace("1", "I", 3).replace("1", "l", 3)) == code
    assert from_text(to_text(bytes(CODE_BYTES)).replace("0", "o")) == bytes(CODE_BYTES)


@pytest.mark.parametrize("text", ["", "0000", to_text(bytes(CODE_BYTES)) + "0", "现" * 32])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    assert from_text(text) is None


def test_a_code_has_160_bits_in_groups_of_four() -> None:
    shown = to_text(new_code())
    assert [len(group) for group in shown.split("-")] == [4] * 8
