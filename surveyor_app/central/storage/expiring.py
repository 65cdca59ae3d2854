"""Removes what came of uploads that were never finished, once their time is over; whoever comes back after that begins anew."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update

from surveyor_app.central.storage import uploads
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import blobs
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.central.storage.uploads import UPLOADING
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import utc_text

AT_ONCE = 100


def remove_expired(database: Database, store: BlobStore, now: datetime, life: timedelta) -> int:
    """Forget expired uploads and their bytes, and return how many; those that have no time yet live as long as one begun now."""
    with database.write() as session:
        timeless = (blobs.c.state == UPLOADING, blobs.c.expires_at.is_(None))
        session.execute(update(blobs).where(*timeless).values(expires_at=utc_text(now + life)))
    expired = select(blobs.c.case_id, blobs.c.sha256).where(blobs.c.expires_at <= utc_text(now)).limit(AT_ONCE)
    removed = 0
    while True:
        with database.read() as session:
            found = session.execute(expired).all()
        if not found:
            return removed
        for row in found:
            removed += _remove(database, store, row.case_id, row.sha256, now)


def _remove(database: Database, store: BlobStore, case: str, sha256: str, now: datetime) -> bool:
    """Forget one; false when a byte came meanwhile."""
    with database.write() as session:
        upload = uploads.get(session, case, sha256)
        if not upload.has_expired(now):
            return False
        pieces = uploads.pieces_of(session, upload)
        uploads.terminate(session, upload)
    # What a kill leaves here goes at the next start: no row counts it any more.
    reach("expire.before_deleted")
    store.delete(piece.object for piece in pieces)
    return True
