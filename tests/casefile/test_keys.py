"""Keys: derivation is fixed for ever, wrapping tells a wrong key, costs from a file are bounded."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from surveyor_app.casefile.keys import CASE_INFO, KdfCost, file_key, new_key, passphrase_key, unwrap, wrap
from surveyor_app.domain.errors import InputError, ProfileDamaged

CHEAP = KdfCost(memory_kib=64, rounds=1, lanes=1)


def test_a_case_key_is_hkdf_of_profile_key_and_salt() -> None:
    # Independent computation: RFC 5869 with HMAC of the standard library.

    profile_key, salt = bytes(range(32)), bytes(range(16))
    extracted = hmac.digest(salt, profile_key, hashlib.sha256)
    expected = hmac.digest(extracted, CASE_INFO + b"\x01", hashlib.sha256)
    assert file_key(profile_key, salt, CASE_INFO) == expected


def test_a_passphrase_key_is_fixed_for_ever() -> None:
    key = passphrase_key("现场查勘", b"0123456789abcdef", CHEAP)
    assert key.hex() == "067c12886d08104b397d5c22ac31512bd9b9be2e21e1a572173196431f44097f"


def test_full_width_and_composed_characters_count_as_the_same() -> None:
    salt = b"0123456789abcdef"
    assert passphrase_key("ａｂｃ１", salt, CHEAP) == passphrase_key("abc1", salt, CHEAP)
    assert passphrase_key("e\u0301", salt, CHEAP) == passphrase_key("\u00e9", salt, CHEAP)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(InputError):
        passphrase_key("", b"0123456789abcdef", CHEAP)


def test_a_wrapped_key_opens_with_its_key_and_purpose_only() -> None:
    key, wrapping = new_key(), new_key()
    wrapped = wrap(key, wrapping, b"purpose")
    assert unwrap(wrapped, wrapping, b"purpose") == key
    assert unwrap(wrapped, new_key(), b"purpose") is None
    assert unwrap(wrapped, wrapping, b"other") is None
    assert unwrap(wrapped[:-1], wrapping, b"purpose") is None


@pytest.mark.parametrize(
    ("memory_kib", "rounds", "lanes"), [(2**30, 3, 4), (64, 10**6, 1), (64, 1, 10**6), (4, 1, 1), (64, 0, 1), (0, 1, 0)]
)
def test_a_hostile_cost_is_refused(memory_kib: int, rounds: int, lanes: int) -> None:
    with pytest.raises(ProfileDamaged):
        KdfCost(memory_kib, rounds, lanes)
