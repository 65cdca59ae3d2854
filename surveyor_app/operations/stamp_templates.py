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
from surveyor_app.domain.errors import InputError
from surveyor_app.operations.rendition_profiles import FIELDS, MOST_LINES, RenditionProfile, unknown_fields

FILE = "stamps.toml"
TABLE = "stamps"
MOST_CHARACTERS = 120
"""Of a line: more is smaller than anybody reads on a picture of 800 px."""


def checked(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of a stamp without blanks around them and empty ones.

    Raises:
        InputError: a field that there is not, too many lines, or one that is too long; the reason says which.
    """
    stamp = tuple(stripped for line in lines if (stripped := line.strip()))
    if unknown := sorted({name for line in stamp for name in unknown_fields(line)}):
        known = " ".join(f"{{{name}}}" for name in sorted(FIELDS))
        raise InputError(field="stamp", reason=f"{{{unknown[0]}}} is none of {known}")
    if len(stamp) > MOST_LINES:
        raise InputError(field="stamp", reason=f"{len(stamp)} lines, {MOST_LINES} at most")
    if any(len(line) > MOST_CHARACTERS for line in stamp):
        raise InputError(field="stamp", reason=f"a line of more than {MOST_CHARACTERS} characters")
    return stamp


def with_own_stamps(profiles: Mapping[str, RenditionProfile], folder: Path) -> dict[str, RenditionProfile]:
    """Return the kinds of copies with the stamps that were changed in the profile ``folder``.

    Raises:
        InputError: its file is no TOML, or a stamp in it cannot be used; ``field`` is the file.
    """
    own = _load(folder)
    return {
        id_: dataclasses.replace(profile, stamp=own[id_]) if id_ in own else profile
        for id_, profile in profiles.items()
    }


def keep_stamp(folder: Path, profile: RenditionProfile, lines: Sequence[str] | None) -> None:
    """Keep the stamp of a kind of copy for the next time; ``None`` goes back to the one that comes with the program.

    Raises:
        InputError: see :func:`checked`, and where the file that is there cannot be read.
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
    except InputError as error:
        raise InputError(field=str(path), reason=str(error.data["reason"])) from error
    except (OSError, ValueError, AttributeError) as error:
        raise InputError(field=str(path), reason=f"not a table of stamps ({type(error).__name__})") from error


def _lines(value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(line, str) for line in value):
        raise ValueError("not a list of lines")
    return value
