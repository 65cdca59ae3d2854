"""A secret that only whoever has a token and its PIN can work out: the token does so with a key that never leaves it.

Nothing of the secret lies anywhere: the same key answers the same question in the same way each time. That holds for a secret key
(HMAC), a key of AES and one of RSA, of which the token has at least one kind. A copy of the token that its maker's software made
answers alike; without one, whoever loses the token loses the secret.
"""

from __future__ import annotations

import hashlib
from typing import Any

from surveyor_app.domain.errors import TokenFailed, TokenKeyMissing
from surveyor_app.report.signatures.tokens import Token, pkcs11_library


def derive_secret(token: Token, label: str, purpose: bytes) -> bytes:
    """Return at least 32 bytes that follow from a key on the token and from what they are for.

    Raises:
        TokenKeyMissing: the token has no such key, or several.
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: the token cannot be used.
    """
    pkcs11 = pkcs11_library()
    mechanism, attribute = pkcs11.Mechanism, pkcs11.Attribute
    with token.opened() as session:
        held = [
            key
            for kind in (pkcs11.ObjectClass.SECRET_KEY, pkcs11.ObjectClass.PRIVATE_KEY)
            for key in session.get_objects({attribute.CLASS: kind})
        ]
        fitting = [key for key in held if key.label == label]
        if len(fitting) != 1:
            found = ", ".join(sorted({str(key.label) for key in held}))
            raise TokenKeyMissing(token=token.label, found=found or "–")
        key, digest = fitting[0], hashlib.sha256(purpose).digest()
        ask: Any = {
            pkcs11.KeyType.GENERIC_SECRET: lambda: key.sign(digest, mechanism=mechanism.SHA256_HMAC),
            pkcs11.KeyType.SHA256_HMAC: lambda: key.sign(digest, mechanism=mechanism.SHA256_HMAC),
            pkcs11.KeyType.AES: lambda: key.encrypt(digest, mechanism=mechanism.AES_CBC, mechanism_param=bytes(16)),
            pkcs11.KeyType.RSA: lambda: key.sign(digest, mechanism=mechanism.SHA256_RSA_PKCS),
        }.get(key.key_type)
        if ask is None:
            # Others sign differently each time.
            raise TokenFailed(token=token.label, reason=f"{key.key_type.name} keys give no secret")
        return bytes(ask())
