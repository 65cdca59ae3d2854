"""The part of a blob that a request asks for (RFC 9110, 14): one range of bytes; anything else means the whole."""

from __future__ import annotations

import re

_RANGE = re.compile(r"bytes=\s*(\d{0,19})-(\d{0,19})\s*", re.ASCII)


class NotSatisfiable(ValueError):
    """The range lies outside the blob."""


def wanted_range(header: str | None, size: int) -> tuple[int, int] | None:
    """Return the first byte and the one behind the last that a ``Range`` header asks for, ``None`` for the whole.

    A header that is none, of another unit or of several ranges is passed over, as the standard allows.

    Raises:
        NotSatisfiable: no byte of the blob lies in it.
    """
    found = _RANGE.fullmatch(header or "")
    if found is None or found[1] == found[2] == "":
        return None
    if found[1] == "":
        start, end = max(0, size - int(found[2])), size
    else:
        start = int(found[1])
        end = size if found[2] == "" else min(size, int(found[2]) + 1)
        if found[2] != "" and int(found[2]) < start:
            return None
    if start >= end:
        raise NotSatisfiable
    return start, end
