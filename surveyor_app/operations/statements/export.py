"""What a bag holds of statements: each paper as it was signed, the pictures of its pages, and what was written by hand."""

from __future__ import annotations

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records import reading
from surveyor_app.report.bag.places import statement_places


def statement_files(case: CaseFile) -> dict[str, bytes]:
    """Return the files by their path in the bag.

    Raises:
        BlobMissing, BlobDamaged: one of them cannot be read.
    """
    with case.read() as session:
        places = statement_places(
            reading.list_records(session, case.case_id, Statement, include_withdrawn=True),
            reading.list_records(session, case.case_id, StatementPage, include_withdrawn=True),
            reading.list_records(session, case.case_id, Ink, include_withdrawn=True),
        )
    return {path: b"".join(read_blob(case, sha256)) for path, sha256 in places.items()}
