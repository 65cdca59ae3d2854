"""``surveyor central backup`` and ``restore``: a copy of a whole centre, and a centre made of it."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from surveyor_app.cli.central_places import centre
from surveyor_app.cli.output import Output
from surveyor_app.wording.translation import tr


def add(inner: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    backup = inner.add_parser("backup", help=tr("copy the whole centre while it serves, read back"), parents=[common])
    _add_places(backup)
    backup.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help=tr("folder of the backup; brought up to date")
    )
    backup.set_defaults(run=_backup)
    restore = inner.add_parser("restore", help=tr("make a centre from a backup"), parents=[common])
    restore.add_argument("backup", type=Path, help=tr("folder of the backup"))
    _add_places(restore)
    restore.set_defaults(run=_restore)


def _add_places(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help=tr("the centre's own folder"))
    parser.add_argument("--database", metavar="URL", help=tr("SQLAlchemy URL (default: SQLite in DIR)"))
    parser.add_argument("--store", metavar="URL", help=tr("folder or object store (default: in DIR)"))


def _backup(arguments: argparse.Namespace, output: Output) -> int:
    places = (arguments.data, arguments.database, arguments.store)
    done = centre().back_up(*places, arguments.out, output.progress)
    output.say(
        tr(
            "Backed up to {path} and read back: {blobs} originals, reports and previews, {copied} of them new.",
            path=arguments.out,
            blobs=done.blobs,
            copied=done.copied,
        )
    )
    for sha256 in done.damaged:
        output.say(tr("Lost or changed at the centre, and not in the backup: SHA-256 {sha256}.", sha256=sha256))
    output.result({"out": arguments.out, **asdict(done)})
    return 1 if done.damaged else 0


def _restore(arguments: argparse.Namespace, output: Output) -> int:
    places = (arguments.data, arguments.database, arguments.store)
    done = centre().restore(arguments.backup, *places, output.progress)
    output.say(
        tr(
            "The centre in {path} is as it was when it was backed up; laptops bring back what they delivered since.",
            path=arguments.data,
        )
    )
    output.result({"data": arguments.data, **asdict(done)})
    return 0
