"""The facts of an open case, which decide what is asked in it: checks, papers and prompts (domain §3.3, §10.1, §14)."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.process.case_facts import case_facts
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.records import reading
from surveyor_app.records.summaries.first_times import first_receipts
from surveyor_app.wording.findings.record_checks import load_record_checks
from surveyor_app.wording.shot_lists import load_shot_lists


def facts_of(case: CaseFile) -> CaseFacts:
    """Read the facts of a case in one consistent view."""
    with case.read() as session:
        return facts_in(case, session)


def facts_in(case: CaseFile, session: Session) -> CaseFacts:
    """Read the same in a session that reads more."""
    case_id, resources = case.case_id, resources_dir()
    task = visit_task(reading.list_records(session, case_id, Task), case.profile.user)
    return case_facts(
        lambda kind: reading.list_records(session, case_id, kind),
        task,
        load_shot_lists(resources),
        load_record_checks(resources).near_days,
        first_receipts(session, case_id),
    )
