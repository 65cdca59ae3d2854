"""Texts found in files, made safe to store and show.

PostgreSQL text refuses NUL and canonical JSON refuses surrogates, and real EXIF texts contain both; they are escaped
here, at the border, so that no later layer has to think of them.
"""

from __future__ import annotations

MAX_TEXT = 500
"""Characters kept of one text: the longest honest EXIF text seen in public test pictures has under 300."""


def clean_text(found: str | bytes) -> str | None:
    r"""Return the text without padding, with control characters and undecodable bytes as ``\x00`` escapes.

    Bytes that are not UTF-8 stay visible as escapes instead of being guessed at. None when nothing is left.
    """
    text = found.decode("utf-8", "backslashreplace") if isinstance(found, bytes) else found
    text = text[: 4 * MAX_TEXT].strip("\0 \t\r\n")
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    text = "".join(c if c.isprintable() or c == " " else _escaped(c) for c in text)
    return text[:MAX_TEXT] or None


def _escaped(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
