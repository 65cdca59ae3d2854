"""Uploads by tus 1.0 (creation, creation-with-upload, checksum, expiration, termination) that any standard client can do.

Two things are ours: a creation finds the upload that has begun, because an upload is never started over; and what is stored is
evidence, which no client can terminate and which takes no further bytes, wherever they are said to belong.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from email.utils import format_datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Request
from fastapi.exceptions import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.delivery import blobs
from surveyor_app.central.storage import assembling, uploads
from surveyor_app.central.storage.checksums import checked_body
from surveyor_app.central.storage.receiving import Lease, Receiver
from surveyor_app.central.storage.uploads import Upload
from surveyor_app.central.web.requests import CentreHere, Enrolled
from surveyor_app.domain.errors import NotFound
from surveyor_app.domain.journal.instants import parse_utc
from surveyor_app.domain.wire_errors import BadMessage, Forbidden
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.limits import MAX_BLOB_BYTES, MAX_CHUNK_BYTES

_TUS = {"tus-resumable": tus.VERSION, "cache-control": "no-store"}
_VERSIONS = {**_TUS, "tus-version": tus.VERSION}


def speaks_tus(tus_resumable: Annotated[str | None, Header()] = None) -> None:
    """Refuse another version of the protocol, before anything else is looked at.

    Raises:
        HTTPException: 412, as the protocol has it.
    """
    if tus_resumable != tus.VERSION:
        raise HTTPException(412, headers=_VERSIONS)


open_router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"])
router = APIRouter(prefix="/v1/cases/{case}", tags=["blobs"], dependencies=[Depends(speaks_tus)])


@open_router.options("/blobs")
@open_router.options("/blobs/{sha256}")
def capabilities() -> Response:
    """Say which version and extensions of tus are understood, and what of our own."""
    headers = {
        "tus-extension": ",".join(tus.EXTENSIONS),
        "tus-checksum-algorithm": ",".join(tus.CHECKSUMS),
        "tus-max-size": str(MAX_BLOB_BYTES),
        bundles.OFFER_HEADER: bundles.OFFER,
    }
    return Response(status_code=204, headers=_VERSIONS | headers)


@router.post("/blobs", status_code=201, response_class=Response)
async def create(
    request: Request,
    case: str,
    centre: CentreHere,
    caller: Enrolled,
    upload_length: Annotated[int, Header(ge=0)],
    upload_metadata: Annotated[str, Header()],
) -> Response:
    """Begin an upload, or find the one that has begun: ``Upload-Metadata`` names at least the ``sha256``.

    With a body of the type of PATCH its first bytes, or all of them, come along (creation-with-upload). They are passed over
    where the upload has begun already: ``Upload-Offset`` says where it stands.
    """
    if upload_length > MAX_BLOB_BYTES:
        raise HTTPException(413, headers=_TUS)
    metadata = tus.decode_metadata(upload_metadata)
    begin = partial(_begin, centre, caller, case, upload_length, metadata)
    if request.headers.get("content-type") != tus.OFFSET_TYPE:
        upload = await run_in_threadpool(begin)
        if upload.complete and upload.state != uploads.STORED:
            upload = await run_in_threadpool(_finish, centre, upload)
        return _created(upload)
    upload = await run_in_threadpool(_plan, centre, caller, case, upload_length, metadata)
    if upload.offset or upload.state == uploads.STORED:
        await _pass_over(request)
        return _created(upload if upload.state == uploads.STORED else await run_in_threadpool(begin))

    def lease() -> Upload:
        return _take_lease(centre, caller, begin(), 0)

    return await _received(request, centre, upload, lease, _created)


@router.head("/blobs/{sha256}", response_class=Response)
def standing(case: str, sha256: str, centre: CentreHere, caller: Enrolled) -> Response:
    """Say where an upload continues."""
    with centre.database.read() as session:
        upload = blobs.find(session, caller, case, sha256)
    _require_begun(centre, upload)
    headers = {"upload-offset": str(upload.offset), "upload-length": str(upload.size)}
    return Response(status_code=200, headers=_TUS | headers | _expires(upload))


@router.delete("/blobs/{sha256}", status_code=204, response_class=Response)
def terminate(case: str, sha256: str, centre: CentreHere, caller: Enrolled) -> Response:
    """Forget what came of an upload that is not stored yet; what is stored stays."""
    with centre.database.write() as session:
        upload = blobs.find(session, caller, case, sha256)
        if upload.state == uploads.STORED:
            raise Forbidden(user=caller.user)
        _require_begun(centre, upload)
        uploads.terminate(session, upload)
    return Response(status_code=204, headers=_TUS)


@router.patch("/blobs/{sha256}", status_code=204, response_class=Response)
async def append(
    request: Request,
    case: str,
    sha256: str,
    centre: CentreHere,
    caller: Enrolled,
    upload_offset: Annotated[int, Header(ge=0, le=MAX_BLOB_BYTES)],
) -> Response:
    """Append bytes; with the last one the blob is assembled, read again and compared with its hash.

    What arrived before the connection was cut is kept.
    """
    if request.headers.get("content-type") != tus.OFFSET_TYPE:
        raise HTTPException(415, headers=_TUS)
    upload = await run_in_threadpool(_standing, centre, caller, case, sha256)
    if upload.state == uploads.STORED:
        # A standard client that begins again: all of it is here, whatever it sends.
        await _pass_over(request)
        return _appended(upload)
    _require_begun(centre, upload)
    if upload.state != uploads.UPLOADING or upload.offset != upload_offset:
        upload = await run_in_threadpool(_take_lease, centre, caller, upload, upload_offset)

    def lease() -> Upload:
        return _take_lease(centre, caller, upload, upload_offset)

    return await _received(request, centre, upload, lease, _appended)


async def _received(
    request: Request, centre: Centre, upload: Upload, lease: Lease, answer: Callable[[Upload], Response]
) -> Response:
    length = request.headers.get("content-length", "")
    announced = int(length) if length.isascii() and length.isdecimal() else None
    if announced is not None and announced > upload.size - upload.offset:
        raise HTTPException(413, headers=_TUS)
    receiver = Receiver(centre.database, centre.store, centre.room, centre.now)
    body: AsyncIterator[bytes] = request.stream()
    try:
        checksum = request.headers.get("upload-checksum")
        if checksum is not None:
            body = await checked_body(body, checksum, MAX_CHUNK_BYTES)
        upload = await receiver.receive(upload, body, announced, lease)
    except ClientDisconnect:
        return Response(status_code=400)  # Nobody is there to read it.
    return answer(upload)


async def _pass_over(request: Request) -> None:
    """Read bytes that are not needed, so that the connection can be used again; not too many of them."""
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MAX_CHUNK_BYTES:
            raise BadMessage(reason="more bytes than announced")


def _require_begun(centre: Centre, upload: Upload) -> None:
    """Let an upload pass that goes on.

    Raises:
        NotFound: it never began, or its time is over.
    """
    if upload.state == uploads.ANNOUNCED or upload.has_expired(centre.now()):
        raise NotFound(what="upload", id=upload.sha256)


def _created(upload: Upload) -> Response:
    location = {"location": f"/v1/cases/{upload.case}/blobs/{upload.sha256}"}
    told = {"upload-offset": str(upload.offset)}
    return Response(status_code=201, headers=_TUS | location | told | _expires(upload))


def _appended(upload: Upload) -> Response:
    return Response(status_code=204, headers=_TUS | {"upload-offset": str(upload.offset)} | _expires(upload))


def _expires(upload: Upload) -> dict[str, str]:
    """Say until when an upload waits for its next byte; what is stored stays."""
    if upload.state != uploads.UPLOADING or upload.expires_at is None:
        return {}
    return {"upload-expires": format_datetime(parse_utc(upload.expires_at), usegmt=True)}


def _plan(centre: Centre, caller: Enrolled, case: str, size: int, metadata: Mapping[str, bytes]) -> Upload:
    with centre.database.read() as session:
        return blobs.plan(session, caller, case, size, metadata)


def _begin(centre: Centre, caller: Enrolled, case: str, size: int, metadata: Mapping[str, bytes]) -> Upload:
    with centre.database.write() as session:
        return blobs.create(session, caller, case, size, metadata, centre.upload_expires_at())


def _standing(centre: Centre, caller: Enrolled, case: str, sha256: str) -> Upload:
    with centre.database.read() as session:
        return blobs.find(session, caller, case, sha256)


def _take_lease(centre: Centre, caller: Enrolled, upload: Upload, offset: int) -> Upload:
    with centre.database.write() as session:
        found = uploads.get(session, upload.case, upload.sha256)
        return uploads.take_lease(session, found, offset, caller.device, centre.upload_expires_at())


def _finish(centre: Centre, upload: Upload) -> Upload:
    return assembling.complete(centre.database, centre.store, upload.case, upload.sha256, centre.now())
