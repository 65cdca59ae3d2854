"""What every answer says to browsers and caches, errors and redirects too: keep nothing, guess nothing, tell nobody."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADERS = {
    # Claims and evidence stay on no shared machine.
    "cache-control": "no-store",
    # Nobody's upload is taken for a page.
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}


class SafeHeaders:
    """ASGI middleware: adds the headers that an answer does not have itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and complete its answer."""

        async def complete(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, complete)
