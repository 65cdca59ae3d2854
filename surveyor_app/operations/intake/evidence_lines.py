"""Reads the evidence of a case as lines: the few fields that lists, filters and shots need, of thousands at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.photos.capture_times import scene_reading
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.operations.editing.scene_zones import scene_offset_min
from surveyor_app.records import reading

FIELDS = (
    *("rank", "evidence_class", "shot_key", "subject_uid", "taken_at", "caption", "file_name", "sha256"),
    *("taken_offset", "make", "model", "serial"),
)


def read_lines(case: CaseFile) -> list[EvidenceLine]:
    """Return all evidence in its order, withdrawn ones among them without a number."""
    with case.read() as session:
        return lines_of(case, session)


def lines_of(case: CaseFile, session: Session) -> list[EvidenceLine]:
    """Read the same in a session that reads more."""
    offset_min = scene_offset_min(case, session)
    rows = reading.columns(session, case.case_id, Evidence, FIELDS, include_withdrawn=True)
    numbers = count(1)
    return [_line(row, None if row[1] else next(numbers), offset_min) for row in rows]


def read_again(case: CaseFile, known: Mapping[str, EvidenceLine], ids: Sequence[str]) -> list[EvidenceLine] | None:
    """Return some lines as they are now; ``None`` when one of them is new, stands elsewhere or was withdrawn or restored.

    Then other numbers changed too, and all lines have to be read.
    """
    before = [known[id_] for id_ in ids if id_ in known]
    with case.read() as session:
        offset_min = scene_offset_min(case, session)
        rows = reading.columns(session, case.case_id, Evidence, FIELDS, include_withdrawn=True, only=ids)
    lines = [_line(row, known[row[0]].number, offset_min) for row in rows if row[0] in known]
    places = {line.id: (line.rank, line.withdrawn) for line in lines}
    if len(rows) != len(before) or places != {line.id: (line.rank, line.withdrawn) for line in before}:
        return None
    return lines


def _line(row: tuple[Any, ...], number: int | None, offset_min: int) -> EvidenceLine:
    id_, withdrawn, rank, evidence_class, shot_key, subject_uid, taken_at, caption, file_name, sha256, *more = row
    offset, *camera = more
    taken_at, _offset = scene_reading(taken_at, offset, evidence_class, offset_min)
    return EvidenceLine(
        id_,
        number,
        bool(withdrawn),
        evidence_class,
        shot_key,
        subject_uid,
        taken_at,
        caption,
        file_name,
        sha256,
        tuple(camera),
        rank,
    )
