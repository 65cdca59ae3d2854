"""The insurer's own sign-in service (OpenID Connect) as the centre talks to it: where its parts are, its keys, codes for tokens.

Everything goes to the addresses that the configured issuer names, over https; plain http only on this very machine. No redirect
is followed, and no answer is read beyond what such answers need.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from surveyor_app.central.storage.config import OidcConfig
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.wire_errors import NotSignedIn, Unreachable

TIMEOUT_S = 10
LARGEST = 1 << 20
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Provider:
    """What the issuer says of itself (OpenID Connect Discovery 1.0, 3)."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str


def require_safe(url: str) -> str:
    """Return an address to which secrets may go.

    Raises:
        InputError: it is neither https nor on this machine.
    """
    parts = urlsplit(url)
    if not parts.hostname or (parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL)):
        raise InputError(field="oidc_issuer", reason="not a URL")
    return url


def discover(config: OidcConfig) -> Provider:
    """Ask the issuer where its parts are.

    Raises:
        Unreachable: it does not answer, or not as such a service does.
        InputError: an address is not safe.
    """
    found = _json(Request(require_safe(config.issuer.rstrip("/") + "/.well-known/openid-configuration")))
    told = {name: found.get(name) for name in ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri")}
    if not all(isinstance(value, str) for value in told.values()) or told["issuer"] != config.issuer:
        # Discovery 1.0, 4.3: exactly the issuer that was asked.
        raise Unreachable(server=config.issuer, reason="it is another issuer")
    for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
        require_safe(str(told[name]))
    return Provider(**{name: str(value) for name, value in told.items()})


def read_keys(provider: Provider) -> KeySet:
    """Return the keys with which it signs now.

    Raises:
        Unreachable: it does not answer, or not with keys.
    """
    try:
        return KeySet.import_key_set(_json(Request(provider.jwks_uri)))  # type: ignore[arg-type]
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise Unreachable(server=provider.issuer, reason="its keys cannot be read") from error


def redeem(config: OidcConfig, provider: Provider, code: str, verifier: str, redirect_uri: str) -> str:
    """Return the ID token for a code (RFC 6749, 4.1.3; RFC 7636, 4.5).

    Raises:
        NotSignedIn: the code is refused.
        Unreachable: it does not answer.
    """
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri, "code_verifier": verifier}
    request = Request(provider.token_endpoint, urlencode({**form, "client_id": config.client_id}).encode())
    # RFC 6749, 2.3.1: each part encoded as a form's first.
    secret = f"{quote(config.client_id, safe='')}:{quote(config.client_secret, safe='')}"
    request.add_header("authorization", f"Basic {b64encode(secret.encode()).decode()}")
    token = _json(request).get("id_token")
    if not isinstance(token, str):
        raise NotSignedIn(reason="id_token")
    return token


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        return None


_OPENER = build_opener(_NoRedirects())


def _json(request: Request) -> Mapping[str, Any]:
    request.add_header("accept", "application/json")
    try:
        with _OPENER.open(request, timeout=TIMEOUT_S) as answer:
            found = json.loads(answer.read(LARGEST))
    except URLError as error:
        if 400 <= getattr(error, "code", 0) < 500 and request.data is not None:
            raise NotSignedIn(reason="code") from error
        raise Unreachable(server=request.host or "", reason=type(error).__name__) from error
    except (OSError, ValueError, HTTPException) as error:
        raise Unreachable(server=request.host or "", reason=type(error).__name__) from error
    if not isinstance(found, dict):
        raise Unreachable(server=request.host or "", reason="its answer cannot be read")
    return found
