"""What was read of the evidence of a case: a line of each piece, and whole records of those that are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.operations.intake.evidence_lines import read_again, read_lines
from surveyor_app.operations.photos import annotating
from surveyor_app.records import reading

FETCHED = 24
"""Records read at once: about a screen full; each takes some 0.3 ms."""
FEW = 50
"""So many touched records are read again by themselves; for more, reading all of them is as quick."""

ListRead = tuple[list[EvidenceLine], frozenset[str]]
RowsRead = tuple[ListRead, dict[str, Evidence]]


def read_list(case: CaseFile) -> ListRead:
    """Read the lines of all evidence, and which of it has a layer drawn on it. On any thread."""
    return read_lines(case), annotating.annotated_ids(case)


def read_rows(case: CaseFile, ids: Sequence[str]) -> RowsRead:
    """Read the list, and the records of those ids that may be painted next. On any thread."""
    with case.read() as session:
        records = reading.get_many(session, case.case_id, Evidence, ids[-FETCHED:])
    return read_list(case), records


class KnownEvidence:
    """Lines of all evidence (12 ms for 2,000); a whole record is read when somebody looks at it, with those after it."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._lines: dict[str, EvidenceLine] = {}
        self._records: dict[str, Evidence] = {}
        self._by_hash: dict[str, str] = {}
        self._annotated: frozenset[str] = frozenset()
        self._total = 0

    # ------------------------------------------------------------------------------------------ asking

    def lines(self) -> Iterable[EvidenceLine]:
        """Return the lines of all evidence in the order of their ranks, withdrawn ones among them."""
        return self._lines.values()

    def line(self, id_: str) -> EvidenceLine | None:
        """Return a line."""
        return self._lines.get(id_)

    def record(self, id_: str, following: Sequence[str] = ()) -> Evidence | None:
        """Return a record; one not read yet is read with those ``following`` it, which are likely to be wanted next."""
        if id_ not in self._records:
            wanted = [id_, *(other for other in following[:FETCHED] if other != id_ and other not in self._records)]
            with self._case.read() as session:
                self._records.update(reading.get_many(session, self._case.case_id, Evidence, wanted))
        return self._records.get(id_)

    def number_of(self, id_: str) -> int | None:
        """Return the number people see: the place in the whole list, from 1; ``None`` for a withdrawn one."""
        line = self._lines.get(id_)
        return line.number if line else None

    def id_of(self, sha256: str) -> str:
        """Return the evidence that rests on an original; empty for none."""
        return self._by_hash.get(sha256, "")

    def is_annotated(self, id_: str) -> bool:
        """Tell whether a layer is drawn on it."""
        return id_ in self._annotated

    def total(self) -> int:
        """Return how many there are, whatever the filter; withdrawn ones are not counted."""
        return self._total

    def withdrawn(self) -> int:
        """Return how many are withdrawn."""
        return len(self._lines) - self._total

    # ----------------------------------------------------------------------------------------- reading

    def take(self, read: ListRead) -> None:
        """Know the list as it was read."""
        lines, self._annotated = read
        self._lines = {line.id: line for line in lines}
        self._by_hash = {line.sha256 or "": line.id for line in lines}
        self._total = sum(line.number is not None for line in lines)

    def keep(self, records: Mapping[str, Evidence]) -> None:
        """Know these records; somebody read them."""
        self._records.update(records)

    def read_again(self, ids: Sequence[str]) -> bool:
        """Read a few lines again; tell whether that was enough, for what moved or came makes all others stale."""
        lines = read_again(self._case, self._lines, ids) if len(ids) <= FEW else None
        if lines is None:
            return False
        self._lines.update((line.id, line) for line in lines)
        return True

    def read_annotated(self) -> None:
        """Read again which evidence has a layer drawn on it."""
        self._annotated = annotating.annotated_ids(self._case)

    def forget(self, ids: Iterable[str] | None = None) -> None:
        """Read these records again when they are needed; without ``ids`` all of them."""
        for id_ in list(self._records) if ids is None else ids:
            self._records.pop(id_, None)
