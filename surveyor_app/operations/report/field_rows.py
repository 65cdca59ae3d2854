"""Rows of the report from fields of records: what the field is called, and its value in words, names and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from surveyor_app.domain.journal.fields import WGS84, FieldSpec, FieldType
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.texts import Text
from surveyor_app.report.data import Row
from surveyor_app.wording.field_places import ROWS
from surveyor_app.wording.formatting import value_text
from surveyor_app.wording.labels import Labels

TITLED = Text.same("{what} · {name}")
"""The title of a block: what it is about, and its name."""
DETAILS = (ROWS, "internal", "estimate")
"""The sections that say all of a record: what belongs to the office alone is empty in a copy for a party."""
SIGNATURES = frozenset({"maker_sig", "holder_sig", "collector_sig"})
"""Fields that name handwriting, of which a report says whose it is and shows it."""
EVIDENCE_LISTS = frozenset({"photos", "media", "evidence", "receipts", "proof"})
"""Fields that list originals, which a report names by number."""


@dataclass(frozen=True, slots=True)
class FieldRows:
    """Makes rows; ``labels`` says what fields and values are called.

    ``names`` holds what records that others refer to are called, ``numbers`` the number of each piece of evidence, by ids.
    """

    labels: Labels
    names: Mapping[str, Text | str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def of(self, record: Record, *sections: str) -> Iterable[Row]:
        """Yield a row for each field that is filled in and that these sections of the report print, the first alone if none."""
        places = self.labels.places.sections[record.KIND]
        for section in sections or (ROWS,):
            for name in places.get(section, ()):
                value = self.value(record, name)
                if value:
                    drawing = getattr(record, name) if name in SIGNATURES else None
                    yield replace(self.row(record.KIND, name, value), drawing=drawing)

    def details(self, record: Record) -> Iterable[Row]:
        """Yield a row for each field that any of the sections prints that say all of a record."""
        return self.of(record, *DETAILS)

    def row(self, kind: str, name: str, value: Text | str) -> Row:
        """Return a row with a value that is not the field's own: a name for an id."""
        return Row(self.labels.field_text(kind, name), value)

    def value(self, record: Record, name: str) -> Text | str:
        """Return the value of a field as it is printed; empty where there is none, or it refers to what is not printed."""
        spec, value = _SPECS[record.KIND][name], getattr(record, name)
        if name in EVIDENCE_LISTS and isinstance(value, tuple):
            return ", ".join(sorted((self.numbers[id_] for id_ in value if id_ in self.numbers), key=int))
        if spec.type is FieldType.REF or name in SIGNATURES:
            return self.names.get(value or "", "")
        text = value_text(spec, value, self.labels)
        return f"{text}{WGS84}" if text and spec.unit == WGS84 else text


_SPECS: Mapping[str, Mapping[str, FieldSpec]] = {
    kind: {spec.name: spec for spec in specs} for kind, specs in SPECS.items()
}
