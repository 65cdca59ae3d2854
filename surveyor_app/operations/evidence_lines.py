"""Reads the evidence of a case as lines: the few fields that lists, filters and shots need, of thousands at once."""

from __future__ import annotations

from itertools import count
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.evidence import Evidence
from surveyor_app.domain.evidence_lines import EvidenceLine
from surveyor_app.records import reading

FIELDS = (
    *("evidence_class", "shot_key", "subject_uid", "taken_at", "caption", "file_name", "sha256"),
    *("make", "model", "serial"),
)


def read_lines(case: CaseFile) -> list[EvidenceLine]:
    """Return all evidence in its order, withdrawn ones among them without a number."""
    with case.read() as session:
        return lines_of(case, session)


def lines_of(case: CaseFile, session: Any) -> list[EvidenceLine]:
    """Read the same in a session that reads more."""
    rows = reading.columns(session, case.case_id, Evidence, FIELDS, include_withdrawn=True)
    numbers = count(1)
    return [_line(row, None if row[1] else next(numbers)) for row in rows]


def _line(row: tuple[Any, ...], number: int | None) -> EvidenceLine:
    id_, withdrawn, evidence_class, shot_key, subject_uid, taken_at, caption, file_name, sha256, *camera = row
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
    )
