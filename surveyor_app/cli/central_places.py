"""Where the centre of a command is: a folder of this machine, or a server at a distance with an office account."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from types import ModuleType

from surveyor_app.cli.passphrases import OFFICE_PASSWORD, read_secret
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.sync.office import OfficeClient
from surveyor_app.wording.translation import tr

OFFICE = "office"
ADMINISTRATOR = "administrator"


def place() -> argparse.ArgumentParser:
    """Return the options that say where the centre is."""
    parent = argparse.ArgumentParser(add_help=False)
    place = parent.add_mutually_exclusive_group(required=True)
    place.add_argument("--data", type=Path, metavar="DIR", help=tr("the centre's own folder"))
    place.add_argument("--server", metavar="URL", help=tr("a centre at a distance"))
    parent.add_argument("--office-user", default=OFFICE, metavar="NAME", help=tr("office account for --server"))
    return parent


def centre() -> ModuleType:
    """Return the module that works with the centre: an extra, so absent from a surveyor's laptop.

    Raises:
        InstallationIncomplete: the extra ``central`` is not installed.
    """
    try:
        return importlib.import_module("surveyor_app.cli.centre_access")
    except ModuleNotFoundError as error:
        raise InstallationIncomplete(what="surveyor-app[central]", path=error.name or "", tried=[]) from error


def office_at(arguments: argparse.Namespace) -> OfficeClient:
    """Sign in to the centre at a distance that the arguments name."""
    return OfficeClient(arguments.server, arguments.office_user, read_secret(OFFICE_PASSWORD, tr("Office password")))
