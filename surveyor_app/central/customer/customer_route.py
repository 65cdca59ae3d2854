"""Answers of the customer's page for what went wrong, in plain words; the secret of an address stays out of the log."""

from __future__ import annotations

import logging
from urllib.parse import quote

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.responses import Response

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.customer_links import LINK
from surveyor_app.central.desk.desk_route import Handler, sentences_of
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.visitors import pages_of
from surveyor_app.domain.errors import NotFound, SurveyorError
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn, TooManyAttempts
from surveyor_app.protocol.problems import problem_of

logger = logging.getLogger(__name__)


class CustomerRoute(APIRoute):
    """A route whose errors are pages for a customer."""

    def get_route_handler(self) -> Handler:
        """Return the handler with its errors turned into pages."""
        handler, path = super().get_route_handler(), self.path

        async def guarded(request: Request) -> Response:
            centre: Centre = request.app.state.centre
            pages = pages_of(centre, request.headers.get("accept-language"))
            back = address_of_link(request.path_params.get("token"))
            try:
                return await handler(request)
            except NotSignedIn:
                return digits_page(pages, back)
            except TooManyAttempts as error:
                return digits_page(pages, back, status=429, wait_s=int(str(error.data["wait_s"])))
            except RequestValidationError:
                return problem_page(pages, centre, BadMessage(reason="form"), back)
            except SurveyorError as error:
                if problem_of(error)[0] >= 500:
                    logger.error("%s %s: %s", request.method, path, error, exc_info=error)
                return problem_page(pages, centre, error, back)
            except Exception:
                # Whoever answers for a fault of the program writes the address into the log: this one opens a claim.
                request.scope["path"] = path
                raise

        return guarded


def address_of_link(token: object) -> str:
    """Return the address of a customer's page."""
    # Whoever asks for a link that never was may have written anything: it goes into headers.
    return f"/c/{quote(str(token), safe='')}" if token else ""


def digits_page(
    pages: DeskPages, back: str, *, status: int = 401, is_refused: bool = False, wait_s: int | None = None
) -> Response:
    """Return the page that asks for the last digits of the phone."""
    return pages.page("customer/digits.html", status=status, back=back, is_refused=is_refused, wait_s=wait_s)


def problem_page(pages: DeskPages, centre: Centre, error: SurveyorError, back: str) -> Response:
    """Return the page that says what happened, what is safe and what to do."""
    is_ended = isinstance(error, NotFound) and error.data.get("what") == LINK
    return pages.page(
        "customer/problem.html",
        status=problem_of(error)[0],
        is_ended=is_ended,
        sentences=sentences_of(pages, error),
        phone=centre.config.service_phone,
        back="" if is_ended else back,
    )
