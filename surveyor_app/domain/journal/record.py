"""The base of all records: one thing of the survey, as a frozen dataclass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.identifiers import RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record has beside its fields.

    ``withdrawn`` records stay in the case and in every export. ``conflicts`` names the fields of which several values stand
    side by side until a person settles them; the record then shows one of them.
    """

    KIND: ClassVar[str]

    id: RecordId
    withdrawn: bool = False
    withdrawn_reason: str | None = None
    sealed: bool = False
    conflicts: tuple[str, ...] = ()
