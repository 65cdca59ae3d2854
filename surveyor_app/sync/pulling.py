"""Fetches what others brought to the centre: previews first, then originals, each from the part where it was cut.

Nothing of it is believed but by its hash: that of an original stands in a signed entry. Parts are compared as they come where
the centre tells their hashes, and all of it once more when it lies in the file. What cannot be had stops only itself.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from surveyor_app.domain.errors import NotFound, SurveyorError
from surveyor_app.domain.journal.entries import is_hash
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.wire_errors import BadHash, Unreachable, WireError
from surveyor_app.protocol.delivery import HeldAnswer, HeldBlob, PartsAnswer
from surveyor_app.protocol.limits import MAX_BLOB_BYTES, MAX_HELD_ITEMS, MAX_PREVIEW_BYTES, MIB, PART_BYTES, WHOLE_BYTES
from surveyor_app.sync.client import CentreClient, Incoming
from surveyor_app.sync.patience import Patience

MAX_HELD = 1_000_000
"""Blobs of one case; a list that goes on for longer is a lie."""

MAX_UNTOLD_BYTES = 256 * MIB
"""Of an original whose record says no length."""

MAX_WRONG = 3
"""Other bytes than named may be an accident of the line, or of the parts' hashes; so often they are neither."""

WHOLE = 200
"""The status of an answer with all of it, whatever range was asked for."""

KEEP_PARTS = 8
KEEP_AFTER_S = 1.0
"""Whole parts are written when there are so many, or the first has waited for so long."""


class Wanted(Protocol):
    """One original that is not here, as the case file knows it."""

    @property
    def sha256(self) -> str:
        """Its hash."""

    @property
    def size(self) -> int | None:
        """Its length, where its record tells one."""


class PullStore(Protocol):
    """What fetching needs of a case on the laptop; every call is durable when it returns."""

    @property
    def case_id(self) -> str:
        """The case."""

    def absent(self) -> Sequence[Wanted]:
        """Return the originals that are not here, in the order to fetch them."""

    def unseen(self) -> set[str]:
        """Return those of them that could be shown and of which there is no picture."""

    def keep_preview(self, sha256: str, jpeg: bytes) -> None:
        """Keep what the centre says an original looks like."""

    def parts_kept(self, sha256: str) -> int:
        """Return how many parts of an original that is being fetched are here."""

    def keep_parts(self, sha256: str, size: int, first: int, parts: Sequence[bytes]) -> None:
        """Keep the next parts of an original, from part ``first`` on."""

    def drop(self, sha256: str) -> None:
        """Throw away what came of an original."""

    def finish(self, sha256: str) -> bool:
        """Read an original back and count it as stored; throw it away and return false when it has not its hash."""

    def settle(self) -> None:
        """Keep that what came is covered by a receipt, where one is here for exactly this state."""


@dataclass(frozen=True, slots=True)
class Pulled:
    """What fetching came to: how many originals came, and why others did not, by hash."""

    originals: int = 0
    previews: int = 0
    failed: dict[str, SurveyorError] = field(default_factory=dict)


def pull(
    store: PullStore,
    client: CentreClient,
    *,
    originals: bool | Iterable[str] = False,
    progress: ReportProgress = silent,
    patience: Patience | None = None,
) -> Pulled:
    """Fetch the pictures of what is not here, and the ``originals`` too: all of them, or those with these hashes.

    Raises:
        WireError: the centre cannot be reached, or refuses; what came so far is kept.
        CaseFileError: this laptop cannot keep it. Cancelled: when ``progress`` says so.
    """
    return _Pull(store, client, progress, patience or Patience()).run(originals)


@dataclass(slots=True)
class _Pull:
    store: PullStore
    client: CentreClient
    progress: ReportProgress
    patience: Patience
    clock: Callable[[], float] = time.monotonic
    done: int = 0
    total: int = 0
    failed: dict[str, SurveyorError] = field(default_factory=dict)

    def run(self, originals: bool | Iterable[str]) -> Pulled:
        self.patience.check = self._report
        absent = {item.sha256: item.size for item in self.store.absent()}
        wanted = absent.keys() if originals is True else absent.keys() & set(originals or ())
        unseen = self.store.unseen()
        if not wanted and not unseen:
            return Pulled()
        held = self._held(absent.keys())
        previews = self._previews({item.preview_of: item for item in held if item.preview_of in unseen})
        sizes = {item.sha256: item.size for item in held if item.preview_of is None}
        came = self._originals({sha256: absent[sha256] for sha256 in absent if sha256 in wanted}, sizes)
        if came:
            self.store.settle()
        return Pulled(came, previews, self.failed)

    # -------------------------------------------------------------------------------------- what there is

    def _held(self, about: Iterable[str]) -> list[HeldBlob]:
        """Return what the centre holds of these originals and their previews; an older centre hands out nothing."""
        wanted, found, after, count = set(about), [], "", 0
        while True:
            path = f"/v1/cases/{self.store.case_id}/blobs:held?after={after}"
            try:
                answer = self.patience.insist(lambda path=path: self._page(path))  # type: ignore[misc]
            except NotFound:
                return []
            count += len(answer.blobs)
            if not _is_rising(after, answer.blobs) or count > MAX_HELD:
                raise Unreachable(server=self.client.server, reason="foreign answer")
            found += [item for item in answer.blobs if (item.preview_of or item.sha256) in wanted]
            if not answer.more or not answer.blobs:
                return found
            after = answer.blobs[-1].sha256

    def _page(self, path: str) -> HeldAnswer:
        answer = self.client.get(path, HeldAnswer)
        if len(answer.blobs) > MAX_HELD_ITEMS:
            raise Unreachable(server=self.client.server, reason="foreign answer")
        return answer

    # ------------------------------------------------------------------------------------------- previews

    def _previews(self, shown: dict[str | None, HeldBlob]) -> int:
        came = 0
        for original, item in shown.items():
            if not 0 < item.size <= MAX_PREVIEW_BYTES or original is None:
                continue
            try:
                jpeg = self.patience.insist(lambda item=item: self._whole(item))  # type: ignore[misc]
            except (NotFound, BadHash):
                continue  # A picture that cannot be had is missed by nobody once the original is here.
            self.store.keep_preview(original, jpeg)
            came += 1
            self._report()
        return came

    def _whole(self, item: HeldBlob) -> bytes:
        def take(incoming: Incoming) -> bytes:
            data = bytearray()
            for chunk in incoming.chunks:
                data += chunk
                if len(data) > item.size:
                    raise BadHash(expected=item.sha256)
            return bytes(data)

        data = self.client.receive(self._place(item.sha256), {}, take)
        if hashlib.sha256(data).hexdigest() != item.sha256:
            raise BadHash(expected=item.sha256, found=hashlib.sha256(data).hexdigest())
        return data

    # ------------------------------------------------------------------------------------------ originals

    def _originals(self, wanted: dict[str, int | None], sizes: dict[str, int]) -> int:
        self.total = sum(size or sizes.get(sha256, 0) for sha256, size in wanted.items())
        came = 0
        for sha256, told in wanted.items():
            before = self.done
            size = sizes.get(sha256)
            try:
                if size is None:
                    raise NotFound(what="blob", id=sha256)
                if size != told and (told is not None or size > MAX_UNTOLD_BYTES):
                    raise BadHash(expected=sha256)
                self._original(sha256, size)
                came += 1
            except (NotFound, BadHash) as error:
                self.failed[sha256] = error
            self.done = before + (told or size or 0)
            self._report()
        return came

    def _original(self, sha256: str, size: int) -> None:
        """Fetch one original, from the first part on that is not here.

        Raises:
            NotFound: the centre has it no more. BadHash: it sends other bytes, again and again.
        """
        if not 0 <= size <= MAX_BLOB_BYTES:
            raise BadHash(expected=sha256)
        hashes = self._part_hashes(sha256) if size > WHOLE_BYTES else ()
        before = self.done
        for wrong in range(MAX_WRONG):
            # Twice wrong by the parts' hashes: then it is they that are, or the whole will show it.
            one = _One(self.store, sha256, size, hashes if wrong < MAX_WRONG - 1 else (), self.clock)
            one.moved = lambda at: self._moved(before + at)
            try:
                self._bring(one)
            except BadHash:
                continue
            if self.store.finish(sha256):
                self.patience.progressed()
                return
        raise BadHash(expected=sha256)

    def _bring(self, one: _One) -> None:
        """Ask for what is missing of an original until all of it is here."""
        while not one.resume():
            try:
                self.client.receive(self._place(one.sha256), one.headers, one.take)
                self.patience.answered()
            except WireError as error:
                if not error.retryable:
                    raise
                if one.has_grown:
                    self.patience.progressed()
                self.patience.wait(error)

    def _part_hashes(self, sha256: str) -> Sequence[str]:
        path = f"/v1/cases/{self.store.case_id}/blobs/{sha256}/parts"
        return self.patience.insist(lambda: self.client.get(path, PartsAnswer)).parts

    def _place(self, sha256: str) -> str:
        return f"/v1/cases/{self.store.case_id}/blobs/{sha256}/content"

    def _moved(self, done: int) -> None:
        self.done = done
        self._report()

    def _report(self) -> None:
        self.progress(Progress(self.done, self.total, waiting=self.patience.waiting))


@dataclass(slots=True)
class _One:
    """One original on its way: keeps its whole parts as they come, those before a cut too."""

    store: PullStore
    sha256: str
    size: int
    hashes: Sequence[str]
    clock: Callable[[], float]
    moved: Callable[[int], None] = lambda at: None
    count: int = 0
    """Parts that are kept."""
    has_grown: bool = False
    """The last request brought some."""
    _parts: list[bytes] = field(default_factory=list)
    _since: float = 0.0

    def resume(self) -> bool:
        """Look how far it is, and tell whether all of it is here."""
        self.count, self.has_grown, self._parts = self.store.parts_kept(self.sha256), False, []
        if not self.size and not self.count:
            self.store.keep_parts(self.sha256, 0, 0, ())
        return self.count * PART_BYTES >= self.size

    @property
    def headers(self) -> dict[str, str]:
        """What to ask for."""
        tag = {"if-range": f'"{self.sha256}"'}
        return {**tag, "range": f"bytes={self.count * PART_BYTES}-"} if self.count else {}

    def take(self, incoming: Incoming) -> None:
        """Keep what comes.

        Raises:
            BadHash: more or other bytes come than were named.
            Unreachable: fewer come, or from another place.
        """
        start = self.count * PART_BYTES
        expected = f"bytes {start}-{self.size - 1}/{self.size}" if start else None
        if start and incoming.headers.get("content-range") != expected:
            if incoming.status_code != WHOLE:
                raise Unreachable(server=incoming.url, reason="foreign answer")
            # Something that knows no ranges: from the beginning then.
            self.store.drop(self.sha256)
            self.count = start = 0
        try:
            for part in _in_parts(incoming, self.size - start, self.sha256, self._at):
                self._keep(part)
        finally:
            self._write()

    def _at(self, waiting: int) -> None:
        self.moved((self.count + len(self._parts)) * PART_BYTES + waiting)

    def _keep(self, part: bytes) -> None:
        number = self.count + len(self._parts)
        if number < len(self.hashes) and hashlib.sha256(part).hexdigest() != self.hashes[number]:
            raise BadHash(expected=self.hashes[number])
        if not self._parts:
            self._since = self.clock()
        self._parts.append(part)
        if len(self._parts) >= KEEP_PARTS or self.clock() - self._since > KEEP_AFTER_S:
            self._write()

    def _write(self) -> None:
        if self._parts:
            parts, self._parts = self._parts, []
            self.store.keep_parts(self.sha256, self.size, self.count, parts)
            self.count += len(parts)
            self.has_grown = True


def _in_parts(incoming: Incoming, size: int, sha256: str, at: Callable[[int], None]) -> Iterator[bytes]:
    """Cut what comes into parts; the last one, shorter, only when it is whole.

    Raises:
        BadHash: more bytes come than there are. Unreachable: fewer.
    """
    waiting, come = bytearray(), 0
    for chunk in incoming.chunks:
        waiting += chunk
        come += len(chunk)
        if come > size:
            raise BadHash(expected=sha256)
        while len(waiting) >= PART_BYTES:
            yield bytes(waiting[:PART_BYTES])
            del waiting[:PART_BYTES]
        at(len(waiting))
    if come < size:
        raise Unreachable(server=incoming.url, reason="foreign answer")
    if waiting:
        yield bytes(waiting)


def _is_rising(after: str, blobs: Sequence[HeldBlob]) -> bool:
    for item in blobs:
        if not is_hash(item.sha256) or item.sha256 <= after:
            return False
        after = item.sha256
    return True
