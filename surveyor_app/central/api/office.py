"""The office's work over HTTP: claims, tasks and accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, cast

from fastapi import APIRouter, Request

from surveyor_app.central.authority import account_events, attempts
from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import erasures, office, reassigning
from surveyor_app.central.claims.claim_lists import Wanted, read_page
from surveyor_app.central.web.requests import CentreHere, address_of, for_act
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import JsonObject
from surveyor_app.domain.journal.demands import Demand
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act, OfficeRole
from surveyor_app.protocol.limits import MAX_CLAIMS
from surveyor_app.protocol.messages import (
    AccountEvents,
    CaseAnswer,
    ClaimList,
    EraseAnswer,
    EraseBodies,
    JoinCase,
    NewClaim,
    NewTask,
    NewUser,
    ReassignTask,
    RecallTask,
    TaskAnswer,
    UserAnswer,
)

router = APIRouter(prefix="/v1/office", tags=["office"])


@router.post("/claims")
def open_claim(
    message: NewClaim, centre: CentreHere, caller: Annotated[Caller, for_act(Act.REPORT_LOSS)]
) -> CaseAnswer:
    """Open a claim."""
    return CaseAnswer(
        office.open_claim(
            centre, caller.user, cast(JsonObject, message.fields), message.case, again_reason=message.again_reason
        )
    )


@router.get("/claims")
def list_claims(
    centre: CentreHere,
    caller: Annotated[Caller, for_act(Act.SEE_CLAIMS)],
    before: str | None = None,
    find: str = "",
    limit: int = MAX_CLAIMS,
) -> ClaimList:
    """List claims, newest first: those opened before the case ``before``, with the text ``find`` in them."""
    with centre.database.read() as session:
        page = read_page(session, Wanted(before=before, find=find, limit=limit))
    return ClaimList(page.lines, more=page.has_older)


@router.post("/claims/{case}/tasks")
def assign(
    case: str, message: NewTask, centre: CentreHere, caller: Annotated[Caller, for_act(Act.ASSIGN_TASK)]
) -> TaskAnswer:
    """Give a task of the case to a user."""
    task = office.assign(
        centre, caller.user, case, message.owner, task_kind=message.task_kind, due_at=message.due_at, task=message.task
    )
    return TaskAnswer(case, task)


@router.post("/claims/{case}/tasks/{task}:reassign")
def reassign(
    case: str,
    task: str,
    message: ReassignTask,
    centre: CentreHere,
    caller: Annotated[Caller, for_act(Act.REASSIGN_TASK)],
) -> TaskAnswer:
    """Give a task on to another user, with a reason."""
    why = _why(message.reason)
    new = reassigning.reassign(centre, caller.user, case, task, message.owner, reason=why, new=message.task)
    return TaskAnswer(case, new)


@router.post("/claims/{case}/tasks/{task}:recall")
def recall(
    case: str, task: str, message: RecallTask, centre: CentreHere, caller: Annotated[Caller, for_act(Act.RECALL_TASK)]
) -> TaskAnswer:
    """Take a task back, with a reason."""
    reassigning.recall(centre, caller.user, case, task, reason=_why(message.reason))
    return TaskAnswer(case, task)


@router.post("/claims/{case}:join")
def join(
    case: str, message: JoinCase, centre: CentreHere, caller: Annotated[Caller, for_act(Act.JOIN_CASES)]
) -> CaseAnswer:
    """Tie a case that was opened on the spot to this one."""
    office.join(centre, caller.user, case, message.provisional)
    return CaseAnswer(case)


@router.post("/claims/{case}:erase")
def erase(
    case: str, message: EraseBodies, centre: CentreHere, caller: Annotated[Caller, for_act(Act.ERASE)], request: Request
) -> EraseAnswer:
    """Erase what was delivered, as the law demands it; a second person of the office signs in for this."""
    try:
        demand = Demand(message.basis, date.fromisoformat(message.due_on), caller.user, message.agreed_by)
    except ValueError as error:
        raise InputError(field="due_on", reason="not a date") from error
    with attempts.counted(centre.database, message.agreed_by, address_of(request), centre.now()):
        erasures.require_office(centre, message.agreed_by, message.agreed_password)
    return EraseAnswer(case, erasures.erase(centre, case, demand, message.records, message.bodies))


@router.post("/users")
def create_user(
    message: NewUser, centre: CentreHere, caller: Annotated[Caller, for_act(Act.MANAGE_ACCOUNTS)]
) -> UserAnswer:
    """Make an account, or a fresh enrolment code for the one there is."""
    is_administrator = message.role == office.ADMINISTRATOR
    try:
        role = Role.OFFICE if is_administrator else Role(message.role)
    except ValueError as error:
        raise InputError(field="role", reason=message.role[:20]) from error
    return office.create_user(
        centre,
        message.user,
        message.display_name,
        role,
        message.password,
        administrator=is_administrator,
        roles=office_roles(message.office_roles),
        by=caller.user,
    )


@router.get("/account-events")
def list_account_events(
    centre: CentreHere, _caller: Annotated[Caller, for_act(Act.SEE_ACCOUNT_EVENTS)]
) -> AccountEvents:
    """List what was done to accounts, the newest first."""
    with centre.database.read() as session:
        return AccountEvents(tuple(account_events.list_events(session)))


def _why(reason: str | None) -> str:
    if reason is None or not reason.strip():
        raise InputError(field="reason", reason="empty")
    return reason.strip()


def office_roles(named: Sequence[str] | None) -> frozenset[OfficeRole] | None:
    """Return the roles of the office that are named.

    Raises:
        InputError: one of them is none.
    """
    if named is None:
        return None
    try:
        return frozenset(map(OfficeRole, named))
    except ValueError as error:
        raise InputError(field="office_roles", reason="unknown value") from error
