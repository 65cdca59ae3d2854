"""The application: all routes, limits and errors around one centre."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.middleware.gzip import DEFAULT_EXCLUDED_CONTENT_TYPES, GZipMiddleware

from surveyor_app import __version__
from surveyor_app.central.api import accounts, authority, blobs, cases, content, office, reports, tus
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.work_list import lines
from surveyor_app.central.customer import routes as customer
from surveyor_app.central.desk import routes as desk
from surveyor_app.central.web.answers import PROBLEM_RESPONSES, add_error_answers
from surveyor_app.central.web.blob_answers import MEDIA_TYPE
from surveyor_app.central.web.body_limits import BodyLimits
from surveyor_app.central.web.method_override import MethodOverride
from surveyor_app.central.web.proxies import TrustedProxies, trusted_networks
from surveyor_app.central.web.safe_headers import SafeHeaders

GZIP_FROM_BYTES = 1024
_NOT_COMPRESSED = (*DEFAULT_EXCLUDED_CONTENT_TYPES, MEDIA_TYPE, "application/pdf")
"""Originals and previews hardly get smaller, and a range of them counts in their own bytes."""


def create_app(centre: Centre) -> FastAPI:
    """Return the ASGI application that serves a centre; whoever made the centre closes it."""
    # No redirects to a path with or without a slash: they would lead wherever the request's Host header says.
    app = FastAPI(title="Surveyor centre", version=__version__, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.state.centre = centre
    lines.renew(centre)
    routers = [module.router for module in (accounts, authority, cases, content, blobs, tus, office, reports)]
    for router in (*routers, tus.open_router):
        app.include_router(router, responses=PROBLEM_RESPONSES)
    for page_router in (*desk.ROUTERS, *customer.ROUTERS):
        app.include_router(page_router)
    add_error_answers(app)
    app.add_middleware(GZipMiddleware, minimum_size=GZIP_FROM_BYTES, exclude_content_types=_NOT_COMPRESSED)
    app.add_middleware(BodyLimits)
    app.add_middleware(MethodOverride)
    app.add_middleware(SafeHeaders)
    # The last one added comes first: everything else already sees who sent the request.
    app.add_middleware(TrustedProxies, networks=trusted_networks(centre.config.trusted_proxies))
    return app
