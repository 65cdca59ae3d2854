"""A claim cancelled (注销) with a reason, and opened again (重开): domain §18.2, cancel_report and reopen.

Cancelling takes back all tasks that are not signed yet; what is signed stays, and nothing that was written or sent is lost.
Opening again gives each of those tasks back as it stood. A case joined to this one is the same claim, so both go together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.flow.guarding import bar_of, require_flow
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.remark_acts import tell
from surveyor_app.domain.claim.claims import CANCELLED, GIVEN_AWAY, NORMAL, Claim, Task
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.permissions import Act
from surveyor_app.records import reading
from surveyor_app.records.cases import lock_case, resolve
from surveyor_app.records.reading import HistoryLine

_STATUS = "task_status"
_FIRST = "new"
"""How a task stands of which nobody said anything."""


def cancel(centre: Centre, actor: str, case: str, reason: str) -> None:
    """Cancel a claim: nobody is waited for any more, and whoever holds an open task of it is told.

    Raises:
        NotFound: the case has no claim. InputError: no reason is given, or it is too long.
        ActBarred: it is cancelled already.
    """
    said = _said(reason)
    with centre.database.write() as session:
        now = centre.now()
        for item, claim in _same_claim(session, case, Act.CANCEL_REPORT):
            tasks = [task for task in reading.list_records(session, item, Task) if _is_open(task)]
            steps = [Step(Action.CHANGE, Task.KIND, task.id, {_STATUS: CANCELLED}, said) for task in tasks]
            _write(session, centre, item, claim, steps, tasks, CANCELLED, actor, said, now)


def reopen(centre: Centre, actor: str, case: str, reason: str) -> None:
    """Open a cancelled claim again: the tasks that cancelling took back stand as before, unless somebody gave them away since.

    Raises:
        NotFound: the case has no claim. InputError: no reason is given, or it is too long.
        ActBarred: it is not cancelled.
    """
    said = _said(reason)
    with centre.database.write() as session:
        now = centre.now()
        for item, claim in _same_claim(session, case, Act.REOPEN):
            before = _taken_back(session, item, claim)
            tasks = [task for task in reading.list_records(session, item, Task) if task.id in before]
            back = [task for task in tasks if task.task_status == CANCELLED]
            steps = [Step(Action.CHANGE, Task.KIND, task.id, {_STATUS: before[task.id]}, said) for task in back]
            _write(session, centre, item, claim, steps, back, NORMAL, actor, said, now)


def _same_claim(session: Session, case: str, act: Act) -> Iterator[tuple[str, Claim]]:
    """Yield the case and those joined to it with their claims, for an act that is possible with the first."""
    if claim_of(session, case) is None:
        raise NotFound(what=Claim.KIND, id=case)
    require_flow(session, case, act)
    for item in resolve(session, case):
        lock_case(session, item)
        claim = claim_of(session, item)
        if claim is not None and bar_of(claim, act) is None:
            yield item, claim


def _write(
    session: Session,
    centre: Centre,
    case: str,
    claim: Claim,
    steps: list[Step],
    tasks: list[Task],
    flow: str,
    actor: str,
    reason: str,
    now: datetime,
) -> None:
    fields: dict[str, Json] = {
        "flow": flow,
        "flow_at": Instant(now, 0, Trust.CENTRE).to_json(),
        "flow_by": actor,
        "flow_reason": reason,
    }
    require_fields(Claim.KIND, fields)
    write_entries(session, case, [Step(Action.CHANGE, Claim.KIND, claim.id, fields, reason), *steps], actor, now)
    tell(centre, session, case, tasks)


def _is_open(task: Task) -> bool:
    return task.task_status not in GIVEN_AWAY and not task.sealed


def _taken_back(session: Session, case: str, claim: Claim) -> dict[str, str]:
    """Return how each task stood that the last cancelling took back, by the journal."""
    lines = [line for line in reading.history(session, case, Task.KIND) if line.set_aside is None]
    stops = _operations(session, case, claim)
    found: dict[str, str] = {}
    standing: dict[RecordId, str] = {}
    for line in lines:
        status = (line.fields or {}).get(_STATUS)
        if not isinstance(status, str):
            continue
        if line.op in stops:
            found[line.id] = standing.get(line.id, _FIRST)
        standing[line.id] = status
    return found


def _operations(session: Session, case: str, claim: Claim) -> set[str]:
    """Return the operation that cancelled a claim last."""
    lines = reading.history(session, case, Claim.KIND, claim.id, action=Action.CHANGE)
    stops = [line.op for line in lines if _cancels(line)]
    return set(stops[-1:])


def _cancels(line: HistoryLine) -> bool:
    return line.set_aside is None and (line.fields or {}).get("flow") == CANCELLED


def _said(reason: str) -> str:
    if not reason.strip():
        raise InputError(field="reason", reason="empty")
    return reason.strip()
