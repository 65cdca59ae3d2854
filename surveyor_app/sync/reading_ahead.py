"""Reads a delivery's bytes ahead: the next part while one is on the wire, the next blob while an answer is awaited.

Reading decrypts and hashes, which takes the laptop about as long as the centre takes to store. At most two requests' bytes lie
in memory; each part was checked when it was read.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

from surveyor_app.sync.store import DeliveryStore


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some bytes of a blob, as many as one request carries."""

    sha256: str
    offset: int
    size: int


class _Reading:
    """One stretch being read on a thread of its own; it can be gone through again, for a request that is repeated."""

    def __init__(self, store: DeliveryStore, stretch: Stretch) -> None:
        self.stretch = stretch
        self._store = store
        self._found: list[bytes] = []
        self._error: Exception | None = None
        self._is_over = False
        self._is_unwanted = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._read, name="surveyor-read-ahead", daemon=True)
        self._thread.start()

    def _read(self) -> None:
        stretch = self.stretch
        try:
            for part in self._store.read_parts(stretch.sha256, stretch.offset, stretch.size):
                with self._news:
                    self._found.append(part)
                    self._news.notify_all()
                if self._is_unwanted:
                    return
        except Exception as error:  # noqa: BLE001  # whatever it is, it belongs to whoever asks for the bytes
            self._error = error
        finally:
            with self._news:
                self._is_over = True
                self._news.notify_all()

    def parts(self) -> Iterator[bytes]:
        """Yield the parts as soon as each is there.

        Raises:
            SurveyorError: as the store says when it cannot read one.
        """
        for place in range(self.stretch.size + 1):
            with self._news:
                self._news.wait_for(lambda place=place: len(self._found) > place or self._is_over)  # type: ignore[misc]
                if len(self._found) <= place:
                    break
                part = self._found[place]
            yield part
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Read no further, and let go of the case file."""
        self._is_unwanted = True
        self._thread.join()


class ReadAhead:
    """Hands out the bytes of requests, one after another; to be closed."""

    def __init__(self, store: DeliveryStore) -> None:
        self._store = store
        self._now: _Reading | None = None
        self._next: _Reading | None = None

    def parts(self, stretch: Stretch, following: Stretch | None = None) -> Iterator[bytes]:
        """Yield the bytes of a request; once all are handed out, those that will be asked for next are read.

        Raises:
            SurveyorError: as the store says when it cannot read them.
        """
        now = self._turned_to(stretch)
        yield from now.parts()
        if following is not None and (self._next is None or self._next.stretch != following):
            self._let_go(self._next)
            self._next = _Reading(self._store, following)

    def close(self) -> None:
        """End all reading."""
        self._let_go(self._now)
        self._let_go(self._next)
        self._now = self._next = None

    def _turned_to(self, stretch: Stretch) -> _Reading:
        if self._now is not None and self._now.stretch == stretch:
            return self._now
        self._let_go(self._now)
        if self._next is not None and self._next.stretch == stretch:
            self._now, self._next = self._next, None
        else:
            self._now = _Reading(self._store, stretch)
        return self._now

    @staticmethod
    def _let_go(reading: _Reading | None) -> None:
        if reading is not None:
            reading.close()
