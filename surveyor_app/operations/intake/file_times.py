"""When a file was made and changed, as its file system says, without trusting or correcting it."""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from datetime import UTC, datetime, timedelta

from surveyor_app.domain.journal.instants import utc_text

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AT_EMPTY_PATH = 0x1000
_STATX_BTIME = 0x800
_STATX_BYTES = 256
_BTIME_AT = 80


def modified_at(status: os.stat_result) -> str | None:
    """Return the time of the last change as ISO text in UTC; ``None`` for one no calendar holds."""
    return _text(status.st_mtime_ns)


def created_at(descriptor: int, status: os.stat_result) -> str | None:
    """Return when the open file was made in its file system (not when the picture was taken), where the system tells."""
    if sys.platform == "win32":
        # Since Python 3.12 under its own name; before, Windows gave it as ctime.
        return _text(getattr(status, "st_birthtime_ns", None) or status.st_ctime_ns)
    if sys.platform == "darwin":
        return _text(int(status.st_birthtime * 1_000_000_000))
    return _text(_birth_ns(descriptor)) if sys.platform == "linux" else None


def _text(nanoseconds: int | None) -> str | None:
    if nanoseconds is None:
        return None
    try:
        return utc_text(_EPOCH + timedelta(microseconds=nanoseconds // 1000))
    except OverflowError:
        return None


def _birth_ns(descriptor: int) -> int | None:
    """Ask ``statx`` (Linux 4.11, glibc 2.28), which Python does not offer; layout: statx(2), the same on all processors."""
    call = getattr(_LIBRARY, "statx", None)
    if call is None:
        return None
    answer = ctypes.create_string_buffer(_STATX_BYTES)
    if call(descriptor, b"", _AT_EMPTY_PATH, _STATX_BTIME, answer) != 0:
        return None
    (mask,) = struct.unpack_from("=I", answer, 0)
    if not mask & _STATX_BTIME:
        return None
    seconds, nanoseconds = struct.unpack_from("=qI", answer, _BTIME_AT)
    return int(seconds * 1_000_000_000 + nanoseconds)


_LIBRARY = ctypes.CDLL(None) if sys.platform == "linux" else None
