"""What a bag holds of statements: each paper as it was signed, the pictures of its pages, and what was written by hand."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records import reading
from surveyor_app.report.bag.places import statement_places


def statement_files(case: CaseFile) -> dict[str, str]:
    """Return the SHA-256 of the files by their path in the bag."""
    with case.read() as session:
        return statement_places(
            reading.list_records(session, case.case_id, Statement, include_withdrawn=True),
            reading.list_records(session, case.case_id, StatementPage, include_withdrawn=True),
            reading.list_records(session, case.case_id, Ink, include_withdrawn=True),
        )
