"""Whether a form comes from a page of this centre, and where that page was reached: the browser says so.

A cookie alone is no proof of it.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request

OURS = frozenset({"same-origin", "none"})


def comes_from_elsewhere(request: Request) -> bool:
    """Tell whether a browser says that what it sends comes from a page of another site.

    ``Sec-Fetch-Site`` is the browser's own word, which no page can write, and holds whatever a proxy calls this node. Where a
    browser does not send it (old ones, or plain http), the origin must be where the request went, or the public address.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in OURS
    origin = request.headers.get("origin")
    if origin is None:
        return False
    public = urlsplit(request.app.state.centre.config.published_at or "").netloc
    return urlsplit(origin).netloc not in {request.headers.get("host"), public or None}


def reached_at(request: Request) -> str:
    """Return the address of this centre for a link to it: its public one, else where the browser that sent a form reached it.

    Behind a proxy a node knows itself by a name of its own, which differs from node to node.
    """
    published: str | None = request.app.state.centre.config.published_at
    origin = request.headers.get("origin", "null")
    return published or (origin if origin != "null" else str(request.base_url).rstrip("/"))
