"""Detached signatures: ours, and what OpenSSL says of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from surveyor_app.domain.wire_errors import BadSignature, ReceiptInvalid
from surveyor_app.protocol.purposes import Purpose
from surveyor_app.report.cms import sign_detached, verify_detached
from tests.report.keys import authority, person

RECEIPT = '{"case":"018f","state":"full","数":1}\n'.encode()


def _signed(data: bytes = RECEIPT, *, use_rsa: bool = False) -> bytes:
    signer = person("Receipts", use_rsa=use_rsa)
    return sign_detached(data, signer.key, signer.certificate)


@pytest.mark.parametrize("use_rsa", [False, True])
def test_good_signature_names_its_signer(use_rsa: bool) -> None:
    assert "CN=Receipts" in verify_detached(RECEIPT, _signed(use_rsa=use_rsa), [authority().der])


def test_changed_data_is_noticed() -> None:
    with pytest.raises(BadSignature):
        verify_detached(RECEIPT + b" ", _signed(), [authority().der])


def test_line_ends_are_bytes_not_text() -> None:
    data = b"a\nb\r\nc\x00"
    verify_detached(data, _signed(data), [authority().der])
    with pytest.raises(BadSignature):
        verify_detached(data.replace(b"\r\n", b"\n"), _signed(data), [authority().der])


def test_changed_signature_is_noticed() -> None:
    good = _signed()
    broken = good[:-1] + bytes([good[-1] ^ 1])
    with pytest.raises((BadSignature, ReceiptInvalid)):
        verify_detached(RECEIPT, broken, [authority().der])


def test_foreign_authority_is_not_trusted() -> None:
    with pytest.raises(ReceiptInvalid) as caught:
        verify_detached(RECEIPT, _signed(), [authority("Another CA").der])
    assert caught.value.data["reason"] == "untrusted"


def test_same_name_with_another_key_is_not_trusted() -> None:
    with pytest.raises(ReceiptInvalid):
        verify_detached(RECEIPT, _signed(), [authority(generation=1).der])


@pytest.mark.parametrize("purpose", [Purpose.REPORTS, Purpose.ENTRIES])
def test_who_may_sign_something_else_signs_no_receipt(purpose: Purpose) -> None:
    other = person("Receipts", unit="receipts", purpose=purpose)
    with pytest.raises(ReceiptInvalid) as caught:
        verify_detached(RECEIPT, sign_detached(RECEIPT, other.key, other.certificate), [authority().der])
    assert caught.value.data["reason"] == "signer"
    own = person("Receipts", unit="receipts", purpose=Purpose.RECEIPTS)
    assert "OU=receipts" in verify_detached(
        RECEIPT, sign_detached(RECEIPT, own.key, own.certificate), [authority().der]
    )


def test_no_roots_is_refused() -> None:
    with pytest.raises(ReceiptInvalid) as caught:
        verify_detached(RECEIPT, _signed(), [])
    assert caught.value.data["reason"] == "no_roots"


@pytest.mark.parametrize("junk", [b"", b"x", b"\x30\x80", b"\x30\x03\x02\x01\x05", _signed()[:-20], _signed() + b"x"])
def test_junk_is_an_invalid_receipt(junk: bytes) -> None:
    with pytest.raises(ReceiptInvalid):
        verify_detached(RECEIPT, junk, [authority().der])


def test_openssl_agrees(tmp_path: Path) -> None:
    (tmp_path / "receipt.json").write_bytes(RECEIPT)
    (tmp_path / "receipt.json.p7s").write_bytes(_signed())
    (tmp_path / "ca.pem").write_bytes(authority().pem)
    command = (
        "openssl cms -verify -binary -content receipt.json -inform DER -in receipt.json.p7s -CAfile ca.pem -purpose any"
    )
    good = subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False)
    assert good.returncode == 0, good.stderr
    assert good.stdout == RECEIPT
    (tmp_path / "receipt.json").write_bytes(RECEIPT.replace(b"full", b"part"))
    assert subprocess.run(command.split(), cwd=tmp_path, capture_output=True, check=False).returncode != 0
