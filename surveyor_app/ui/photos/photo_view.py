"""Which evidence the grid shows, and in which order: filter and sorting of lines. Pure, and fast for thousands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.photos.evidence_lines import EvidenceLine


class Status(StrEnum):
    """Which part of the evidence is looked at."""

    ALL = "all"
    UNASSIGNED = "unassigned"
    """Photos without a shot."""
    WITHDRAWN = "withdrawn"


class Sorting(StrEnum):
    """The order on screen; numbers stay those of the order by number."""

    NUMBER = "number"
    TIME = "time"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PhotoView:
    """What a person asked to see; empty texts ask for nothing. ``shot`` is the key of a shot, ``subject`` a record's id."""

    evidence_class: str = ""
    status: Status = Status.ALL
    shot: str = ""
    subject: str = ""
    doubt: str = ""
    sorting: Sorting = Sorting.NUMBER

    @property
    def is_filtered(self) -> bool:
        """Tell whether something may be hidden."""
        asks = self.evidence_class or self.shot or self.subject or self.doubt
        return bool(asks) or self.status is not Status.ALL

    def accepts(self, line: EvidenceLine, doubts: Sequence[str]) -> bool:
        """Tell whether a line is shown."""
        if line.withdrawn is not (self.status is Status.WITHDRAWN):
            return False
        if self.evidence_class and line.evidence_class != self.evidence_class:
            return False
        if self.status is Status.UNASSIGNED and (line.shot_key or line.evidence_class != "photo"):
            return False
        if (self.shot and line.shot_key != self.shot) or (self.subject and line.subject_uid != self.subject):
            return False
        return not self.doubt or self.doubt in doubts


_KEYS: Mapping[Sorting, Callable[[EvidenceLine], tuple[object, ...]]] = {
    # Without a time or a name at the end; equal ones stay in the order of their numbers.
    Sorting.TIME: lambda line: (line.taken_at is None, line.taken_at or ""),
    Sorting.NAME: lambda line: (line.file_name is None, (line.file_name or "").casefold()),
}


def shown_ids(view: PhotoView, lines: Sequence[EvidenceLine], doubts: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the ids that ``view`` shows, in its order; ``lines`` come in the order of their numbers."""
    kept = [line for line in lines if view.accepts(line, doubts.get(line.id, ()))]
    key = _KEYS.get(view.sorting)
    return [line.id for line in (sorted(kept, key=key) if key else kept)]
