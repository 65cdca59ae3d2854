"""Entries both ways: own ones are pushed until all have numbers, the others' are pulled."""

from __future__ import annotations

from dataclasses import dataclass, field

from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.wire_errors import (
    TASK_TAKEN_BACK,
    BadMessage,
    ChainFork,
    ChainGap,
    Forbidden,
    NumbersDiffer,
    Unreachable,
)
from surveyor_app.protocol.entries import PullAnswer, from_wire
from surveyor_app.protocol.limits import LARGEST_NUMBER
from surveyor_app.sync.agreeing import Agreement, device_info
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pushing import FIRST_PUSH_BYTES, Pusher
from surveyor_app.sync.store import DeliveryStore

MAX_EPOCHS = 3
"""New epochs in one exchange: the first resolves a restored backup, more mean that something else is wrong."""


@dataclass(slots=True)
class Exchange:
    """One exchange of entries and what came of it; ``quarantined`` names entries the centre keeps but does not apply.

    ``push_bytes`` is how much the first message carries.
    """

    store: DeliveryStore
    client: CentreClient
    patience: Patience
    push_bytes: int = FIRST_PUSH_BYTES
    pushed: int = 0
    pulled: int = 0
    epochs: int = 0
    quarantined: dict[str, str] = field(default_factory=dict)
    forbidden: Forbidden | None = None
    """The task was taken back, and the centre takes nothing that was written after that was seen."""
    pusher: Pusher = field(init=False)
    agreement: Agreement = field(init=False)

    def __post_init__(self) -> None:
        self.pusher = Pusher(self.store.case_id, self.client, self.push_bytes)
        self.agreement = Agreement(self.store, self.client, self.patience, self.pusher)

    def run(self) -> None:
        """Push and pull until both sides hold the same.

        Raises:
            Forbidden: some entries are not taken (``forbidden``); all else was done.
            WireError: when trying again does not help, or the patience is over.
        """
        self.forbidden = None
        while True:
            self.agreement.settle()
            try:
                self.push()
                self.pull()
            except (ChainGap, NumbersDiffer) as error:
                # It lacks what it once numbered, or means something else by a number.
                self.agreement.doubt(error)
            else:
                break
        if self.forbidden is not None:
            raise self.forbidden

    def push(self) -> None:
        """Send own entries until all have numbers."""
        while entries := self.store.unsent_entries(self.pusher.limit_bytes):
            try:
                answer = self.patience.insist(
                    lambda entries=entries: self.pusher.push(entries),  # type: ignore[misc]
                    unless=(ChainGap,),
                )
            except ChainFork:
                self._open_epoch()
                continue
            except Forbidden as error:
                if error.data.get("reason") != TASK_TAKEN_BACK:
                    raise
                self.forbidden = error
                return
            except BadMessage as error:
                self.pusher.take_less(error)
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
            answer = self.patience.insist(lambda path=path: self._asked(path))  # type: ignore[misc]
            entries = [from_wire(entry) for entry in answer.entries]
            if entries:
                reach("sync.before_received")
                self.store.receive(entries, [device_info(device) for device in answer.devices])
                reach("sync.after_received")
                self.pulled += len(entries)
            more = answer.more and self.store.head_number() > after

    def _asked(self, path: str) -> PullAnswer:
        answer = self.client.get(path, PullAnswer)
        if any(not 0 < (entry.number or 0) <= LARGEST_NUMBER for entry in answer.entries):
            raise Unreachable(server=self.client.server, reason="foreign answer")
        return answer

    def _open_epoch(self) -> None:
        self.epochs += 1
        if self.epochs > MAX_EPOCHS:
            raise ChainFork(case=self.store.case_id)
        self.pull()
        self.store.open_epoch("the centre holds another entry of this device")
