"""Rows of the projection tables to record values and back; and those of many records gathered until they are written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.fields import FieldSpec, FieldType, decode
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc, utc_text
from surveyor_app.domain.kinds import CASE_KIND, KINDS, SPECS, R
from surveyor_app.domain.projection import Projected
from surveyor_app.records.schema import PROJECTIONS, conflicts, quarantine


def row_of(case_id: str, kind: str, record_id: str, state: Projected) -> dict[str, Any]:
    """Return the row that shows ``state``; a value of another type than the field's is left out (it stays in the journal)."""
    row = _BLANK[kind] | {
        "case_id": case_id,
        "id": record_id,
        "withdrawn": state.withdrawn,
        "withdrawn_reason": state.withdrawn_reason,
        "sealed": state.sealed,
        "conflicts": sorted(name for name in state.conflicts if _is_shown(kind, name)),
    }
    for name, stored in state.values.items():
        spec = _SPECS_BY_NAME[kind].get(name)
        if spec is not None and stored is not None:
            _put(row, spec, stored)
    return row


_SPECS_BY_NAME = {kind: {spec.name: spec for spec in specs} for kind, specs in SPECS.items()}
_BLANK: Mapping[str, dict[str, Any]] = {
    kind: {column.name: None for column in table.columns} for kind, table in PROJECTIONS.items()
}


def columns_of(kind: str, name: str) -> Sequence[str]:
    """Return the columns that show a field; none for a field this version does not know."""
    spec = _SPECS_BY_NAME[kind].get(name)
    if spec is None:
        return ()
    return (f"{name}_utc", f"{name}_offset", f"{name}_trust") if spec.type is FieldType.INSTANT else (name,)


def _is_shown(kind: str, name: str) -> bool:
    return name.startswith("#") or name in _SPECS_BY_NAME[kind]


def shown_conflicts(kind: str, state: Projected) -> dict[str, list[list[Json]]]:
    """Return the conflicting values of the fields this version knows, as pairs of entry hash and value."""
    return {
        name: [list(pair) for pair in pairs]
        for name, pairs in state.conflicts.items()
        if kind not in _SPECS_BY_NAME or _is_shown(kind, name)
    }


def _put(row: dict[str, Any], spec: FieldSpec, stored: Json) -> None:
    try:
        value = decode(spec, stored)
    except InputError:
        # Total apply: a malformed value stays in the journal and is never a reason to stop.
        return
    name = spec.name
    if spec.type is FieldType.INSTANT:
        row[f"{name}_utc"] = utc_text(value.utc)
        row[f"{name}_offset"] = value.offset_min
        row[f"{name}_trust"] = value.trust.value
    elif spec.type is FieldType.DATE:
        row[name] = value.isoformat()
    elif spec.type is FieldType.MULTI:
        row[name] = list(value)
    else:
        row[name] = value


def record_of(record_class: type[R], row: Mapping[str, Any]) -> R:
    """Return the record that a row of its projection table shows."""
    kind = record_class.KIND
    values: dict[str, Any] = {name: row[name] for name in _PLAIN[kind]}
    for spec in _SHAPED[kind]:
        values[spec.name] = _take(row, spec)
    return record_class(
        id=RecordId(row["id"]),
        withdrawn=row["withdrawn"],
        withdrawn_reason=row["withdrawn_reason"],
        sealed=row["sealed"],
        conflicts=tuple(row["conflicts"]),
        **values,
    )


# Told apart once: asking each field of each row took most of the time of reading 2,000 photos.
_SHAPED = {
    kind: [spec for spec in specs if spec.type in {FieldType.INSTANT, FieldType.DATE, FieldType.MULTI}]
    for kind, specs in SPECS.items()
}
_PLAIN = {kind: [spec.name for spec in specs if spec not in _SHAPED[kind]] for kind, specs in SPECS.items()}


def _take(row: Mapping[str, Any], spec: FieldSpec) -> Any:
    name = spec.name
    if spec.type is FieldType.INSTANT:
        utc = row[f"{name}_utc"]
        return None if utc is None else Instant(parse_utc(utc), row[f"{name}_offset"], Trust(row[f"{name}_trust"]))
    value = row[name]
    return None if value is None else decode(spec, value)


# ------------------------------------------------------------------------------------------- many at once

_ADD = {kind: insert(table).inline() for kind, table in PROJECTIONS.items()}


class StateRows:
    """Rows of records, and which of their lines are set aside and which values conflict: one statement a table writes them."""

    def __init__(self) -> None:
        self._records: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._set_aside: list[dict[str, Any]] = []
        self._conflicts: list[dict[str, Any]] = []

    def add(self, case_id: str, kind: str, states: Mapping[str, Projected]) -> dict[str, str]:
        """Add records of a kind by id; return their lines that are set aside: hash → reason."""
        aside: dict[str, str] = {}
        for item, state in states.items():
            about = {"case_id": case_id, "kind": kind, "record_id": item}
            aside |= state.quarantine
            self._set_aside += [{"hash": line, "reason": reason} | about for line, reason in state.quarantine.items()]
            if state.exists or kind == CASE_KIND:
                shown = shown_conflicts(kind, state)
                self._conflicts += [{"field": name, "entry_values": values} | about for name, values in shown.items()]
            if state.exists and kind in KINDS:
                self._records[kind].append(row_of(case_id, kind, item, state))
        return aside

    def store(self, session: Session) -> None:
        """Write them; what stood there before has been removed."""
        tables = [(_ADD[kind], rows) for kind, rows in sorted(self._records.items())]
        for statement, rows in [*tables, (_ADD_ASIDE, self._set_aside), (_ADD_CONFLICTS, self._conflicts)]:
            if rows:
                session.execute(statement, rows)


_ADD_ASIDE = insert(quarantine).inline()
_ADD_CONFLICTS = insert(conflicts).inline()
