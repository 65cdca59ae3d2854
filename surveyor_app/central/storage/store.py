"""Where blobs lie: a folder or any S3-compatible store, through one small set of calls.

What ``put`` returned from survives a crash: in a folder the file and its folder's entry are flushed to the disk, a remote store
answers only when it is durable.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import obstore
from obstore.exceptions import BaseError
from obstore.exceptions import NotFoundError as ObjectNotFound
from obstore.store import LocalStore, ObjectStore, from_url

from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.wire_errors import ServerFailed

READ_CHUNK = 1024 * 1024


class BlobStore:
    """Objects by path; a path is made of the program's own names only."""

    def __init__(self, url: str) -> None:
        self._folder = None if "://" in url else Path(url)
        self._flushed: set[Path] = set()
        self._store: ObjectStore
        with _translated(url):
            if self._folder is None:
                self._store = from_url(url)
            else:
                self._store = LocalStore(prefix=self._folder, mkdir=True)

    def put(self, path: str, data: bytes) -> None:
        """Write an object as a whole; it is seen complete or not at all.

        Raises:
            ServerFailed: when the store refuses (full, unreachable).
        """
        with _translated(path):
            obstore.put(self._store, path, data, use_multipart=False)
            self._flush(path)

    def put_all(self, objects: Mapping[str, bytes]) -> None:
        """Write many objects as :meth:`put` does each; all are durable when it returns.

        Raises:
            ServerFailed: when the store refuses (full, unreachable).
        """
        for path, data in objects.items():
            with _translated(path):
                obstore.put(self._store, path, data, use_multipart=False)
        if self._folder is None:
            return
        for path in objects:
            with _translated(path):
                _sync(self._folder / path)
        # Only then their folders' entries, each once.
        for path in {path.rpartition("/")[0]: path for path in objects}.values():
            with _translated(path):
                self._flush(path)

    def put_large(self, path: str, data: Iterable[bytes]) -> None:
        """Write an object piece by piece; it is seen complete or not at all.

        Raises:
            ServerFailed: when the store refuses (full, unreachable).
        """
        # A writer and not ``put`` with an iterator: the pieces are read from the same store meanwhile.
        with _translated(path), obstore.open_writer(self._store, path, max_concurrency=2) as writer:
            for chunk in data:
                writer.write(chunk)
        with _translated(path):
            self._flush(path)

    def read(self, path: str) -> Iterator[bytes]:
        """Read an object anew from the store, in pieces.

        Raises:
            BlobMissing: when there is none.
            ServerFailed: when the store refuses.
        """
        with _translated(path):
            if self._folder is not None:
                # The store's own stream hands out 8 KiB at a time: ten times the work.
                with (self._folder / path).open("rb", buffering=0) as file:
                    while chunk := file.read(READ_CHUNK):
                        yield chunk
                return
            for chunk in obstore.get(self._store, path).stream(min_chunk_size=READ_CHUNK):
                yield bytes(chunk)

    def size(self, path: str) -> int:
        """Return how many bytes an object has.

        Raises:
            BlobMissing: when there is none.
            ServerFailed: when the store refuses.
        """
        with _translated(path):
            return int(obstore.head(self._store, path)["size"])

    def read_range(self, path: str, start: int, end: int) -> Iterator[bytes]:
        """Read the bytes of an object from ``start`` to before ``end``, as :meth:`read` does; fewer where it is shorter.

        Raises:
            BlobMissing, ServerFailed: see :meth:`read`.
        """
        if start >= end:
            return
        with _translated(path):
            if self._folder is not None:
                with (self._folder / path).open("rb", buffering=0) as file:
                    file.seek(start)
                    while start < end and (chunk := file.read(min(READ_CHUNK, end - start))):
                        start += len(chunk)
                        yield chunk
                return
            found = obstore.get(self._store, path, options={"range": (start, end)})
            for chunk in found.stream(min_chunk_size=READ_CHUNK):
                yield bytes(chunk)

    def list(self, prefix: str) -> Iterator[str]:
        """Name all objects below a prefix.

        Raises:
            ServerFailed: when the store refuses.
        """
        with _translated(prefix):
            for chunk in obstore.list(self._store, prefix):
                yield from (item["path"] for item in chunk)

    def delete(self, paths: Iterable[str]) -> None:
        """Remove objects; one that is not there is no error.

        Raises:
            ServerFailed: when the store refuses.
        """
        for path in paths:
            with _translated(path):
                try:
                    obstore.delete(self._store, path)
                except (ObjectNotFound, FileNotFoundError):
                    continue

    def _flush(self, path: str) -> None:
        if self._folder is None:
            return
        target = self._folder / path
        _sync(target)
        _sync(target.parent)
        # Folders made on the way are new entries of their parents.
        for folder in target.parent.parents:
            if target.parent in self._flushed or folder == self._folder.parent:
                break
            _sync(folder)
        self._flushed.add(target.parent)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return  # Windows has no handle to flush for a folder.
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _translated(path: str) -> Iterator[None]:
    try:
        yield
    except (ObjectNotFound, FileNotFoundError) as error:
        raise BlobMissing(sha256=path.rpartition("/")[2]) from error
    except (BaseError, OSError) as error:
        raise ServerFailed(reason="store", detail=type(error).__name__) from error
