"""Makes any text printable as it stands: what the font lacks or what would stay invisible is shown by its code point.

PDF/A refuses a character without a glyph, and a reader of evidence must not miss one: a right-to-left override in a file
name or an emoji in an answer becomes ``〔U+202E〕``. Long words get break points so that they stay on the page; the templates
print them as empty boxes (``breaks`` in words.typ), so that no character stands there for whoever copies the word.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Collection
from functools import lru_cache
from itertools import compress
from pathlib import Path
from typing import Any

from surveyor_app.domain.errors import FontMissing

ZERO_WIDTH_SPACE = "\u200b"
_LONGEST_WORD = 24
_STEP = 6
_LONG_WORD = re.compile(rf"[!-~\u00a1-\u02ff]{{{_LONGEST_WORD + 1},}}")
_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


class LiteralText:
    """Rewrites texts for one set of fonts; ``fonts`` must all hold a character for it to be printed as it is.

    ``more`` are characters that other fonts were found for.
    """

    def __init__(self, fonts: tuple[Path, ...], more: Collection[int] = ()) -> None:
        covered = [covered_characters(font) for font in fonts]
        self._covered = frozenset.intersection(*covered)
        self._more = frozenset(more)

    def lacking(self, value: Any) -> set[str]:
        """Return the characters of all texts of a tree of plain values that the fonts lack."""
        if isinstance(value, str):
            return {character for character in value if ord(character) not in self._covered}
        if isinstance(value, dict):
            return set().union(*(self.lacking(item) for item in value.values()))
        if isinstance(value, list | tuple):
            return set().union(*(self.lacking(item) for item in value))
        return set()

    def __call__(self, text: str) -> str:
        """Return ``text`` with unprintable characters named and long words made breakable."""
        plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
        shown = "".join(self._show(character) for character in plain)
        return _LONG_WORD.sub(_breakable, shown)

    def _show(self, character: str) -> str:
        if character == "\n":
            return character
        if ord(character) in self._more:
            return character
        if unicodedata.category(character) in _INVISIBLE or ord(character) not in self._covered:
            return f"〔U+{ord(character):04X}〕"
        return character


def printable_tree(value: Any, literal: LiteralText, ours: Collection[str]) -> Any:
    """Make every text of a tree of plain values printable; members named in ``ours`` are names of our own and stay."""
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, dict):
        return {key: item if key in ours else printable_tree(item, literal, ours) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [printable_tree(item, literal, ours) for item in value]
    return value


def _breakable(match: re.Match[str]) -> str:
    word = match[0]
    return ZERO_WIDTH_SPACE.join(word[start : start + _STEP] for start in range(0, len(word), _STEP))


@lru_cache(maxsize=8)
def covered_characters(font: Path) -> frozenset[int]:
    """Return the code points a TrueType font has glyphs for (its cmap, formats 4 and 12).

    Raises:
        FontMissing: the file is absent or no font.
    """
    try:
        data = font.read_bytes()
        table = _table(data, b"cmap")
        count = struct.unpack_from(">H", table, 2)[0]
        # Several platforms and encodings share one subtable.
        offsets = {struct.unpack_from(">HHL", table, 4 + 8 * index)[2] for index in range(count)}
        found: set[int] = set()
        for offset in offsets:
            found |= _subtable(table[offset:])
    except OSError as error:
        raise FontMissing(path=str(font)) from error
    except (struct.error, IndexError, KeyError) as error:
        raise FontMissing(path=str(font), reason="not a TrueType font") from error
    return frozenset(found)


def font_table(font: Path, name: bytes) -> bytes:
    """Return one table of a font file; raises OSError, KeyError or struct.error."""
    return _table(font.read_bytes(), name)


def _table(data: bytes, name: bytes) -> bytes:
    """Return one table of an sfnt font (OpenType 1.9, "Table directory")."""
    count = struct.unpack_from(">H", data, 4)[0]
    for index in range(count):
        tag, _checksum, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == name:
            return data[offset : offset + length]
    raise KeyError(name)


def _subtable(table: bytes) -> set[int]:
    kind = struct.unpack_from(">H", table)[0]
    if kind == 12:
        return _format_12(table)
    return _format_4(table) if kind == 4 else set()


def _format_12(table: bytes) -> set[int]:
    found: set[int] = set()
    for index in range(struct.unpack_from(">L", table, 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", table, 16 + 12 * index)
        found.update(range(first + (glyph == 0), last + 1))
    return found


def _format_4(table: bytes) -> set[int]:
    segments = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", table, 14)
    starts = struct.unpack_from(f">{segments}H", table, 16 + 2 * segments)
    deltas = struct.unpack_from(f">{segments}H", table, 16 + 4 * segments)
    ranges_at = 16 + 6 * segments
    found: set[int] = set()
    for index in range(segments):
        first, end = starts[index], min(ends[index], 0xFFFE) + 1
        offset = struct.unpack_from(">H", table, ranges_at + 2 * index)[0]
        if offset:
            glyphs = struct.unpack_from(f">{max(0, end - first)}H", table, ranges_at + 2 * index + offset)
            found.update(compress(range(first, end), glyphs))
        else:
            # Glyph is code + delta modulo 65536: one code at most has none.
            without = -deltas[index] & 0xFFFF
            found.update(range(first, min(without, end)), range(max(without + 1, first), end))
    return found
