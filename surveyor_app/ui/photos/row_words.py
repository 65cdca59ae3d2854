"""The words beside a photo in the grid: what it is called, what is doubtful about it, and its corrected time."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.ui.forms.evidence_texts import shown_time


def _not_corrected(_record: Evidence) -> str:
    return ""


def _plain_title(line: EvidenceLine) -> str:
    return line.caption or line.file_name or ""


class RowWords:
    """What whoever knows better has told it to say; the model only asks."""

    def __init__(self) -> None:
        self.title_of: Callable[[EvidenceLine], str] = _plain_title
        """What stands under a picture; the page adds the names of shots."""
        self.time_of: Callable[[Evidence], str] = shown_time
        """When it was taken; the page knows the zone of the scene."""
        self.corrected_of: Callable[[Evidence], str] = _not_corrected
        """What stands beside the recorded time; the page knows the clocks of the cameras."""
        self.doubt_name: Callable[[str], str] = str
        """What a doubt is called; the page knows the words."""
        self.doubts: Mapping[str, tuple[str, ...]] = {}
        """The codes of what looks wrong with each piece of evidence, by its id."""

    def doubts_of(self, id_: str) -> tuple[str, ...]:
        """Return the codes of what looks wrong."""
        return self.doubts.get(id_, ())

    def doubt_codes(self) -> list[str]:
        """Return every code that some evidence has."""
        return sorted({code for codes in self.doubts.values() for code in codes})

    def said(self, line: EvidenceLine, record: Evidence | None) -> str:
        """Return a row in one line of text, as a screen reader says it; with the corrected time where its record is given."""
        parts = [self.title_of(line), *map(self.doubt_name, self.doubts_of(line.id))]
        if record is not None:
            parts += filter(None, [self.corrected_of(record)])
        return f"{line.number or '—'} {' · '.join(parts)}"
