"""Statements (询问笔录) as the desk shows them: question by question, and the pages as they were signed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import blobs
from surveyor_app.central.storage.uploads import STORED
from surveyor_app.domain.statements.statements import Answer, StatementPage
from surveyor_app.records import reading


@dataclass(frozen=True, slots=True)
class StatementView:
    """What was asked and answered, and the hashes of the pages that are here, in their order."""

    answers: Sequence[tuple[str, str]]
    pages: Sequence[tuple[int, str]]


def statement_view(session: Session, case: str, statement: str) -> StatementView:
    """Read one statement."""
    answers = [item for item in reading.list_records(session, case, Answer) if item.statement_uid == statement]
    laid_out = [item for item in reading.list_records(session, case, StatementPage) if item.statement_uid == statement]
    hashes = [item.sha256 for item in laid_out if item.sha256]
    held = set(
        session.scalars(
            select(blobs.c.sha256).where(blobs.c.case_id == case, blobs.c.state == STORED, blobs.c.sha256.in_(hashes))
        )
    )
    return StatementView(
        answers=[(item.question or "", item.answer or "") for item in answers],
        pages=sorted((item.no or 0, item.sha256) for item in laid_out if item.sha256 in held and item.sha256),
    )
