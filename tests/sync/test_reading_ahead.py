"""Bytes are read ahead of the request that carries them: the same ones, for two requests at the most, and no thread is left."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import cast

import pytest

from surveyor_app.domain.errors import BlobDamaged
from surveyor_app.sync.reading_ahead import ReadAhead, Stretch
from surveyor_app.sync.store import DeliveryStore

WAIT_S = 20
PARTS = {"a": [b"one", b"two", b"three"], "b": [b"four"], "c": [b"five"]}


class Store:
    """Hands out parts, each only when the test lets it; ``read`` says what was begun, and on which thread."""

    def __init__(self, damaged: str = "") -> None:
        self.read: list[str] = []
        self.threads: set[str] = set()
        self.begun = {name: threading.Event() for name in PARTS}
        self._damaged = damaged

    def read_parts(self, sha256: str, offset: int, size: int) -> Iterator[bytes]:
        self.read.append(sha256)
        self.threads.add(threading.current_thread().name)
        self.begun[sha256].set()
        yield from PARTS[sha256]
        if sha256 == self._damaged:
            raise BlobDamaged(sha256=sha256)


def ahead_of(store: Store) -> ReadAhead:
    return ReadAhead(cast(DeliveryStore, store))


def stretch(name: str) -> Stretch:
    return Stretch(name, 0, sum(map(len, PARTS[name])))


def test_the_next_blob_is_read_while_an_answer_is_awaited() -> None:
    store = Store()
    with closing(ahead_of(store)) as ahead:
        assert list(ahead.parts(stretch("a"), stretch("b"))) == PARTS["a"]
        # Nobody has asked for it yet.
        assert store.begun["b"].wait(WAIT_S)
        assert list(ahead.parts(stretch("b"), stretch("c"))) == PARTS["b"]
        assert store.begun["c"].wait(WAIT_S)
        assert store.read == ["a", "b", "c"]
        assert threading.current_thread().name not in store.threads


def test_a_request_that_is_repeated_carries_the_same_bytes() -> None:
    store = Store()
    with closing(ahead_of(store)) as ahead:
        half = ahead.parts(stretch("a"), stretch("b"))
        assert next(half) == b"one"
        assert list(ahead.parts(stretch("a"), stretch("b"))) == PARTS["a"]
        assert list(ahead.parts(stretch("a"), stretch("b"))) == PARTS["a"]
        assert store.begun["b"].wait(WAIT_S)
    assert store.read == ["a", "b"]


def test_what_turned_out_otherwise_is_let_go() -> None:
    store = Store()
    with closing(ahead_of(store)) as ahead:
        list(ahead.parts(stretch("a"), stretch("b")))
        assert list(ahead.parts(stretch("c"))) == PARTS["c"]
        assert list(ahead.parts(Stretch("a", 0, 3))) == PARTS["a"]
    assert not [thread for thread in threading.enumerate() if thread.name in store.threads]


def test_a_damaged_blob_is_said_when_its_own_bytes_are_wanted() -> None:
    store = Store(damaged="b")
    with closing(ahead_of(store)) as ahead:
        assert list(ahead.parts(stretch("a"), stretch("b"))) == PARTS["a"]
        assert store.begun["b"].wait(WAIT_S)
        with pytest.raises(BlobDamaged):
            list(ahead.parts(stretch("b"), stretch("c")))
        assert "c" not in store.read
        assert list(ahead.parts(stretch("c"))) == PARTS["c"]
