"""Blobs handed out over HTTP: what the centre holds of a case, and the bytes, in ranges that any client can ask for."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request
from starlette.responses import Response

from surveyor_app.central.claims import viewing
from surveyor_app.central.delivery import handing_out
from surveyor_app.central.web.blob_answers import blob_answer
from surveyor_app.central.web.requests import CentreHere, Enrolled
from surveyor_app.protocol.delivery import HeldAnswer, PartsAnswer

router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"])

After = Annotated[str, Query(pattern="^[0-9a-f]{0,64}$")]
Asked = Annotated[str | None, Header()]


@router.get("/blobs:held")
def held(case: str, centre: CentreHere, caller: Enrolled, after: After = "") -> HeldAnswer:
    """Return which originals, reports and previews of a case are stored here, those with hashes above ``after``."""
    with centre.database.read() as session:
        return handing_out.held(session, caller, case, after)


@router.get("/blobs/{sha256}/parts")
def parts(case: str, sha256: str, centre: CentreHere, caller: Enrolled) -> PartsAnswer:
    """Return the length and the parts' hashes of a stored blob."""
    with centre.database.read() as session:
        return handing_out.parts(session, caller, case, sha256)


@router.get("/blobs/{sha256}/content", response_class=Response)
@router.head("/blobs/{sha256}/content", response_class=Response, include_in_schema=False)
def read(
    request: Request,
    case: str,
    sha256: str,
    centre: CentreHere,
    caller: Enrolled,
    range: Asked = None,  # the header's name
    if_range: Asked = None,
    if_none_match: Asked = None,
) -> Response:
    """Return a stored blob or one range of it; its ``ETag`` is its SHA-256, so what was begun can always be gone on with."""
    with centre.database.read() as session:
        upload = handing_out.find(session, caller, case, sha256)
    if request.method == "GET" and (range or "bytes=0-").startswith("bytes=0-"):
        with centre.database.write() as session:
            viewing.note(session, caller.user, case, "pulled", sha256, centre.now())
    return blob_answer(request, centre, upload)
