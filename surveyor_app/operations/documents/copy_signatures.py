"""Who made a copy and who holds the original sign for it on the pad (复制件签名): domain §10.2, §11.

A signature is bound to what the paper says of the copy and to the scans of it. Where that is changed afterwards, the signature
stays, and it is said that it was given for something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import canonical, sha256_hex
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.strokes import Drawing
from surveyor_app.operations.editing.records import differences
from surveyor_app.operations.statements.inks import InkGiven, keep_ink
from surveyor_app.records import reading

Copied = Document | Enquiry
PURPOSES: Mapping[str, Mapping[str, str]] = {
    Document.KIND: {"maker_sig": "copy_maker", "holder_sig": "copy_holder"},
    Enquiry.KIND: {"holder_sig": "copy_holder", "collector_sig": "copy_collector"},
}
"""The fields of a signature by kind, and what the handwriting is for."""
SIGNED_FOR: Mapping[str, Sequence[str]] = {
    Document.KIND: (
        "item",
        "title",
        "subject_uid",
        "form",
        "pages",
        "maker",
        "made_how",
        "copy_holder",
        "original_location",
    ),
    Enquiry.KIND: ("kind", "authority", "reference_no", "made_how", "original_location"),
}
"""What a signature is bound to, besides the scans; shown to whoever signs."""


@dataclass(frozen=True, slots=True)
class CopySignature:
    """One signature. ``stands`` tells whether the copy still is what was signed for."""

    signer: str
    at: Instant | None
    stands: bool


def sign_copy(
    case: CaseFile,
    kind: type[Copied],
    record_id: str,
    field: str,
    drawing: Drawing,
    signer: str,
    pointer: str = "mouse",
) -> Changes:
    """Keep a signature for a copy and name it in its paper or enquiry, as one operation; an earlier one stays in the case.

    Raises:
        InputError: nothing was written, or no name is given.
        NotFound: there is no such paper or enquiry.
        Sealed, NotOwner, DiskFull, StorageFailed: nothing was kept.
    """
    if not signer.strip():
        raise InputError(field="ink.signer_name", reason="empty")
    purpose, ink_id = PURPOSES[kind.KIND][field], new_record_id()
    with case.read() as session:
        bound = _bound(case, session, _record(case, session, kind, record_id))
    given = InkGiven(
        purpose=purpose,
        target_uid=record_id,
        bound_sha256=bound,
        role=None,
        signer_name=signer.strip(),
        pointer=pointer,
    )

    def naming(session: Session) -> Sequence[Step]:
        _record(case, session, kind, record_id)
        changed = differences(case, session, kind, record_id, {field: ink_id})
        return [Step(Action.CHANGE, kind.KIND, RecordId(record_id), changed)]

    return keep_ink(case, given, drawing, naming, f"change_{kind.KIND}", ink_id)[1]


def signatures_of(case: CaseFile, kind: type[Copied], record_id: str) -> dict[str, CopySignature]:
    """Return the signatures for a copy by field; a field that nobody signed is left out."""
    with case.read() as session:
        record = _record(case, session, kind, record_id)
        bound = _bound(case, session, record)
        inks = {
            field: reading.get(session, case.case_id, Ink, ink_id)
            for field in PURPOSES[kind.KIND]
            if (ink_id := getattr(record, field))
        }
    return {
        field: CopySignature(ink.signer_name or "", ink.signed_at, ink.bound_sha256 == bound)
        for field, ink in inks.items()
        if ink is not None and not ink.withdrawn
    }


def fallen_signatures(case: CaseFile, session: Session, copies: Iterable[Copied]) -> frozenset[str]:
    """Return the handwriting of those copies that are no more what was signed for."""
    fallen: set[str] = set()
    for record in copies:
        given = [ink_id for field in PURPOSES[record.KIND] if (ink_id := getattr(record, field))]
        if given:
            bound = _bound(case, session, record)
            inks = reading.get_many(session, case.case_id, Ink, given)
            fallen |= {ink.id for ink in inks.values() if ink.bound_sha256 != bound}
    return frozenset(fallen)


def _record(case: CaseFile, session: Session, kind: type[Copied], record_id: str) -> Copied:
    record = reading.get(session, case.case_id, kind, RecordId(record_id))
    if record is None or record.withdrawn:
        raise NotFound(what=kind.KIND, id=record_id)
    return record


def _bound(case: CaseFile, session: Session, record: Copied) -> str:
    """Return the hash of what is signed for: the fields as they stand, and the SHA-256 of each scan."""
    ids = list((record.evidence if isinstance(record, Document) else record.media) or ())
    scans = reading.get_many(session, case.case_id, Evidence, ids)
    said = {name: getattr(record, name) for name in SIGNED_FOR[record.KIND]}
    return sha256_hex(canonical({**said, "scans": sorted(scan.sha256 or "" for scan in scans.values())}))
