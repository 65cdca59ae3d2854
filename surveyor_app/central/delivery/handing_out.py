"""Hands stored blobs out to whoever may see the case: which there are, their parts' hashes, and the bytes themselves.

Who asks for a blob from its beginning to its end gets its last bytes only if all of them have its hash: what the store changed
is never whole, is noted as lost, and is asked for again from a laptop that has it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.storage import uploads
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.schema import blobs
from surveyor_app.central.storage.uploads import DIGEST_BYTES, STORED, Upload
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, NotFound
from surveyor_app.protocol.delivery import HeldAnswer, HeldBlob, PartsAnswer
from surveyor_app.protocol.limits import MAX_HELD_ITEMS


def held(session: Session, caller: Caller, case: str, after: str) -> HeldAnswer:
    """Return the stored blobs of a case whose hashes come after one, in their order.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
    """
    require_access(session, caller, case)
    columns = (blobs.c.sha256, blobs.c.size, blobs.c.preview_of)
    query = select(*columns).where(blobs.c.case_id == case, blobs.c.state == STORED, blobs.c.sha256 > after)
    rows = session.execute(query.order_by(blobs.c.sha256).limit(MAX_HELD_ITEMS + 1)).all()
    found = tuple(HeldBlob(row.sha256, row.size, row.preview_of) for row in rows[:MAX_HELD_ITEMS])
    return HeldAnswer(found, more=len(rows) > MAX_HELD_ITEMS)


def parts(session: Session, caller: Caller, case: str, sha256: str) -> PartsAnswer:
    """Return the hashes of a stored blob's parts, as far as whoever sent it told them.

    Raises:
        UnknownCase, Forbidden, NotFound: see :func:`find`.
    """
    upload = find(session, caller, case, sha256)
    digests = range(0, len(upload.parts), DIGEST_BYTES)
    return PartsAnswer(upload.size, tuple(upload.parts[at : at + DIGEST_BYTES].hex() for at in digests))


def find(session: Session, caller: Caller, case: str, sha256: str) -> Upload:
    """Return a stored blob that the caller may see.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        NotFound: the case has no such blob, or it is not stored.
    """
    require_access(session, caller, case)
    found = uploads.find(session, case, sha256)
    if found is None or found.state != STORED:
        raise NotFound(what="blob", id=sha256)
    return found


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a stored blob from ``start`` to before ``end``."""

    centre: Centre
    upload: Upload
    start: int
    end: int

    def require_there(self) -> None:
        """See that the store has it, at its length; what it lost is noted.

        Raises:
            NotFound: it has not.
        """
        try:
            if self.centre.store.size(self._path) == self.upload.size:
                return
        except BlobMissing:
            pass
        self._note_loss()
        raise NotFound(what="blob", id=self.upload.sha256)

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes; the last of a whole blob only if all have its hash.

        Raises:
            BlobDamaged: they have not.
        """
        digest, waiting = hashlib.sha256(), b""
        for chunk in self.centre.store.read_range(self._path, self.start, self.end):
            if waiting:
                yield waiting
            digest.update(chunk)
            waiting = chunk
        is_whole = (self.start, self.end) == (0, self.upload.size)
        if is_whole and digest.hexdigest() != self.upload.sha256:
            self._note_loss()
            raise BlobDamaged(sha256=self.upload.sha256)
        yield waiting

    @property
    def _path(self) -> str:
        return blob_path(self.upload.case, self.upload.sha256)

    def _note_loss(self) -> None:
        with self.centre.database.write() as session:
            uploads.lose(session, self.upload)
