"""Whether a centre is still the one that enrolled this laptop: it goes by the certificate of its authority.

A server that moved, was set up anew, or that somebody put in its place has another. Then nothing secret is sent to it, and only a
person who compared the fingerprints lets the laptop be enrolled there.
"""

from __future__ import annotations

import hashlib

from surveyor_app.domain.wire_errors import AuthorityChanged

_GROUP = 4


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) as it is read aloud and compared."""
    digest = hashlib.sha256(certificate).hexdigest()
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def require_same(server: str, known: bytes, found: bytes | None, accepted: str | None = None) -> None:
    """Refuse another authority, unless its fingerprint is the one that a person accepted, however that is written.

    Raises:
        AuthorityChanged: it is another. Data: ``server``, ``known``, ``found``.
    """
    if found is None or found == known:
        return
    if accepted is None or _digits(accepted) != _digits(fingerprint(found)):
        raise AuthorityChanged(server=server, known=fingerprint(known), found=fingerprint(found))


def _digits(text: str) -> str:
    return "".join(text.lower().replace(":", "").split())
