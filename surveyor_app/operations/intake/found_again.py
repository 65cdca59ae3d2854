"""Where the bytes of evidence were found again: further names and places, kept as notes on it (domain §15, duplicates).

A note changes nothing of the record. It is written once for each place, so that a card imported again and again adds nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.same_bytes import SAME_BYTES, is_found_again
from surveyor_app.domain.projection import REVOKED
from surveyor_app.domain.vocabulary import NEWER_VERSION
from surveyor_app.records import reading
from surveyor_app.records.reading import HistoryLine


@dataclass(frozen=True, slots=True)
class FoundAgain:
    """One further place of the same bytes, and when who met it there; what was erased by law is ``None``."""

    at: str
    actor: str
    file_name: str | None
    source: str | None
    origin: str | None
    volume: str | None
    device: str | None
    file_modified_at: str | None


def found_again(case: CaseFile, evidence_id: str) -> list[FoundAgain]:
    """Return where a piece of evidence was found again, in the order it was noted."""
    with case.read() as session:
        lines = reading.history(session, case.case_id, Evidence.KIND, evidence_id)
    return [_place(line) for line in lines if is_found_again(line) and line.set_aside not in {NEWER_VERSION, REVOKED}]


class Notes:
    """The notes of one import: written where a place is told for the first time."""

    def __init__(self, case: CaseFile) -> None:
        """Nothing is read before the first duplicate."""
        self._case = case
        self._told: set[_Told] | None = None

    def step(self, evidence_id: str, fields: Mapping[str, object]) -> Step | None:
        """Return the note that evidence was found at the place that ``fields`` tell, ``None`` when that is known."""
        if self._told is None:
            self._told = self._read()
        place = (evidence_id, fields.get("source"), fields.get("volume"))
        if place not in self._told:
            # Another import may have told it since.
            self._told |= self._read(evidence_id)
        if place in self._told:
            return None
        self._told.add(place)
        return Step(Action.NOTE, Evidence.KIND, evidence_id, encode_fields(Evidence.KIND, fields), SAME_BYTES)

    def _read(self, only: str | None = None) -> set[_Told]:
        """Return the places told of all evidence, or of ``only`` one: where it came from, and its notes."""
        case, names = self._case.case_id, ("source", "volume")
        with self._case.read() as session:
            rows = reading.columns(session, case, Evidence, names, include_withdrawn=True, only=only and [only])
            notes = reading.history(session, case, Evidence.KIND, only, action=Action.NOTE)
        told: set[_Told] = {(record_id, source, volume) for record_id, _withdrawn, source, volume in rows}
        known = (line for line in notes if line.set_aside not in {NEWER_VERSION, REVOKED})
        return told | {(line.id, _text(line, "source"), _text(line, "volume")) for line in known}


_Told = tuple[str, object, object]
"""Evidence, and path and volume of a place of its bytes."""


def _place(line: HistoryLine) -> FoundAgain:
    names = ("file_name", "source", "origin", "volume", "device", "file_modified_at")
    return FoundAgain(line.at, line.actor, *(_text(line, name) for name in names))


def _text(line: HistoryLine, name: str) -> str | None:
    value: Json = (line.fields or {}).get(name)
    return value if isinstance(value, str) else None
