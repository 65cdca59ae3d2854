"""Sends entries: own ones, and those of others that the centre lost; in messages as large as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.wire_errors import BadMessage, Unreachable
from surveyor_app.protocol.entries import PushAnswer, PushRequest, ReturnRequest, to_wire
from surveyor_app.protocol.limits import KIB, LARGEST_NUMBER, MIN_CHUNK_BYTES
from surveyor_app.sync.client import CentreClient

FIRST_PUSH_BYTES = 512 * KIB
"""Lines and bodies before compression, which makes about a third of them."""


@dataclass(slots=True)
class Pusher:
    """Pushes entries of one case; ``limit_bytes`` is how much to take for the next message."""

    case_id: str
    client: CentreClient
    limit_bytes: int = FIRST_PUSH_BYTES

    def push(self, entries: Sequence[SignedEntry]) -> PushAnswer:
        """Send own entries.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        request = PushRequest(tuple(to_wire(entry) for entry in entries))
        answer = self.client.post(f"/v1/cases/{self.case_id}/entries", request, PushAnswer)
        reach("sync.after_push_answer")
        told = self._about(entries, answer)
        if not told.numbers:
            raise Unreachable(server=self.client.server, reason="foreign answer")
        return told

    def give_back(self, entries: Sequence[SignedEntry], common: int) -> PushAnswer:
        """Send entries of another device; up to number ``common`` their authors saw the numbers that hold now.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        request = ReturnRequest(tuple(to_wire(entry) for entry in entries), common)
        answer = self.client.post(f"/v1/cases/{self.case_id}/entries:return", request, PushAnswer)
        return self._about(entries, answer)

    def _about(self, entries: Sequence[SignedEntry], answer: PushAnswer) -> PushAnswer:
        """Return what an answer says of the entries sent; what it says of others is nothing that was asked.

        Raises:
            Unreachable: it gives a number that is none.
        """
        sent = {entry.hash for entry in entries}
        numbers = {item: number for item, number in answer.numbers.items() if item in sent}
        if not all(0 < number <= LARGEST_NUMBER for number in numbers.values()):
            raise Unreachable(server=self.client.server, reason="foreign answer")
        return replace(answer, numbers=numbers)

    def take_less(self, error: BadMessage) -> None:
        """Halve what the next message carries.

        Raises:
            BadMessage: ``error`` itself, when it says something else or the messages are small already.
        """
        if error.data.get("reason") != "too large" or self.limit_bytes <= MIN_CHUNK_BYTES:
            raise error
        self.limit_bytes //= 2
