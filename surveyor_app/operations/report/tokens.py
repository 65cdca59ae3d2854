"""Certificates on a smart card or token, to sign with: their keys stay there."""

from __future__ import annotations

from surveyor_app.domain.errors import TokenKeyMissing
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.tokens import Token, choose_held, list_held


def credential_from_token(token: Token, key: str | None = None) -> Credential:
    """Return the certificate of a token with this label, or its only one.

    Raises:
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenKeyMissing, TokenFailed: as they say.
    """
    return Credential.on_token(token, choose_held(token, key))


def credentials_on_token(token: Token, key: str | None = None) -> list[Credential]:
    """Return all certificates of a token that can sign, or the one with this label.

    Raises:
        TokenKeyMissing: there is none.
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: as they say.
    """
    held = [choose_held(token, key)] if key is not None else list_held(token)
    if not held:
        raise TokenKeyMissing(token=token.label, found="–")
    return [Credential.on_token(token, item) for item in held]
