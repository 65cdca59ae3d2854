"""The operating system's keyring: keeps one short secret, so that the passphrase need not be typed at every start.

Where there is no working keyring (a bare Linux without a secret service) nothing is kept and nothing replaces it.
"""

from __future__ import annotations

import logging
from typing import Protocol

import keyring
from keyring.errors import KeyringError

_log = logging.getLogger(__name__)
_SERVICE = "surveyor"


class Vault(Protocol):
    """A place for short secrets by name; ``None`` and ``False`` say that it does not work here."""

    def get(self, name: str) -> str | None:
        """Return the secret kept under ``name``."""

    def keep(self, name: str, secret: str) -> bool:
        """Keep a secret of at most 64 characters; tell whether it is kept."""


class OsVault:
    """The user's own keyring.

    Windows refuses secrets beyond about 1,280 characters (jaraco/keyring #355): only one wrapping key is kept here.
    """

    def get(self, name: str) -> str | None:
        """Return the secret kept under ``name``, ``None`` when there is none or the keyring does not work."""
        try:
            secret = keyring.get_password(_SERVICE, name)
        except (KeyringError, RuntimeError, OSError) as error:
            _log.info("keyring cannot be read: %s", error)
            return None
        return secret if isinstance(secret, str) else None

    def keep(self, name: str, secret: str) -> bool:
        """Keep a secret; believed only once it can be read back (the null backend takes everything and keeps nothing)."""
        try:
            keyring.set_password(_SERVICE, name, secret)
        except (KeyringError, RuntimeError, OSError) as error:
            _log.info("keyring cannot be written: %s", error)
            return False
        return self.get(name) == secret
