"""Copies of a signed statement for the person questioned (交付副本), and the note that one was given; domain §6.2 st_copy."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.operations.statements.sealed_copies import handed_out


def write_copy(case: CaseFile, statement_id: str, path: Path) -> Changes:
    """Write the paper to a file, whole or not at all, and note that a copy was given as PDF.

    Raises:
        NotFound, BlobMissing, BlobDamaged, LayoutFailed, DiskFull, StorageFailed: no file was written.
    """
    pdf = handed_out(case, statement_id)
    hand_out(path, pdf)
    return note_copy(case, statement_id, "pdf")


def note_copy(case: CaseFile, statement_id: str, how: str) -> Changes:
    """Note that a copy was given: ``paper``, ``pdf``, or ``none`` when none was wanted."""
    values = encode_fields(Statement.KIND, {"copy_given": how, "copy_at": case.author.clock().instant()})

    def plan(_session: Session) -> list[Step]:
        return [Step(Action.CHANGE, Statement.KIND, statement_id, values)]

    return case.apply_planned(plan, "copy_statement")
