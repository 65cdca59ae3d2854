"""Counts what the record form states and the lists of the case decide: photos and pages of statements (domain §3.1, V90)."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.records import reading

PHOTO, VOID = "photo", "void"


@dataclass(frozen=True, slots=True)
class ListCounts:
    """``statement_pages`` are those laid out to be signed, of statements that are not void."""

    photos: int = 0
    statement_pages: int = 0


def count_lists(case: CaseFile) -> ListCounts:
    """Count the photos and the pages of statements, withdrawn ones left out."""
    with case.read() as session:
        classes = reading.columns(session, case.case_id, Evidence, ("evidence_class",))
        statements = reading.columns(session, case.case_id, Statement, ("status",))
        pages = reading.columns(session, case.case_id, StatementPage, ("statement_uid",))
    counted = {id_ for id_, _withdrawn, status in statements if status != VOID}
    return ListCounts(
        photos=sum(kind == PHOTO for _id, _withdrawn, kind in classes),
        statement_pages=sum(statement in counted for _id, _withdrawn, statement in pages),
    )
