"""Finds the data that comes with the program: resources and migrations.

They lie beside the package in a checkout, inside it in an installed wheel (``surveyor_app/_data``), and where the
packer unpacks them in a packaged program (``sys._MEIPASS``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from surveyor_app.domain.errors import InstallationIncomplete

_PACKAGE = Path(__file__).resolve().parent


def resources_dir() -> Path:
    """Folder of icons, languages, templates and fonts.

    Raises:
        InstallationIncomplete: the installation is not complete.
    """
    return _find("resources")


def migrations_dir() -> Path:
    """Folder of the Alembic chains.

    Raises:
        InstallationIncomplete: the installation is not complete.
    """
    return _find("migrations")


def _find(name: str) -> Path:
    tried = [root / name for root in _roots()]
    for folder in tried:
        if folder.is_dir():
            return folder
    raise InstallationIncomplete(what=name, path=str(tried[0]), tried=[str(folder) for folder in tried])


def _roots() -> list[Path]:
    """Where data may lie, nearest first; a packaged program never looks outside itself."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        return [Path(unpacked) / "surveyor_app" / "_data", Path(unpacked)]
    return [_PACKAGE / "_data", _PACKAGE.parent]
