"""``surveyor timestamp``: has the signatures of a PDF last."""

from __future__ import annotations

import argparse
from pathlib import Path

from surveyor_app.cli.opening import own_enrolment
from surveyor_app.cli.output import Output
from surveyor_app.cli.timestamping import add_authority, chosen_authority
from surveyor_app.domain.errors import InputError
from surveyor_app.operations.cases.verifying import read_pdf, read_roots
from surveyor_app.operations.editing.handing_out import hand_out, require_place
from surveyor_app.operations.report.lasting import LEVELS, Lasting, Proofs, make_last, read_lists
from surveyor_app.operations.report.timestamping import timestamp_authority, timestamp_roots
from surveyor_app.report.signatures.levels import PadesLevel
from surveyor_app.sync.revocation_lists import fetch_revocation_list
from surveyor_app.wording.translation import tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verb."""
    timestamp = verbs.add_parser("timestamp", parents=[common])
    timestamp.add_argument("pdf", type=Path, metavar="PDF", help=tr("a signed report"))
    timestamp.add_argument("--out", type=Path, required=True, metavar="PDF", help=tr("the file to write"))
    add_authority(timestamp)
    timestamp.add_argument(
        "--level",
        choices=[level.value for level in LEVELS],
        default=PadesLevel.B_LTA.value,
        help=tr(
            "how long it shall last: B-T the time is confirmed, B-LT with proofs, B-LTA with a time stamp over them"
        ),
    )
    timestamp.add_argument(
        "--crl",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help=tr(
            "a list of revoked certificates, may be given several times (default: from where the certificates say)"
        ),
    )
    timestamp.add_argument(
        "--root",
        type=Path,
        metavar="PEM",
        help=tr("the authority's certificate to trust (default: that of the profile)"),
    )
    timestamp.set_defaults(run=_timestamp)


def _timestamp(arguments: argparse.Namespace, output: Output) -> int:
    require_place(arguments.out)
    chosen = chosen_authority(arguments, output)
    authority = timestamp_authority(chosen)
    if authority is None:
        raise InputError(field="timestamp", reason="no time-stamp authority is named")
    enrolment = own_enrolment(arguments)
    centre = None if enrolment is None else (enrolment.ca_der, enrolment.server)
    roots = read_roots(arguments.root) if arguments.root else [enrolment.ca_der] if enrolment else []
    lists = read_lists(arguments.crl)
    proofs = Proofs((*roots, *timestamp_roots(chosen)), lists, fetch_revocation_list, centre)
    made = make_last(read_pdf(arguments.pdf), authority, proofs, PadesLevel(arguments.level))
    hand_out(arguments.out, made.pdf)
    return _tell(made, arguments.out, output)


def _tell(made: Lasting, path: Path, output: Output) -> int:
    output.say(tr("{path}: the signatures reach the level {level} of PAdES.", path=path, level=made.level.value))
    for item in made.unproven:
        tried = "".join(f" ({where})" for where in item.tried)
        output.say(
            tr(
                "Not proven: that nobody on whom the certificate of {name} rests was revoked{tried}. Name the lists with"
                " --crl, and the authorities with --root and --timestamp-root.",
                name=item.name,
                tried=tried,
            )
        )
    output.result(
        {
            "path": path,
            "level": made.level.value,
            "unproven": [{"name": item.name, "tried": list(item.tried)} for item in made.unproven],
        }
    )
    return 1 if made.unproven else 0
