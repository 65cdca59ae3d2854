"""Answers of the desk for what went wrong: a page in the reader's language, and the form to sign in for whoever is not."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import viewing
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import pages_of
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import NotFound, SurveyorError
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, ReportExists, TokenExpired, UnknownCase
from surveyor_app.protocol.problems import problem_of
from surveyor_app.wording.error_sentences import error_sentences
from surveyor_app.wording.findings.office_acts import load_permissions
from surveyor_app.wording.reasons import REASONS
from surveyor_app.wording.translation import said_in

THINGS = {"records": "records", "journal": "journal", "blobs": "blob", "reports": "report"}
"""What the pages below a claim show, by the first part of their address."""

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
                answer = await handler(request)
                await run_in_threadpool(note_view, centre, request, answer)
                return answer
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


def note_view(centre: Centre, request: Request, answer: Response) -> None:
    """Keep that somebody sees something of a claim, before they do; the further ranges of a film are the same seeing."""
    case, caller = request.path_params.get("case"), getattr(request.state, "caller", None)
    is_further = not request.headers.get("range", "bytes=0-").startswith("bytes=0-")
    if request.method != "GET" or case is None or caller is None or answer.status_code >= 400 or is_further:
        return
    _, _, below = request.scope["route"].path.partition("{case}")
    part = below.strip("/").partition("/")[0]
    item = next((str(value) for name, value in request.path_params.items() if name != "case"), "")
    thing = "photo" if part == "photos" and item else "photos" if part == "photos" else THINGS.get(part, "other")
    with centre.database.write() as session:
        viewing.note(session, caller.user, case, thing if part else "claim", item, centre.now())


def error_page(pages: DeskPages, error: SurveyorError) -> Response:
    """Return the page that says what happened, what is safe and what to do."""
    case = str(error.data["case"]) if isinstance(error, ReportExists) else None
    return pages.page("problem.html", status=problem_of(error)[0], sentences=sentences_of(pages, error), case=case)


def sentences_of(pages: DeskPages, error: SurveyorError) -> tuple[str, str, str]:
    """Return the three sentences about an error in the reader's language."""
    labels = pages.labels
    if isinstance(error, UnknownCase):
        # What a laptop is told of it (its case is safe, ask the office) helps nobody at the office.
        error = NotFound(what="claim")

    def shown(name: str, value: object) -> str:
        text = str(value)
        if name == "field":
            fields = (labels.fields[kind].get(text) for kind in _EDITED if kind in labels.fields)
            return next((label.in_(pages.language) for label in fields if label is not None), text)
        if name == "act" and text in set(Act):
            return load_permissions(resources_dir())[Act(text)].name.in_(pages.language)
        if name == "roles":
            named = [labels.value("office_role", role, pages.language) for role in text.split(", ") if role]
            return pages.language.joined(named) or "—"
        if name == "bars":
            return pages.language.joined(labels.value("review_bar", bar, pages.language) for bar in text.split(","))
        return said_in(pages.language, text) if name == "reason" and text in REASONS else text

    return error_sentences(error, lambda text: said_in(pages.language, text), shown)
