"""Records as the desk shows them: each field that has a value, by its label, in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import moment_text
from surveyor_app.domain.journal.fields import FieldSpec, FieldType
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.records import reading
from surveyor_app.wording.formatting import format_value
from surveyor_app.wording.translation import said_in

INNER = frozenset({"rank", "file_name_b64", "strokes"})
"""Fields that are the program's own and say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what it is called, and its value in words."""

    label: str
    text: str


def names_in(session: Session, case: str) -> dict[str, str]:
    """Return what people and vehicles of a case are called, by their ids: what other records refer to."""
    people = reading.columns(session, case, Person, ["name"], include_withdrawn=True)
    vehicles = reading.columns(session, case, Vehicle, ["plate_no"], include_withdrawn=True)
    return {str(id_): name for id_, _, name in (*people, *vehicles) if name}


def record_rows(
    pages: DeskPages, record: Record, leave_out: Collection[str] = (), names: Mapping[str, str] | None = None
) -> list[Row]:
    """Return the fields of a record that have a value, in the order they are declared in.

    What a record refers to is said by its name where ``names`` has one.
    """
    rows = []
    for spec in SPECS[record.KIND]:
        value = getattr(record, spec.name)
        if spec.name in INNER or spec.name in leave_out or isinstance(value, bytes):
            continue
        text = value_words(pages, spec, value)
        if spec.type is FieldType.REF and names:
            text = names.get(str(value), text)
        if text:
            rows.append(Row(pages.labels.field(record.KIND, spec.name, pages.language), text))
    return rows


def value_words(pages: DeskPages, spec: FieldSpec, value: object) -> str:
    """Return a value in words, with its unit."""
    if isinstance(value, Instant):
        return moment_text(value)
    text = format_value(spec, value, pages.labels, pages.language)
    return f"{text} {said_in(pages.language, spec.unit)}" if text and spec.unit else text
