"""Blobs over HTTP: what is needed, and tus 1.0 uploads (creation, HEAD, PATCH) that any standard client can do."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Header, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from surveyor_app.central import assembling, blobs, uploads
from surveyor_app.central.centre import Centre
from surveyor_app.central.requests import CentreHere, Enrolled
from surveyor_app.central.uploads import PieceWriter, Upload
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol import tus
from surveyor_app.protocol.delivery import NeedAnswer, NeedRequest, PartsRequest
from surveyor_app.protocol.limits import MAX_BLOB_BYTES

router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"])

FLUSH_AFTER_S = 2.0
FLUSH_AT_LEAST = 16 * 1024
"""On a slow line what has arrived is kept this often, so that a cut costs seconds, not the whole request."""

_TUS = {"tus-resumable": tus.VERSION, "cache-control": "no-store"}


@router.post("/blobs:need")
def need(case: str, message: NeedRequest, centre: CentreHere, caller: Enrolled) -> NeedAnswer:
    """Say for each blob whether the centre has it, holds a part, needs it or refuses it; for this case only."""
    with centre.database.write() as session:
        return blobs.need(session, caller, case, message)


@router.options("/blobs")
def capabilities() -> Response:
    """Say which version and extensions of tus are understood."""
    headers = {"tus-version": tus.VERSION, "tus-extension": tus.EXTENSIONS, "tus-max-size": str(MAX_BLOB_BYTES)}
    return Response(status_code=204, headers=_TUS | headers)


@router.post("/blobs", status_code=201, response_class=Response)
def create(
    case: str,
    centre: CentreHere,
    caller: Enrolled,
    upload_length: Annotated[int, Header(ge=0, le=MAX_BLOB_BYTES)],
    upload_metadata: Annotated[str, Header()],
) -> Response:
    """Begin an upload, or find the one that has begun: ``Upload-Metadata`` names at least the ``sha256``."""
    with centre.database.write() as session:
        upload = blobs.create(session, caller, case, upload_length, tus.decode_metadata(upload_metadata))
    if upload.complete and upload.state != uploads.STORED:
        upload = assembling.complete(centre.database, centre.store, case, upload.sha256, centre.now())
    location = f"/v1/cases/{case}/blobs/{upload.sha256}"
    return Response(status_code=201, headers=_TUS | {"location": location, "upload-offset": str(upload.offset)})


@router.head("/blobs/{sha256}", response_class=Response)
def standing(case: str, sha256: str, centre: CentreHere, caller: Enrolled) -> Response:
    """Say where an upload continues."""
    with centre.database.read() as session:
        upload = blobs.find(session, caller, case, sha256)
    headers = {"upload-offset": str(upload.offset), "upload-length": str(upload.size)}
    return Response(status_code=200, headers=_TUS | headers)


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


@router.patch("/blobs/{sha256}", status_code=204, response_class=Response)
async def append(
    request: Request,
    case: str,
    sha256: str,
    centre: CentreHere,
    caller: Enrolled,
    upload_offset: Annotated[int, Header(ge=0)],
) -> Response:
    """Append bytes; with the last one the blob is assembled, read again and compared with its hash.

    What arrived before the connection was cut is kept.
    """
    if request.headers.get("content-type") != tus.OFFSET_TYPE:
        raise BadMessage(reason="content-type")
    lease = await run_in_threadpool(_take_lease, centre, caller, case, sha256, upload_offset)
    offset = lease.offset
    if lease.state != uploads.STORED:
        try:
            offset = await _receive(request, PieceWriter(centre.database, centre.store, lease))
        except ClientDisconnect:
            return Response(status_code=400)  # Nobody is there to read it.
        if offset == lease.size:
            await run_in_threadpool(assembling.complete, centre.database, centre.store, case, sha256, centre.now())
    return Response(status_code=204, headers=_TUS | {"upload-offset": str(offset)})


def _take_lease(centre: Centre, caller: Enrolled, case: str, sha256: str, offset: int) -> Upload:
    with centre.database.write() as session:
        upload = blobs.find(session, caller, case, sha256)
        if upload.state == uploads.STORED and offset == upload.size:
            return upload
        return uploads.take_lease(session, upload, offset, caller.device)


async def _receive(request: Request, writer: PieceWriter) -> int:
    """Write the body as it arrives and return the new offset; a cut keeps what arrived."""
    waiting = bytearray()
    flushed = time.monotonic()
    try:
        async for chunk in request.stream():
            waiting += chunk
            late = len(waiting) >= FLUSH_AT_LEAST and time.monotonic() - flushed > FLUSH_AFTER_S
            if late or len(waiting) >= writer.room:
                await _write(writer, waiting, everything=late)
                flushed = time.monotonic()
    except ClientDisconnect:
        await _write(writer, waiting, everything=True)
        raise
    await _write(writer, waiting, everything=True)
    return writer.offset


async def _write(writer: PieceWriter, waiting: bytearray, *, everything: bool) -> None:
    while waiting and (everything or len(waiting) >= writer.room):
        if writer.room == 0:
            raise BadMessage(reason="more bytes than announced")
        data = bytes(waiting[: writer.room])
        await run_in_threadpool(writer.write, data)
        del waiting[: len(data)]
