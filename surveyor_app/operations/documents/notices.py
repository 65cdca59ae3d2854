"""Issue the one-time notice (一次性告知书), and read what was issued; domain §10.3, §18.5.

A notice is its words with their hash. Its paper is kept as evidence that belongs to it (``subject_uid``) and stands among its
proofs, as does the proof of delivery (:mod:`surveyor_app.operations.documents.delivering`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob, read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.inverses import inverse_of
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.wording_rules import Opinion, opinions_in, require_no_opinion
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.documents.notice_files import paper_step
from surveyor_app.operations.documents.notice_texts import issued_in
from surveyor_app.operations.editing.records import Created
from surveyor_app.records import reading
from surveyor_app.report.notices.drafting import NoticeDraft, counts
from surveyor_app.report.notices.layout import lay_out_notice
from surveyor_app.report.typesetting import ReportFiles
from surveyor_app.wording.findings.cover_wording import load_cover_wording

Plan = Callable[[Session, StoredBlob], Sequence[Step]]


def draft_pdf(draft: NoticeDraft) -> bytes:
    """Return the paper of a notice that is not issued, marked as a draft.

    Raises:
        FontMissing, LayoutFailed: it could not be made.
    """
    return lay_out_notice(replace(draft.data, draft=True), {}, draft.at.utc, ReportFiles.installed())


def issue(case: CaseFile, draft: NoticeDraft, again_reason: str = "") -> Created:
    """Issue a notice: record and paper in one transaction; its undo withdraws both.

    Raises:
        InputError: nothing is missing, or it is not the first and no reason is given, or another was issued meanwhile.
        CoverWordingFound: its words say something on cover.
        FontMissing, LayoutFailed, DiskFull, StorageFailed: nothing was issued.
    """
    if not draft.items:
        raise InputError(field="notice.items", reason="nothing is missing")
    if draft.is_again and not again_reason.strip():
        raise InputError(field="notice.again_reason", reason="empty")
    require_no_opinion(opinions_of(case, draft))
    pdf = lay_out_notice(draft.data, {}, draft.at.utc, ReportFiles.installed())
    notice_id, evidence_id = RecordId(draft.data.notice_id), new_record_id()
    values = {
        "kind": ONE_TIME,
        "no": draft.no,
        "version": draft.version,
        "addressee": draft.addressee or None,
        "template_id": draft.template_id,
        "template_version": draft.template_version,
        "language": draft.data.language,
        "wording": draft.wording,
        "text_sha256": draft.text_sha256,
        "items": tuple(sorted(draft.items)),
        "issued_by": case.profile.display_name,
        "issued_at": draft.at,
        "proof": (evidence_id,),
        "replaces": draft.earlier[-1].id if draft.earlier else None,
        "again_reason": again_reason.strip() or None,
    }
    present = encode_fields(Notice.KIND, {name: value for name, value in values.items() if value is not None})

    def plan(session: Session, stored: StoredBlob) -> Sequence[Step]:
        if [notice.id for notice in issued_in(case, session) if counts(notice)] != [item.id for item in draft.earlier]:
            raise InputError(field="notice.version", reason="not the last one any more")
        made = Step(Action.CREATE, Notice.KIND, notice_id, present)
        return [made, paper_step(case, session, evidence_id, notice_id, draft.no, stored)]

    return Created(notice_id, keep_paper(case, pdf, plan, "create_notice"))


def opinions_of(case: CaseFile, draft: NoticeDraft) -> list[Opinion]:
    """Return where a notice says something on cover: in a paper it names, else in its own words."""
    wording = load_cover_wording(resources_dir())
    with case.read() as session:
        named = reading.get_many(session, case.case_id, Document, draft.items)
    own = Notice(id=RecordId(draft.data.notice_id), wording=draft.wording)
    return list(opinions_in(named.values(), wording)) or list(opinions_in([own], wording))


def keep_paper(case: CaseFile, pdf: bytes, plan: Plan, label: str) -> Changes:
    """Keep a paper and write what ``plan`` says of it as one operation.

    ``plan`` is asked twice, before and in the transaction that writes: what it refuses then is not kept.
    """
    steps: list[Step] = []
    undo: list[Step] = []

    def naming(stored: StoredBlob) -> Sequence[Step]:
        with case.read() as session:
            steps[:] = plan(session, stored)
            undo[:] = inverse_of(session, case.case_id, steps)
        return steps

    def still_so(session: Session, stored: StoredBlob) -> None:
        plan(session, stored)

    storing.store_blob(case, (pdf,), storing.Incoming(lambda: (pdf,), naming, still_so))
    return Changes(touched_by(tuple(steps)), label, tuple(undo))


def notices_of(case: CaseFile) -> list[Notice]:
    """Return the one-time notices of a case, the first one first."""
    with case.read() as session:
        return [notice for notice in issued_in(case, session) if not notice.withdrawn]


def notice_papers(case: CaseFile, notice_id: str) -> list[Evidence]:
    """Return the papers of a notice: as it was issued, then the proofs of its delivery."""
    with case.read() as session:
        held = reading.list_with(session, case.case_id, Evidence, "subject_uid", notice_id)
    return sorted(held, key=lambda item: item.id)


def notice_pdf(case: CaseFile, notice_id: str) -> bytes:
    """Return the paper of a notice as it was issued.

    Raises:
        NotFound: there is none. BlobMissing, BlobDamaged: it is not what was stored.
    """
    papers = notice_papers(case, notice_id)
    if not papers or papers[0].sha256 is None:
        raise NotFound(what=Notice.KIND, id=notice_id)
    return b"".join(read_blob(case, papers[0].sha256))
