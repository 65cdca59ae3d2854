"""The papers of a notice as files of the case: evidence of the class paper that belongs to the notice."""

from __future__ import annotations

from surveyor_app import __version__
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.ranks import is_rank, rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading

PROGRAM = f"surveyor {__version__}"
MAX_CAPTION = 200


def paper_step(
    case: CaseFile,
    session: Session,
    evidence_id: RecordId,
    notice_id: str,
    name: str,
    stored: StoredBlob,
    caption: str = "",
) -> Step:
    """Return the entry that makes evidence of a paper; it comes last among the evidence there is."""
    rows = reading.columns(session, case.case_id, Evidence, ("rank",), include_withdrawn=True)
    last = max((rank for _id, _withdrawn, rank in rows if rank and is_rank(rank)), default=None)
    values = {
        "rank": rank_between(last, None),
        "evidence_class": "paper",
        "sha256": stored.sha256,
        "size_bytes": stored.size,
        "file_name": f"{name}.pdf",
        "format": "pdf",
        "media_type": "application/pdf",
        "imported_at": case.author.clock().instant(),
        "importer": PROGRAM,
        "software": PROGRAM,
        "subject_uid": notice_id,
        "caption": caption[:MAX_CAPTION] or None,
    }
    present = {field: value for field, value in values.items() if value is not None}
    return Step(Action.CREATE, Evidence.KIND, evidence_id, encode_fields(Evidence.KIND, present))
