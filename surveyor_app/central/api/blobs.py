"""Blobs over HTTP: what is needed, and tus 1.0 uploads (creation, HEAD, PATCH) that any standard client can do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Header, Request
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from surveyor_app.central import assembling, blobs, uploads
from surveyor_app.central.bundling import BundleReceiver
from surveyor_app.central.centre import Centre
from surveyor_app.central.receiving import Lease, Receiver
from surveyor_app.central.requests import CentreHere, Enrolled
from surveyor_app.central.uploads import Upload
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.delivery import NeedAnswer, NeedRequest, PartsRequest
from surveyor_app.protocol.limits import MAX_BLOB_BYTES, MAX_CHUNK_BYTES

router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"])

_TUS = {"tus-resumable": tus.VERSION, "cache-control": "no-store"}


@router.post("/blobs:need")
def need(case: str, message: NeedRequest, centre: CentreHere, caller: Enrolled) -> NeedAnswer:
    """Say for each blob whether the centre has it, holds a part, needs it or refuses it; for this case only."""
    with centre.database.write() as session:
        return blobs.need(session, caller, case, message)


@router.options("/blobs")
def capabilities() -> Response:
    """Say which version and extensions of tus are understood."""
    headers = {
        "tus-version": tus.VERSION,
        "tus-extension": ",".join(tus.EXTENSIONS),
        "tus-max-size": str(MAX_BLOB_BYTES),
    }
    return Response(status_code=204, headers=_TUS | headers | {bundles.OFFER_HEADER: bundles.OFFER})


@router.post("/blobs:bundle")
async def take_bundle(request: Request, case: str, centre: CentreHere, caller: Enrolled) -> NeedAnswer:
    """Take many small blobs in one request and say of each whether it is held now."""
    if request.headers.get("content-type") != bundles.MEDIA_TYPE:
        raise BadMessage(reason="content-type")
    try:
        return NeedAnswer(await BundleReceiver(centre, caller, case).receive(request.stream()))
    except ClientDisconnect:
        return NeedAnswer(())  # Nobody is there to read it.


@router.post("/blobs", status_code=201, response_class=Response)
async def create(
    request: Request,
    case: str,
    centre: CentreHere,
    caller: Enrolled,
    upload_length: Annotated[int, Header(ge=0, le=MAX_BLOB_BYTES)],
    upload_metadata: Annotated[str, Header()],
) -> Response:
    """Begin an upload, or find the one that has begun: ``Upload-Metadata`` names at least the ``sha256``.

    With a body of the type of PATCH its first bytes, or all of them, come along (creation-with-upload). They are passed over
    where the upload has begun already: ``Upload-Offset`` says where it stands.
    """
    metadata = tus.decode_metadata(upload_metadata)
    begin = partial(_begin, centre, caller, case, upload_length, metadata)
    if request.headers.get("content-type") != tus.OFFSET_TYPE:
        upload = await run_in_threadpool(begin)
        if upload.complete and upload.state != uploads.STORED:
            upload = await run_in_threadpool(_finish, centre, upload)
        return _created(upload)
    upload = await run_in_threadpool(_plan, centre, caller, case, upload_length, metadata)
    if upload.offset or upload.state == uploads.STORED:
        return await _passed_over(request, upload)

    def lease() -> Upload:
        return _take_lease(centre, caller, begin(), 0)

    return await _received(request, centre, upload, lease, _created)


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
    upload = await run_in_threadpool(_standing, centre, caller, case, sha256)
    if upload.state == uploads.STORED and upload_offset == upload.size:
        return _appended(upload)
    if upload.state != uploads.UPLOADING or upload.offset != upload_offset:
        upload = await run_in_threadpool(_take_lease, centre, caller, upload, upload_offset)

    def lease() -> Upload:
        return _take_lease(centre, caller, upload, upload_offset)

    return await _received(request, centre, upload, lease, _appended)


async def _received(
    request: Request, centre: Centre, upload: Upload, lease: Lease, answer: Callable[[Upload], Response]
) -> Response:
    length = request.headers.get("content-length", "")
    receiver = Receiver(centre.database, centre.store, centre.room, centre.now)
    try:
        upload = await receiver.receive(upload, request.stream(), int(length) if length.isdecimal() else None, lease)
    except ClientDisconnect:
        return Response(status_code=400)  # Nobody is there to read it.
    return answer(upload)


async def _passed_over(request: Request, upload: Upload) -> Response:
    """Answer where an upload stands that has begun already; its connection can be used again if little came along."""
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_CHUNK_BYTES:
            raise BadMessage(reason="more bytes than announced")
    return _created(upload)


def _created(upload: Upload) -> Response:
    location = f"/v1/cases/{upload.case}/blobs/{upload.sha256}"
    return Response(status_code=201, headers=_TUS | {"location": location, "upload-offset": str(upload.offset)})


def _appended(upload: Upload) -> Response:
    return Response(status_code=204, headers=_TUS | {"upload-offset": str(upload.offset)})


def _plan(centre: Centre, caller: Enrolled, case: str, size: int, metadata: Mapping[str, bytes]) -> Upload:
    with centre.database.read() as session:
        return blobs.plan(session, caller, case, size, metadata)


def _begin(centre: Centre, caller: Enrolled, case: str, size: int, metadata: Mapping[str, bytes]) -> Upload:
    with centre.database.write() as session:
        return blobs.create(session, caller, case, size, metadata)


def _standing(centre: Centre, caller: Enrolled, case: str, sha256: str) -> Upload:
    with centre.database.read() as session:
        return blobs.find(session, caller, case, sha256)


def _take_lease(centre: Centre, caller: Enrolled, upload: Upload, offset: int) -> Upload:
    with centre.database.write() as session:
        found = uploads.get(session, upload.case, upload.sha256)
        return uploads.take_lease(session, found, offset, caller.device)


def _finish(centre: Centre, upload: Upload) -> Upload:
    return assembling.complete(centre.database, centre.store, upload.case, upload.sha256, centre.now())
