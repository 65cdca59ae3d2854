"""Previews and thumbnails: derived from originals, made again when missing, never evidence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import blob, preview


class PreviewKind(StrEnum):
    """``preview`` and the smaller ``thumbnail``, both JPEG, and the same of an original that is not here, as the centre says.

    What the centre sent proves nothing: it is shown until the original is here, and never printed.
    """

    PREVIEW = "preview"
    THUMBNAIL = "thumbnail"
    SENT_PREVIEW = "sent_preview"
    SENT_THUMBNAIL = "sent_thumbnail"


OWN = (PreviewKind.PREVIEW, PreviewKind.THUMBNAIL)
"""What is made from originals here."""


def add_preview(session: Session, sha256: str, kind: PreviewKind, jpeg: bytes) -> None:
    """Keep a picture of the original ``sha256`` in the transaction of ``session``, in place of an earlier one."""
    values = {"jpeg_sha256": hashlib.sha256(jpeg).hexdigest(), "jpeg": jpeg}
    statement = insert(preview).values(sha256=sha256, kind=kind.value, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["sha256", "kind"], set_=values))


def load_preview(case: CaseFile, sha256: str, kind: PreviewKind) -> bytes | None:
    """Return the JPEG, ``None`` when there is none or it is not the one that was kept (it is then made again)."""
    return load_previews(case, [sha256], kind).get(sha256)


def load_previews(case: CaseFile, hashes: list[str], kind: PreviewKind) -> Mapping[str, bytes]:
    """Return the JPEGs of several originals in one read, those that there are."""
    with case.read() as session:
        rows = session.execute(
            select(preview.c.sha256, preview.c.jpeg_sha256, preview.c.jpeg).where(
                preview.c.kind == kind.value, preview.c.sha256.in_(hashes)
            )
        )
        return {sha256: jpeg for sha256, jpeg_sha256, jpeg in rows if hashlib.sha256(jpeg).hexdigest() == jpeg_sha256}


def missing_previews(case: CaseFile, kind: PreviewKind) -> list[str]:
    """Return the hashes of stored originals without a picture of this kind, the first stored first."""
    having = select(preview.c.sha256).where(preview.c.kind == kind.value)
    query = select(blob.c.sha256).where(blob.c.state == "stored", blob.c.sha256.not_in(having)).order_by(blob.c.id)
    with case.read() as session:
        return list(session.scalars(query))
