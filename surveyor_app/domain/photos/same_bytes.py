"""Notes that the bytes of evidence were found again (domain §15, duplicates): a further name and place of the same file.

A note changes nothing of the record; the custody list names the file as it was named there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.photos.evidence import Evidence

SAME_BYTES = "same_bytes"
"""The reason of these notes."""


class NoteLine(Protocol):
    """What tells such a note from other lines of the journal."""

    @property
    def action(self) -> Action | str:
        """What the line does to its record."""

    @property
    def kind(self) -> str:
        """The kind of the record."""

    @property
    def fields(self) -> Mapping[str, Json] | None:
        """The fields of its body, ``None`` when the body was erased or left out."""

    @property
    def reason(self) -> str | None:
        """Why, if the line says so."""


def is_found_again(line: NoteLine) -> bool:
    """Tell whether a line of the journal is such a note."""
    is_note = line.kind == Evidence.KIND and line.action is Action.NOTE
    return is_note and (line.reason == SAME_BYTES or line.fields is None)
