"""What the program is made of: its version, its licence, and those of the libraries it carries."""

from __future__ import annotations

import platform
import re
from importlib import metadata

from PySide6.QtCore import qVersion

from surveyor_app import __version__

_NAME = "surveyor-app"
_REQUIREMENT = re.compile(r"^[A-Za-z0-9._-]+")


def version() -> str:
    """Return the version of the program."""
    return __version__


def versions() -> list[tuple[str, str, str]]:
    """Return (name, version, licence) of the program, of Python and Qt, and of every library it asks for."""
    rows = [
        ("Surveyor", version(), "Apache-2.0"),
        ("Python", platform.python_version(), "PSF-2.0"),
        ("Qt", qVersion(), "LGPL-3.0-only"),
    ]
    for name in sorted(_libraries(), key=str.casefold):
        try:
            rows.append((name, metadata.version(name), _licence(name)))
        except metadata.PackageNotFoundError:
            continue  # not part of this installation
    return rows


def _libraries() -> set[str]:
    wanted = (metadata.requires(_NAME) or []) if _is_known(_NAME) else []
    found = (_REQUIREMENT.match(line) for line in wanted if "extra ==" not in line)
    return {match.group(0) for match in found if match is not None}


def _is_known(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _licence(name: str) -> str:
    """Return what a library says of its licence: by the newer key, the older one, or its classifiers."""
    about = metadata.metadata(name)
    given = about.get_all("License-Expression") or []
    classified = [
        line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier") or [] if line.startswith("License ::")
    ]
    older = [line[:60] for line in about.get_all("License") or [] if "Copyright" not in line]
    return ", ".join(given or classified or older) or "—"
