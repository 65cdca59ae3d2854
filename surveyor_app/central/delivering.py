"""Delivery: compares what laptop and centre hold, reads every byte again, and signs the receipt once for each state.

The receipt is written only from bytes that were re-read from storage through fresh handles. Re-reading is noted blob by blob, so
that a large case is read in several requests and a restart goes on where it was.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from surveyor_app.central import assembling, uploads
from surveyor_app.central.access import require_access
from surveyor_app.central.centre import Centre
from surveyor_app.central.schema import receipts
from surveyor_app.central.tokens import Caller
from surveyor_app.central.uploads import STORED, Upload
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import BadHash, BadMessage, BlobDamaged, BlobMissing
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.protocol.delivery import Counts, DeliverAnswer, DeliverRequest, Missing, Receipt, ReceiptKind
from surveyor_app.protocol.entries import to_base64
from surveyor_app.protocol.roots import HeadMark, delivery_lines, delivery_root
from surveyor_app.records.cases import lock_case, number_known
from surveyor_app.records.chains import heads
from surveyor_app.records.naming import NamedBytes, named_bytes
from surveyor_app.records.reading import list_records
from surveyor_app.records.schema import journal as journal_table
from surveyor_app.report.cms import sign_detached

REREAD_S = 10.0
"""How long one request goes on reading blobs again before it asks the laptop to come back."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the centre holds of a case at one moment."""

    number: int
    heads: tuple[HeadMark, ...]
    named: tuple[NamedBytes, ...]
    uploads: tuple[Upload, ...]
    report_no: str | None

    @property
    def root(self) -> str:
        """The delivery root."""
        named = [(item.folder, item.record_id, item.sha256) for item in self.named]
        return delivery_root(delivery_lines(named, self.heads))

    @property
    def previews(self) -> frozenset[str]:
        """Hashes of all announced previews."""
        return frozenset(item.sha256 for item in self.uploads if item.preview_of is not None)

    @property
    def stored(self) -> dict[str, int]:
        """Sizes of all stored blobs by hash."""
        return {item.sha256: item.size for item in self.uploads if item.state == STORED}

    def wanted(self, kind: ReceiptKind) -> frozenset[str]:
        """Hashes of all blobs a receipt of this kind stands for."""
        if kind is ReceiptKind.PARTIAL:
            return self.previews
        return self.previews | {item.sha256 for item in self.named}


def deliver(centre: Centre, caller: Caller, case: str, request: DeliverRequest) -> DeliverAnswer:
    """Return the receipt for the laptop's state, the stored one if it was given before, or what is missing.

    Raises:
        UnknownCase: the case was never opened here.
        Forbidden: the case is someone else's.
        BadMessage: for a kind of receipt that does not exist.
    """
    try:
        kind = ReceiptKind(request.until)
    except ValueError as error:
        raise BadMessage(reason="until") from error
    with centre.database.read() as session:
        require_access(session, caller, case)
        held = holdings(session, case)
    _complete(centre, case, held)
    missing = _read_again(centre, case, kind, request)
    if missing is not None:
        return DeliverAnswer(missing=missing)
    with centre.database.write() as session:
        lock_case(session, case)
        held = holdings(session, case)
        missing = _missing(session, case, kind, request, held)
        if missing is not None:
            return DeliverAnswer(missing=missing)
        receipt, signature = _receipt(centre, session, caller, case, kind, request.task, held)
        reach("deliver.before_receipt")
    reach("deliver.after_receipt")
    return DeliverAnswer(receipt=to_base64(receipt), signature=to_base64(signature))


def holdings(session: Session, case: str) -> Holdings:
    """Return what the centre holds of a case now."""
    claims = list_records(session, case, Claim)
    found = heads(session, case)
    marks = [HeadMark(head.device, head.epoch, head.seq, head.hash) for head in found]
    return Holdings(
        number=number_known(session, case),
        heads=tuple(sorted(marks, key=lambda head: (head.device, head.epoch))),
        named=tuple(named_bytes(session, case)),
        uploads=tuple(uploads.list_uploads(session, case)),
        report_no=claims[0].report_no if claims else None,
    )


def _complete(centre: Centre, case: str, held: Holdings) -> None:
    """Finish uploads whose last byte arrived just before a crash."""
    for upload in held.uploads:
        if upload.state == uploads.UPLOADING and upload.complete:
            try:
                assembling.complete(centre.database, centre.store, case, upload.sha256, centre.now())
            except (BadHash, BlobMissing):
                continue  # It has gone back and is named as missing.


def _read_again(centre: Centre, case: str, kind: ReceiptKind, request: DeliverRequest) -> Missing | None:
    """Read all wanted blobs again, as far as the time of one request goes."""
    with centre.database.read() as session:
        held = holdings(session, case)
        missing = _missing(session, case, kind, request, held)
        unread = sorted(uploads.unread_for(session, case, held.root) & held.wanted(kind))
    if missing is not None:
        return missing
    started = time.monotonic()
    for place, sha256 in enumerate(unread):
        if time.monotonic() - started > REREAD_S:
            return Missing(unread=len(unread) - place)
        try:
            assembling.require_intact(centre.store, case, sha256)
        except (BlobDamaged, BlobMissing):
            with centre.database.write() as session:
                uploads.lose(session, case, sha256)
            return Missing(blobs=(sha256,))
        with centre.database.write() as session:
            uploads.mark_reread(session, case, sha256, held.root)
    return None


def _missing(session: Session, case: str, kind: ReceiptKind, request: DeliverRequest, held: Holdings) -> Missing | None:
    """Compare both sides; ``None`` when they hold the same and every wanted blob is stored."""
    unknown = _unknown_heads(session, case, request.heads)
    behind = not unknown and set(held.heads) != set(request.heads)
    blobs = tuple(sorted(held.wanted(kind) - held.stored.keys()))
    differs = not unknown and not behind and held.root != request.delivery_root
    if not (unknown or behind or blobs or differs):
        return None
    return Missing(blobs=blobs, heads=unknown, behind=behind, root_differs=differs)


def _unknown_heads(session: Session, case: str, told: Sequence[HeadMark]) -> tuple[HeadMark, ...]:
    query = select(journal_table.c.hash).where(journal_table.c.case_id == case)
    known = set(session.scalars(query.where(journal_table.c.hash.in_([head.hash for head in told]))))
    return tuple(head for head in told if head.hash not in known)


def _receipt(
    centre: Centre,
    session: Session,
    caller: Caller,
    case: str,
    kind: ReceiptKind,
    task: str | None,
    held: Holdings,
) -> tuple[bytes, bytes]:
    """Return the stored receipt of this state, made and signed now if it is the first."""
    key = {
        "case_id": case,
        "kind": kind.value,
        "delivery_root": held.root,
        "task_id": task or "",
        "user": caller.user,
    }
    query = select(receipts.c.receipt, receipts.c.signature)
    for name, value in key.items():
        query = query.where(receipts.c[name] == value)
    row = session.execute(query).one_or_none()
    if row is not None:
        return row.receipt, row.signature
    issued_at = utc_text(centre.now())
    named = {item.sha256 for item in held.named}
    receipt = Receipt(
        kind=kind.value,
        centre=centre.authority.centre_id,
        case=case,
        report_no=held.report_no,
        task=task,
        user=caller.user,
        number=held.number,
        heads=held.heads,
        delivery_root=held.root,
        counts=_counts(held),
        bytes=sum(size for sha256, size in held.stored.items() if sha256 in named),
        issued_at=issued_at,
    ).to_bytes()
    signer = centre.authority.receipts
    chain = [centre.authority.authority.certificate]
    signature = sign_detached(receipt, signer.private_key, signer.certificate, chain)
    session.execute(insert(receipts).values(**key, receipt=receipt, signature=signature, issued_at=issued_at))
    return receipt, signature


def _counts(held: Holdings) -> Counts:
    stored: Collection[str] = held.stored
    by_folder = Counter(item.folder for item in held.named if item.sha256 in stored)
    return Counts(
        entries=held.number,
        originals=by_folder["originals"],
        reports=by_folder["reports"],
        statements=by_folder["statements"],
        previews=len(held.previews & held.stored.keys()),
    )
