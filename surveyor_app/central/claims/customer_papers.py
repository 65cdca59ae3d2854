"""Papers that a customer sends by their link (收单, channel 客户链接): each file becomes evidence, and the paper is received.

The bytes are kept before anything is said of them: stored, read again, and only then counted, together with the entries that
name them, in one transaction. What cannot be looked at is not taken: the customer is there and can send it again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.customer_links import PARTIES, CustomerLink
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.paper_acts import UNREAD
from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.uploads import STORED, Upload
from surveyor_app.domain.documents.documents import RECEIVED, Document
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.journal.ranks import rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import BadHash
from surveyor_app.media.facts import Examination, MediaClass
from surveyor_app.protocol.limits import MIB
from surveyor_app.records import reading

CHANNEL: Final = "customer_link"
PDF: Final = "pdf"
MOST_OF_CASE = 300
"""So many files come by links of one claim; more than any claim needs, and less than fills a disk."""
WRONG_TYPE, UNREADABLE, TOO_MANY = "no photo or PDF", "cannot be looked at", "too many files"
"""Why a file is not taken."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file as it lies on this machine's disk."""

    path: Path
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _Examined:
    file: SentFile
    found: Examination


def may_send(paper: Document) -> bool:
    """Tell whether the customer may send files for a paper: it lacks, or came by the link and nobody has read it yet."""
    is_unread = paper.state == RECEIVED and paper.channel == CHANNEL and paper.reviewed_at is None
    return paper.is_lacking or is_unread


def paper_of(session: Session, link: CustomerLink, paper: str) -> Document:
    """Return a paper that the customer may send.

    Raises:
        NotFound: there is no such paper, or it is not to be sent any more.
    """
    found = reading.get(session, link.case, Document, RecordId(paper))
    if found is None or found.withdrawn or not may_send(found):
        raise NotFound(what=Document.KIND, id=paper)
    return found


def keep(centre: Centre, link: CustomerLink, paper: str, files: Sequence[SentFile]) -> int:
    """Take in the files of a paper, all or none, and return how many are new; the same ones again change nothing.

    Raises:
        NotFound: the paper is not asked for.
        InputError: a file is no photo or PDF, cannot be looked at, or there are too many of this claim.
        ServerFailed: the store or the database refuses; nothing is counted then.
    """
    with centre.database.read() as session:
        paper_of(session, link, paper)
        _require_room(session, link.case, len(files))
    examined = [_Examined(file, _examine(centre, file)) for file in files]
    came = [upload for item in examined for upload in _store(centre, link.case, item)]
    now = centre.now()
    with centre.database.write() as session:
        document = paper_of(session, link, paper)
        _require_room(session, link.case, len(files))
        known = {sha256: id_ for id_, _, sha256 in reading.columns(session, link.case, Evidence, ["sha256"])}
        steps, ids = [], []
        ranks = _ranks(session, link.case)
        for item in examined:
            made = known.get(item.file.sha256)
            if made is None:
                made = known[item.file.sha256] = new_record_id()
                fields = _evidence(link, item, next(ranks), Instant(now, 0, Trust.CENTRE))
                steps.append(Step(Action.CREATE, Evidence.KIND, RecordId(made), fields))
            ids.append(made)
        uploads.take_in(session, came, now)
        scans = tuple(dict.fromkeys([*_still_good(document), *ids]))
        if steps or scans != document.evidence:
            received = _received(session, link, document, examined, scans, Instant(now, 0, Trust.CENTRE))
            steps.append(Step(Action.CHANGE, Document.KIND, document.id, received))
            write_entries(session, link.case, steps, actor_of(link), now)
    return len(steps[:-1])


def actor_of(link: CustomerLink) -> str:
    """Return who writes in the journal when the customer of a link does something."""
    return f"{CHANNEL}:{link.id}"


def _require_room(session: Session, case: str, more: int) -> None:
    origins = reading.columns(session, case, Evidence, ["origin"], include_withdrawn=True)
    if sum(origin == CHANNEL for _, _, origin in origins) + more > MOST_OF_CASE:
        raise InputError(field="file", reason=TOO_MANY, limit=MOST_OF_CASE)


def _examine(centre: Centre, file: SentFile) -> Examination:
    """Open a file in a process of its own: a picture that unfolds to gigabytes ends there."""
    found = centre.media.examine_path(file.path)
    is_pdf = found.facts.format == PDF
    if found.facts.media_class is not MediaClass.PHOTO and not is_pdf:
        raise InputError(field="file", reason=WRONG_TYPE, name=file.name)
    if found.preview is None or found.problem is not None:
        raise InputError(field="file", reason=UNREADABLE, name=file.name, detail=str(found.problem))
    return found


def _store(centre: Centre, case: str, item: _Examined) -> Iterator[Upload]:
    sha256 = item.file.sha256
    centre.store.put_large(blob_path(case, sha256), _chunks(item.file.path))
    found = assembling.hash_of(centre.store, case, sha256)
    if found != sha256:
        raise BadHash(expected=sha256, found=found, offset=0)
    yield Upload(case, sha256, item.file.size, STORED, item.file.size, 0, b"", None)
    if item.found.preview is not None:
        preview = sha256_hex(item.found.preview)
        assembling.store_whole(centre.store, case, preview, item.found.preview)
        size = len(item.found.preview)
        yield Upload(case, preview, size, STORED, size, 0, b"", sha256)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(MIB):
            yield chunk


def _ranks(session: Session, case: str) -> Iterator[str]:
    ranks = [rank for _, _, rank in reading.columns(session, case, Evidence, ["rank"], include_withdrawn=True) if rank]
    last: str | None = max(ranks, default=None)
    while True:
        last = rank_between(last, None)
        yield last


def _evidence(link: CustomerLink, item: _Examined, rank: str, now: Instant) -> dict[str, Json]:
    facts = {field.name: getattr(item.found.facts, field.name) for field in dataclasses.fields(item.found.facts)}
    facts.pop("media_class")
    return encode_fields(
        Evidence.KIND,
        facts
        | {
            "rank": rank,
            "evidence_class": "paper",
            "sha256": item.file.sha256,
            "size_bytes": item.file.size,
            "file_name": item.file.name,
            "imported_at": now,
            "origin": CHANNEL,
            "source": actor_of(link),
            "captured_here": False,
        },
    )


def _still_good(document: Document) -> Sequence[str]:
    """Return the scans that stay: of a copy that was rejected none, for it is sent anew."""
    return () if document.is_lacking else document.evidence or ()


def _received(
    session: Session,
    link: CustomerLink,
    document: Document,
    examined: Sequence[_Examined],
    scans: tuple[str, ...],
    now: Instant,
) -> dict[str, Json]:
    fields: dict[str, Json] = {"evidence": list(scans), "pages": len(scans)}
    if not document.is_lacking:
        return fields  # Another page of what came already: when it came stays.
    claim = claim_of(session, link.case)
    name = getattr(claim, PARTIES[link.party].replace("phone", "name"), None) or ""
    is_pdf = all(item.found.facts.format == PDF for item in examined)
    return fields | {
        "state": RECEIVED,
        "form": "electronic" if is_pdf else "photo",
        "channel": CHANNEL,
        "received_at": now.to_json(),
        "received_by": name[:60] or None,
        "defects": [],
        "defect_text": None,
        "reason": None,
        **UNREAD,
    }
