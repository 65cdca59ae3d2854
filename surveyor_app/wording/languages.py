"""The languages there are: each is a folder of ``resources/languages``, found by looking.

Two are always there, since all that comes with the program is written in them: Chinese and English. A third is a new folder with
``language.toml`` and, as far as it is translated, ``window.ts``, ``command_line.ts`` and a table for each that it completes.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FOLDER = "languages"
FILE = "language.toml"
CHINESE, ENGLISH = "zh_CN", "en"
_COLUMNS = frozenset({"id", "per"})
"""Codes of languages that are something else in the tables."""


@cache
def languages(resources: Path) -> tuple[Language, ...]:
    """Return the languages there are, Chinese first; read once from each folder.

    Raises:
        InstallationIncomplete: Chinese or English is missing, or a language's file is not whole.
    """
    tags = [path.parent.name for path in (resources / FOLDER).glob(f"*/{FILE}")]
    found = {tag: _read(resources, tag) for tag in sorted({*tags, CHINESE, ENGLISH})}
    alone = {tag: language for tag, (language, _) in found.items()}
    made = []
    for tag, (language, fallback) in found.items():
        with well_formed(resources, _file(tag)):
            _require_own_key(language, alone.values())
            made.append(dataclasses.replace(language, fallback=tuple(alone[other] for other in fallback)))
    return tuple(sorted(made, key=lambda language: language.tag != CHINESE))


def find_language(tag: str, resources: Path | None = None) -> Language:
    """Return the language of a tag or of a locale's name; where there is none of it, the nearest, English last.

    Raises:
        InstallationIncomplete: as :func:`languages`.
    """
    resources = resources or resources_dir()
    return nearest_language(tag, resources) or _known(resources)[ENGLISH]


def nearest_language(tag: str, resources: Path) -> Language | None:
    """Return the language of a tag or of a locale's name (``zh_CN.UTF-8``), or the nearest; ``None`` where there is none.

    Raises:
        InstallationIncomplete: as :func:`languages`.
    """
    known = _known(resources)
    wanted = tag.replace("-", "_").partition(".")[0].partition("@")[0]
    near = (language for known_tag, language in known.items() if _base(known_tag) == _base(wanted))
    return known.get(wanted) or next(near, None)


def chinese() -> Language:
    """Return Chinese, in which papers are written unless the person speaks another language."""
    return find_language(CHINESE)


def english() -> Language:
    """Return English, in which the texts stand in the code."""
    return find_language(ENGLISH)


def _known(resources: Path) -> dict[str, Language]:
    return {language.tag: language for language in languages(resources)}


def _base(tag: str) -> str:
    return tag.partition("_")[0]


def _file(tag: str) -> str:
    return f"{FOLDER}/{tag}/{FILE}"


def _read(resources: Path, tag: str) -> tuple[Language, list[Any]]:
    """Return a language without its fallbacks, and their tags."""
    table = read_toml(resources, _file(tag))
    with well_formed(resources, _file(tag)):
        fallback = table.pop("fallback", [])
        if not isinstance(fallback, list):
            raise TypeError("fallback is a list of tags")
        strings: dict[str, Any] = {name: string_of(value) for name, value in table.items()}
        return Language(tag=tag, **strings), fallback


def _require_own_key(language: Language, all_: Iterable[Language]) -> None:
    if not re.fullmatch("[a-z]+", language.key) or language.key in _COLUMNS:
        raise ValueError(f"key: {language.key}")
    if [other.key for other in all_].count(language.key) > 1:
        raise ValueError(f"key: two languages have {language.key}")
