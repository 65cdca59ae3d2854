"""Finds out whether laptop and centre mean the same by a number, and puts it right when the centre lost what it had.

A centre is set back to an older copy of its data, or begun anew. Then it holds less of a case than it had numbered and signed
for, or gives the numbers a second time to something else. The laptop compares one digest over everything it holds a number of:

- all the same: nothing to do;
- the centre holds only a beginning: the rest is sent again in the order of its numbers, own entries and those of others, so
  that each gets the number it had, and what anybody had seen then still means the same;
- the centre holds something else above the last common number: its numbers are taken over, own entries it lacks are sent again
  under new ones, and those of others are handed back as far as it takes them.

Entries keep their bytes, signatures and order throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.domain.wire_errors import (
    BadHash,
    BadMessage,
    CentreForgets,
    CertificateUnknown,
    ChainFork,
    ChainGap,
    WireError,
)
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, WireDevice, from_base64, from_wire
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pushing import Pusher
from surveyor_app.sync.store import DeliveryStore

MAX_DISAGREEMENTS = 2
"""In one delivery. One is a centre that was restored; a centre that goes on claiming to have less only makes us send."""

REFUSALS = (CertificateUnknown, BadEntry, BadHash, ChainGap, ChainFork)
"""What says that an entry cannot be had back in its place."""


@dataclass(slots=True)
class Agreement:
    """What both sides mean by a number, in one delivery."""

    store: DeliveryStore
    client: CentreClient
    patience: Patience
    pusher: Pusher
    _times: int = field(default=0, init=False)
    _is_doubted: bool = field(default=False, init=False)

    def settle(self) -> None:
        """Make the case known, and sure that numbers mean the same to both; afterwards own entries may be pushed.

        Raises:
            CentreForgets: it lacks again what it took in this delivery.
            WireError: when trying again does not help, or the patience is over.
        """
        numbers = self.store.numbering
        while True:
            known = self.store.head_number()
            answer = self._ask(known)
            # A centre too old to tell says nothing.
            is_same = answer.number >= numbers.highest() and answer.digest in {"", numbers.digest(known)}
            if is_same and not self._is_doubted:
                break
            if not self._is_doubted:
                self._count(CentreForgets(case=self.store.case_id))
            self._is_doubted = False
            self._put_right(self._common(min(known, answer.number)), answer.number)
        numbers.settled()

    def doubt(self, error: WireError) -> None:
        """Take note that the centre contradicts what was agreed; the next :meth:`settle` believes nothing above the common.

        Raises:
            WireError: ``error`` itself, when that happens again and again.
        """
        self._count(error)
        self._is_doubted = True

    def _count(self, error: WireError) -> None:
        self._times += 1
        if self._times > MAX_DISAGREEMENTS:
            raise error

    def _ask(self, upto: int) -> CaseAnswer:
        request = RegisterCase(self.store.case_id, upto)
        return self.patience.insist(lambda: self.client.post("/v1/cases", request, CaseAnswer))

    def _common(self, highest: int) -> int:
        """Return the highest number up to which both hold the same, by halving."""
        low, high = 0, highest
        while low < high:
            middle = (low + high + 1) // 2
            if self._ask(middle).digest == self.store.numbering.digest(middle):
                low = middle
            else:
                high = middle - 1
        return low

    def _put_right(self, common: int, centre_number: int) -> None:
        self.store.numbering.note_loss(common)
        if centre_number == common and self._send_again(common):
            return
        entries, devices = self._held_after(common)
        self.store.numbering.renumber(common, entries, devices)
        self._give_back(common)

    def _send_again(self, common: int) -> bool:
        """Send everything above ``common`` in the order of its numbers; false as soon as an entry does not get its own."""
        numbers, held = self.store.numbering, common
        while run := numbers.run_after(held, self.pusher.limit_bytes):
            try:
                answer = self._send(run, run[-1].number or held)
            except REFUSALS as error:
                if self._is_own(run) and isinstance(error, CertificateUnknown):
                    raise
                return False
            if answer is None:
                continue
            taken = [entry for entry in run if entry.hash in answer.numbers]
            if not taken or any(answer.numbers[entry.hash] != entry.number for entry in taken):
                return False
            held = taken[-1].number or held
            numbers.held(held)
        return held == numbers.highest()

    def _give_back(self, common: int) -> None:
        """Hand back what the centre lost of others; what it does not take stays here, marked as lost."""
        refused: set[str] = set()
        for run in self.store.numbering.lost_runs(common, self.pusher.limit_bytes):
            device = run[0].entry.device
            if device not in refused:
                try:
                    answer = self._send(run, common)
                except REFUSALS:
                    answer = None
                if answer is None:
                    refused.add(device)
                else:
                    self.store.mark_numbered(answer.numbers)

    def _send(self, run: Sequence[SignedEntry], common: int) -> PushAnswer | None:
        """Push own entries or hand back another device's; ``None`` when that was too much for one message."""

        def attempt() -> PushAnswer:
            return self.pusher.push(run) if self._is_own(run) else self.pusher.give_back(run, common)

        try:
            return self.patience.insist(attempt, unless=(ChainGap,))
        except BadMessage as error:
            self.pusher.take_less(error)
            return None

    def _is_own(self, run: Sequence[SignedEntry]) -> bool:
        return run[0].entry.device == self.store.device_id

    def _held_after(self, common: int) -> tuple[list[SignedEntry], list[DeviceInfo]]:
        """Return all entries the centre holds above a number, and the devices that signed them."""
        entries: list[SignedEntry] = []
        devices: dict[str, DeviceInfo] = {}
        after, more = common, True
        while more:
            path = f"/v1/cases/{self.store.case_id}/entries?after={after}"
            answer = self.patience.insist(lambda path=path: self.client.get(path, PullAnswer))  # type: ignore[misc]
            found = [from_wire(entry) for entry in answer.entries]
            if any((entry.number or 0) <= after for entry in found):
                raise BadMessage(reason="entries out of order")
            entries += found
            devices |= {device.device: device_info(device) for device in answer.devices}
            more = answer.more and bool(found)
            after = found[-1].number or after if found else after
        return entries, list(devices.values())


def device_info(device: WireDevice) -> DeviceInfo:
    """Return a device as the store keeps it."""
    certificate = None if device.certificate is None else from_base64(device.certificate)
    return DeviceInfo(device.device, from_base64(device.public_key), device.role, device.holder, certificate)
