"""A case handed over at the desk to another organisation (移交): to whom and why is written first, then the bag is saved."""

from __future__ import annotations

import shutil
from typing import Annotated

from fastapi import APIRouter
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims.access import require_access
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.claims.standing import missing_bytes
from surveyor_app.central.delivery.case_bags import packed_bag
from surveyor_app.central.desk.desk_route import DeskRoute
from surveyor_app.central.desk.visitors import Form, doing
from surveyor_app.central.web.requests import CentreHere
from surveyor_app.domain.claim.contacts import Contact
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.process.reviewing import Bar
from surveyor_app.domain.wire_errors import ActBarred

router = APIRouter(include_in_schema=False, route_class=DeskRoute)


@router.post("/claims/{case}/hand-over", response_class=Response)
def hand_over(centre: CentreHere, caller: Annotated[Caller, doing(Act.HAND_OVER)], case: str, form: Form) -> Response:
    """Write to whom the case is handed over, and send its bag."""
    to, why = form.get("to", "").strip(), form.get("reason", "").strip()
    for field, text in (("name", to), ("reason", why)):
        if not text:
            raise InputError(field=field, reason="empty")
    with centre.database.write() as session:
        require_access(session, caller, case)
        if missing_bytes(session, case):
            # Half a case is handed to nobody, and nothing says that it was.
            raise ActBarred(act=Act.HAND_OVER.value, bars=Bar.NOT_INTACT.value)
        now = centre.now()
        # In the journal before the bag is made, so that the bag itself says where it went.
        fields: dict[str, Json] = {
            "direction": "out",
            "name": to,
            "at": Instant(now, 0, Trust.CENTRE).to_json(),
            "summary": why,
        }
        require_fields(Contact.KIND, fields)
        contact = new_record_id()
        step = Step(Action.CREATE, Contact.KIND, contact, fields, "handed over as a bag")
        write_entries(session, case, [step], caller.user, now)
    try:
        packed = packed_bag(centre, case)
    except BaseException:
        with centre.database.write() as session:
            taken_back = Step(Action.WITHDRAW, Contact.KIND, contact, {}, "no bag could be made")
            write_entries(session, case, [taken_back], caller.user, centre.now())
        raise
    remove = BackgroundTask(shutil.rmtree, packed.parent, ignore_errors=True)
    return FileResponse(packed, media_type="application/zip", filename=packed.name, background=remove)
