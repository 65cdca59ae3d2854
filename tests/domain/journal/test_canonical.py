"""Canonical JSON: the bytes of RFC 8785, without floats."""

from __future__ import annotations

import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import LARGEST_INTEGER, Json, body_digest, canonical, sha256_hex

TEXTS = st.text()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@given(VALUES)
def test_bytes_are_those_of_the_standard_and_read_back(value: Json) -> None:
    assert canonical(value) == rfc8785.dumps(value)
    assert json.loads(canonical(value)) == value


def test_strings_and_keys_are_written_as_in_the_standard() -> None:
    """Sections 3.2.2.2 and 3.2.3 of RFC 8785: escapes, and keys sorted by UTF-16 code units."""
    assert canonical("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/") == b'"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'
    keys = {"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7}
    assert list(json.loads(canonical(keys)).values()) == [2, 4, 6, 7, 1, 5, 3]


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        [1.0],
        {"a": {"b": float("nan")}},
        2**53,
        [-(2**53)],
        "\ud800",
        {"\udfff": 1},
        {1: 2},
        {"a": b"bytes"},
        {None},
    ],
)
def test_what_two_programs_might_read_differently_is_refused(value: Json) -> None:
    with pytest.raises(InputError) as error:
        canonical(value)
    assert error.value.code == "input_invalid"


def test_hashes_are_sha256() -> None:
    assert sha256_hex(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert body_digest(b"a", b"bc") == sha256_hex(b"abc")
