"""Secrets of a command: from the environment or a prompt; without either an error at once, never a hang."""

from __future__ import annotations

import getpass
import os
import sys

from surveyor_app.domain.errors import SecretMissing

PASSPHRASE = "SURVEYOR_PASSPHRASE"
P12_PASSPHRASE = "SURVEYOR_P12_PASSPHRASE"
PKCS11_PIN = "SURVEYOR_PKCS11_PIN"
ENROLL_CODE = "SURVEYOR_ENROLL_CODE"
RECOVERY_CODE = "SURVEYOR_RECOVERY_CODE"
OFFICE_PASSWORD = "SURVEYOR_OFFICE_PASSWORD"
NEW_PASSWORD = "SURVEYOR_NEW_PASSWORD"
SECOND_PASSWORD = "SURVEYOR_SECOND_PASSWORD"


def read_secret(variable: str, prompt: str) -> str:
    """Return the secret of ``variable``, or ask for it on the terminal.

    Raises:
        SecretMissing: when it is not set and there is no terminal to ask on.
    """
    value = os.environ.get(variable)
    if value is not None:
        return value
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise SecretMissing(variable=variable)
    return getpass.getpass(f"{prompt}: ", stream=sys.stderr)
