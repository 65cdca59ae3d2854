"""Believes a receipt only when its signature holds and it says exactly what the laptop knows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from surveyor_app.domain.wire_errors import ReceiptInvalid
from surveyor_app.protocol.delivery import Receipt
from surveyor_app.protocol.receipts import read_receipt
from surveyor_app.protocol.roots import HeadMark

VerifySignature = Callable[[bytes, bytes], str]
"""Checks a detached CMS over data against the enrolled authority and returns the signer's subject (RFC 4514)."""


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
    found = read_receipt(receipt, verify(receipt, signature))
    expected = {"kind": kind, "case": case, "delivery_root": root, "heads": tuple(heads)}
    for name, value in expected.items():
        if getattr(found, name) != value:
            raise ReceiptInvalid(reason=name)
    return found
