"""Counts what the record form states and the lists of the case decide: photos and pages of statements (domain §3.1, V90)."""

from __future__ import annotations

from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.records import reading

PHOTO = "photo"


@dataclass(frozen=True, slots=True)
class ListCounts:
    """``statement_pages`` are those of statements as far as they are laid out in pages."""

    photos: int = 0
    statement_pages: int = 0


def count_lists(case: CaseFile) -> ListCounts:
    """Count the photos and the pages of statements, withdrawn ones left out."""
    with case.read() as session:
        classes = reading.columns(session, case.case_id, Evidence, ("evidence_class",))
        statements = reading.list_records(session, case.case_id, Statement)
    return ListCounts(
        photos=sum(PHOTO in row for row in classes), statement_pages=sum(item.pages or 0 for item in statements)
    )
