"""``surveyor central device …``: which laptops the centre certified, and taking that back; with it, locking out a person."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from surveyor_app.cli.central_places import centre, office_at, place
from surveyor_app.cli.output import Output
from surveyor_app.wording.translation import tr

WHY = ("lost", "left", "replaced")


def add(inner: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    device = inner.add_parser("device", help=tr("laptops: list, revoke"), parents=[common])
    devices = device.add_subparsers(metavar="VERB", required=True)
    listing = devices.add_parser("list", help=tr("list the laptops that were certified"), parents=[common, place()])
    listing.set_defaults(run=_list)
    revoke = devices.add_parser("revoke", help=tr("take back what was given to a laptop"), parents=[common, place()])
    revoke.add_argument("device", help=tr("device id"))
    revoke.add_argument("--why", choices=WHY, default=WHY[0], help=tr("why (default: lost)"))
    revoke.set_defaults(run=_revoke)


def disable_user(arguments: argparse.Namespace, output: Output) -> int:
    """Let a person sign in no more, on any laptop."""
    if arguments.server:
        with office_at(arguments) as office:
            revoked = office.disable_user(arguments.user)
    else:
        revoked = centre().disable_user(arguments.data, arguments.user)
    output.say(tr("{user} may sign in no more.", user=arguments.user))
    output.say(tr("%n certificates were taken back.", n=revoked))
    output.result({"user": arguments.user, "revoked": revoked})
    return 0


def _revoke(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            revoked = office.revoke_device(arguments.device, arguments.why)
    else:
        revoked = centre().revoke_device(arguments.data, arguments.device, arguments.why)
    output.say(tr("%n certificates were taken back.", n=revoked))
    output.result({"device": arguments.device, "revoked": revoked})
    return 0


def _list(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            lines = list(office.list_devices())
    else:
        lines = centre().list_devices(arguments.data)
    output.table(
        [(line.user, line.device, tr("revoked") if line.revoked_at else "", line.revoked_at) for line in lines]
    )
    output.result([asdict(line) for line in lines])
    return 0
