"""Forms of the desk that follow from the fields of a record: what is asked, and what was typed as it stands in a body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import FieldSpec, FieldType, encode
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.wording.translation import said_in
from surveyor_app.wording.typed_texts import typed_value

LONG_TEXT = 300
"""Texts that may be longer than this get a field of several lines."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form: how it is asked, and what stands in it."""

    name: str
    label: str
    control: str
    text: str
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()
    max_length: int | None = None
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading, which may be empty."""

    title: str
    fields: Sequence[Asked]


def form_groups(
    pages: DeskPages,
    kind: str,
    record: Record | None = None,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
) -> list[Group]:
    """Return the form of a kind, with a record's values, or with what was ``typed`` and why it is ``wrong``."""
    specs = {spec.name: spec for spec in SPECS[kind]}
    groups = []
    for group in pages.labels.places.form(kind):
        asked = []
        for name in group.names:
            spec = specs[name]
            text = typed.get(name, "") if typed is not None else field_text(spec, getattr(record, name, None))
            asked.append(_asked(pages, kind, spec, text, (wrong or {}).get(name, "")))
        groups.append(Group(group.title.in_(pages.language) if group.title else "", asked))
    return groups


def typed_fields(kind: str, typed: Mapping[str, str]) -> tuple[dict[str, Json], dict[str, InputError]]:
    """Return the fields of a form as they stand in a body, and what was wrong with others."""
    found: dict[str, Json] = {}
    wrong: dict[str, InputError] = {}
    for spec in SPECS[kind]:
        if spec.name not in typed:
            continue
        try:
            found[spec.name] = encode(spec, typed_value(spec, typed[spec.name], OFFICE_OFFSET_MIN))
        except InputError as error:
            wrong[spec.name] = error
    return found, wrong


def field_text(spec: FieldSpec, value: object) -> str:
    """Return a value as a form holds it, so that what is not changed is sent back as the same value."""
    if value is None:
        return ""
    if isinstance(value, Instant):
        return value.local.isoformat(timespec="microseconds" if value.utc.microsecond else "seconds")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)


def _asked(pages: DeskPages, kind: str, spec: FieldSpec, text: str, wrong: str) -> Asked:
    labels, language = pages.labels, pages.language
    label = labels.field(kind, spec.name, language)
    hint = labels.help(kind, spec.name, language, spec.max_length)
    if spec.unit:
        label = f"{label} ({said_in(language, spec.unit)})"
    choices: list[tuple[str, str]] = []
    if spec.type is FieldType.ENUM and spec.enumeration:
        choices = [(choice.id, choice.label.in_(language)) for choice in labels.choices(spec.enumeration)]
    if spec.type is FieldType.BOOLEAN:
        choices = [(choice.id, choice.label.in_(language)) for choice in labels.choices("tri")[:2]]
    control = "choice" if choices else _CONTROLS.get(spec.type, "line")
    if spec.type is FieldType.TEXT and (spec.max_length or 0) > LONG_TEXT:
        control = "text"
    return Asked(spec.name, label, control, text, hint, choices, spec.max_length, wrong)


_CONTROLS: Mapping[FieldType, str] = {
    FieldType.DATE: "date",
    FieldType.INSTANT: "instant",
    FieldType.INTEGER: "number",
    FieldType.DECIMAL: "number",
}
