"""What a case holds already, as an import asks it: bytes by their hash, and empty files by where and when they lay.

Nothing is read before it is needed: one more photo of a case of ten thousand asks for the last place in the list alone. Bytes
that were never stored are no evidence yet, so the list is read at the first file whose bytes the store knew, or that has none.

A file without bytes has nothing by which it could be told from another: its name, its place and its time are all there is
(domain §15, custody). So each is evidence of its own, of zero bytes, and is known again only where it was found before.
"""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.ranks import is_rank, rank_between
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lay: its path, its volume, and when it was last changed there."""

    source: str
    volume: str | None = None
    modified_at: str | None = None


class KnownFiles:
    """The evidence of one case by its bytes; follows what the import itself adds."""

    def __init__(self, case: CaseFile) -> None:
        """Nothing is read yet."""
        self._case = case
        self._by_hash: dict[str, str] = {}
        self._empty: dict[Place, str] = {}
        self._last_rank: str | None = None
        self._is_read = self._is_placed = False

    def twin(self, stored: StoredBlob, place: Place, planned: str | None = None) -> str | None:
        """Return the evidence that a file is already: with the same bytes or, of an empty one, from the same place.

        ``planned`` is the evidence this file was about to become. Asked again when another import stored it a moment ago.
        """
        if planned is not None and self.known(stored, place) == planned:
            if stored.size:
                del self._by_hash[stored.sha256]
            else:
                del self._empty[place]
        if stored.duplicate and self.known(stored, place) is None:
            self._read()
        if not stored.size and not self._is_read:
            self._read()
        return self.known(stored, place)

    def known(self, stored: StoredBlob, place: Place) -> str | None:
        """Return the same from what was read before."""
        return self._by_hash.get(stored.sha256) if stored.size else self._empty.get(place)

    def add(self, record_id: str, stored: StoredBlob, place: Place) -> None:
        """Know what is about to become evidence."""
        if stored.size:
            self._by_hash[stored.sha256] = record_id
        else:
            self._empty[place] = record_id

    def next_rank(self) -> str:
        """Return the place behind all evidence, and behind what was given a place before."""
        if not self._is_placed:
            with self._case.read() as session:
                last = reading.last_rank(session, self._case.case_id, Evidence)
            self._seen(last)
            self._is_placed = True
        self._last_rank = rank_between(self._last_rank, None)
        return self._last_rank

    def _seen(self, rank: str | None) -> None:
        if rank and is_rank(rank):
            self._last_rank = max(rank, self._last_rank or rank)

    def _read(self) -> None:
        self._is_read = True
        with self._case.read() as session:
            rows = reading.columns(session, self._case.case_id, Evidence, _ASKED, include_withdrawn=True)
        # Of several with the same bytes one that is not withdrawn.
        for record_id, _withdrawn, rank, sha256, size, *place in sorted(rows, key=lambda row: not row[1]):
            if size == 0:
                self._empty[_place(*place)] = record_id
            elif sha256:
                self._by_hash[sha256] = record_id
            self._seen(rank)


def named_empty(case: CaseFile) -> list[tuple[str, str | None]]:
    """Return where the empty files lay that a case keeps by name, and when they were last changed; withdrawn ones too."""
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Evidence, _ASKED, include_withdrawn=True)
    return [(source, modified_at) for *_, size, source, _volume, modified_at in rows if size == 0 and source]


_ASKED = ("rank", "sha256", "size_bytes", "source", "volume", "file_modified_at")


def _place(source: str | None, volume: str | None, modified_at: str | None) -> Place:
    return Place(source or "", volume, modified_at)
