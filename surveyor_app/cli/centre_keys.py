"""The secret under which a centre's private keys lie encrypted: of the environment, a file or a token, never of an argument."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from surveyor_app.cli.passphrases import PKCS11_PIN, read_secret
from surveyor_app.domain.errors import (
    InputError,
    TokenFailed,
    TokenKeyMissing,
    TokenModuleMissing,
    TokenNotFound,
    TokenPinWrong,
)
from surveyor_app.domain.wire_errors import CentreKeysLocked
from surveyor_app.report.signatures.token_secrets import derive_secret
from surveyor_app.report.signatures.tokens import Token
from surveyor_app.wording.translation import tr

KEY = "SURVEYOR_CENTRE_KEY"
KEY_FILE = "SURVEYOR_CENTRE_KEY_FILE"
MODULE = "SURVEYOR_CENTRE_PKCS11"
TOKEN = "SURVEYOR_CENTRE_TOKEN"
TOKEN_KEY = "SURVEYOR_CENTRE_TOKEN_KEY"

_PURPOSE = b"the private keys of a Surveyor centre, 1"


@dataclass(frozen=True, slots=True)
class CentreKeys:
    """The secret that counts, and the one before it, from which keys are moved."""

    key: bytes | None = field(repr=False)
    before: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where the secret is, as options say it; what they leave open the environment says."""

    file: Path | None = None
    module: Path | None = None
    token: str | None = None
    token_key: str | None = None


def centre_keys(place: KeyPlace | None = None) -> CentreKeys:
    """Return the secret, which is that of a token where one is named; one that is given beside it was that before.

    Raises:
        InputError: the file cannot be read, or a token is named only in part.
        SecretMissing: nothing says the token's PIN.
        CentreKeysLocked: the token gives no secret.
    """
    place = place or KeyPlace()
    written = centre_key(place.file)
    module = place.module or (Path(os.environ[MODULE]) if os.environ.get(MODULE) else None)
    token = place.token or os.environ.get(TOKEN)
    label = place.token_key or os.environ.get(TOKEN_KEY)
    if module is None and token is None and label is None:
        return CentreKeys(written)
    for name, value in (("pkcs11", module), ("token", token), ("token_key", label)):
        if value is None:
            raise InputError(field=name, reason="missing")
    assert module is not None
    assert token is not None
    assert label is not None
    pin = read_secret(PKCS11_PIN, tr("PIN of {token}", token=token))
    return CentreKeys(_of_token(Token(module, token, pin), label), written)


def centre_key(file: Path | None = None) -> bytes | None:
    """Return the secret that is written down, ``None`` when there is none: in the file given, or as the environment says.

    Raises:
        InputError: the file cannot be read.
    """
    named = file or (Path(os.environ[KEY_FILE]) if os.environ.get(KEY_FILE) else None)
    if named is not None:
        try:
            return named.read_bytes().strip()
        except OSError as error:
            raise InputError(field="key_file", reason=error.strerror, path=str(named)) from error
    told = os.environ.get(KEY)
    return os.fsencode(told) if told else None


def _of_token(token: Token, label: str) -> bytes:
    try:
        return derive_secret(token, label, _PURPOSE)
    except TokenModuleMissing as error:
        raise CentreKeysLocked(reason="the module of the token cannot be loaded") from error
    except TokenNotFound as error:
        raise CentreKeysLocked(reason="the token is not there") from error
    except TokenPinWrong as error:
        raise CentreKeysLocked(reason="the PIN does not open the token") from error
    except TokenKeyMissing as error:
        raise CentreKeysLocked(reason="the token has no such key, or several") from error
    except TokenFailed as error:
        raise CentreKeysLocked(reason="the token cannot do it") from error
