"""Records as the desk shows them: each field that has a value, by its label, in the reader's language."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import moment_text
from surveyor_app.domain.journal.fields import FieldSpec
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.wording.formatting import format_value
from surveyor_app.wording.translation import said_in

INNER = frozenset({"rank", "file_name_b64", "strokes"})
"""Fields that are the program's own and say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field: what it is called, and its value in words."""

    label: str
    text: str


def record_rows(pages: DeskPages, record: Record, leave_out: Collection[str] = ()) -> list[Row]:
    """Return the fields of a record that have a value, in the order they are declared in."""
    rows = []
    for spec in SPECS[record.KIND]:
        value = getattr(record, spec.name)
        if spec.name in INNER or spec.name in leave_out or isinstance(value, bytes):
            continue
        text = value_words(pages, spec, value)
        if text:
            rows.append(Row(pages.labels.field(record.KIND, spec.name, pages.language), text))
    return rows


def value_words(pages: DeskPages, spec: FieldSpec, value: object) -> str:
    """Return a value in words, with its unit."""
    if isinstance(value, Instant):
        return moment_text(value)
    text = format_value(spec, value, pages.labels, pages.language)
    return f"{text} {said_in(pages.language, spec.unit)}" if text and spec.unit else text
