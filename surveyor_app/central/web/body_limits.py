"""Limits every request before anything reads it, and unfolds gzip bodies without letting a small one grow large.

Uploads (PATCH, and creation with the first bytes) are streamed and pass; their length is known from the upload itself. So do the
files of a customer's form, which are bounded by who reads them (:mod:`surveyor_app.central.web.form_files`).
"""

from __future__ import annotations

import zlib

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from surveyor_app.central.web.form_files import FILES_PATH, FORM_TYPE
from surveyor_app.domain.wire_errors import BadMessage
from surveyor_app.protocol import bundles, tus
from surveyor_app.protocol.limits import MAX_MESSAGE_BYTES, MAX_PUSH_BYTES, MAX_PUSH_PLAIN_BYTES
from surveyor_app.protocol.problems import MEDIA_TYPE, problem_of

_GZIP = 31
"""zlib's window bits for a gzip header and checksum."""


class BodyLimits:
    """ASGI middleware: reads a body whole, within limits, and hands it on unfolded."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on once its body is known to be within limits."""
        if scope["type"] != "http" or scope["method"] in {"PATCH", "GET", "HEAD", "OPTIONS"} or _is_upload(scope):
            await self._app(scope, receive, send)
            return
        is_push = scope["path"].endswith("/entries")
        wire, plain = (MAX_PUSH_BYTES, MAX_PUSH_PLAIN_BYTES) if is_push else (MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES)
        try:
            body = await _read(receive, wire)
            body = _unfold(body, Headers(scope=scope).get("content-encoding", "identity"), plain)
        except BadMessage as error:
            await _refuse(scope, receive, send, error)
            return
        if body is not None:
            await self._app(scope, _Replay(body, receive), send)


def _is_upload(scope: Scope) -> bool:
    """Bytes that come along with the creation of an upload, or many small blobs together: whoever reads them bounds them."""
    wanted = {"/blobs": tus.OFFSET_TYPE, "/blobs:bundle": bundles.MEDIA_TYPE}
    content_type = Headers(scope=scope).get("content-type", "")
    if FILES_PATH.fullmatch(scope["path"]) and content_type.startswith(FORM_TYPE):
        return True
    found = [kind for ending, kind in wanted.items() if scope["path"].endswith(ending)]
    return bool(found) and content_type == found[0]


class _Replay:
    """Hands out a body that was read already, then whatever comes next."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


async def _read(receive: Receive, limit: int) -> bytes | None:
    """Return the body; ``None`` when the sender went away before its end."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if len(body) > limit:
            raise BadMessage(reason="too large", limit=limit)
        if not message.get("more_body", False):
            return bytes(body)


def _unfold(body: bytes | None, encoding: str, limit: int) -> bytes | None:
    if body is None or encoding == "identity":
        return body
    if encoding != "gzip":
        raise BadMessage(reason="content-encoding")
    unfolder = zlib.decompressobj(_GZIP)
    try:
        plain = unfolder.decompress(body, limit + 1)
    except zlib.error as error:
        raise BadMessage(reason="not gzip") from error
    if len(plain) > limit:
        raise BadMessage(reason="too large", limit=limit)
    if not unfolder.eof or unfolder.unused_data:
        raise BadMessage(reason="not gzip")
    return plain


async def _refuse(scope: Scope, receive: Receive, send: Send, error: BadMessage) -> None:
    status, document = problem_of(error)
    # The rest of the body was not read: the connection cannot serve another request.
    answer = JSONResponse(document, status, {"connection": "close"}, MEDIA_TYPE)
    await answer(scope, receive, send)
