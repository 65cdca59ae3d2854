"""What makes signed bytes a receipt: the one signer who may issue them, and the form. Laptop and bag are checked by the same."""

from __future__ import annotations

from cryptography import x509
from cryptography.x509.oid import NameOID

from surveyor_app.domain.wire_errors import BadMessage, ReceiptInvalid
from surveyor_app.protocol.decoding import decode_message
from surveyor_app.protocol.delivery import Receipt

RECEIPT_SIGNER = "receipts"
"""The organizational unit of the one certificate that may sign receipts: surveyors have certificates of the authority, too."""


def read_receipt(receipt: bytes, signer: str) -> Receipt:
    """Return what a receipt says; ``signer`` is the subject (RFC 4514) of the certificate whose signature over it holds.

    Raises:
        ReceiptInvalid: ``reason`` is ``signer`` (a certificate for something else) or ``form``.
    """
    if RECEIPT_SIGNER not in _units(signer):
        raise ReceiptInvalid(reason="signer", signer=signer)
    try:
        return decode_message(Receipt, receipt)
    except BadMessage as error:
        raise ReceiptInvalid(reason="form") from error


def _units(subject: str) -> list[str]:
    try:
        name = x509.Name.from_rfc4514_string(subject)
    except ValueError as error:
        raise ReceiptInvalid(reason="signer", signer=subject) from error
    return [str(unit.value) for unit in name.get_attributes_for_oid(NameOID.ORGANIZATIONAL_UNIT_NAME)]
