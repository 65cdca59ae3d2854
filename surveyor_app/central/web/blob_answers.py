"""Answers with the bytes of a stored blob, whole or in a range (RFC 9110, 14); what was begun can always be gone on with."""

from __future__ import annotations

from fastapi import Request
from fastapi.exceptions import HTTPException
from starlette.responses import Response, StreamingResponse

from surveyor_app.central.centre import Centre
from surveyor_app.central.delivery.handing_out import Content
from surveyor_app.central.delivery.ranges import NotSatisfiable, wanted_range
from surveyor_app.central.storage.uploads import Upload

MEDIA_TYPE = "application/octet-stream"


def blob_answer(
    request: Request, centre: Centre, upload: Upload, media_type: str = MEDIA_TYPE, name: str = ""
) -> Response:
    """Return the bytes that a request asks for; the ``ETag`` is the blob's SHA-256.

    Evidence is saved and never a page of ours: only of a ``media_type`` that cannot hold anything active is it shown in place.
    ``name`` is what it is to be saved as; ASCII.

    Raises:
        HTTPException: 416, where no byte lies in the range.
        NotFound: the store has lost it.
    """
    asked = request.headers
    tag = f'"{upload.sha256}"'
    inline = media_type != MEDIA_TYPE
    headers = {
        "etag": tag,
        "accept-ranges": "bytes",
        "content-disposition": ("inline" if inline else "attachment") + (f'; filename="{name}"' if name else ""),
        "content-security-policy": "sandbox; default-src 'none'",
    }
    if tag in {item.strip() for item in asked.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=headers)
    try:
        wanted = wanted_range(asked.get("range") if asked.get("if-range", tag) == tag else None, upload.size)
    except NotSatisfiable as error:
        raise HTTPException(416, headers=headers | {"content-range": f"bytes */{upload.size}"}) from error
    start, end = wanted or (0, upload.size)
    content = Content(centre, upload, start, end)
    content.require_there()
    headers["content-length"] = str(end - start)
    if wanted is not None:
        headers["content-range"] = f"bytes {start}-{end - 1}/{upload.size}"
    status = 200 if wanted is None else 206
    if request.method == "HEAD":
        return Response(None, status, headers, media_type)
    return StreamingResponse(content.chunks(), status, headers, media_type)
