"""Takes in originals that come from the centre: sync's ``PullStore`` for one open case.

Whole parts are kept as they come, so that a cut or a kill costs less than one. A blob counts as stored only after all of it was
read back over a fresh connection and had the hash that a signed entry names; bytes that have not are thrown away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.orm import Session

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.delivery import CaseDelivery
from surveyor_app.casefile.elsewhere import Absent
from surveyor_app.casefile.previews import PreviewKind, add_preview
from surveyor_app.casefile.schema import blob, blob_part, delivery_blob, preview, pull
from surveyor_app.domain.errors import DamagedFile
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.protocol.items import ItemState

Pictures = tuple[bytes, bytes]
"""Preview and thumbnail, JPEG."""

Redraw = Callable[[bytes], Pictures | None]
"""Decodes a picture from outside in a process of its own and draws it anew; ``None`` when it is none."""

_SHOWN = ("photo", "video")


class CasePulls:
    """What delivery fetches for one open case; every call is one short transaction."""

    def __init__(self, case: CaseFile, redraw: Redraw = lambda jpeg: None) -> None:
        """Serve ``case``; previews are shown only as ``redraw`` returns them."""
        self._case = case
        self._redraw = redraw

    @property
    def case_id(self) -> str:
        """The case."""
        return self._case.case_id

    def absent(self) -> Sequence[Absent]:
        """Return the originals that are not here, in the order to fetch them."""
        with self._case.read() as session:
            return elsewhere.absent(session, self._case.case_id)

    def unseen(self) -> set[str]:
        """Return those that could be shown and of which there is no picture yet."""
        with self._case.read() as session:
            found = elsewhere.absent(session, self._case.case_id)
            shown = set(session.scalars(select(preview.c.sha256)))
        return {item.sha256 for item in found if item.evidence_class in _SHOWN} - shown

    def keep_preview(self, sha256: str, jpeg: bytes) -> None:
        """Keep what the centre says an original looks like: to be seen in the window, never in a report."""
        pictures = self._redraw(jpeg)
        if pictures is None:
            return
        with self._case.write() as session:
            add_preview(session, sha256, PreviewKind.SENT_PREVIEW, pictures[0])
            add_preview(session, sha256, PreviewKind.SENT_THUMBNAIL, pictures[1])

    def parts_kept(self, sha256: str) -> int:
        """Return how many parts of an original that is being fetched are here."""
        with self._case.read() as session:
            count = select(func.count()).select_from(blob_part.join(pull, pull.c.blob_id == blob_part.c.blob_id))
            return session.scalar(count.where(pull.c.sha256 == sha256)) or 0

    def keep_parts(self, sha256: str, size: int, first: int, parts: Sequence[bytes]) -> None:
        """Keep the next parts of an original of ``size`` bytes, from part ``first`` on."""
        with self._case.write() as session:
            blob_id = session.scalar(select(pull.c.blob_id).where(pull.c.sha256 == sha256))
            if blob_id is None:
                blob_id = session.scalars(insert(blob).returning(blob.c.id), {"state": "writing"}).one()
                session.execute(insert(pull).values(blob_id=blob_id, sha256=sha256, size=size))
            rows = [
                {"blob_id": blob_id, "n": n, "sha256": hashlib.sha256(data).hexdigest(), "data": data}
                for n, data in enumerate(parts, first)
            ]
            if rows:
                session.execute(insert(blob_part), rows)
            reach("pull.before_commit")
        reach("pull.after_commit")

    def drop(self, sha256: str) -> None:
        """Throw away what came of an original."""
        with self._case.write() as session:
            _drop(session, sha256)

    def finish(self, sha256: str) -> bool:
        """Read an original back and count it as stored; throw it away and return false when it is not what was named."""
        with self._case.read() as session:
            blob_id = session.scalar(select(pull.c.blob_id).where(pull.c.sha256 == sha256))
        size = None if blob_id is None else self._read_back(blob_id, sha256)
        if size is None:
            self.drop(sha256)
            return False
        reach("pull.before_stored")
        with self._case.write() as session:
            _store(session, blob_id, sha256, size)
        reach("pull.after_stored")
        return True

    def settle(self) -> None:
        """Keep that what came is covered by a receipt, where one is here for exactly this state."""
        CaseDelivery(self._case).settle_receipts()

    def _read_back(self, blob_id: int, sha256: str) -> int | None:
        """Return the length of what lies in the file, ``None`` when it has not the hash."""
        whole, size = hashlib.sha256(), 0
        query = "SELECT data FROM blob_part WHERE blob_id = ? ORDER BY n"
        try:
            with self._case.fresh_connection() as connection:
                for (data,) in connection.execute(query, (blob_id,)):
                    whole.update(data)
                    size += len(data)
        except DamagedFile:
            return None
        return size if whole.hexdigest() == sha256 else None


def _store(session: Session, blob_id: int | None, sha256: str, size: int) -> None:
    is_held = select(blob.c.id).where(blob.c.sha256 == sha256, blob.c.state == "stored")
    if session.scalar(is_held) is not None:
        # An import took in the same bytes meanwhile.
        _drop(session, sha256)
        return
    session.execute(delete(pull).where(pull.c.blob_id == blob_id))
    values = {"state": "stored", "sha256": sha256, "size": size, "stored_at": utc_text(system_clock().at)}
    session.execute(update(blob).where(blob.c.id == blob_id).values(values))
    elsewhere.note_came(session, sha256)
    # It came from there.
    there = upsert(delivery_blob).values(sha256=sha256, state=ItemState.STORED.value, sent_bytes=size)
    session.execute(there.on_conflict_do_nothing())


def _drop(session: Session, sha256: str) -> None:
    blob_id = session.scalar(select(pull.c.blob_id).where(pull.c.sha256 == sha256))
    session.execute(delete(pull).where(pull.c.sha256 == sha256))
    session.execute(delete(blob_part).where(blob_part.c.blob_id == blob_id))
    session.execute(delete(blob).where(blob.c.id == blob_id))
