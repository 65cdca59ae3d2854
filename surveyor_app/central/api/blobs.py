"""Blobs over HTTP beyond tus: what is needed, many small ones together, and part hashes too many for a header."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from surveyor_app.central.delivery import blobs
from surveyor_app.central.delivery.bundling import BundleReceiver
from surveyor_app.central.storage import uploads
from surveyor_app.central.web.requests import CentreHere, Enrolled
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.delivery import NeedAnswer, NeedRequest, PartsRequest

router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"])

_TUS = {"tus-resumable": tus.VERSION, "cache-control": "no-store"}


@router.post("/blobs:need")
def need(case: str, message: NeedRequest, centre: CentreHere, caller: Enrolled) -> NeedAnswer:
    """Say for each blob whether the centre has it, holds a part, needs it or refuses it; for this case only."""
    with centre.database.write() as session:
        return blobs.need(session, caller, case, message)


@router.post("/blobs:bundle")
async def take_bundle(request: Request, case: str, centre: CentreHere, caller: Enrolled) -> NeedAnswer:
    """Take many small blobs in one request and say of each whether it is held now."""
    if request.headers.get("content-type") != bundles.MEDIA_TYPE:
        raise BadMessage(reason="content-type")
    try:
        return NeedAnswer(await BundleReceiver(centre, caller, case).receive(request.stream()))
    except ClientDisconnect:
        return NeedAnswer(())  # Nobody is there to read it.


@router.post("/blobs/{sha256}:parts", status_code=204, response_class=Response)
def add_parts(case: str, sha256: str, message: PartsRequest, centre: CentreHere, caller: Enrolled) -> Response:
    """Tell further part hashes of an upload that has too many for its header."""
    try:
        parts = bytes.fromhex("".join(message.parts))
    except ValueError as error:
        raise BadMessage(reason="parts") from error
    with centre.database.write() as session:
        uploads.add_parts(session, blobs.find(session, caller, case, sha256), message.first, parts)
    return Response(status_code=204, headers=_TUS)
