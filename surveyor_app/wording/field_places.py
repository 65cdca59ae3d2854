"""Where each field stands: in which group of its form, in which section of the report; read from ``resources/fields.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item

ROWS = "rows"
"""The section of a kind that has only one."""


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Fields of a form under one heading, ``None`` for no heading."""

    title: Text | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldPlaces:
    """The forms and the report's sections by record kind; a kind without a form is edited in a way of its own."""

    forms: Mapping[str, tuple[FormGroup, ...]]
    sections: Mapping[str, Mapping[str, tuple[str, ...]]]

    @classmethod
    def read(cls, kinds: Mapping[str, Item]) -> FieldPlaces:
        """Take the places from the table of kinds.

        Raises:
            LookupError, TypeError, ValueError: a list names what is no field of the kind, or names one twice.
        """
        forms, sections = {}, {}
        for kind, table in kinds.items():
            known = [spec.name for spec in SPECS[kind]]
            groups = [(group, _names(group["fields"], known)) for group in table.get("form", {}).values()]
            _require_once(name for _, names in groups for name in names)
            forms[kind] = tuple(
                FormGroup(group.text() if group.has_text("") else None, names) for group, names in groups
            )
            sections[kind] = {name: _names(names, known) for name, names in table.get("report", {}).items()}
            _require_once(name for names in sections[kind].values() for name in names)
        return cls(forms, sections)

    def form(self, kind: str) -> tuple[FormGroup, ...]:
        """Return the groups of the form of a kind, in order."""
        return self.forms[kind]

    def section(self, kind: str, name: str = ROWS) -> tuple[str, ...]:
        """Return the fields that a section of the report prints of a kind, in order."""
        return self.sections[kind][name]


def _names(names: Sequence[str], known: Iterable[str]) -> tuple[str, ...]:
    unknown = sorted(set(names) - set(known))
    if unknown:
        raise ValueError(f"no fields: {', '.join(unknown)}")
    return tuple(names)


def _require_once(names: Iterable[str]) -> None:
    all_ = list(names)
    twice = sorted({name for name in all_ if all_.count(name) > 1})
    if twice:
        raise ValueError(f"stands twice: {', '.join(twice)}")
