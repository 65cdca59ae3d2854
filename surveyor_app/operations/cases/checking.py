"""Ready to leave? (离场检查): run the checks over an open case."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.checks.checking import run_checks
from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.operations.cases.kept_facts import kept_facts
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.operations.photos.doubts import failures
from surveyor_app.records import reading
from surveyor_app.wording.findings.case_contents import contents_from
from surveyor_app.wording.findings.checks import load_checks
from surveyor_app.wording.picture_rules import picture_table

__all__ = ["check", "contents_of", "load_checks", "read_contents"]

_EVIDENCE: WeakKeyDictionary[CaseFile, reading.Remembered[Evidence]] = WeakKeyDictionary()
"""Of each open case: there are thousands of photos, and most changes touch none."""


def read_contents(case: CaseFile) -> CaseContents:
    """Read the records that checks and reports look at, in one consistent view.

    Of the tasks there is only the visit of this surveyor: what another has to do is not missing here.
    """
    with case.read() as session:
        return contents_of(case, session)


def contents_of(case: CaseFile, session: Session) -> CaseContents:
    """Read the same in a session that reads more."""
    case_id = case.case_id

    def records_of(record_class: type[Any]) -> Sequence[Any]:
        if record_class is Evidence:
            return _EVIDENCE.setdefault(case, reading.Remembered(Evidence)).list_records(session, case_id)
        return reading.list_records(session, case_id, record_class)

    task = visit_task(reading.list_records(session, case_id, Task), case.profile.user)
    everybody = reading.list_records(session, case_id, Person, include_withdrawn=True)
    return contents_from(records_of, everybody, task)


def check(case: CaseFile, checks: list[Check]) -> list[Finding]:
    """Return what is missing or wrong, the grave findings first."""
    contents = read_contents(case)
    contents = dataclasses.replace(
        contents, photo_failures=failures(case, picture_table()), kept=kept_facts(case, contents)
    )
    return run_checks(checks, contents)
