"""The stamps that a surveyor changed: what each kind of copy says at its edge, kept beside the profile.

``stamps.toml`` in the profile's folder, which a person may edit too: ``[stamps]``, and under the id of a kind of copy its lines.
A kind that does not stand there has the stamp that comes with the program (``renditions.toml``).
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import tomli_w

from surveyor_app.atomic_write import atomic_write
from surveyor_app.casefile.translation import system_translated
from surveyor_app.domain.errors import StampInvalid, StampsUnreadable
from surveyor_app.wording.rendition_profiles import MOST_LINES, RenditionProfile, unknown_fields

FILE = "stamps.toml"
TABLE = "stamps"
MOST_CHARACTERS = 120
"""Of a line: more is smaller than anybody reads on a picture of 800 px."""


def checked(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a stamp without blanks around them and empty ones.

    Raises:
        StampInvalid: a field that there is not, too many lines, or one that is too long; ``name`` is what is wrong.
    """
    stamp = tuple(stripped for line in lines if (stripped := line.strip()))
    unknown = sorted({name for line in stamp for name in unknown_fields(line)})
    long = next((line for line in stamp if len(line) > MOST_CHARACTERS), "")
    wrong = f"{{{unknown[0]}}}" if unknown else str(len(stamp)) if len(stamp) > MOST_LINES else long
    if wrong:
        raise StampInvalid(name=wrong, lines=MOST_LINES, characters=MOST_CHARACTERS)
    return stamp


def with_own_stamps(profiles: Mapping[str, RenditionProfile], folder: Path) -> dict[str, RenditionProfile]:
    """Return the kinds of copies with the stamps that were changed in the profile ``folder``.

    Raises:
        StampsUnreadable: its file is no TOML, or a stamp in it cannot be used.
    """
    own = _load(folder)
    return {
        id_: dataclasses.replace(profile, stamp=own[id_]) if id_ in own else profile
        for id_, profile in profiles.items()
    }


def keep_stamp(folder: Path, profile: RenditionProfile, lines: Sequence[str] | None) -> None:
    """Keep the stamp of a kind of copy for the next time; ``None`` goes back to the one that comes with the program.

    Raises:
        StampInvalid: see :func:`checked`. StampsUnreadable: the file that is there cannot be read.
        DiskFull, StorageFailed: it could not be written; the file is as it was.
    """
    before = _load(folder)
    own = {id_: stamp for id_, stamp in before.items() if id_ != profile.id}
    if lines is not None:
        own[profile.id] = checked(lines)
    if own == before:
        return
    path = folder / FILE
    text = tomli_w.dumps({TABLE: {id_: list(stamp) for id_, stamp in own.items()}}, multiline_strings=False)
    with system_translated(path):
        atomic_write(path, text.encode())


def _load(folder: Path) -> dict[str, tuple[str, ...]]:
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        return {str(id_): checked(_lines(lines)) for id_, lines in found.get(TABLE, {}).items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError, StampInvalid) as error:
        raise StampsUnreadable(path=str(path), reason=type(error).__name__) from error


def _lines(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise ValueError("not a list of lines")
    return value
