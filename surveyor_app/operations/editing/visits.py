"""Which task of a case is the visit that this surveyor makes: the one that pages, checks and the report are about."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.records import reading

VISIT_KINDS = frozenset({"scene", "resurvey"})
"""Tasks that are a visit to the scene (domain §1.4)."""


def visit_task(tasks: Sequence[Task], user: str) -> Task | None:
    """Return the visit of ``user`` among the tasks of a case, ``None`` when there is no task at all.

    That is their scene or re-survey task, or else their task of another kind; then one that nobody owns, or, to look at only,
    another's. Of several the first whose report is not signed yet, for they are done one after the other; when all are, the
    last. Tasks that were handed over, reassigned or cancelled count only when there is nothing else.
    """
    present = [task for task in tasks if task.task_status not in GIVEN_AWAY] or list(tasks)
    visits = [task for task in present if task.task_kind in VISIT_KINDS]
    groups = (
        [task for task in visits if task.owner == user],
        [task for task in present if task.owner == user],
        [task for task in visits if task.owner is None],
        visits,
        present,
    )
    chosen = next((group for group in groups if group), [])
    return next((task for task in chosen if not task.sealed), chosen[-1] if chosen else None)


def read_visit_task(case: CaseFile) -> Task | None:
    """Return the visit of the surveyor whose profile has the case open."""
    with case.read() as session:
        return visit_task(reading.list_records(session, case.case_id, Task), case.profile.user)
