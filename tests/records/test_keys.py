"""Device keys, upcasting and the column types: what needs no database."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from decimal import Decimal

import pytest
from sqlalchemy.dialects import sqlite

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.records.engines.column_types import DecimalText, JsonText, PlainText
from surveyor_app.records.keys import DeviceKey, device_id_of, verify_signature
from surveyor_app.records.upcasting import upcast


def test_key_comes_back_from_its_seed() -> None:
    key = DeviceKey.generate()
    again = DeviceKey.from_seed(key.seed)
    assert (again.public_key, again.device_id) == (key.public_key, key.device_id)
    assert key.device_id == device_id_of(key.public_key) == hashlib.sha256(key.public_key).hexdigest()
    assert key.seed.hex() not in repr(key)


def test_signature_fits_only_its_key_and_bytes() -> None:
    key, other = DeviceKey.from_seed(b"1" * 32), DeviceKey.from_seed(b"2" * 32)
    signature = key.sign(b"line")
    assert len(signature) == 64
    assert verify_signature(key.public_key, b"line", signature)
    assert not verify_signature(key.public_key, b"Line", signature)
    assert not verify_signature(other.public_key, b"line", signature)
    assert not verify_signature(b"no key", b"line", signature)
    assert not verify_signature(key.public_key, b"line", b"")


def test_signature_is_ed25519_of_rfc_8032() -> None:
    """Test 2 of RFC 8032 §7.1."""
    key = DeviceKey.from_seed(bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    assert key.public_key.hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert key.sign(b"\x72").hex().startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")


def test_seed_of_another_length_is_refused() -> None:
    with pytest.raises(InputError):
        DeviceKey.from_seed(b"short")


def test_old_fields_are_lifted_step_by_step() -> None:
    def rename(fields: Mapping[str, Json]) -> Mapping[str, Json]:
        return {"title": fields["name"]}

    def shout(fields: Mapping[str, Json]) -> Mapping[str, Json]:
        return {"title": f"{fields['title']}!"}

    steps = {("ghost", 1): rename, ("ghost", 3): shout}
    assert upcast("ghost", 1, {"name": "a"}, steps, target=4) == {"title": "a!"}
    assert upcast("ghost", 2, {"title": "a"}, steps, target=4) == {"title": "a!"}
    assert upcast("ghost", 4, {"title": "a"}, steps, target=4) == {"title": "a"}
    assert upcast("other", 1, {"name": "a"}, steps, target=4) == {"name": "a"}


def test_column_types_keep_the_exact_value() -> None:
    dialect = sqlite.dialect()
    for digits in ("0.10", "-99999999999999.99", "0.0000001"):
        stored = DecimalText().process_bind_param(Decimal(digits), dialect)
        assert stored == digits
        assert str(DecimalText().process_result_value(stored, dialect)) == digits.replace("0.0000001", "1E-7")
    assert PlainText().process_bind_param("a\x00b", dialect) == "a␀b"
    assert JsonText().process_result_value(JsonText().process_bind_param(["车", "\x00"], dialect), dialect) == [
        "车",
        "\x00",
    ]
