"""Recordings: an original that is stored while it is being made, safe up to its last commit whatever happens.

::

    append ──one commit──▶ piece │ piece │ … ──1 MiB together──▶ part      (a part never changes, pieces go when one is full)
    seal   ──▶ the last part, hash and size known, read back through a fresh connection and hashed again
    store  ──one commit──▶ state "stored" + the journal entry that names it

A recording that was not stored is found again when its case is opened, and is then sealed and stored the same way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.schema import PART_BYTES, blob, blob_part, recording, recording_piece
from surveyor_app.domain.errors import BlobDamaged
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc, utc_text


@dataclass(frozen=True, slots=True)
class About:
    """What a recording is, known from its start: class of evidence, file name, origin, device, and when it began."""

    evidence_class: str
    name: str
    origin: str
    device: str
    began: Instant


class Recording:
    """A recording under way; one thread appends."""

    def __init__(self, case: CaseFile, blob_id: int, about: About) -> None:
        """Go on with the recording of ``blob_id``; made by :func:`begin` and :func:`unfinished`."""
        self._case = case
        self._blob_id = blob_id
        self.about = about
        self.size = 0
        """Bytes that are committed."""
        self._hash = hashlib.sha256()
        self._parts = 0
        self._pieces = 0
        self._rest = b""

    def append(self, data: bytes) -> None:
        """Commit ``data``: once this returns it survives a kill and a power cut.

        Raises:
            DiskFull, StorageFailed, DamagedFile: nothing of ``data`` is kept; what was appended before is.
        """
        if not data:
            return
        rest = self._rest + data
        whole = [rest[at : at + PART_BYTES] for at in range(0, len(rest) - PART_BYTES + 1, PART_BYTES)]
        rest = rest[len(whole) * PART_BYTES :]
        with self._case.write() as session:
            if whole:
                self._forget_pieces(session)
                for number, part in enumerate(whole, self._parts):
                    self._put_part(session, number, part)
            piece = rest if whole else data
            if piece:
                values = {"blob_id": self._blob_id, "n": 0 if whole else self._pieces, "data": piece}
                session.execute(insert(recording_piece), {**values, "sha256": hashlib.sha256(piece).hexdigest()})
            reach("recording.before_commit")
        reach("recording.after_commit")
        self._hash.update(data)
        self.size += len(data)
        self._parts += len(whole)
        self._pieces = bool(rest) if whole else self._pieces + 1
        self._rest = rest

    def seal(self) -> StoredBlob | None:
        """End it: make the last part, read all of it back and compare; ``None`` when nothing was recorded.

        Raises:
            BlobDamaged: it did not read back as it was committed. DiskFull, StorageFailed, DamagedFile: it stays unfinished.
        """
        if not self.size:
            with self._case.write() as session:
                self._drop(session)
            return None
        sha256 = self._hash.hexdigest()
        with self._case.write() as session:
            self._forget_pieces(session)
            if self._rest:
                self._put_part(session, self._parts, self._rest)
            session.execute(update(blob).where(blob.c.id == self._blob_id).values(sha256=sha256, size=self.size))
            reach("recording.before_sealed")
        reach("recording.after_sealed")
        again = hashlib.sha256()
        with self._case.fresh_connection() as connection:
            query = "SELECT data FROM blob_part WHERE blob_id = ? ORDER BY n"
            for (data,) in connection.execute(query, (self._blob_id,)):
                again.update(data)
        if again.hexdigest() != sha256:
            raise BlobDamaged(sha256=sha256)
        with self._case.read() as session:
            twin = select(blob.c.id).where(blob.c.sha256 == sha256, blob.c.state == "stored")
            return StoredBlob(sha256, self.size, duplicate=session.scalar(twin) is not None)

    def store(self, steps: Sequence[Step], rows: Callable[[Session], None]) -> None:
        """Say "stored" and append the entry that names it, in one transaction; after :meth:`seal`.

        ``rows`` writes what else belongs into the transaction (previews).
        """
        with self._case.write() as session:
            sha256 = session.scalar(select(blob.c.sha256).where(blob.c.id == self._blob_id))
            twin = select(blob.c.id).where(blob.c.sha256 == sha256, blob.c.state == "stored")
            if session.scalar(twin) is not None:
                self._drop(session)
            else:
                session.execute(delete(recording).where(recording.c.blob_id == self._blob_id))
                stored = {"state": "stored", "stored_at": utc_text(system_clock().at)}
                session.execute(update(blob).where(blob.c.id == self._blob_id).values(stored))
            rows(session)
            self._case.append(session, steps)
            reach("recording.before_stored")
        reach("recording.after_stored")

    def take_up(self) -> None:
        """Read what an earlier run of the program committed, each part and piece checked.

        Raises:
            BlobDamaged: a part is not what was committed.
        """
        with self._case.fresh_connection() as connection:
            for table in ("blob_part", "recording_piece"):
                query = f"SELECT sha256, data FROM {table} WHERE blob_id = ? ORDER BY n"
                for sha256, data in connection.execute(query, (self._blob_id,)):
                    if hashlib.sha256(data).hexdigest() != sha256:
                        raise BlobDamaged(sha256=sha256)
                    self._hash.update(data)
                    self.size += len(data)
                    if table == "blob_part":
                        self._parts += 1
                    else:
                        self._pieces += 1
                        self._rest += data

    def _put_part(self, session: Session, number: int, part: bytes) -> None:
        values = {"blob_id": self._blob_id, "n": number, "sha256": hashlib.sha256(part).hexdigest(), "data": part}
        session.execute(insert(blob_part), values)

    def _forget_pieces(self, session: Session) -> None:
        session.execute(delete(recording_piece).where(recording_piece.c.blob_id == self._blob_id))

    def _drop(self, session: Session) -> None:
        self._forget_pieces(session)
        session.execute(delete(recording).where(recording.c.blob_id == self._blob_id))
        session.execute(delete(blob_part).where(blob_part.c.blob_id == self._blob_id))
        session.execute(delete(blob).where(blob.c.id == self._blob_id))


def begin(case: CaseFile, about: About) -> Recording:
    """Start a recording: from here on it is found again after a crash."""
    with case.write() as session:
        blob_id = session.scalars(insert(blob).returning(blob.c.id), {"state": "writing"}).one()
        values = {
            "blob_id": blob_id,
            "evidence_class": about.evidence_class,
            "name": about.name,
            "origin": about.origin,
            "device": about.device,
            "began_utc": utc_text(about.began.utc),
            "began_offset_min": about.began.offset_min,
            "began_trust": about.began.trust.value,
        }
        session.execute(insert(recording), values)
    return Recording(case, blob_id, about)


def unfinished(case: CaseFile) -> list[Recording]:
    """Return what an earlier run of the program was recording when it ended, the oldest first.

    Each has yet to :meth:`~Recording.take_up` its bytes. Never called while something is being recorded.
    """
    with case.read() as session:
        rows = session.execute(select(recording).order_by(recording.c.blob_id)).all()
    return [
        Recording(
            case,
            row.blob_id,
            About(
                row.evidence_class,
                row.name,
                row.origin,
                row.device,
                Instant(parse_utc(row.began_utc), row.began_offset_min, Trust(row.began_trust)),
            ),
        )
        for row in rows
    ]
