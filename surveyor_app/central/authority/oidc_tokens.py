"""What an ID token must be before the centre believes it (OpenID Connect Core 1.0, 3.1.3.7), and whom it names here."""

from __future__ import annotations

from datetime import datetime
from math import nan
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from surveyor_app.central.storage.config import OidcConfig
from surveyor_app.domain.wire_errors import NotSignedIn

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519"]
"""Signatures of a key that only the issuer has: not ``none``, and no secret that others know too."""
LEEWAY_S = 60
OLDEST_S = 600


def account_named(config: OidcConfig, token: str, keys: KeySet, nonce: str, now: datetime) -> str:
    """Return the user name that a token stands for.

    Raises:
        NotSignedIn: it is forged, of another issuer, for somebody else, not valid now, of another sign-in, or names nobody.
    """
    try:
        claims: dict[str, Any] = jwt.decode(token, keys, algorithms=ALGORITHMS).claims
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise NotSignedIn(reason="id_token: signature") from error
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    parties = claims.get("azp", config.client_id if len(audiences) == 1 else None)
    seconds = now.timestamp()
    wrong = {
        "iss": claims.get("iss") != config.issuer,
        "aud": config.client_id not in audiences,
        "azp": parties != config.client_id,
        # What is no number compares to nothing, and is wrong.
        "exp": not seconds < _number(claims, "exp") + LEEWAY_S,
        "iat": not seconds - OLDEST_S <= _number(claims, "iat") <= seconds + LEEWAY_S,
        "nbf": "nbf" in claims and not _number(claims, "nbf") <= seconds + LEEWAY_S,
        "nonce": not nonce or claims.get("nonce") != nonce,
        "email_verified": config.claim == "email" and claims.get("email_verified") is not True,
    }
    if any(wrong.values()):
        raise NotSignedIn(reason=f"id_token: {', '.join(name for name, is_wrong in wrong.items() if is_wrong)}")
    user = claims.get(config.claim)
    if not isinstance(user, str) or not user:
        raise NotSignedIn(reason=f"id_token: no {config.claim}")
    return user


def _number(claims: dict[str, Any], name: str) -> float:
    value = claims.get(name)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else nan
