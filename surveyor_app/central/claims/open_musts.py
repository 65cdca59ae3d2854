"""What must be in a survey, is not, and has no reason (domain §18.2: open musts have reasons), as the centre itself finds it.

The laptop asks for a reason before it signs, and its seal keeps what was open with why. That is its word: the checks run here
once more, over what arrived. Nobody mends what a person signed as it is, so of a signed statement no reason is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy.orm import Session

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import run_checks
from surveyor_app.domain.checks.findings import Finding, Level
from surveyor_app.domain.checks.gaps import NO_REASONS, kept_reasons
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.ownership import LOCKED_BY_SEAL
from surveyor_app.domain.people.people import Person
from surveyor_app.records import reading
from surveyor_app.wording.findings.case_contents import contents_from
from surveyor_app.wording.findings.checks import load_checks


def unexplained(session: Session, case: str, task: Task) -> list[Finding]:
    """Return the open musts of a task's survey for which neither the seals nor the visit keep a reason."""

    def records_of(record_class: type[Any]) -> Sequence[Any]:
        return reading.list_records(session, case, record_class)

    everybody = reading.list_records(session, case, Person, include_withdrawn=True)
    checks = [check for check in load_checks(resources_dir()) if check.level is Level.MUST]
    found = run_checks(checks, contents_from(records_of, everybody, task))
    reasons = NO_REASONS
    for text in _kept(session, case, task):
        reasons = kept_reasons(text).over(reasons)
    return [finding for finding in reasons.lacking(found) if not _is_signed(session, case, finding)]


def _kept(session: Session, case: str, task: Task) -> Iterator[str | None]:
    """Yield the reasons of the visit's entries and of the seals of its reports, in their order."""
    own = {report.id for report in reading.list_records(session, case, Report) if report.task_uid == task.id}
    seals = reading.history(session, case, Report.KIND, action=Action.SEAL)
    visit = reading.history(session, case, Task.KIND, task.id)
    for line in (*visit, *(line for line in seals if line.id in own)):
        if line.set_aside is None:
            yield line.reason


def _is_signed(session: Session, case: str, finding: Finding) -> bool:
    if not finding.id or finding.record_kind not in LOCKED_BY_SEAL:
        return False
    record = reading.get(session, case, KINDS[finding.record_kind], finding.id)
    return record is not None and record.sealed
