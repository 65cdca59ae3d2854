"""Errors keep code, data and the retry flag across the wire."""

from __future__ import annotations

import json

import pytest

from surveyor_app.domain.errors import CaseLocked, NotFound, SurveyorError
from surveyor_app.domain.wire_errors import BadMessage, ChainFork, OffsetWrong, ServerFailed, TokenExpired
from surveyor_app.protocol.problems import ERRORS, STATUS, TITLES, error_from, problem_of


@pytest.mark.parametrize("code", sorted(set(STATUS) - {ServerFailed.code}))
def test_round_trip(code: str) -> None:
    status, document = problem_of(ERRORS[code](case="c", seq=3))
    found = error_from(status, json.loads(json.dumps(document)))
    assert type(found) is ERRORS[code]
    assert found.data == {"case": "c", "seq": 3}
    assert document["retryable"] is ERRORS[code].retryable


def test_every_code_has_a_title() -> None:
    assert set(TITLES) == set(STATUS)


def test_retry_flags() -> None:
    assert problem_of(OffsetWrong(offset=1))[1]["retryable"] is True
    assert problem_of(ChainFork())[1]["retryable"] is False


def test_an_error_that_is_not_of_the_wire_is_the_centres_fault() -> None:
    status, document = problem_of(CaseLocked(path="x"))
    assert (status, document["code"]) == (500, "server_failed")


@pytest.mark.parametrize(
    ("status", "document", "expected"),
    [
        (502, None, ServerFailed),
        (500, {"code": "server_failed"}, ServerFailed),
        (429, {"detail": "slow down"}, ServerFailed),
        (404, {"detail": "Not Found"}, BadMessage),
        (404, None, NotFound),
        (401, None, TokenExpired),
        (400, {"code": "something_newer"}, BadMessage),
        (200, [], BadMessage),
    ],
)
def test_foreign_answers(status: int, document: object, expected: type[SurveyorError]) -> None:
    assert type(error_from(status, document)) is expected
