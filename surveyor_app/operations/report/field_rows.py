"""Rows of the report from fields of records: what the field is called, and its value in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.texts import Text
from surveyor_app.report.data import Row
from surveyor_app.wording.field_places import ROWS
from surveyor_app.wording.formatting import value_text
from surveyor_app.wording.labels import Labels

TITLED = Text.same("{what} · {name}")
"""The title of a block: what it is about, and its name."""


@dataclass(frozen=True, slots=True)
class FieldRows:
    """Makes rows; ``labels`` says what fields and values are called."""

    labels: Labels

    def of(self, record: Record, section: str = ROWS) -> Iterable[Row]:
        """Yield a row for each field that is filled in and that this section of the report prints."""
        specs = {spec.name: spec for spec in SPECS[record.KIND]}
        for name in self.labels.places.section(record.KIND, section):
            value = value_text(specs[name], getattr(record, name), self.labels)
            if value:
                yield self.row(record.KIND, name, value)

    def row(self, kind: str, name: str, value: Text | str) -> Row:
        """Return a row with a value that is not the field's own: a name for an id."""
        return Row(self.labels.field_text(kind, name), value)
