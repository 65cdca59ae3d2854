"""What tests put into the local tables of a case file, take out of them and count there, one transaction each."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, func, select

from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.measures import add_measures
from surveyor_app.casefile.previews import PreviewKind, add_preview
from surveyor_app.casefile.schema import blob, measure, preview, recording


def stored_blobs(case: CaseFile) -> list[StoredBlob]:
    """Return all stored originals, the first stored first."""
    with case.read() as session:
        rows = session.execute(select(blob.c.sha256, blob.c.size).where(blob.c.state == "stored").order_by(blob.c.id))
        return [StoredBlob(sha256, size) for sha256, size in rows]


def count_unfinished(case: CaseFile) -> int:
    """Return how many recordings are not stored yet."""
    with case.read() as session:
        return session.scalar(select(func.count()).select_from(recording)) or 0


def save_preview(case: CaseFile, sha256: str, kind: PreviewKind, jpeg: bytes) -> None:
    """Keep a picture of the original ``sha256``."""
    with case.write() as session:
        add_preview(session, sha256, kind, jpeg)


def drop_previews(case: CaseFile) -> None:
    """Drop all derived pictures, as a disk that lost them would."""
    with case.write() as session:
        session.execute(delete(preview))


def save_measures(case: CaseFile, sha256: str, values: Mapping[str, int | str]) -> None:
    """Keep what was measured on the original ``sha256``."""
    with case.write() as session:
        add_measures(session, sha256, values)


def drop_measures(case: CaseFile) -> None:
    """Drop all measures."""
    with case.write() as session:
        session.execute(delete(measure))
