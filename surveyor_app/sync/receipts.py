"""Believes a receipt only when its signature holds and it says exactly what the laptop knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cryptography import x509
from cryptography.x509.oid import NameOID

from surveyor_app.domain.errors import BadMessage, ReceiptInvalid
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt
from surveyor_app.protocol.roots import HeadMark

VerifySignature = Callable[[bytes, bytes], str]
"""Checks a detached CMS over data against the enrolled authority and returns the signer's subject (RFC 4514)."""

RECEIPT_SIGNER = "receipts"
"""The organizational unit of the one certificate that may sign receipts: surveyors have certificates of the authority, too."""


def check_receipt(
    receipt: bytes,
    signature: bytes,
    verify: VerifySignature,
    *,
    kind: str,
    case: str,
    root: str,
    heads: Sequence[HeadMark],
) -> Receipt:
    """Return the receipt if it holds for this case and state.

    Raises:
        ReceiptInvalid: otherwise. Data: ``reason``.
        BadSignature: when data or signature were changed.
    """
    subject = verify(receipt, signature)
    if RECEIPT_SIGNER not in _units(subject):
        raise ReceiptInvalid(reason="signer", signer=subject)
    try:
        found = decode_message(Receipt, receipt)
    except BadMessage as error:
        raise ReceiptInvalid(reason="form") from error
    expected = {"kind": kind, "case": case, "delivery_root": root, "heads": tuple(heads)}
    for name, value in expected.items():
        if getattr(found, name) != value:
            raise ReceiptInvalid(reason=name)
    return found


def _units(subject: str) -> list[str]:
    try:
        name = x509.Name.from_rfc4514_string(subject)
    except ValueError as error:
        raise ReceiptInvalid(reason="signer", signer=subject) from error
    return [str(unit.value) for unit in name.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)]
