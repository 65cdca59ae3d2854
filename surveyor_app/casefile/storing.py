"""Storing originals safely: read once, hash while reading, commit, read back, hash again, and only then say "stored".

::

    source ──read, hash──▶ batch of ≤ 16 parts ──one commit──▶ written ──read back on another connection, hash──▶ proved
                                                                                     │
       acknowledged ◀──one commit: state "stored" + the journal entries that name it ┘

Small files share a batch, a large one takes several. While one batch is read back, the next is written, and the one after that
is read; a large file is proved once the hash over all that was read back, batch after batch, is the hash of its source. The
source is read outside the write transaction, so a slow stick never keeps an edit waiting.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from surveyor_app.casefile import elsewhere
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.clocks import system_clock
from surveyor_app.casefile.schema import PART_BYTES, blob, blob_part, pull, recording
from surveyor_app.domain.errors import BlobDamaged
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.instants import utc_text

FIRST_PARTS, BATCH_PARTS = 4, 16
BATCH_FILES = 16
"""The first batch ends after one file and each may have twice as many, so that the first is acknowledged soon. So it is with
the parts: writing begins early, and the first batch is read back while the second is written."""
PROOFS_BEHIND = 3
"""Batches of a large original that may wait to be read back while the next is written."""


def no_steps(stored: StoredBlob) -> Sequence[Step]:
    """Name the original in no entry."""
    return ()


def no_rows(session: Session, stored: StoredBlob) -> None:
    """Write nothing beside the original."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One original to be stored.

    ``chunks`` opens the source when its turn comes; OSError from it means that the source failed, nothing else does.
    ``steps`` gives the entries that name the original, called once it is proved and outside any transaction: it may wait.
    It is called again when another import came between; the first answer is then not written.
    ``rows`` writes what else belongs into the transaction (previews) and must not wait. Both are called for duplicates too.
    """

    chunks: Callable[[], Iterable[bytes]]
    steps: Callable[[StoredBlob], Sequence[Step]] = no_steps
    rows: Callable[[Session, StoredBlob], None] = no_rows


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What became of one incoming original: stored (or there before), or its source failed and nothing was kept."""

    incoming: Incoming
    stored: StoredBlob | None
    steps: tuple[Step, ...] = ()
    source_error: OSError | None = None


@dataclass(slots=True)
class _Written:
    """An original on its way: its row, and its hash once all of it was read; ``again`` is the hash of what was read back."""

    incoming: Incoming
    blob_id: int | None = None
    count: int = 0
    size: int = 0
    whole: hashlib._Hash = field(default_factory=hashlib.sha256)
    again: hashlib._Hash = field(default_factory=hashlib.sha256)
    source_error: OSError | None = None


@dataclass(slots=True)
class _Batch:
    parts: list[tuple[_Written, int, bytes, Future[str]]] = field(default_factory=list)
    """What is to be written: of what, which part, its bytes and, soon, their hash."""
    spans: list[tuple[_Written, int, int]] = field(default_factory=list)
    """Which parts were written: of what, the first and the last."""
    finished: list[_Written] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.parts or self.finished)


def store_blob(case: CaseFile, chunks: Iterable[bytes], incoming: Incoming | None = None) -> StoredBlob:
    """Store one original made by the program itself (a report, a signature's strokes) and return it proved.

    ``incoming`` gives steps and rows; its chunks are not used.
    """
    given = incoming or Incoming(lambda: chunks)
    (result,) = store_many(case, [Incoming(lambda: chunks, given.steps, given.rows)])
    if result.stored is None:
        raise result.source_error or RuntimeError("stored nothing")
    return result.stored


def store_many(case: CaseFile, incoming: Iterable[Incoming]) -> Iterator[Acknowledged]:
    """Store originals and yield each, in order, once it is safe. Leaving early sweeps what was not acknowledged.

    Raises:
        DiskFull, StorageFailed: what was yielded is safe, the rest is not kept.
        BlobDamaged: an original did not read back as it was written; it is not kept.
    """
    with (
        ThreadPoolExecutor(1, thread_name_prefix="write") as writer,
        ThreadPoolExecutor(1, thread_name_prefix="read-back") as reader,
        ThreadPoolExecutor(1, thread_name_prefix="part-hash") as hasher,
    ):
        line = _Line(case, writer, reader)
        try:
            for batch in _batches(incoming, hasher):
                yield from line.take(batch)
            yield from line.end()
        finally:
            line.clear_away()


class _Line:
    """Three batches at once on their way to "stored": one is read back, one is written, and the caller reads the next."""

    def __init__(self, case: CaseFile, writer: Executor, reader: Executor) -> None:
        self._case = case
        self._writer = writer
        self._reader = reader
        self._writing: tuple[_Batch, Future[None]] | None = None
        self._proving: deque[tuple[_Batch, Future[None]]] = deque()
        self._open_ids: set[int] = set()
        self._is_first = True

    def take(self, batch: _Batch) -> Iterator[Acknowledged]:
        """Begin to write a batch once the one before it is written, and yield what became safe meanwhile, each at once."""
        self._await_written()
        while self._is_awaited():
            yield from _acknowledge(self._case, *self._proving.popleft(), self._open_ids)
        self._writing = (batch, self._writer.submit(_write, self._case, batch, self._open_ids))
        if self._is_first and batch.finished:
            # Somebody waits for the first one, and nothing is in its way yet.
            self._is_first = False
            yield from self.end()

    def end(self) -> Iterator[Acknowledged]:
        """Yield what is still on its way."""
        self._await_written()
        while self._proving:
            yield from _acknowledge(self._case, *self._proving.popleft(), self._open_ids)

    def _is_awaited(self) -> bool:
        """Tell whether the oldest proof has to be there now. The newest has just begun and keeps nobody waiting.

        Those of batches that end no original may fall behind a little, unless one that does stands behind them.
        """
        older = islice(self._proving, max(0, len(self._proving) - 1))
        return len(self._proving) > PROOFS_BEHIND or any(batch.finished for batch, _proof in older)

    def _await_written(self) -> None:
        if self._writing is not None:
            batch, written = self._writing
            self._writing = None
            written.result()
            self._proving.append((batch, self._reader.submit(_prove, self._case, batch)))

    def clear_away(self) -> None:
        """Wait for what is being written, and sweep what was not acknowledged; nothing is left after :meth:`end`."""
        if self._writing is not None:
            wait([self._writing[1]])
        if self._open_ids:
            sweep(self._case, self._open_ids)


def sweep(case: CaseFile, blob_ids: Iterable[int] | None = None) -> int:
    """Delete unfinished originals (all of them at open) and return how many; stored ones are guarded by triggers.

    Recordings are left: an import can be done again, what a microphone heard cannot. So is what is fetched from the centre: it
    goes on where it was.
    """
    kept = select(recording.c.blob_id).union(select(pull.c.blob_id))
    unfinished = select(blob.c.id).where(blob.c.state == "writing", blob.c.id.not_in(kept))
    if blob_ids is not None:
        unfinished = unfinished.where(blob.c.id.in_(list(blob_ids)))
    with case.read() as session:
        found = list(session.scalars(unfinished))
    for blob_id in found:
        with case.write() as session:
            _drop(session, blob_id)
    return len(found)


def _drop(session: Session, blob_id: int) -> None:
    session.execute(delete(blob_part).where(blob_part.c.blob_id == blob_id))
    session.execute(delete(blob).where(blob.c.id == blob_id))


def _batches(incoming: Iterable[Incoming], hasher: Executor) -> Iterator[_Batch]:
    """Read the sources; each batch has at most BATCH_PARTS parts, an original ends in the batch of its last part.

    The hash of each part is taken by ``hasher`` while the hash of the whole is taken here.
    """
    batch = _Batch()
    files, parts = 1, FIRST_PARTS
    for item in incoming:
        written = _Written(item)
        try:
            for data in _parts(item.chunks()):
                batch.parts.append((written, written.count, data, hasher.submit(_sha256, data)))
                written.whole.update(data)
                written.size += len(data)
                written.count += 1
                if len(batch.parts) >= parts:
                    yield batch
                    batch = _Batch()
                    parts = min(2 * parts, BATCH_PARTS)
        except OSError as error:
            written.source_error = error
            batch.parts = [part for part in batch.parts if part[0] is not written]
        batch.finished.append(written)
        if len(batch.finished) >= files:
            yield batch
            batch = _Batch()
            files = min(2 * files, BATCH_FILES)
    if batch:
        yield batch


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _parts(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Cut chunks of any size into parts."""
    waiting = bytearray()
    for chunk in chunks:
        if not waiting and len(chunk) == PART_BYTES:
            yield chunk
            continue
        waiting += chunk
        while len(waiting) >= PART_BYTES:
            yield bytes(waiting[:PART_BYTES])
            del waiting[:PART_BYTES]
    if waiting:
        yield bytes(waiting)


def _write(case: CaseFile, batch: _Batch, open_ids: set[int]) -> None:
    with case.write() as session:
        for written in [part[0] for part in batch.parts] + batch.finished:
            if written.blob_id is None:
                written.blob_id = session.scalars(insert(blob).returning(blob.c.id), {"state": "writing"}).one()
                open_ids.add(written.blob_id)
        if batch.parts:
            rows = [
                {"blob_id": written.blob_id, "n": n, "sha256": sha256.result(), "data": data}
                for written, n, data, sha256 in batch.parts
            ]
            session.execute(insert(blob_part), rows)
        reach("blob.before_commit")
    reach("blob.after_commit")
    # The bytes are on disk now; only hashes and sizes are needed from here on.
    for written, parts in groupby(batch.parts, key=itemgetter(0)):
        numbers = [n for _written, n, _data, _sha256 in parts]
        batch.spans.append((written, numbers[0], numbers[-1]))
    batch.parts.clear()


def _prove(case: CaseFile, batch: _Batch) -> None:
    """Read the batch back through a connection that has none of it in its cache; one batch after the other."""
    query = "SELECT data FROM blob_part WHERE blob_id = ? AND n BETWEEN ? AND ? ORDER BY n"
    with case.fresh_connection() as connection:
        for written, first, last in batch.spans:
            for (data,) in connection.execute(query, (written.blob_id, first, last)):
                written.again.update(data)
    for written in batch.finished:
        if written.source_error is None and written.again.digest() != written.whole.digest():
            raise BlobDamaged(sha256=written.whole.hexdigest())


def _acknowledge(case: CaseFile, batch: _Batch, proof: Future[None], open_ids: set[int]) -> list[Acknowledged]:
    proof.result()
    if not batch.finished:
        return []
    # Steps may wait for a decoder: they are asked for before the transaction, so that no edit waits for them.
    foreseen = _foresee(case, batch.finished)
    asked = [() if stored is None else tuple(written.incoming.steps(stored)) for written, stored in foreseen]
    done = []
    surprises: set[str] = set()
    with case.write() as session:
        for (written, expected), steps in zip(foreseen, asked, strict=True):
            stored = _finish(session, written)
            if stored is None:
                done.append(Acknowledged(written.incoming, None, source_error=written.source_error))
                continue
            if stored != expected or not stored.size:
                # Another import stored the same bytes a moment ago. Empty files have one hash together: of them it cannot be
                # seen, and what makes one known is asked again here, where no other import comes between.
                surprises.add(stored.sha256)
            if stored.sha256 in surprises:
                steps = tuple(written.incoming.steps(stored))
            written.incoming.rows(session, stored)
            done.append(Acknowledged(written.incoming, stored, steps))
        case.append_all(session, [done_one.steps for done_one in done])
        reach("import.before_stored")
    open_ids.difference_update(written.blob_id for written in batch.finished if written.blob_id is not None)
    reach("import.after_stored")
    return done


def _foresee(case: CaseFile, finished: list[_Written]) -> list[tuple[_Written, StoredBlob | None]]:
    hashes = [written.whole.hexdigest() for written in finished]
    with case.read() as session:
        query = select(blob.c.sha256).where(blob.c.sha256.in_(hashes), blob.c.state == "stored")
        known = set(session.scalars(query))
    foreseen: list[tuple[_Written, StoredBlob | None]] = []
    for written, sha256 in zip(finished, hashes, strict=True):
        if written.source_error is not None:
            foreseen.append((written, None))
            continue
        foreseen.append((written, StoredBlob(sha256, written.size, duplicate=sha256 in known)))
        known.add(sha256)
    return foreseen


def _finish(session: Session, written: _Written) -> StoredBlob | None:
    """Mark an original stored, or drop it because its source failed or the case holds these bytes already."""
    assert written.blob_id is not None
    if written.source_error is not None:
        _drop(session, written.blob_id)
        return None
    sha256 = written.whole.hexdigest()
    known = session.scalar(select(blob.c.id).where(blob.c.sha256 == sha256, blob.c.state == "stored"))
    if known is not None:
        _drop(session, written.blob_id)
    else:
        stored_at = utc_text(system_clock().at)
        values = {"state": "stored", "sha256": sha256, "size": written.size, "stored_at": stored_at}
        session.execute(update(blob).where(blob.c.id == written.blob_id).values(values))
        elsewhere.note_here(session, sha256)
    return StoredBlob(sha256, written.size, duplicate=known is not None)
