"""Labels of fields and enumerations, and where fields stand, read from ``resources/fields.toml`` and ``enumerations.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.texts import Language, Text
from surveyor_app.wording.field_places import FieldPlaces
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed

FIELDS = "fields.toml"
ENUMERATIONS = "enumerations.toml"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an enumeration, with its label and the receiver's code where one is known."""

    id: str
    label: Text
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """What things are called; ids that are not in the files are shown as they are."""

    fields: Mapping[str, Mapping[str, Text]]
    kinds: Mapping[str, Text]
    enumerations: Mapping[str, tuple[Choice, ...]]
    notes: Mapping[tuple[str, str, str], Text]
    """What is said besides the label, by kind, field and column: ``help``, ``yes``."""
    places: FieldPlaces

    @classmethod
    def load(cls, resources: Path) -> Labels:
        """Read the two files; every field of every record kind has its labels, every enumeration it names its values.

        Raises:
            InstallationIncomplete: a file is missing or no TOML, or something has no label in Chinese or English.
        """
        kinds = read_table(resources, FIELDS)
        with well_formed(resources, FIELDS):
            fields = {
                kind: {spec.name: kinds[kind]["fields"][spec.name].text() for spec in SPECS[kind]} for kind in SPECS
            }
            named = {kind: table.text() for kind, table in kinds.items()}
            notes = _notes(kinds)
            places = FieldPlaces.read(kinds)
        table = read_table(resources, ENUMERATIONS)
        with well_formed(resources, ENUMERATIONS):
            enumerations = {name: _choices(item["values"]) for name, item in table.items()}
            for spec in (spec for specs in SPECS.values() for spec in specs if spec.enumeration):
                if not enumerations[spec.enumeration or ""]:
                    raise ValueError(f"no values: {spec.enumeration}")
        return cls(fields, named, enumerations, notes, places)

    def kind(self, kind: str, language: Language) -> str:
        """Return what a record kind is called."""
        named = self.kinds.get(kind)
        return named.in_(language) if named else kind

    def field(self, kind: str, name: str, language: Language) -> str:
        """Return what a field is called."""
        return self.field_text(kind, name).in_(language)

    def field_text(self, kind: str, name: str) -> Text:
        """Return what a field is called, in every language."""
        return self.fields.get(kind, {}).get(name) or Text.same(name)

    def help(self, kind: str, name: str, language: Language, limit: int | None = None) -> str:
        """Return the line below a field's editor; empty for most."""
        note = self.notes.get((kind, name, "help"))
        return note.filled(limit=limit).in_(language) if note else ""

    def consequence(self, kind: str, name: str, language: Language) -> str:
        """Return what follows from a yes; empty for most."""
        note = self.notes.get((kind, name, "yes"))
        return note.in_(language) if note else ""

    def choices(self, enumeration: str) -> tuple[Choice, ...]:
        """Return the values of an enumeration in the order of the file; none for an unknown one."""
        return self.enumerations.get(enumeration, ())

    def value(self, enumeration: str, id_: str | None, language: Language) -> str:
        """Return what a value is called; empty for ``None``, the id itself when it is not in the file."""
        return self.value_text(enumeration, id_).in_(language)

    def value_text(self, enumeration: str, id_: str | None) -> Text:
        """Return what a value is called, in every language."""
        named = (choice.label for choice in self.choices(enumeration) if choice.id == id_)
        return next(named, Text.same(id_ or ""))


@cache
def labels_of(resources: Path) -> Labels:
    """Return the labels of a folder of resources; read once.

    Raises:
        InstallationIncomplete: as :meth:`Labels.load`.
    """
    return Labels.load(resources)


def _notes(kinds: Mapping[str, Item]) -> Mapping[tuple[str, str, str], Text]:
    return {
        (kind, name, column): item.text(f"{column}_")
        for kind, table in kinds.items()
        for name, item in table["fields"].items()
        for column in ("help", "yes")
        if item.has_text(f"{column}_")
    }


def _choices(values: Sequence[Item]) -> tuple[Choice, ...]:
    choices = tuple(
        Choice(string_of(item["id"]), item.text(), None if item.get("code") is None else string_of(item["code"]))
        for item in values
    )
    if len({choice.id for choice in choices}) < len(choices):
        raise ValueError("an id stands twice")
    return choices
