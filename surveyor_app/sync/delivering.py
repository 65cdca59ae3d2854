"""Delivers a case: entries, then previews, originals and video, until the insurer's signed receipt is in hand.

Each step begins with what the centre has, so that nothing is sent twice and a stop at any moment costs nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from surveyor_app.domain.errors import BlobDamaged, BlobMissing, CaseFileError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.domain.wire_errors import Forbidden, NotComplete, ReceiptInvalid, Unreachable
from surveyor_app.protocol.delivery import (
    BlobAsk,
    BlobState,
    DeliverAnswer,
    DeliverRequest,
    Missing,
    NeedAnswer,
    NeedRequest,
    ReceiptKind,
)
from surveyor_app.protocol.entries import from_base64
from surveyor_app.protocol.items import BlobItem, ItemState, Lane
from surveyor_app.protocol.limits import MAX_NEED_ITEMS
from surveyor_app.protocol.roots import delivery_root
from surveyor_app.sync.bundling import Bundler, Waiting
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.receipts import VerifySignature, check_receipt
from surveyor_app.sync.store import DeliveryStore, marks
from surveyor_app.sync.uploading import Uploader

MAX_ROUNDS = 8
"""A round brings what the last one lacked; the office may write in between, but not for ever."""

LATER_LANES = (Lane.ORIGINAL, Lane.VIDEO)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a delivery came to; ``receipt`` is the exact signed JSON and ``signature`` its detached CMS.

    ``refused`` names blobs the centre does not take, with its reason; ``quarantined`` entries it keeps but does not apply.
    """

    kind: ReceiptKind
    receipt: bytes
    signature: bytes
    pushed: int = 0
    pulled: int = 0
    uploaded: int = 0
    refused: dict[str, str] = field(default_factory=dict)
    quarantined: dict[str, str] = field(default_factory=dict)
    new_epochs: int = 0
    lost: int | None = None
    """How many entries the centre had lost of what it once signed for; ``None`` when it had lost nothing."""


def deliver(
    store: DeliveryStore,
    client: CentreClient,
    verify: VerifySignature,
    *,
    until: ReceiptKind = ReceiptKind.FULL,
    task: str | None = None,
    progress: ReportProgress = silent,
    patience: Patience | None = None,
) -> Outcome:
    """Deliver the case and return the verified receipt, which the store keeps.

    Raises:
        WireError: when trying again does not help, or the patience is over; what was sent so far stays sent.
        Cancelled: when ``progress`` says so.
    """
    return _Delivery(store, client, verify, task, progress, patience or Patience()).run(until)


@dataclass(slots=True)
class _Delivery:
    store: DeliveryStore
    client: CentreClient
    verify: VerifySignature
    task: str | None
    progress: ReportProgress
    patience: Patience
    refused: dict[str, str] = field(default_factory=dict)
    damaged: dict[str, CaseFileError] = field(default_factory=dict)
    """What cannot be read here: it stops only itself."""
    uploaded: int = 0
    total: int = 0
    done: dict[str, int] = field(default_factory=dict)
    done_bytes: int = 0
    loss: int | None = None
    uploader: Uploader = field(init=False)
    bundler: Bundler = field(init=False)

    def __post_init__(self) -> None:
        self.uploader = Uploader(self.store, self.client, self.patience, self._moved)
        self.bundler = Bundler(self.uploader)

    def run(self, until: ReceiptKind) -> Outcome:
        self.patience.check = self._report
        exchange = Exchange(self.store, self.client, self.patience)
        answer: DeliverAnswer | None = None
        for _ in range(MAX_ROUNDS):
            try:
                exchange.run()
            except Forbidden:
                if exchange.forbidden is not None:
                    # What was found while the task was held is delivered all the same.
                    self._upload((Lane.PREVIEW, *LATER_LANES))
                raise
            self._upload((Lane.PREVIEW,))
            if until is ReceiptKind.FULL and self._waiting(LATER_LANES):
                # The insurer has the facts long before the last video: worth a receipt of its own.
                self._settle(ReceiptKind.PARTIAL)
                self._upload(LATER_LANES)
            answer = self._settle(until)
            if answer.receipt is not None:
                return self._outcome(until, answer, exchange)
            self._require_rest(answer)
        missing = (answer and answer.missing) or Missing()
        raise NotComplete(missing=len(missing.blobs), refused=len(self.refused))

    def _require_rest(self, answer: DeliverAnswer) -> None:
        """Go on only where something is missing that can be sent.

        Raises:
            BlobDamaged, BlobMissing: only what is damaged here is missing there.
        """
        missing = answer.missing
        if missing is not None and missing.blobs and not missing.heads and not missing.behind:
            damaged = [self.damaged[sha256] for sha256 in missing.blobs if sha256 in self.damaged]
            if len(damaged) == len(missing.blobs):
                raise damaged[0]

    def _outcome(self, kind: ReceiptKind, answer: DeliverAnswer, exchange: Exchange) -> Outcome:
        return Outcome(
            kind=kind,
            receipt=from_base64(answer.receipt or ""),
            signature=from_base64(answer.signature or ""),
            pushed=exchange.pushed,
            pulled=exchange.pulled,
            uploaded=self.uploaded,
            refused=self.refused,
            quarantined=exchange.quarantined,
            new_epochs=exchange.epochs,
            lost=self.loss,
        )

    # ------------------------------------------------------------------------------------------ blobs

    def _waiting(self, lanes: Sequence[Lane]) -> list[BlobItem]:
        open_states = {ItemState.LOCAL, ItemState.SENDING}
        return [item for item in self.store.blobs() if item.lane in lanes and item.state in open_states]

    def _upload(self, lanes: Sequence[Lane]) -> None:
        items = self.store.blobs()
        self.total = sum(item.size for item in items)
        finished = {ItemState.STORED, ItemState.RECEIPTED}
        self.done = {item.sha256: item.size for item in items if item.state in finished}
        self.done_bytes = sum(self.done.values())
        self._report()
        left_out = self.refused.keys() | self.damaged.keys()
        needed = self._ask([item for item in self._waiting(lanes) if item.sha256 not in left_out])
        waiting: Waiting = deque(sorted(needed, key=lambda pair: lanes.index(pair[0].lane)))
        try:
            while waiting:
                self._send_next(waiting)
        finally:
            self.uploader.close()
            self.uploader.keep()

    def _send_next(self, waiting: Waiting) -> None:
        is_new = waiting[0][1]
        group = self.bundler.next_group(waiting)
        try:
            self._send_group(group, waiting, is_new)
        except (BlobDamaged, BlobMissing) as error:
            self._set_aside(group, error)
            rest = [item for item in group if item.sha256 not in self.damaged]
            waiting.extendleft(reversed(self._ask(rest) if rest else []))

    def _set_aside(self, group: Sequence[BlobItem], error: BlobDamaged | BlobMissing) -> None:
        """Leave out what cannot be read."""
        found = {item.sha256 for item in group} & {str(error.data.get("sha256"))}
        self.damaged |= dict.fromkeys(found or {item.sha256 for item in group}, error)

    def _send_group(self, group: Sequence[BlobItem], waiting: Waiting, is_new: bool) -> None:
        left: Sequence[BlobItem] = ()
        if len(group) == 1:
            self.uploader.following = waiting[0][0] if waiting and waiting[0][1] else None
            self.uploader.upload(group[0], is_new=is_new)
        else:
            left = self.bundler.send(group)
            # What a cut request left, the centre knows; what it did not take in a bundle goes alone.
            again = self._ask(left) if left else []
            waiting.extendleft((item, is_new and len(left) == len(group)) for item, is_new in reversed(again))
        open_again = {item.sha256 for item, _ in waiting} if left else set()
        for item in group:
            if item.sha256 not in open_again and item.sha256 not in self.refused:
                self._count(item, item.size)
                self.uploaded += item.size

    def _ask(self, items: Sequence[BlobItem]) -> list[tuple[BlobItem, bool]]:
        """Return those of the items that are to be uploaded, and whether each is new to the centre.

        What the centre has is noted as stored.
        """
        needed = []
        for start in range(0, len(items), MAX_NEED_ITEMS):
            batch = items[start : start + MAX_NEED_ITEMS]
            request = NeedRequest(tuple(BlobAsk(item.sha256, item.size, item.preview_of) for item in batch))
            path = f"/v1/cases/{self.store.case_id}/blobs:need"
            ask = self._asking(path, request)
            held = {}
            for item, standing in zip(batch, ask.blobs, strict=True):
                if standing.state == BlobState.HAVE:
                    held[item.sha256] = item.size
                elif standing.state == BlobState.REFUSED:
                    self.refused[item.sha256] = standing.reason or ""
                else:
                    needed.append((item, standing.state == BlobState.NEED))
            if held:
                self.store.set_blobs(held, ItemState.STORED)
        return needed

    def _asking(self, path: str, request: NeedRequest) -> NeedAnswer:
        def attempt() -> NeedAnswer:
            answer = self.client.post(path, request, NeedAnswer)
            if [standing.sha256 for standing in answer.blobs] != [item.sha256 for item in request.blobs]:
                raise Unreachable(server=self.client.server, reason="foreign answer")
            return answer

        return self.patience.insist(attempt)

    def _moved(self, item: BlobItem, offset: int) -> None:
        self._count(item, offset)
        self._report()

    def _count(self, item: BlobItem, offset: int) -> None:
        self.done_bytes += offset - self.done.get(item.sha256, 0)
        self.done[item.sha256] = offset

    def _report(self) -> None:
        self.progress(Progress(self.done_bytes, self.total, waiting=self.patience.waiting))

    # ---------------------------------------------------------------------------------------- receipt

    def _settle(self, kind: ReceiptKind) -> DeliverAnswer:
        """Ask for a receipt; keep it once it was checked, or note what is missing."""
        self.loss = _worse(self.loss, self.store.loss())
        heads = marks(self.store.heads())
        root = delivery_root(self.store.delivery_lines())
        request = DeliverRequest(kind, root, heads, self.task)
        path = f"/v1/cases/{self.store.case_id}/deliver"
        answer = self._ask_receipt(path, request)
        if answer.missing is not None and answer.missing.root_differs:
            request = self._explained(request, answer.missing)
            answer = self._ask_receipt(path, request)
        most = len(self.store.blobs())
        while unread := _unread(answer):
            self._report()
            answer = self._ask_receipt(path, request)
            if unread > most:
                self.patience.wait(Unreachable(server=self.client.server, reason="foreign answer"))
            elif _unread(answer) < unread:
                self.patience.progressed()
            else:
                self.patience.wait(NotComplete(missing=unread))
        self.patience.progressed()
        if answer.receipt is not None and answer.signature is not None:
            receipt, signature = from_base64(answer.receipt), from_base64(answer.signature)
            check_receipt(receipt, signature, self.verify, kind=kind, case=self.store.case_id, root=root, heads=heads)
            reach("sync.before_receipt_saved")
            self.store.save_receipt(kind, receipt, signature)
            reach("sync.after_receipt_saved")
            return answer
        if answer.missing is None:
            raise ReceiptInvalid(reason="form")
        if answer.missing.root_differs:
            raise NotComplete(reason="root_differs", missing=0)
        self._note_missing(answer.missing)
        return answer

    def _explained(self, request: DeliverRequest, missing: Missing) -> DeliverRequest:
        """Return the request with what the root lists of records that only the newer of both versions understands in full.

        Raises:
            NotComplete: both understand everything and yet disagree.
        """
        about = {*missing.about, *self.store.records_of_newer()}
        if not about:
            raise NotComplete(reason="root_differs", missing=0)
        return replace(request, about=tuple(sorted(about)), named=tuple(self.store.named(about)))

    def _ask_receipt(self, path: str, request: DeliverRequest) -> DeliverAnswer:
        return self.patience.insist(lambda: self.client.post(path, request, DeliverAnswer), is_progress=False)

    def _note_missing(self, missing: Missing) -> None:
        """What the centre lacks after all is sent again from its beginning."""
        missed = set(missing.blobs)
        lost = {item.sha256 for item in self.store.blobs() if item.sha256 in missed and item.state != ItemState.SENDING}
        if lost:
            self.store.lose_blobs(lost)


def _worse(one: int | None, other: int | None) -> int | None:
    return max((loss for loss in (one, other) if loss is not None), default=None)


def _unread(answer: DeliverAnswer) -> int:
    """Return how many blobs the centre has still to read again."""
    return 0 if answer.missing is None else answer.missing.unread
