"""Answers of the desk for what went wrong: a page in the reader's language, and the form to sign in for whoever is not."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.responses import Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import pages_of
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, ReportExists, TokenExpired
from surveyor_app.protocol.problems import problem_of
from surveyor_app.wording.error_sentences import error_sentences
from surveyor_app.wording.reasons import REASONS
from surveyor_app.wording.translation import said_in

logger = logging.getLogger(__name__)

_EDITED = ("claim", "task", "document", "proposal", "remark")
"""Kinds of which fields are typed at the desk."""

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class DeskRoute(APIRoute):
    """A route whose errors are pages."""

    def get_route_handler(self) -> Handler:
        """Return the handler with its errors turned into pages."""
        handler = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            centre: Centre = request.app.state.centre
            pages = pages_of(centre, request.headers.get("accept-language"))
            try:
                return await handler(request)
            except (NotSignedIn, TokenExpired):
                # Whoever signs in comes back to where they wanted to go.
                wanted = request.url.path if request.method == "GET" else "/"
                return pages.page("sign_in.html", status=401, is_refused=False, wait_s=None, wanted=wanted)
            except RequestValidationError:
                return error_page(pages, BadMessage(reason="form"))
            except SurveyorError as error:
                if problem_of(error)[0] >= 500:
                    logger.error("%s %s: %s", request.method, request.url.path, error, exc_info=error)
                return error_page(pages, error)

        return guarded


def error_page(pages: DeskPages, error: SurveyorError) -> Response:
    """Return the page that says what happened, what is safe and what to do."""
    case = str(error.data["case"]) if isinstance(error, ReportExists) else None
    return pages.page("problem.html", status=problem_of(error)[0], sentences=sentences_of(pages, error), case=case)


def sentences_of(pages: DeskPages, error: SurveyorError) -> tuple[str, str, str]:
    """Return the three sentences about an error in the reader's language."""
    labels = pages.labels

    def shown(name: str, value: object) -> str:
        text = str(value)
        if name == "field":
            named = (labels.fields[kind].get(text) for kind in _EDITED if kind in labels.fields)
            return next((label.in_(pages.language) for label in named if label is not None), text)
        if name == "bars":
            return pages.language.joined(labels.value("review_bar", bar, pages.language) for bar in text.split(","))
        return said_in(pages.language, text) if name == "reason" and text in REASONS else text

    return error_sentences(error, lambda text: said_in(pages.language, text), shown)
