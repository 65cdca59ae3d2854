"""Reads the rule packs: those that come with the program, and those of an insurer from a folder of its own.

A pack with an error is not used: it is named with file, line and reason. One pack with the id and version of another replaces
nothing; that is an error as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from surveyor_app.domain.calculation.errors import PackInvalid
from surveyor_app.domain.calculation.packs import RulePack, Word
from surveyor_app.wording.languages import languages
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.rules.pack_form import Wrong, pack_of, word_of
from surveyor_app.wording.rules.toml_places import line_of

FOLDER = "rule_packs"
WORDS = "words.toml"
_SUFFIX = ".toml"
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Packs:
    """The packs that can be used, where each is from, and what is wrong with the others."""

    packs: Sequence[RulePack]
    files: Mapping[str, str]
    errors: Sequence[PackInvalid] = ()


@cache
def shared_words(resources: Path) -> Mapping[str, Word]:
    """Return the words that every pack may use; of each folder read once.

    Raises:
        PackInvalid: one of them is wrong.
        InstallationIncomplete: the file is missing.
    """
    name = f"{FOLDER}/{WORDS}"
    table = read_table(resources, name, parse_float=Decimal)
    try:
        return {key: word_of(key, item, (key,)) for key, item in table.items()}
    except Wrong as error:
        raise _invalid(resources / name, (resources / name).read_text(encoding="utf-8"), error) from error


@cache
def own_packs(resources: Path) -> Packs:
    """Return the packs that come with the program; of each folder read once.

    Raises:
        PackInvalid: one of them is wrong.
    """
    shared = shared_words(resources)
    packs, files = [], {}
    for path in sorted((resources / FOLDER).glob(f"*{_SUFFIX}")):
        if path.name == WORDS:
            continue
        table = read_table(resources, f"{FOLDER}/{path.name}", parse_float=Decimal)
        try:
            packs.append(pack_of(table, shared))
        except Wrong as error:
            raise _invalid(path, path.read_text(encoding="utf-8"), error) from error
        files[packs[-1].id] = path.name
    return Packs(packs, files)


def read_pack(path: Path, resources: Path) -> RulePack:
    """Return the pack in a file.

    Raises:
        PackInvalid: it cannot be read, or is none; says the line and why.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise PackInvalid(path=str(path), line=1, reason="too long", what="")
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise PackInvalid(path=str(path), line=_line_said(str(error)), reason=str(error), what="") from error
    except (OSError, ValueError) as error:
        raise PackInvalid(path=str(path), line=1, reason=str(error), what="") from error
    except RecursionError as error:
        raise PackInvalid(path=str(path), line=1, reason="too deep", what="") from error
    try:
        return pack_of(Item(table, tuple(language.key for language in languages(resources))), shared_words(resources))
    except Wrong as error:
        raise _invalid(path, text, error) from error


def load_packs(resources: Path, folders: Sequence[Path] = ()) -> Packs:
    """Return all packs: the program's, then those of an insurer's folders; wrong ones of those are left out and named.

    Raises:
        PackInvalid: a pack of the program itself is wrong.
    """
    own = own_packs(resources)
    packs, files, errors = list(own.packs), dict(own.files), list(own.errors)
    for folder in folders:
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            try:
                pack = read_pack(path, resources)
                if pack.pack_id in {other.pack_id for other in packs}:
                    raise PackInvalid(
                        path=str(path), line=1, reason="an id stands twice", what=f"{pack.id} {pack.version}"
                    )
            except PackInvalid as error:
                errors.append(error)
                continue
            packs.append(pack)
            files[pack.id] = str(path)
    return Packs(packs, files, errors)


def _invalid(path: Path, text: str, error: Wrong) -> PackInvalid:
    return PackInvalid(path=str(path), line=line_of(text, error.place), reason=error.reason, what=error.what)


def _line_said(message: str) -> int:
    """Return the line that the reader of TOML names in its message."""
    _, _, rest = message.partition("at line ")
    digits = rest.split(",")[0].split(" ")[0]
    return int(digits) if digits.isdecimal() else 1
