"""Enrolment and tokens over HTTP."""

from __future__ import annotations

from fastapi import APIRouter, Request

from surveyor_app.central.authority import accounts, attempts, enrolment, tokens
from surveyor_app.central.web.requests import CentreHere, address_of
from surveyor_app.domain.wire_errors import BadMessage, NotSignedIn
from surveyor_app.protocol.messages import EnrolAnswer, EnrolRequest, TokenAnswer, TokenRequest

router = APIRouter(prefix="/v1", tags=["accounts"])


@router.post("/enrol")
def enrol(message: EnrolRequest, centre: CentreHere, request: Request) -> EnrolAnswer:
    """Certify a laptop's device key and its surveyor's signing key against a one-time code."""
    counting = attempts.counted(centre.database, message.user, address_of(request), centre.now())
    with counting, centre.database.write() as session:
        return enrolment.enrol(session, centre.authority, message, centre.now(), centre.lives)


@router.post("/token")
def token(message: TokenRequest, centre: CentreHere, request: Request) -> TokenAnswer:
    """Give a new access token for a refresh token, or for the password of an office account."""
    if message.refresh_token is not None:
        try:
            with centre.database.write() as session:
                found = tokens.refresh(session, message.refresh_token, centre.now(), centre.lives)
        except NotSignedIn:
            with centre.database.write() as session:
                tokens.end_reused(session, message.refresh_token)
            raise
    elif message.user is not None and message.password is not None:
        with attempts.counted(centre.database, message.user, address_of(request), centre.now()):
            account = accounts.check_password(centre.database, message.user, message.password)
        with centre.database.write() as session:
            found = tokens.sign_in(session, account, None, centre.now(), centre.lives)
    else:
        raise BadMessage(reason="refresh_token, or user and password")
    life = int(centre.lives.access.total_seconds())
    return TokenAnswer(found.access, found.refresh, life, found.role.value)
