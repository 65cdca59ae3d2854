"""How the centre answers: problem documents for errors, and their description in OpenAPI."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from surveyor_app.domain.errors import NotFound, SurveyorError
from surveyor_app.domain.wire_errors import BadMessage, OffsetWrong, ServerFailed
from surveyor_app.protocol import tus
from surveyor_app.protocol.problems import MEDIA_TYPE, STATUS, problem_of

logger = logging.getLogger(__name__)

ProblemCode = StrEnum("ProblemCode", {code.upper(): code for code in sorted(STATUS)})  # type: ignore[misc]
"""Every code of a problem document."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An error (RFC 9457); ``code`` is stable, ``data`` names what a sentence about it needs."""

    type: str
    title: str
    status: int
    code: ProblemCode
    retryable: bool
    data: dict[str, Any]


PROBLEM_RESPONSES: dict[int | str, dict[str, Any]] = {
    "default": {"model": Problem, "description": "Error", "content": {MEDIA_TYPE: {}}}
}


def problem_response(error: SurveyorError, http_status: int | None = None) -> JSONResponse:
    """Return the answer that stands for an error, with another HTTP status than its usual one if given."""
    status, document = problem_of(error)
    if http_status is not None:
        status = document["status"] = http_status
    headers = {}
    if status == 401:
        headers["www-authenticate"] = "Bearer"
    if isinstance(error.data.get("offset"), int):
        headers["upload-offset"] = str(error.data["offset"])
    if isinstance(error, OffsetWrong):
        headers["tus-resumable"] = tus.VERSION
    return JSONResponse(document, status, headers, MEDIA_TYPE)


def add_error_answers(app: FastAPI) -> None:
    """Make every error of the application a problem document."""

    def known(request: Request, error: Exception) -> Response:
        if not isinstance(error, SurveyorError):
            raise error
        if problem_of(error)[0] >= 500:
            logger.error("%s %s: %s", request.method, request.url.path, error, exc_info=error)
        return problem_response(error)

    def malformed(request: Request, error: Exception) -> Response:
        places = []
        if isinstance(error, RequestValidationError):
            places = [".".join(str(step) for step in item["loc"]) for item in error.errors()[:3]]
        return problem_response(BadMessage(reason="form", places=places))

    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == 404:
            return problem_response(NotFound(what="path", id=request.url.path))
        answer = problem_response(BadMessage(reason=f"HTTP {status}"), status)
        answer.headers.update(getattr(error, "headers", None) or {})
        return answer

    def bug(request: Request, error: Exception) -> Response:
        logger.error("%s %s failed", request.method, request.url.path, exc_info=error)
        return problem_response(ServerFailed(reason="bug"))

    app.add_exception_handler(SurveyorError, known)
    app.add_exception_handler(RequestValidationError, malformed)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(Exception, bug)
