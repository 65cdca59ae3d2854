"""Whether a form comes from a page of this centre: the browser says so, and a cookie alone is no proof of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import Request


def comes_from_elsewhere(request: Request) -> bool:
    """Tell whether a browser says that what it sends comes from a page of another site."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    is_other = origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    return is_other or site not in {"same-origin", "none"}
