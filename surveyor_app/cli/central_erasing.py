"""``surveyor central erase …``: take away what the law demands (PIPL art. 47), by two people of the office."""

from __future__ import annotations

import argparse
from datetime import date

from surveyor_app.cli.central_places import centre, office_at, place
from surveyor_app.cli.output import Output
from surveyor_app.cli.passphrases import OFFICE_PASSWORD, SECOND_PASSWORD, read_secret
from surveyor_app.domain.journal.demands import Demand
from surveyor_app.protocol.messages import EraseBodies
from surveyor_app.wording.translation import tr


def add(inner: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    erase = inner.add_parser(
        "erase", help=tr("erase what the law demands, by two people of the office"), parents=[common, place()]
    )
    erase.add_argument("case", help=tr("case id"))
    erase.add_argument(
        "--record", action="append", default=[], metavar="ID", help=tr("record of which everything said is erased")
    )
    erase.add_argument(
        "--body", action="append", default=[], metavar="SHA256", help=tr("body of a single line that is erased")
    )
    erase.add_argument("--basis", required=True, metavar="TEXT", help=tr("on what basis; journaled"))
    erase.add_argument(
        "--due", required=True, type=date.fromisoformat, metavar="DATE", help=tr("until when, as 2026-12-31; journaled")
    )
    erase.add_argument(
        "--agreed-by", required=True, metavar="NAME", help=tr("second office account, which signs in as well")
    )
    erase.set_defaults(run=_erase)


def _erase(arguments: argparse.Namespace, output: Output) -> int:
    # Before anybody is asked for a password: two different people, and a basis.
    demand = Demand(arguments.basis, arguments.due, arguments.office_user, arguments.agreed_by)
    office = None if arguments.data else office_at(arguments)
    first = "" if office is not None else read_secret(OFFICE_PASSWORD, tr("Office password"))
    message = EraseBodies(
        demand.basis,
        demand.due_on.isoformat(),
        demand.agreed_by,
        read_secret(SECOND_PASSWORD, tr("Office password of {user}", user=demand.agreed_by)),
        tuple(arguments.record),
        tuple(arguments.body),
    )
    if office is None:
        erased = centre().erase(arguments.data, arguments.case, (demand.asked_by, first), message)
    else:
        with office:
            erased = office.erase(arguments.case, message)
    output.say(tr("%n bodies were erased, here and wherever they were sent.", n=erased))
    output.result({"case": arguments.case, "erased": erased, **demand.fields()})
    return 0
