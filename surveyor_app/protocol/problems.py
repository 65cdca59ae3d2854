"""Errors on the wire: RFC 9457 problem documents with the stable codes of the domain's error tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from surveyor_app.domain import errors, wire_errors
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.canonical import Json

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:surveyor:problem:"

STATUS: Mapping[str, int] = {
    wire_errors.BadMessage.code: 400,
    wire_errors.NotSignedIn.code: 401,
    wire_errors.TokenExpired.code: 401,
    wire_errors.TooManyAttempts.code: 429,
    wire_errors.NotEnrolled.code: 403,
    wire_errors.Forbidden.code: 403,
    wire_errors.NotYourAct.code: 403,
    wire_errors.NotOwner.code: 403,
    wire_errors.CertificateUnknown.code: 403,
    wire_errors.DeviceRevoked.code: 403,
    wire_errors.UnknownCase.code: 404,
    errors.NotFound.code: 404,
    errors.Sealed.code: 409,
    wire_errors.ChainGap.code: 409,
    wire_errors.ChainFork.code: 409,
    wire_errors.OffsetWrong.code: 409,
    wire_errors.NotComplete.code: 409,
    wire_errors.ReportExists.code: 409,
    wire_errors.ActBarred.code: 409,
    errors.BadEntry.code: 422,
    wire_errors.BadHash.code: 422,
    wire_errors.BadSignature.code: 422,
    errors.InputError.code: 422,
    wire_errors.NotSent.code: 502,
    wire_errors.ServerFailed.code: 503,
}
"""Every code the centre answers with, and its HTTP status."""

TITLES: Mapping[str, str] = {
    wire_errors.BadMessage.code: "The message is malformed or too large",
    wire_errors.NotSignedIn.code: "User, code, password or token was refused",
    wire_errors.TokenExpired.code: "The access token is no longer valid: refresh it and repeat",
    wire_errors.TooManyAttempts.code: "Passwords or codes were tried too often: wait as long as wait_s says",
    wire_errors.NotEnrolled.code: "This needs an enrolled device",
    wire_errors.Forbidden.code: "The case or task is not this user's",
    wire_errors.NotYourAct.code: "None of the account's roles may do this",
    wire_errors.NotOwner.code: "The author may not write this record",
    wire_errors.CertificateUnknown.code: "The author's device is not certified for this user",
    wire_errors.DeviceRevoked.code: "This laptop's certificate was taken back",
    wire_errors.UnknownCase.code: "There is no such case here",
    errors.NotFound.code: "There is no such thing here",
    errors.Sealed.code: "A signed report rests on it",
    wire_errors.ChainGap.code: "Entries before these are missing here: continue after the head given",
    wire_errors.ChainFork.code: "Another entry stands here at this place of the chain: pull it and open a new epoch",
    wire_errors.OffsetWrong.code: "The upload continues at the offset given",
    wire_errors.NotComplete.code: "Entries or originals are still missing here",
    wire_errors.ActBarred.code: "Something of the claim bars this act now; bars names it",
    wire_errors.NotSent.code: "The message could not be handed to anybody",
    wire_errors.ReportExists.code: "A claim of this report number is there: go on with it, or say why there is to be another",
    errors.BadEntry.code: "An entry is not in canonical form",
    wire_errors.BadHash.code: "Bytes do not have the hash they were announced with",
    wire_errors.BadSignature.code: "A signature does not fit the entry or the key",
    errors.InputError.code: "A value is not acceptable",
    wire_errors.ServerFailed.code: "The centre has a fault of its own: try again later",
}


def _by_code(base: type[SurveyorError]) -> dict[str, type[SurveyorError]]:
    found = {base.code: base}
    for subclass in base.__subclasses__():
        found.update(_by_code(subclass))
    return found


ERRORS: Mapping[str, type[SurveyorError]] = _by_code(SurveyorError)


def problem_of(error: SurveyorError) -> tuple[int, dict[str, Any]]:
    """Return HTTP status and problem document of an error; one without a status of its own is the centre's fault."""
    status = STATUS.get(error.code, 500)
    code = error.code if error.code in STATUS else wire_errors.ServerFailed.code
    document: dict[str, Any] = {
        "type": TYPE_PREFIX + code,
        "title": TITLES[code],
        "status": status,
        "code": code,
        "retryable": ERRORS[code].retryable,
        "data": {name: _plain(value) for name, value in error.data.items()},
    }
    return status, document


def _plain(value: object) -> Json:
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return {_text(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item) for item in value]
    return _text(value)


def _text(value: object) -> str:
    """Return a text that any answer can carry: what was sent may hold half a surrogate pair."""
    return str(value).encode(errors="backslashreplace").decode()


_BY_STATUS: Mapping[int, type[SurveyorError]] = {
    401: wire_errors.TokenExpired,
    403: wire_errors.Forbidden,
    404: errors.NotFound,
}


def error_from(status: int, document: object) -> SurveyorError:
    """Return the error a problem document stands for; an unknown one becomes server_failed or bad_message by status.

    ``document`` is ``None`` for an answer without a body (to a HEAD request): then the status alone must do.
    """
    if isinstance(document, Mapping):
        code, data = document.get("code"), document.get("data")
        if isinstance(code, str) and code in STATUS and code != wire_errors.ServerFailed.code:
            known = {str(name): value for name, value in data.items()} if isinstance(data, Mapping) else {}
            return ERRORS[code](**known)
    if document is None and status in _BY_STATUS:
        return _BY_STATUS[status]()
    if status >= 500 or status in {408, 425, 429}:
        return wire_errors.ServerFailed(status=status)
    return wire_errors.BadMessage(reason=f"HTTP {status}")
