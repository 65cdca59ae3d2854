"""``X-HTTP-Method-Override`` of tus 1.0: networks that let through nothing but GET and POST still carry an upload."""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

METHODS = frozenset({"PATCH", "DELETE", "HEAD"})
_UPLOAD = re.compile(r"/v1/cases/[^/]+/blobs/[0-9a-f]{64}")
"""Uploads alone: nowhere else may a form that a browser sends turn into another method."""


class MethodOverride:
    """ASGI middleware: a POST to an upload is what its header says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, under the method it is meant to have."""
        if scope["type"] == "http" and scope["method"] == "POST" and _UPLOAD.fullmatch(scope["path"]):
            wanted = Headers(scope=scope).get("x-http-method-override", "").upper()
            if wanted in METHODS:
                scope = {**scope, "method": wanted}
        await self._app(scope, receive, send)
