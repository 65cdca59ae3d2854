"""How far a claim is, from what the centre holds of it (domain/process)."""

from __future__ import annotations

from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.task_standing import DONE, standing_of
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.stages import Standing, standings
from surveyor_app.records import reading


def stages_of(session: Session, case: str) -> tuple[Standing, ...]:
    """Return the seven stages of a case in order."""
    tasks = reading.list_records(session, case, Task)
    return standings(
        ProcessFacts(
            claim=claim_of(session, case),
            tasks=tasks,
            documents=reading.list_records(session, case, Document),
            notices=reading.list_records(session, case, Notice),
            received=frozenset(task.id for task in tasks if standing_of(session, case, task) == DONE),
        )
    )
