"""Canonical JSON (RFC 8785) and the hashes over it.

Floats are refused: decimals and instants travel as strings, so that two programs never disagree about a digit.
"""

from __future__ import annotations

import hashlib
import json
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
    try:
        if _has_plain_keys(value):
            # The standard library writes the same bytes five times faster: it differs in floats, which are refused, and
            # in the order of keys beyond the Basic Multilingual Plane, which go to the library below.
            return _ENCODER.encode(value).encode()
        return rfc8785.dumps(value)  # type: ignore[no-any-return, unused-ignore]  # the library is untyped in part
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, TypeError) as error:
        raise InputError(field="json", reason=str(error)) from error


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _has_plain_keys(value: object) -> bool:
    """Tell whether all keys are ASCII; refuse what has no canonical form here.

    Raises:
        InputError: for floats, large integers and keys that are not strings.
    """
    if isinstance(value, str) or value is None:
        return True
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise InputError(field="json", reason="keys must be strings")
        return all([_has_plain_keys(item) for item in value.values()]) and all(key.isascii() for key in value)
    if isinstance(value, list | tuple):
        return all([_has_plain_keys(item) for item in value])
    if isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise InputError(field="json", reason="the integer is too large")
        return True
    raise InputError(field="json", reason=f"{type(value).__name__} is not allowed")


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of ``data`` as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def body_digest(salt: bytes, content: bytes) -> str:
    """Return SHA-256(salt ‖ content): what a signed line says of the body that lies beside it."""
    return hashlib.sha256(salt + content).hexdigest()
