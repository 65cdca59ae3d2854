"""Delivery: compares what laptop and centre hold, reads every byte again, and signs the receipt once for each state.

A receipt is handed out, the first time as ever after, only when all blobs it stands for were re-read from storage through fresh
handles since it was asked for (:mod:`surveyor_app.central.delivery.rereading`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.central.delivery import rereading
from surveyor_app.central.delivery.rereading import Round
from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.schema import receipts
from surveyor_app.central.storage.uploads import STORED, Upload
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.entries import is_hash
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.wire_errors import BadHash, BadMessage
from surveyor_app.protocol.delivery import Counts, DeliverAnswer, DeliverRequest, Missing, Receipt, ReceiptKind
from surveyor_app.protocol.entries import to_base64
from surveyor_app.protocol.roots import HeadMark, delivery_lines, delivery_root
from surveyor_app.records.branches.chains import heads
from surveyor_app.records.cases import lock_case, number_known
from surveyor_app.records.naming import NamedBytes, named_bytes
from surveyor_app.records.newer import records_of_newer
from surveyor_app.records.reading import list_records
from surveyor_app.records.revocations import records_of_revoked
from surveyor_app.records.schema import journal as journal_table
from surveyor_app.report.cms import sign_detached


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the centre holds of a case at one moment."""

    number: int
    heads: tuple[HeadMark, ...]
    named: tuple[NamedBytes, ...]
    uploads: tuple[Upload, ...]
    report_no: str | None
    newer: frozenset[str]
    """Records of which one side does not understand every line, or not which of them count."""
    known: frozenset[str] = frozenset()
    """Hashes of what the centre's own tables name, whatever the laptop says of it."""

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
        """Hashes of all blobs a receipt of this kind stands for; the partial one says nothing about originals."""
        if kind is ReceiptKind.PARTIAL:
            return self.previews
        return self.previews | self.known | {item.sha256 for item in self.named}

    def unread(self, kind: ReceiptKind, opened: Round) -> list[Upload]:
        """Stored blobs that such a receipt stands for and that were not read again in its round yet."""
        wanted = self.wanted(kind)
        stored = (item for item in self.uploads if item.state == STORED and item.sha256 in wanted)
        return [item for item in stored if not opened.has_read(item)]


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
    key = {
        "case_id": case,
        "kind": kind.value,
        "delivery_root": request.delivery_root,
        "task_id": request.task or "",
        "user": caller.user,
    }
    with centre.database.read() as session:
        require_access(session, caller, case)
        held = holdings(session, case)
    _complete(centre, case, held)
    with centre.database.read() as session:
        held = _as_told(holdings(session, case), request)
        missing = _missing(session, case, kind, request, held)
    if missing is not None and (missing.heads or missing.behind or missing.root_differs):
        return DeliverAnswer(missing=missing)
    with centre.database.write() as session:
        opened = rereading.open_round(session, key, centre.now())
    rereading.read_again(centre, case, held.unread(kind, opened), opened)
    with centre.database.write() as session:
        lock_case(session, case)
        held = _as_told(holdings(session, case), request)
        missing = _missing(session, case, kind, request, held, opened)
        if missing is not None:
            return DeliverAnswer(missing=missing)
        receipt, signature = _receipt(centre, session, key, request.task, held)
        rereading.close_round(session, key)
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
        newer=frozenset(records_of_newer(session, case) | records_of_revoked(session, case)),
    )


def _as_told(held: Holdings, request: DeliverRequest) -> Holdings:
    """Return the same with what the laptop says that records name of which one side does not understand every line.

    The root lists them so. Bytes that only the laptop knows of must be held here like all others, and so must those that the
    centre knows of: what a laptop claims not to understand frees it from delivering nothing.

    Raises:
        BadMessage: for what is no hash, or is about another record.
    """
    if any(not is_hash(item.sha256) or item.id not in request.about for item in request.named):
        raise BadMessage(reason="named")
    about = frozenset(request.about)
    told = [NamedBytes("", item.folder, item.id, item.sha256) for item in request.named]
    named = [*(item for item in held.named if item.record_id not in about), *told]
    known = frozenset(item.sha256 for item in held.named)
    return replace(held, named=tuple(named), newer=held.newer | about, known=known)


def _complete(centre: Centre, case: str, held: Holdings) -> None:
    """Finish uploads whose last byte arrived just before a crash."""
    for upload in held.uploads:
        if upload.state == uploads.UPLOADING and upload.complete:
            try:
                assembling.complete(centre.database, centre.store, case, upload.sha256, centre.now())
            except (BadHash, BlobMissing):
                continue  # It has gone back and is named as missing.


def _missing(
    session: Session,
    case: str,
    kind: ReceiptKind,
    request: DeliverRequest,
    held: Holdings,
    opened: Round | None = None,
) -> Missing | None:
    """Compare both sides; ``None`` when they hold the same, and every wanted blob is stored and, in a round, was read in it."""
    unknown = _unknown_heads(session, case, request.heads)
    behind = not unknown and set(held.heads) != set(request.heads)
    blobs = tuple(sorted(held.wanted(kind) - held.stored.keys()))
    differs = not unknown and not behind and held.root != request.delivery_root
    unread = 0 if opened is None else len(held.unread(kind, opened))
    if not (unknown or behind or blobs or differs or unread):
        return None
    about = tuple(sorted(held.newer)) if differs else ()
    return Missing(blobs, unknown, behind=behind, root_differs=differs, unread=unread, about=about)


def _unknown_heads(session: Session, case: str, told: Sequence[HeadMark]) -> tuple[HeadMark, ...]:
    query = select(journal_table.c.hash).where(journal_table.c.case_id == case)
    known = set(session.scalars(query.where(journal_table.c.hash.in_([head.hash for head in told]))))
    return tuple(head for head in told if head.hash not in known)


def _receipt(
    centre: Centre, session: Session, key: Mapping[str, str], task: str | None, held: Holdings
) -> tuple[bytes, bytes]:
    """Return the stored receipt of this state, made and signed now if it is the first."""
    query = select(receipts.c.receipt, receipts.c.signature)
    for name, value in key.items():
        query = query.where(receipts.c[name] == value)
    row = session.execute(query).one_or_none()
    if row is not None:
        return row.receipt, row.signature
    issued_at = utc_text(centre.now())
    kind = ReceiptKind(key["kind"])
    wanted = held.wanted(kind)
    named = {item.sha256 for item in held.named} & wanted
    receipt = Receipt(
        kind=kind.value,
        centre=centre.authority.centre_id,
        case=key["case_id"],
        report_no=held.report_no,
        task=task,
        user=key["user"],
        number=held.number,
        heads=held.heads,
        delivery_root=held.root,
        counts=_counts(held, wanted),
        bytes=sum(size for sha256, size in held.stored.items() if sha256 in named),
        issued_at=issued_at,
        newer=len(held.newer),
    ).to_bytes()
    signer = centre.authority.receipts
    chain = [centre.authority.authority.certificate]
    signature = sign_detached(receipt, signer.private_key, signer.certificate, chain)
    session.execute(insert(receipts).values(**key, receipt=receipt, signature=signature, issued_at=issued_at))
    note_change(session, key["case_id"])
    return receipt, signature


def _counts(held: Holdings, wanted: frozenset[str]) -> Counts:
    by_folder = Counter(item.folder for item in held.named if item.sha256 in wanted)
    return Counts(
        entries=held.number,
        originals=by_folder["originals"],
        reports=by_folder["reports"],
        statements=by_folder["statements"],
        previews=len(held.previews),
    )
