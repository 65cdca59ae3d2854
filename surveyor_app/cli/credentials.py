"""With what a command signs: the enrolled certificate, a PKCS#12 file, or a smart card or token."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app import settings
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.cli.passphrases import P12_PASSPHRASE, PKCS11_PIN, read_secret
from surveyor_app.domain.errors import InputError
from surveyor_app.operations.report.reporting import credential_from_file, surveyor_credential
from surveyor_app.operations.report.tokens import credential_from_token
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.tokens import Token
from surveyor_app.settings import TokenSettings
from surveyor_app.wording.translation import tr


def add_credential(parser: argparse.ArgumentParser) -> None:
    """Add the options that name it."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--certificate", type=Path, metavar="P12", help=tr("sign with this PKCS#12 instead of the enrolled one")
    )
    which.add_argument(
        "--token",
        metavar="LABEL",
        help=tr("sign with the smart card or token of this name; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt"),
    )
    parser.add_argument(
        "--pkcs11",
        type=Path,
        metavar="MODULE",
        help=tr("the module of the card's own software (default: that of the settings)"),
    )
    parser.add_argument("--key", metavar="LABEL", help=tr("which certificate of the token, where it has several"))


def chosen_credential(arguments: argparse.Namespace, profile: Profile) -> Credential:
    """Return what was named, else the certificate that enrolment gave.

    Raises:
        InputError: a token is named, and no module to reach it by.
        CertificateUnreadable, TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenKeyMissing, TokenFailed: as they say.
        NotEnrolled: nothing is named, and there is none.
    """
    if arguments.certificate:
        return credential_from_file(
            arguments.certificate, read_secret(P12_PASSPHRASE, tr("Passphrase of the certificate"))
        )
    token = _chosen_token(arguments)
    if token is None:
        return surveyor_credential(profile)
    pin = read_secret(PKCS11_PIN, tr("PIN of {token}", token=token.label))
    return credential_from_token(Token(token.module, token.label, pin), token.key)


def _chosen_token(arguments: argparse.Namespace) -> TokenSettings | None:
    """Return the token that is named; what the settings say completes it, and is not used unless it is asked for."""
    if not (arguments.token or arguments.pkcs11):
        return None
    known = settings.load(settings.default_settings_path()).settings.token
    module = arguments.pkcs11 or (known.module if known else None)
    label = arguments.token or (known.label if known else None)
    if module is None or label is None:
        raise InputError(field="token" if label is None else "pkcs11", reason="missing")
    is_known = known is not None and known.label == label
    return TokenSettings(module, label, arguments.key or (known.key if known is not None and is_known else None))
