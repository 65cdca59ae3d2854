"""Cases over HTTP: the inbox, entries both ways, and delivery."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from surveyor_app.central.claims import access, entries, inbox, returning
from surveyor_app.central.claims.pushing import Push, push_together
from surveyor_app.central.delivery import delivering
from surveyor_app.central.web.requests import CentreHere, Enrolled, Token, require_enrolled, signed_in
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.protocol.decoding import encode_message
from surveyor_app.protocol.delivery import DeliverAnswer, DeliverRequest
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, PushRequest, ReturnRequest
from surveyor_app.protocol.messages import CaseAnswer, InboxAnswer, RegisterCase
from surveyor_app.protocol.numbering import numbering_digest
from surveyor_app.records.cases import number_known
from surveyor_app.records.numbering import numbered_hashes

router = APIRouter(prefix="/v1", tags=["cases"])

After = Annotated[int, Query(ge=0, le=2**53 - 1)]


@router.get("/inbox")
def read_inbox(centre: CentreHere, caller: Enrolled, after: After = 0) -> InboxAnswer:
    """Return the caller's assignments numbered above ``after``; a number is visible only when all lower ones are."""
    with centre.database.read() as session:
        return inbox.read_inbox(session, caller.user, after)


@router.post("/cases")
def register(message: RegisterCase, centre: CentreHere, caller: Enrolled) -> CaseAnswer:
    """Make a case known that was opened on the laptop."""
    with centre.database.write() as session:
        access.register_case(session, caller, message.case, centre.now())
        digest = numbering_digest(numbered_hashes(session, message.case, message.upto))
        return CaseAnswer(message.case, number_known(session, message.case), digest)


@router.post("/cases/{case}/entries", response_model=PushAnswer)
def push(case: str, message: PushRequest, centre: CentreHere, token: Token) -> Response:
    """Store entries of one chain after checking hash, chain, signature, certificate and ownership."""
    caller = require_enrolled(signed_in(centre, token))
    try:
        parsed = entries.read(case, message)
    except SurveyorError:
        # Whoever may not write the case is told that and nothing else.
        with centre.database.read() as session:
            access.require_access(session, caller, case)
        raise

    answer = centre.pushes.write(case, Push(caller, case, parsed), push_together)
    reach("push.after_commit")
    return Response(encode_message(answer), media_type="application/json")


@router.post("/cases/{case}/entries:return")
def take_back(case: str, message: ReturnRequest, centre: CentreHere, caller: Enrolled) -> PushAnswer:
    """Store entries of other devices that this centre had lost, after the same checks."""
    with centre.database.write() as session:
        return returning.take_back(session, caller, case, message, centre.now())


@router.get("/cases/{case}/entries")
def pull(case: str, centre: CentreHere, caller: Enrolled, after: After = 0) -> PullAnswer:
    """Return entries numbered above ``after`` and the devices needed to check them."""
    with centre.database.read() as session:
        return entries.pull(session, caller, case, after)


@router.post("/cases/{case}/deliver")
def deliver(case: str, message: DeliverRequest, centre: CentreHere, caller: Enrolled) -> DeliverAnswer:
    """Return a signed receipt for the laptop's state, or what is still missing."""
    return delivering.deliver(centre, caller, case, message)
