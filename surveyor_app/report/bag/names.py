"""Names of files inside a bag: made safe from whatever the originals were called, the same for manifest, report and bag."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_BYTES = 120
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%\s]+')
_ESCAPED = re.compile(r"(?:\\(?:x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}))+")
"""How a record shows what is no text in a name: bytes of another code, line breaks, marks that cannot be seen."""
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
"""Names Windows keeps for devices, with any suffix."""


def safe_name(name: str) -> str:
    """Return ``name`` as one plain file name for every system: no path, no control or invisible characters, <= 120 bytes.

    Letters of any script stay; the suffix survives shortening. Never empty, never hidden.
    """
    plain = _ESCAPED.sub("_", unicodedata.normalize("NFC", name))
    last = re.split(r"[/\\]", plain)[-1]
    visible = "".join(c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
    plain = _UNSAFE.sub("_", visible).strip(" ._-") or "file"
    if plain.split(".")[0].upper() in _RESERVED:
        plain = f"_{plain}"
    return _shorten(plain)


def original_path(number: int, name: str) -> str:
    """Return the path of an original in the bag, which is also its path in the evidence manifest."""
    return f"data/originals/{number:04}-{safe_name(name)}"


def _shorten(name: str) -> str:
    if len(name.encode()) <= _LONGEST_BYTES:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix.encode()) > 12:
        stem, suffix = name, ""
    tail = f".{suffix}" if suffix else ""
    room = _LONGEST_BYTES - len(tail.encode())
    return stem.encode()[:room].decode("utf-8", "ignore").rstrip(" .") + tail
