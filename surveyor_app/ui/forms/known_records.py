"""The records of one kind as they were last read, in their order; after a change only what was touched is read again.

For lists of hundreds: reading them whole at every key would be felt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.kinds import R
from surveyor_app.records import reading

MOST_TOUCHED = 100
"""So many records are read one for one; where more were touched, the list is read whole."""


class KnownRecords(Generic[R]):
    """Records by id, withdrawn ones left out."""

    def __init__(self, case: CaseFile, record_class: type[R]) -> None:
        """Read nothing yet: whoever asks first has the list read."""
        self._case, self._class = case, record_class
        self._read: dict[str, R] | None = None

    @property
    def by_id(self) -> Mapping[str, R]:
        """The records in their order."""
        if self._read is None:
            self.read()
        return self._read or {}

    def all(self) -> list[R]:
        """Return the records in their order."""
        return list(self.by_id.values())

    def fetch(self) -> list[R]:
        """Read the list whole, for :meth:`take`. On any thread."""
        with self._case.read() as session:
            return reading.list_records(session, self._case.case_id, self._class)

    def take(self, listed: Iterable[R]) -> None:
        """Know the list as it was read."""
        self._read = {record.id: record for record in listed}

    def read(self) -> None:
        """Read the list whole."""
        self.take(self.fetch())

    def apply(self, changes: Changes) -> frozenset[str]:
        """Follow what an operation changed, and return the ids it touched."""
        touched = changes.touched.get(self._class.KIND, frozenset())
        if self._read is None:
            return touched
        if len(touched) > MOST_TOUCHED:
            self.read()
        elif touched:
            with self._case.read() as session:
                found = reading.get_many(session, self._case.case_id, self._class, sorted(touched))
            there = {id_: record for id_, record in found.items() if not record.withdrawn}
            rest = {id_: record for id_, record in self._read.items() if id_ not in touched}
            self._read = dict(sorted((rest | there).items(), key=lambda item: reading.place_of(item[1])))
        return touched
