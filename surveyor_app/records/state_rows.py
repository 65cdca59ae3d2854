"""The rows that show records, gathered until they are written: one statement a table, however many records and cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from surveyor_app.domain.kinds import CASE_KIND, KINDS
from surveyor_app.domain.projection import Projected
from surveyor_app.records.rows import row_of, shown_conflicts
from surveyor_app.records.schema import PROJECTIONS, conflicts, quarantine

_ADD = {kind: insert(table).inline() for kind, table in PROJECTIONS.items()}


class StateRows:
    """Rows of records, and beside them which of their lines are set aside and which values conflict."""

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
