"""Labels of fields and enumerations in both languages, read from ``resources/fields.toml`` and ``enumerations.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.kinds import SPECS


class Language(StrEnum):
    """A language of the window, the command line and the report."""

    ZH = "zh_CN"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration, with both labels and the receiver's code where one is known."""

    id: str
    zh: str
    en: str
    code: str | None = None

    def label(self, language: Language) -> str:
        """Return the label in ``language``."""
        return self.zh if language is Language.ZH else self.en


@dataclass(frozen=True, slots=True)
class Labels:
    """What things are called; ids that are not in the files are shown as they are."""

    fields: Mapping[str, Mapping[str, tuple[str, str]]]
    kinds: Mapping[str, tuple[str, str]]
    enumerations: Mapping[str, tuple[Choice, ...]]

    @classmethod
    def load(cls, resources: Path) -> Labels:
        """Read and check the two files.

        Raises:
            NotFound: when a file is missing or a field of a record kind has no label.
        """
        kinds = _read(resources / "fields.toml")
        for kind, specs in SPECS.items():
            unlabelled = [spec.name for spec in specs if spec.name not in kinds.get(kind, {}).get("fields", {})]
            if unlabelled:
                raise NotFound(what="label", id=f"{kind}.{unlabelled[0]}")
        enumerations = _read(resources / "enumerations.toml")
        return cls(
            fields={
                kind: {name: (label["zh"], label["en"]) for name, label in table["fields"].items()}
                for kind, table in kinds.items()
            },
            kinds={kind: (table["zh"], table["en"]) for kind, table in kinds.items()},
            enumerations={
                name: tuple(Choice(**value) for value in table["values"]) for name, table in enumerations.items()
            },
        )

    def kind(self, kind: str, language: Language) -> str:
        """Return what a record kind is called."""
        return _pick(self.kinds.get(kind, (kind, kind)), language)

    def field(self, kind: str, name: str, language: Language) -> str:
        """Return what a field is called."""
        return _pick(self.fields.get(kind, {}).get(name, (name, name)), language)

    def choices(self, enumeration: str) -> tuple[Choice, ...]:
        """Return the values of an enumeration in the order of the file; none for an unknown one."""
        return self.enumerations.get(enumeration, ())

    def value(self, enumeration: str, id_: str | None, language: Language) -> str:
        """Return what a value is called; empty for ``None``, the id itself when it is not in the file."""
        for choice in self.choices(enumeration):
            if choice.id == id_:
                return choice.label(language)
        return id_ or ""


def _pick(pair: tuple[str, str], language: Language) -> str:
    return pair[0] if language is Language.ZH else pair[1]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise NotFound(what="labels", path=str(path)) from error
