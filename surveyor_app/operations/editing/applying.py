"""Writes what was planned from the very state it changes: reading, refusing and writing are one transaction.

A check before the transaction would be worth nothing: a report may be signed on the other lane between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.inverses import inverse_of
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.changes import Changes, Step, touched_by

Plan = Callable[[Any], Sequence[Step]]
"""Given the session of the write transaction, returns the steps of one operation, or raises what refuses it."""


def apply_planned(case: CaseFile, plan: Plan, label: str) -> Changes:
    """Write the steps that ``plan`` returns as one operation; empty changes, and nothing written, when it returns none.

    Raises:
        DiskFull, CaseLocked, DamagedFile, StorageFailed: nothing of it was written. Whatever ``plan`` raises: likewise.
    """
    with case.write() as session:
        steps = tuple(plan(session))
        if not steps:
            return Changes()
        inverse = inverse_of(session, case.case_id, steps)
        case.append(session, steps)
        reach("edit.before_commit")
    reach("edit.after_commit")
    return Changes(touched_by(steps), label, inverse)
