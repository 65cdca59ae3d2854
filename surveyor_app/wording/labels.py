"""Labels of fields and enumerations in both languages, read from ``resources/fields.toml`` and ``enumerations.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.resource_tables import read_table, text_of, well_formed

FIELDS = "fields.toml"
ENUMERATIONS = "enumerations.toml"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration, with both labels and the receiver's code where one is known."""

    id: str
    zh: str
    en: str
    code: str | None = None

    def label(self, language: Language) -> str:
        """Return the label in ``language``."""
        return self.zh if language == chinese() else self.en


@dataclass(frozen=True, slots=True)
class Labels:
    """What things are called; ids that are not in the files are shown as they are."""

    fields: Mapping[str, Mapping[str, tuple[str, str]]]
    kinds: Mapping[str, tuple[str, str]]
    enumerations: Mapping[str, tuple[Choice, ...]]

    @classmethod
    def load(cls, resources: Path) -> Labels:
        """Read the two files; every field of every record kind has its labels, every enumeration it names its values.

        Raises:
            InstallationIncomplete: a file is missing or no TOML, or something has no label in one of the languages.
        """
        kinds = read_table(resources, FIELDS)
        with well_formed(resources, FIELDS):
            fields = {
                kind: {spec.name: _pair(kinds[kind]["fields"][spec.name]) for spec in SPECS[kind]} for kind in SPECS
            }
            named = {kind: _pair(table) for kind, table in kinds.items()}
        table = read_table(resources, ENUMERATIONS)
        with well_formed(resources, ENUMERATIONS):
            enumerations = {name: _choices(item["values"]) for name, item in table.items()}
            for spec in (spec for specs in SPECS.values() for spec in specs if spec.enumeration):
                if not enumerations[spec.enumeration or ""]:
                    raise ValueError(f"no values: {spec.enumeration}")
        return cls(fields=fields, kinds=named, enumerations=enumerations)

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
    return pair[0] if language == chinese() else pair[1]


def _pair(item: Mapping[str, Any]) -> tuple[str, str]:
    return text_of(item["zh"]), text_of(item["en"])


def _choices(values: Sequence[Mapping[str, Any]]) -> tuple[Choice, ...]:
    choices = tuple(
        Choice(text_of(item["id"]), *_pair(item), None if item.get("code") is None else text_of(item["code"]))
        for item in values
    )
    if len({choice.id for choice in choices}) < len(choices):
        raise ValueError("an id stands twice")
    return choices
