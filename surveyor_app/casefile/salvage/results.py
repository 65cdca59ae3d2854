"""What became of a damaged case file: what is in the new one, and what is lost."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.records.journal import Head


@dataclass(frozen=True, slots=True)
class LostOriginal:
    """A record whose bytes are not in the new case; ``name`` as the file was found."""

    kind: str
    record_id: str
    sha256: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What became of a damaged case: pages in all, mended by their HMAC, and lost, and what they held.

    ``entries`` and ``originals`` are in the new case. ``lost_entries`` are lines of the journal that are in no file any more,
    ``said_again`` those of this laptop that were written again after them, ``waiting`` those of others that wait for the
    centre, ``lost_bodies`` the lines whose content is gone.
    """

    case_id: CaseId
    pages: int
    mended: int = 0
    lost_pages: int = 0
    entries: int = 0
    originals: int = 0
    lost_entries: int = 0
    lost_bodies: int = 0
    said_again: int = 0
    waiting: int = 0
    lost_originals: tuple[LostOriginal, ...] = ()
    head: Head | None = None

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing of the case is lost."""
        return not (self.lost_entries or self.lost_bodies or self.waiting or self.lost_originals)
