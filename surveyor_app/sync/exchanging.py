"""Entries both ways: own ones are pushed until all have numbers, the others' are pulled."""

from __future__ import annotations

from dataclasses import dataclass, field

from surveyor_app.domain.errors import BadMessage, ChainFork, ChainGap
from surveyor_app.domain.faultpoints import reach
from surveyor_app.protocol.entries import (
    PullAnswer,
    PushAnswer,
    PushRequest,
    WireDevice,
    from_base64,
    from_wire,
    to_wire,
)
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.protocol.limits import KIB, MAX_PUSH_PLAIN_BYTES, MIN_CHUNK_BYTES
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.store import DeliveryStore

FIRST_PUSH_BYTES = 512 * KIB
"""Lines and bodies before compression, which makes about a third of them."""

LONGEST_PUSH_BYTES = MAX_PUSH_PLAIN_BYTES // 4
MAX_EPOCHS = 3
"""New epochs in one exchange: the first resolves a restored backup, more mean that something else is wrong."""


@dataclass(slots=True)
class Exchange:
    """One exchange of entries and what came of it; ``quarantined`` names entries the centre keeps but does not apply."""

    store: DeliveryStore
    client: CentreClient
    patience: Patience
    pushed: int = 0
    pulled: int = 0
    epochs: int = 0
    quarantined: dict[str, str] = field(default_factory=dict)
    _push_bytes: int = FIRST_PUSH_BYTES

    def run(self) -> None:
        """Push and pull until both sides hold the same.

        Raises:
            WireError: when trying again does not help, or the patience is over.
        """
        case = self.store.case_id
        self.patience.insist(lambda: self.client.post("/v1/cases", RegisterCase(case), CaseAnswer))
        self.push()
        self.pull()

    def push(self) -> None:
        """Send own entries until all have numbers."""
        gaps = 0
        while entries := self.store.unsent_entries(self._push_bytes):
            request = PushRequest(tuple(to_wire(entry) for entry in entries))
            try:
                answer = self.patience.insist(
                    lambda request=request: self._push(request),  # type: ignore[misc]
                    unless=(ChainGap,),
                )
            except ChainFork:
                self._open_epoch()
                continue
            except ChainGap:
                # The centre lacks what it once numbered, or we lack what another copy of us sent: a pull tells.
                gaps += 1
                if gaps > 1:
                    raise
                self.pull()
                continue
            except BadMessage as error:
                if error.data.get("reason") != "too large" or self._push_bytes <= MIN_CHUNK_BYTES:
                    raise
                self._push_bytes //= 2
                continue
            reach("sync.before_numbers")
            self.store.mark_numbered(answer.numbers)
            reach("sync.after_numbers")
            self.pushed += len(answer.numbers)
            self.quarantined.update(answer.quarantined)

    def pull(self) -> None:
        """Take in all entries after the highest number known."""
        more = True
        while more:
            after = self.store.head_number()
            path = f"/v1/cases/{self.store.case_id}/entries?after={after}"
            answer = self.patience.insist(lambda path=path: self.client.get(path, PullAnswer))  # type: ignore[misc]
            entries = [from_wire(entry) for entry in answer.entries]
            if entries:
                reach("sync.before_received")
                self.store.receive(entries, [device_info(device) for device in answer.devices])
                reach("sync.after_received")
                self.pulled += len(entries)
            more = answer.more and self.store.head_number() > after

    def _push(self, request: PushRequest) -> PushAnswer:
        path = f"/v1/cases/{self.store.case_id}/entries"
        answer = self.client.post(path, request, PushAnswer)
        reach("sync.after_push_answer")
        return answer

    def _open_epoch(self) -> None:
        self.epochs += 1
        if self.epochs > MAX_EPOCHS:
            raise ChainFork(case=self.store.case_id)
        self.pull()
        self.store.open_epoch("the centre holds another entry of this device")


def device_info(device: WireDevice) -> DeviceInfo:
    """Return a device as the store keeps it."""
    certificate = None if device.certificate is None else from_base64(device.certificate)
    return DeviceInfo(device.device, from_base64(device.public_key), device.role, device.holder, certificate)
