"""What a clerk does with a claim at the desk: tasks given, given on and taken back, proposals decided, papers kept.

Each is one operation of entries with who did it; afterwards the page of the claim is shown again, so that going back or loading
anew repeats nothing.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import changing, checklists, office, paper_acts, reassigning
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.flow.guarding import require_opened
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.times import OFFICE_OFFSET_MIN
from surveyor_app.central.desk.visitors import Form, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.process.permissions import Act
from surveyor_app.wording.typed_texts import typed_value

router = APIRouter(include_in_schema=False, route_class=DeskRoute)


@router.post("/claims/{case}/tasks")
def assign(centre: CentreHere, caller: Annotated[Caller, doing(Act.ASSIGN_TASK)], case: str, form: Form) -> Response:
    """Give a task out."""
    due = typed_value(spec_of(Task, "due_at"), form.get("due_at", ""), OFFICE_OFFSET_MIN)
    office.assign(
        centre,
        caller.user,
        case,
        form.get("user", ""),
        task_kind=form.get("task_kind", ""),
        due_at=utc_text(due.utc) if isinstance(due, Instant) else None,
    )
    return _back(case)


@router.post("/claims/{case}/tasks/{task}/reassign")
def reassign(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.REASSIGN_TASK)], case: str, task: str, form: Form
) -> Response:
    """Give a task on, with a reason."""
    reassigning.reassign(centre, caller.user, case, task, form.get("user", ""), reason=_reason(form.get("reason")))
    return _back(case)


@router.post("/claims/{case}/tasks/{task}/recall")
def recall(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.RECALL_TASK)], case: str, task: str, form: Form
) -> Response:
    """Take a task back, with a reason."""
    reassigning.recall(centre, caller.user, case, task, reason=_reason(form.get("reason")))
    return _back(case)


@router.post("/claims/{case}/proposals/{proposal}")
def decide(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.COMPLETE_REPORT)], case: str, proposal: str, form: Form
) -> Response:
    """Accept or refuse what a surveyor proposes."""
    decision = form.get("decision")
    if decision not in {"accept", "refuse"}:
        raise InputError(field="decision", reason="unknown value")
    _let_in(centre, caller, case)
    accepted = decision == "accept"
    changing.decide(centre, caller.user, case, proposal, accepted=accepted, reason=form.get("reason", ""))
    return _back(case)


@router.post("/claims/{case}/papers/ask")
def ask_for_papers(centre: CentreHere, caller: Annotated[Caller, doing(Act.REQUEST_PAPERS)], case: str) -> Response:
    """Ask for all papers that this kind of case needs, once the claim is opened."""
    _let_in(centre, caller, case)
    with centre.database.read() as session:
        require_opened(session, case, Act.REQUEST_PAPERS)
        needed = checklists.needed_papers(session, case)
    paper_acts.ask_for(centre, caller.user, case, needed)
    return _back(case)


@router.post("/claims/{case}/papers/unasked")
def receive_unasked(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.RECEIVE_PAPER)], case: str, form: Form
) -> Response:
    """Note that a paper arrived which nobody asked for."""
    _let_in(centre, caller, case)
    paper_acts.receive_unasked(
        centre,
        caller.user,
        case,
        form.get("item", ""),
        form=form.get("form", ""),
        channel=form.get("channel", ""),
        pages=_pages(form),
    )
    return _back(case)


@router.post("/claims/{case}/papers/{paper}/receive")
def receive_paper(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.RECEIVE_PAPER)], case: str, paper: str, form: Form
) -> Response:
    """Note that a paper arrived."""
    paper_acts.receive(
        centre,
        caller.user,
        case,
        paper,
        form=form.get("form", ""),
        channel=form.get("channel", ""),
        pages=_pages(form),
    )
    return _back(case)


@router.post("/claims/{case}/papers/{paper}/review")
def review_paper(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.REVIEW_PAPER)], case: str, paper: str, form: Form
) -> Response:
    """Note what the review of a paper found."""
    defect = form.get("defect", "")
    authentic, lawful, relevant = (form.get(name) or None for name in ("authentic", "lawful", "relevant"))
    paper_acts.review(
        centre,
        caller.user,
        case,
        paper,
        defects=[defect] if defect else [],
        defect_text=form.get("defect_text", ""),
        judged=(authentic, lawful, relevant),
    )
    return _back(case)


@router.post("/claims/{case}/papers/{paper}/waive")
def waive_paper(
    centre: CentreHere, caller: Annotated[Caller, doing(Act.REVIEW_PAPER)], case: str, paper: str, form: Form
) -> Response:
    """Do without a paper."""
    paper_acts.waive(centre, caller.user, case, paper, form.get("reason", ""))
    return _back(case)


def _pages(form: Form) -> int | None:
    pages = form.get("pages", "").strip()
    if pages and not (pages.isascii() and pages.isdecimal() and len(pages) <= 6):
        raise InputError(field="pages", reason="not a integer")
    return int(pages) if pages else None


def _let_in(centre: Centre, caller: Caller, case: str) -> None:
    with centre.database.read() as session:
        require_access(session, caller, case)


def _reason(text: str | None) -> str:
    if not (text or "").strip():
        raise InputError(field="reason", reason="empty")
    return str(text).strip()


def _back(case: str) -> Response:
    return RedirectResponse(f"/claims/{case}", 303)
