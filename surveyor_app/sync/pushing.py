"""Sends entries: own ones, and those of others that the centre lost; in messages as large as it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol.entries import PushAnswer, PushRequest, ReturnRequest, to_wire
from surveyor_app.protocol.limits import KIB, MIN_CHUNK_BYTES
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
        return answer

    def give_back(self, entries: Sequence[SignedEntry], common: int) -> PushAnswer:
        """Send entries of another device; up to number ``common`` their authors saw the numbers that hold now.

        Raises:
            WireError: as the centre says, or ``unreachable``.
        """
        request = ReturnRequest(tuple(to_wire(entry) for entry in entries), common)
        return self.client.post(f"/v1/cases/{self.case_id}/entries:return", request, PushAnswer)

    def take_less(self, error: BadMessage) -> None:
        """Halve what the next message carries.

        Raises:
            BadMessage: ``error`` itself, when it says something else or the messages are small already.
        """
        if error.data.get("reason") != "too large" or self.limit_bytes <= MIN_CHUNK_BYTES:
            raise error
        self.limit_bytes //= 2
