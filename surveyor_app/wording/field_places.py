"""Where each field stands: in which group of its form, in which section of the report; read from ``resources/fields.toml``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.survey.facts import CONDITIONS
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import Item
from surveyor_app.wording.table_values import flag, one_of
from surveyor_app.wording.toml_files import string_of

ROWS = "rows"
"""The section of a kind that has only one."""


@dataclass(frozen=True, slots=True)
class FormGroup:
    """Fields of a form under one heading, ``None`` for no heading.

    ``when`` names the condition of the case (``domain/survey/facts.py``) under which the group is asked for; ``sums`` has the
    form show what its amounts come to.
    """

    title: Text | None
    names: tuple[str, ...]
    key: str = ""
    when: str | None = None
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A field is asked for only where another of the same record says this."""

    field: str
    value: object


@dataclass(frozen=True, slots=True)
class FieldPlaces:
    """The forms and the report's sections by record kind; a kind without a form is edited in a way of its own."""

    forms: Mapping[str, tuple[FormGroup, ...]]
    sections: Mapping[str, Mapping[str, tuple[str, ...]]]
    needs: Mapping[str, Mapping[str, Need]] = dataclasses.field(default_factory=dict)

    @classmethod
    def read(cls, kinds: Mapping[str, Item]) -> FieldPlaces:
        """Take the places from the table of kinds.

        Raises:
            LookupError, TypeError, ValueError: a list names what is no field of the kind, or names one twice.
        """
        forms, sections, needs = {}, {}, {}
        for kind, table in kinds.items():
            known = [spec.name for spec in SPECS[kind]]
            groups = [_group(key, group, known) for key, group in table.get("form", {}).items()]
            _require_once(name for group in groups for name in group.names)
            forms[kind] = tuple(groups)
            needs[kind] = {
                name: _need(item["needs"], known) for name, item in table["fields"].items() if "needs" in item
            }
            sections[kind] = {name: _names(names, known) for name, names in table.get("report", {}).items()}
            _require_once(name for names in sections[kind].values() for name in names)
        return cls(forms, sections, needs)

    def form(self, kind: str) -> tuple[FormGroup, ...]:
        """Return the groups of the form of a kind, in order."""
        return self.forms[kind]

    def needs_of(self, kind: str) -> Mapping[str, Need]:
        """Return the fields of a kind that are asked for only where another says so."""
        return self.needs.get(kind, {})

    def section(self, kind: str, name: str = ROWS) -> tuple[str, ...]:
        """Return the fields that a section of the report prints of a kind, in order."""
        return self.sections[kind][name]


def _group(key: str, group: Item, known: Iterable[str]) -> FormGroup:
    return FormGroup(
        title=group.text() if group.has_text("") else None,
        names=_names(group["fields"], known),
        key=key,
        when=one_of(group, "when", CONDITIONS) if "when" in group else None,
        sums=flag(group, "sums"),
    )


def _need(text: str, known: Iterable[str]) -> Need:
    """Read ``field`` (it says yes) or ``field=value``."""
    name, equals, value = string_of(text).partition("=")
    _names([name], known)
    return Need(name, value if equals else True)


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
