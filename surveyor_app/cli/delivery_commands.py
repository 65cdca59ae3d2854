"""``surveyor enroll`` and ``surveyor sync``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.cli.code_words import receipt_word, value_word
from surveyor_app.cli.errors import sentence_of
from surveyor_app.cli.opening import opened_case, opened_profile
from surveyor_app.cli.output import Output
from surveyor_app.cli.passphrases import ENROLL_CODE, read_secret
from surveyor_app.domain.wire_errors import CentreLost
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import only_here_count
from surveyor_app.operations.cases.pulling import FetchOutcome, fetch_originals, own_absent
from surveyor_app.wording.translation import tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    enroll = verbs.add_parser("enroll", parents=[common])
    enroll.add_argument("--server", required=True, metavar="URL", help=tr("address of the centre"))
    enroll.add_argument("--user", required=True, metavar="NAME", help=tr("user name at the centre"))
    enroll.add_argument(
        "--accept-authority",
        metavar="FINGERPRINT",
        help=tr("trust another authority than before: its SHA-256, as the office tells it"),
    )
    enroll.set_defaults(run=_enroll)
    sync = verbs.add_parser("sync", parents=[common])
    sync.add_argument("file", type=Path, help=tr("case file"))
    sync.add_argument("--server", metavar="URL", help=tr("another address of the same centre"))
    sync.add_argument("--until", choices=["partial", "full"], default="full", help=tr("which receipt to wait for"))
    sync.add_argument(
        "--patience", type=float, default=60.0, metavar="SECONDS", help=tr("how long to try without any answer")
    )
    sync.add_argument(
        "--originals", action="store_true", help=tr("afterwards fetch the originals that are not on this laptop")
    )
    sync.set_defaults(run=_sync)


def _enroll(arguments: argparse.Namespace, output: Output) -> int:
    warn_of_readers(arguments.server)
    code = read_secret(ENROLL_CODE, tr("Enrolment code"))
    with opened_profile(arguments) as profile:
        delivering.enrol(profile, arguments.server, arguments.user, code, accepted=arguments.accept_authority)
        output.say(tr("{user} is enrolled at {server}.", user=arguments.user, server=arguments.server))
        output.result({"server": arguments.server, "user": arguments.user, "device": profile.device_key.device_id})
    return 0


def warn_of_readers(server: str | None) -> None:
    """Say on standard error that a line is not encrypted, where it is not."""
    if server is not None and delivering.can_be_read(server):
        print(
            tr(
                "{server}: this connection is not encrypted. Others on the way can read what is sent."
                " Ask the office for an address that begins with https.",
                server=server,
            ),
            file=sys.stderr,
        )


def _sync(arguments: argparse.Namespace, output: Output) -> int:
    warn_of_readers(arguments.server)
    with opened_case(arguments, arguments.file) as (profile, case):
        outcome = delivering.deliver_case(
            profile,
            case,
            until=arguments.until,
            progress=output.progress,
            server=arguments.server,
            patience_s=arguments.patience,
        )
        own = own_absent(case)
        fetched = fetch_all(case, arguments, output, own) if arguments.originals or own else None
        items = delivering.delivery_items(case)
        only_here = only_here_count(case)
    lost = outcome.outcome.lost
    if lost is not None:
        output.say(sentence_of(CentreLost(entries=lost)))
    if only_here:
        output.say(
            tr(
                "Entries of the office or of colleagues that the centre lost and does not take back: {count}.",
                count=only_here,
            )
        )
    if outcome.list_refused is not None:
        output.say(sentence_of(outcome.list_refused))
    receipt = outcome.receipt_kind
    if receipt:
        output.say(tr("Receipt held: {kind}.", kind=receipt_word(receipt)))
    else:
        output.say(tr("No receipt yet; run it again to go on where it stopped."))
    output.table([(value_word("item_state", item.state), item.size, item.name) for item in items])
    output.result(
        {
            "receipt": receipt,
            "items": [{"name": item.name, "state": item.state} for item in items],
            "notices": [
                {"code": error.code, "data": error.data}
                for error in (None if lost is None else CentreLost(entries=lost), outcome.list_refused)
                if error is not None
            ],
            "only_here": only_here,
            **({} if fetched is None else {"originals": told(fetched)}),
        }
    )
    is_whole = fetched is None or not (fetched.left if arguments.originals else own & fetched.failed.keys())
    return 0 if is_whole and (receipt == arguments.until or receipt == "full") else 1


def fetch_all(case: CaseFile, arguments: argparse.Namespace, output: Output, own: Collection[str] = ()) -> FetchOutcome:
    """Fetch all originals that are not on this laptop, or only the surveyor's ``own``, and say what came of it."""
    with MediaWorkers() as workers:
        fetched = fetch_originals(
            case,
            workers,
            originals=arguments.originals or own,
            progress=output.progress,
            server=getattr(arguments, "server", None),
            patience_s=arguments.patience,
        )
    output.say(tr("Originals fetched: {count}.", count=fetched.originals))
    if fetched.left:
        output.say(
            tr(
                "Not on this laptop: {left}; of them the centre sent other bytes than were signed for: {wrong}.",
                left=fetched.left,
                wrong=fetched.wrong,
            )
        )
    return fetched


def told(fetched: FetchOutcome) -> dict[str, int]:
    """Return the outcome for programs."""
    return {"fetched": fetched.originals, "left": fetched.left, "wrong": fetched.wrong}
