"""The secret under which a centre's private keys lie encrypted: from the environment or a file, never from an argument."""

from __future__ import annotations

import os
from pathlib import Path

from surveyor_app.domain.errors import InputError

KEY = "SURVEYOR_CENTRE_KEY"
KEY_FILE = "SURVEYOR_CENTRE_KEY_FILE"


def centre_key(file: Path | None = None) -> bytes | None:
    """Return the secret, ``None`` when there is none: of the file given, of the one the environment names, or as it says.

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
