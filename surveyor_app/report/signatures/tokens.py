"""Signing with a key that never leaves its smart card or token: PKCS#11 (OASIS), through the module that its maker provides.

Needs python-pkcs11, an extra of the installation. A session lasts as long as one reading or one signature: whoever pulls the
card out in between is told so when the next one begins.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.domain.errors import (
    TokenFailed,
    TokenKeyMissing,
    TokenModuleMissing,
    TokenNotFound,
    TokenPinWrong,
)


@dataclass(frozen=True, slots=True)
class Token:
    """Which token: the maker's module (a library file), the token's label, and what opens it; the PIN appears in no repr."""

    module: Path
    label: str
    pin: str = field(repr=False)

    @contextmanager
    def opened(self) -> Iterator[Any]:
        """Yield a session in which the PIN was given.

        Raises:
            TokenModuleMissing, TokenNotFound, TokenPinWrong: it does not come to a session.
            TokenFailed: something else went wrong, here or while it lasted.
        """
        library = pkcs11_library()
        failures = library.exceptions
        try:
            with self._found(library).open(user_pin=self.pin) as session:
                yield session
        except (failures.NoSuchToken, failures.MultipleTokensReturned, failures.TokenNotPresent) as error:
            raise TokenNotFound(token=self.label, module=str(self.module)) from error
        except (failures.PinIncorrect, failures.PinInvalid, failures.PinLenRange) as error:
            raise TokenPinWrong(token=self.label) from error
        except failures.PKCS11Error as error:
            raise TokenFailed(token=self.label, reason=f"{type(error).__name__} {error}".strip()) from error

    def _found(self, library: Any) -> Any:
        try:
            module = library.lib(str(self.module))
        except library.exceptions.PKCS11Error as error:
            raise TokenModuleMissing(path=str(self.module), reason=str(error)) from error
        try:
            return module.get_token(token_label=self.label)
        except library.exceptions.NoSuchToken:
            # Some modules look for cards only when they are loaded; this one may have been put in since.
            module.reinitialize()
            return module.get_token(token_label=self.label)


@dataclass(frozen=True, slots=True)
class TokenKey:
    """A private key on a token, by its id there."""

    token: Token
    id: bytes
    certificate: bytes
    chain: tuple[bytes, ...]

    @contextmanager
    def signer(self) -> Iterator[Any]:
        """Yield what signs a PDF with the key.

        Raises:
            TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: the token cannot be used.
        """
        pkcs11_signing = importlib.import_module("pyhanko.sign.pkcs11")
        is_elliptic = isinstance(
            x509.load_der_x509_certificate(self.certificate).public_key(), ec.EllipticCurvePublicKey
        )
        with self.token.opened() as session:
            yield pkcs11_signing.PKCS11Signer(
                session,
                signing_cert=asn1_x509.Certificate.load(self.certificate),
                ca_chain=[asn1_x509.Certificate.load(issuer) for issuer in self.chain],
                key_id=self.id,
                # Hashing and ECDSA in one step is what few tokens know.
                use_raw_mechanism=is_elliptic,
            )


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate with its private key on a token, by label and id there."""

    label: str
    id: bytes
    certificate: x509.Certificate
    issuers: tuple[x509.Certificate, ...]

    def key(self, token: Token) -> TokenKey:
        """Return the key, to sign with."""
        der = self.certificate.public_bytes(Encoding.DER)
        return TokenKey(token, self.id, der, tuple(issuer.public_bytes(Encoding.DER) for issuer in self.issuers))


def list_held(token: Token) -> list[Held]:
    """Return the certificates whose private keys are on the token and can sign, in the order of their labels.

    Raises:
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: the token cannot be read.
    """
    library = pkcs11_library()
    of_kind, label, id_, value = (getattr(library.Attribute, name) for name in ("CLASS", "LABEL", "ID", "VALUE"))
    with token.opened() as session:
        keys = {bytes(key[id_]) for key in session.get_objects({of_kind: library.ObjectClass.PRIVATE_KEY})}
        found = [
            (str(item[label] or ""), bytes(item[id_] or b""), bytes(item[value]))
            for item in session.get_objects({of_kind: library.ObjectClass.CERTIFICATE})
        ]
    certificates = [
        (name, id_, certificate) for name, id_, der in found if (certificate := _certificate(der)) is not None
    ]
    authorities = tuple(certificate for _name, _id, certificate in certificates if _is_authority(certificate))
    held = [
        Held(name, id_, certificate, authorities)
        for name, id_, certificate in certificates
        if id_ in keys and isinstance(certificate.public_key(), ec.EllipticCurvePublicKey | rsa.RSAPublicKey)
    ]
    return sorted(held, key=lambda item: (item.label, item.id))


def choose_held(token: Token, label: str | None = None) -> Held:
    """Return the certificate with this label, or the only one.

    Raises:
        TokenKeyMissing: there is none, or several and no label tells which.
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: the token cannot be read.
    """
    held = list_held(token)
    fitting = [item for item in held if label is None or item.label == label]
    if len(fitting) != 1:
        raise TokenKeyMissing(token=token.label, found=", ".join(item.label for item in held) or "–")
    return fitting[0]


def pkcs11_library() -> Any:
    """Return python-pkcs11, loaded only where a token is used.

    Raises:
        TokenModuleMissing: it is not installed.
    """
    try:
        importlib.import_module("pkcs11.exceptions")
        return importlib.import_module("pkcs11")
    except ImportError as error:
        raise TokenModuleMissing(path="python-pkcs11", reason="not installed") from error


def _certificate(der: bytes) -> x509.Certificate | None:
    try:
        certificate = x509.load_der_x509_certificate(der)
        certificate.public_key()
    except (ValueError, UnsupportedAlgorithm):
        return None
    return certificate


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return bool(certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca)
    except x509.ExtensionNotFound:
        return False
