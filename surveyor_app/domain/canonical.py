"""Canonical JSON (RFC 8785) and the hashes over it.

Floats are refused: decimals and instants travel as strings, so that two programs never disagree about a digit.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import rfc8785

from surveyor_app.domain.errors import InputError

Json = None | bool | int | str | Sequence["Json"] | Mapping[str, "Json"]
JsonObject = Mapping[str, Json]

LARGEST_INTEGER = 2**53 - 1
"""RFC 8785 numbers are IEEE 754 doubles; larger integers are sent as strings."""


def canonical(value: Json) -> bytes:
    """Return the canonical UTF-8 bytes of ``value``.

    Raises:
        InputError: for floats, integers beyond 2^53 - 1, surrogates and keys that are not strings.
    """
    _refuse_floats(value)
    try:
        return rfc8785.dumps(value)  # type: ignore[no-any-return, unused-ignore]  # the library is untyped in part
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise InputError(field="json", reason=str(error)) from error


def _refuse_floats(value: object) -> None:
    if isinstance(value, float):
        raise InputError(field="json", reason="floats are not allowed")
    if isinstance(value, Mapping):
        for item in value.values():
            _refuse_floats(item)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_floats(item)


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def body_digest(salt: bytes, content: bytes) -> str:
    """Return SHA-256(salt ‖ content): what a signed line says of the body that lies beside it."""
    return hashlib.sha256(salt + content).hexdigest()
