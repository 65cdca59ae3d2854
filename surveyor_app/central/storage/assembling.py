"""Turns the pieces of an upload into one stored blob, which counts only once its bytes were read again and hashed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import select

from surveyor_app.central.storage import uploads
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import pieces
from surveyor_app.central.storage.store import BlobStore
from surveyor_app.central.storage.uploads import DIGEST_BYTES, STORED, Piece, Upload
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import BadHash
from surveyor_app.protocol.limits import PART_BYTES


def blob_path(case: str, sha256: str) -> str:
    """Return where a stored blob lies; each case has its own copy, so that one never tells about another."""
    return f"cases/{case}/{sha256}"


def complete(database: Database, store: BlobStore, case: str, sha256: str, now: datetime) -> Upload:
    """Assemble an upload whose bytes are all there; one that is stored already is left as it is.

    Raises:
        BadHash: when the bytes are not what was announced; the upload goes back to the first wrong part, or to its beginning
            when the parts' hashes are not known. Data: ``expected``, ``found``, ``offset``.
        BlobMissing: when bytes are still missing.
    """
    with database.read() as session:
        upload = uploads.get(session, case, sha256)
        found = uploads.pieces_of(session, upload)
    if upload.state == STORED:
        return upload
    if not upload.complete or sum(piece.size for piece in found) != upload.size:
        raise BlobMissing(sha256=sha256)
    reach("blob.before_assembly")
    store.put_large(blob_path(case, sha256), _joined(store, found))
    reach("blob.after_assembly")
    digest = hash_of(store, case, sha256)
    if digest != sha256:
        start = _first_wrong(store, upload, found)
        with database.write() as session:
            uploads.rewind(session, upload, start)
        raise BadHash(expected=sha256, found=digest, offset=start)
    with database.write() as session:
        uploads.mark_stored(session, upload, utc_text(now))
    reach("blob.after_stored")
    store.delete(piece.object for piece in found)
    with database.read() as session:
        return uploads.get(session, case, sha256)


def store_whole(store: BlobStore, case: str, sha256: str, data: bytes) -> None:
    """Write a blob whose bytes are all here, right by their hash, and read it again; it is not counted yet.

    Raises:
        BadHash: when the store gives back something else.
    """
    wrong = store_all(store, case, {sha256: data})
    if wrong:
        raise BadHash(expected=sha256, found=wrong[sha256], offset=0)


def store_all(store: BlobStore, case: str, found: Mapping[str, bytes]) -> dict[str, str]:
    """Write blobs, by hash, and read each again; return those of which the store gives back something else, with its hash."""
    reach("blob.before_assembly")
    store.put_all({blob_path(case, sha256): data for sha256, data in found.items()})
    reach("blob.after_assembly")
    read = {sha256: hash_of(store, case, sha256) for sha256 in found}
    return {sha256: digest for sha256, digest in read.items() if digest != sha256}


def hash_of(store: BlobStore, case: str, sha256: str) -> str:
    """Return the SHA-256 of what the store holds now, read through a fresh handle."""
    digest = hashlib.sha256()
    for chunk in store.read(blob_path(case, sha256)):
        digest.update(chunk)
    return digest.hexdigest()


def require_intact(store: BlobStore, case: str, sha256: str) -> None:
    """Read a stored blob again.

    Raises:
        BlobDamaged: when its bytes changed.
        BlobMissing: when it is gone.
    """
    if hash_of(store, case, sha256) != sha256:
        raise BlobDamaged(sha256=sha256)


def sweep(database: Database, store: BlobStore) -> None:
    """Remove objects of pieces that no row counts any more: left by a crash, by a lost lease or by a wrong part.

    An object whose row is just being written by another node has the upload's current fence and is left alone.
    """
    for path in store.list("uploads"):
        _, case, sha256, name = path.split("/")
        with database.read() as session:
            upload = uploads.find(session, case, sha256)
            counted = session.execute(select(pieces.c.start).where(pieces.c.object == path)).first() is not None
        overtaken = upload is None or upload.state == STORED or int(name.partition("-")[0]) < upload.fence
        if overtaken and not counted:
            store.delete([path])


def _joined(store: BlobStore, found: list[Piece]) -> Iterator[bytes]:
    for piece in found:
        yield from store.read(piece.object)


def _first_wrong(store: BlobStore, upload: Upload, found: list[Piece]) -> int:
    """Return the offset of the first part that is wrong; the very beginning when that cannot be told."""
    for number in range(len(upload.parts) // DIGEST_BYTES):
        start, end = number * PART_BYTES, (number + 1) * PART_BYTES
        digest = hashlib.sha256()
        for chunk in _joined(store, [piece for piece in found if start <= piece.start < end]):
            digest.update(chunk)
        if digest.digest() != upload.parts[number * DIGEST_BYTES : (number + 1) * DIGEST_BYTES]:
            return start
    return 0
