"""Which time-stamp authority a command asks: the one on the command line, else that of the settings."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from surveyor_app import settings
from surveyor_app.cli.output import Output
from surveyor_app.domain.errors import InputError
from surveyor_app.settings import TimestampSettings
from surveyor_app.wording.translation import tr


def add_authority(parser: argparse.ArgumentParser) -> None:
    """Add the options that name the authority."""
    parser.add_argument(
        "--timestamp",
        metavar="URL",
        help=tr("have this time-stamp authority (RFC 3161) confirm the time (default: that of the settings)"),
    )
    add_root(parser)


def add_root(parser: argparse.ArgumentParser) -> None:
    """Add the option that names who vouches for the authority."""
    parser.add_argument(
        "--timestamp-root",
        type=Path,
        metavar="PEM",
        help=tr("certificates that vouch for the time-stamp authority (default: those of the settings)"),
    )


def chosen_authority(arguments: argparse.Namespace, output: Output) -> TimestampSettings | None:
    """Return the authority that is named; none where nobody named one.

    Raises:
        InputError: what the command line names is no address.
    """
    found = settings.load(settings.default_settings_path())
    for problem in found.problems:
        output.say(tr("Not used from the settings: {problem}", problem=problem))
    chosen = found.settings.timestamp
    url = getattr(arguments, "timestamp", None)
    if url is not None:
        if not url.lower().startswith(("http://", "https://")):
            raise InputError(field="timestamp", reason="not a URL")
        # Those who vouch for the one of the settings say nothing of another.
        is_same = chosen is not None and chosen.url == url
        chosen = chosen if is_same else TimestampSettings(url)
    if arguments.timestamp_root is not None:
        chosen = replace(chosen or TimestampSettings(""), authority=arguments.timestamp_root)
    return chosen
