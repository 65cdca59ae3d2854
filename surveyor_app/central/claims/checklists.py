"""What is asked in a case, seen from the office: its facts, and the papers (单证) it needs by the same list as the laptop's."""

from __future__ import annotations

from sqlalchemy.orm import Session

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.documents.checklist import checklist
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.process.case_facts import case_facts
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.records import reading
from surveyor_app.records.summaries.first_times import first_receipts
from surveyor_app.wording.findings.papers import load_papers
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.shot_lists import load_shot_lists


def facts_of(session: Session, case: str) -> CaseFacts:
    """Return the facts of a case; its task is the first that somebody holds."""
    resources = resources_dir()
    tasks = [task for task in reading.list_records(session, case, Task) if task.task_status not in GIVEN_AWAY]
    return case_facts(
        lambda kind: reading.list_records(session, case, kind),
        next(iter(tasks), None),
        load_shot_lists(resources),
        load_record_checks(resources).near_days,
        first_receipts(session, case),
    )


def needed_papers(session: Session, case: str) -> list[str]:
    """Return the ids of the papers that are needed by what is known of the case; what is only perhaps needed is left out."""
    facts = facts_of(session, case)
    lines = checklist(load_papers(resources_dir()), facts, reading.list_records(session, case, Document))
    return [line.paper.id for line in lines if line.is_needed]
