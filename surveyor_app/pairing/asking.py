"""Reads what a phone asks for: nothing it says is believed before it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

MOST_BYTES = 32 * 1024**3
"""Of one file: an hour of a phone's best video."""
MOST_NAME = 200
_MOST_HEADER = 2000
_MOST_DEVICE = 80


@dataclass(frozen=True, slots=True)
class Announced:
    """A file that is about to come."""

    name: str
    size: int
    modified_at: str | None
    device: str


class Unfit(Exception):
    """The phone asks for what cannot be; ``status`` is the answer of HTTP."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def read_announced(headers: Mapping[str, str]) -> Announced:
    """Read the headers of a file.

    Raises:
        Unfit: 411 without a length, 413 too long, 400 for any other that makes no sense.
    """
    length = headers.get("content-length")
    if length is None or headers.get("transfer-encoding"):
        raise Unfit(411)
    if not (length.isascii() and length.isdigit()) or len(length) > len(str(MOST_BYTES)) + 1:
        raise Unfit(400)
    if int(length) > MOST_BYTES:
        raise Unfit(413)
    return Announced(
        _name(headers.get("x-file-name", "")),
        int(length),
        _moment(headers.get("x-file-modified", "")),
        device_of(headers.get("user-agent", "")),
    )


def _name(sent: str) -> str:
    """Return the file's own name; a path, as some browsers tell, is cut to its end."""
    if len(sent) > _MOST_HEADER:
        raise Unfit(400)
    name = unquote(sent, errors="replace").replace("\\", "/").rsplit("/", 1)[-1]
    name = "".join(sign for sign in name if sign.isprintable())[-MOST_NAME:]
    return name if name.strip(" .") else "phone"


def _moment(sent: str) -> str | None:
    """Return when the phone says the file was changed last, from milliseconds since 1970."""
    if not sent:
        return None
    try:
        return datetime.fromtimestamp(int(sent) / 1000, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError, OSError) as error:
        raise Unfit(400) from error


def device_of(agent: str) -> str:
    """Return what a browser calls its phone: the first bracket of its name, as RFC 9110 §10.1.5 has comments."""
    told = agent[:_MOST_HEADER]
    inside = told.partition("(")[2].partition(")")[0] or told
    return "".join(sign for sign in inside if sign.isprintable())[:_MOST_DEVICE].strip()
