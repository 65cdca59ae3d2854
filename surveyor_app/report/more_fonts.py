"""Fonts of this machine for what the bundled one lacks: rare characters of names, Tibetan, Uyghur, Mongolian, Yi.

GB 18030 has more characters than a font of a program can hold. What a name is written with is looked for among the fonts that
the machine has: those of its system, and those a person put beside. Only letters of the scripts of China are sought, so that a
sign or an emoji is named as before; a font whose maker forbids embedding (OS/2, ``fsType``) is never taken.
"""

from __future__ import annotations

import os
import re
import shutil
import struct
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.errors import FontMissing
from surveyor_app.report.literal_text import covered_characters, font_table

_SOUGHT = (
    (0x0600, 0x06FF),
    (0x0750, 0x077F),
    (0xFB50, 0xFDFF),
    (0xFE70, 0xFEFC),
    (0x0F00, 0x0FFF),
    (0x1800, 0x18AF),
    (0x1950, 0x19DF),
    (0x2E80, 0x2FDF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4FF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
"""Arabic letters (Uyghur, Kazakh, Kirghiz), Tibetan, Mongolian, Tai, Han with its radicals and extensions, Yi and Lisu."""
_SUFFIXES = frozenset({".ttf", ".otf"})
_MOST = 3000
"""Files looked at: a machine with more has what is sought among them."""
_RESTRICTED = 0x0002
_FACES = re.compile("bold|black|light|thin|italic|oblique|kufi|mono|condensed|display", re.IGNORECASE)
"""In the names of fonts that are for titles or for emphasis: another with as many characters is taken before them."""


@dataclass(frozen=True, slots=True)
class MoreFont:
    """A font file, the family it belongs to, and those of the sought characters that it has."""

    path: Path
    family: str
    characters: frozenset[int]


def is_sought(character: str) -> bool:
    """Tell whether a character is one that other fonts are searched for."""
    return any(first <= ord(character) <= last for first, last in _SOUGHT)


def places() -> tuple[Path, ...]:
    """Return where this system keeps fonts, a person's own first."""
    home = Path.home()
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", str(home))) / "Microsoft" / "Windows" / "Fonts"
        return own, Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts"
    if sys.platform == "darwin":
        return home / "Library" / "Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    own = (home / ".fonts", home / ".local" / "share" / "fonts")
    return *own, Path("/usr/local/share/fonts"), Path("/usr/share/fonts")


def fonts_for(characters: Iterable[str], where: Sequence[Path] | None = None) -> list[MoreFont]:
    """Return the fewest fonts that were found for these characters; what none has is in none of them."""
    wanted = {ord(character) for character in characters if is_sought(character)}
    if not wanted:
        return []
    found: list[MoreFont] = []
    candidates = [
        (path, held) for path in _files(tuple(places() if where is None else where)) if (held := _held(path) & wanted)
    ]
    while wanted and candidates:
        path, held = max(candidates, key=lambda item: (len(item[1] & wanted), not _FACES.search(item[0].stem)))
        had = held & wanted
        if not had:
            break
        candidates.remove((path, held))
        family = _family(path) if _may_be_embedded(path) else None
        if family is not None:
            found.append(MoreFont(path, family, frozenset(had)))
            wanted -= had
    return found


@contextmanager
def beside(bundled: Path, fonts: Sequence[MoreFont]) -> Iterator[list[Path]]:
    """Yield the folders that the layout process reads: that of the bundled fonts, and one of these fonts alone."""
    if not fonts:
        yield [bundled]
        return
    with tempfile.TemporaryDirectory(prefix="surveyor-fonts-") as folder:
        for number, font in enumerate(fonts):
            shutil.copyfile(font.path, Path(folder, f"{number}{font.path.suffix}"))
        yield [bundled, Path(folder)]


@cache
def _files(where: tuple[Path, ...]) -> tuple[Path, ...]:
    found: list[Path] = []
    for folder in where:
        try:
            found += sorted(path for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES and path.is_file())
        except OSError:
            continue
    return tuple(found[:_MOST])


@cache
def _held(path: Path) -> Set[int]:
    """Return the sought characters that a font has; those of thousands of fonts are kept, and of no others."""
    try:
        covered = covered_characters.__wrapped__(path)
    except (FontMissing, MemoryError, OverflowError):
        return frozenset()
    return frozenset(code for code in covered if any(first <= code <= last for first, last in _SOUGHT))


def _may_be_embedded(path: Path) -> bool:
    try:
        (kind,) = struct.unpack_from(">H", font_table(path, b"OS/2"), 8)
    except (OSError, KeyError, struct.error):
        return False
    return bool(kind & 0x000F != _RESTRICTED)


def _family(path: Path) -> str | None:
    """Return the family as the layout engine calls it; it reads folders only, and takes no font it cannot use."""
    # As late as it is needed: the window never lays anything out itself.
    import typst

    with tempfile.TemporaryDirectory(prefix="surveyor-font-") as folder:
        shutil.copyfile(path, Path(folder, path.name))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        families = fonts.families()
    return str(families[0]) if families else None
