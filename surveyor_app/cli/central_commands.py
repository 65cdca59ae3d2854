"""``surveyor central …``: serve the claims service; open, assign and list claims; add users.

With ``--data`` the commands work on the centre's own folder, with ``--server`` on one at a distance (an office account).
"""

from __future__ import annotations

import argparse
import importlib
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from surveyor_app.cli.claim_fields import claim_fields
from surveyor_app.cli.output import Output
from surveyor_app.cli.passphrases import OFFICE_PASSWORD, read_secret
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.protocol.messages import ClaimLine, TaskLine
from surveyor_app.sync.office import OfficeClient

OFFICE = "office"


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    central = verbs.add_parser("central", parents=[common])
    inner = central.add_subparsers(metavar="VERB", required=True)
    serve = inner.add_parser("serve", help="run the claims service", parents=[common])
    serve.add_argument("--data", type=Path, default=Path("central"), metavar="DIR")
    serve.add_argument("--database", metavar="URL", help="SQLAlchemy URL (default: SQLite in DIR)")
    serve.add_argument("--store", metavar="URL", help="folder or object store (default: in DIR)")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8710, metavar="N")
    serve.set_defaults(run=_serve)

    claim = inner.add_parser("claim", help="claims: new, assign, reassign, recall, join, list", parents=[common])
    claims = claim.add_subparsers(metavar="VERB", required=True)
    new = claims.add_parser("new", help="open a claim", parents=[common, _place()])
    new.add_argument("--report-no", required=True, metavar="NO")
    new.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="further fields of the claim")
    new.set_defaults(run=_claim_new)
    assign = claims.add_parser("assign", help="give a task of a claim to a user", parents=[common, _place()])
    assign.add_argument("case", help="case id")
    assign.add_argument("user")
    assign.add_argument("--kind", default="scene", help="task kind (default: scene)")
    assign.add_argument("--due", metavar="UTC", help="deadline as 2026-11-20T06:03:22.000000Z")
    assign.set_defaults(run=_claim_assign)
    reassign = claims.add_parser("reassign", help="give a task on to another user", parents=[common, _place()])
    reassign.add_argument("case", help="case id")
    reassign.add_argument("task", help="task id")
    reassign.add_argument("user")
    reassign.add_argument("--reason")
    reassign.set_defaults(run=_claim_reassign)
    recall = claims.add_parser("recall", help="take a task back", parents=[common, _place()])
    recall.add_argument("case", help="case id")
    recall.add_argument("task", help="task id")
    recall.add_argument("--reason")
    recall.set_defaults(run=_claim_recall)
    join = claims.add_parser("join", help="tie a case opened on the spot to a claim", parents=[common, _place()])
    join.add_argument("case", help="case id of the claim")
    join.add_argument("provisional", help="case id of the case opened on the spot")
    join.set_defaults(run=_claim_join)
    listing = claims.add_parser("list", help="list the claims", parents=[common, _place()])
    listing.set_defaults(run=_claim_list)

    user = inner.add_parser("user", help="make an account; prints the enrolment code once", parents=[common, _place()])
    user.add_argument("user")
    user.add_argument("--name", metavar="NAME", help="name as it stands in reports")
    user.add_argument("--role", choices=["surveyor", OFFICE], default="surveyor")
    user.set_defaults(run=_user)


def _place() -> argparse.ArgumentParser:
    parent = argparse.ArgumentParser(add_help=False)
    place = parent.add_mutually_exclusive_group(required=True)
    place.add_argument("--data", type=Path, metavar="DIR", help="the centre's own folder")
    place.add_argument("--server", metavar="URL", help="a centre at a distance")
    parent.add_argument("--office-user", default=OFFICE, metavar="NAME", help="office account for --server")
    return parent


def _centre() -> ModuleType:
    """Return the module that works with the centre: an extra, so absent from a surveyor's laptop.

    Raises:
        InstallationIncomplete: the extra ``central`` is not installed.
    """
    try:
        return importlib.import_module("surveyor_app.cli.centre_access")
    except ModuleNotFoundError as error:
        raise InstallationIncomplete(what="surveyor-app[central]", path=error.name or "", tried=[]) from error


def _office(arguments: argparse.Namespace) -> OfficeClient:
    return OfficeClient(arguments.server, arguments.office_user, read_secret(OFFICE_PASSWORD, "Office password"))


def _serve(arguments: argparse.Namespace, output: Output) -> int:
    return int(
        _centre().serve(arguments.data, arguments.database, arguments.store, arguments.host, arguments.port, output)
    )


def _claim_new(arguments: argparse.Namespace, output: Output) -> int:
    fields = claim_fields(arguments.report_no, arguments.set)
    if arguments.server:
        with _office(arguments) as office:
            case = office.open_claim(fields)
    else:
        case = _centre().open_claim(arguments.data, fields)
    output.say(f"Claim {arguments.report_no} is case {case}.")
    output.result({"case": case, "report_no": arguments.report_no})
    return 0


def _claim_assign(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with _office(arguments) as office:
            task = office.assign(arguments.case, arguments.user, task_kind=arguments.kind, due_at=arguments.due)
    else:
        task = _centre().assign(arguments.data, arguments.case, arguments.user, arguments.kind, arguments.due)
    output.say(f"Task {task} is given to {arguments.user}.")
    output.result({"case": arguments.case, "task": task, "user": arguments.user})
    return 0


def _claim_reassign(arguments: argparse.Namespace, output: Output) -> int:
    case, task, user, reason = arguments.case, arguments.task, arguments.user, arguments.reason
    if arguments.server:
        with _office(arguments) as office:
            new = office.reassign(case, task, user, reason=reason)
    else:
        new = _centre().reassign(arguments.data, case, task, user, reason)
    output.say(f"Task {task} is given on to {user} as {new}.")
    output.result({"case": case, "task": new, "user": user, "before": task})
    return 0


def _claim_recall(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with _office(arguments) as office:
            office.recall(arguments.case, arguments.task, reason=arguments.reason)
    else:
        _centre().recall(arguments.data, arguments.case, arguments.task, arguments.reason)
    output.say(f"Task {arguments.task} is taken back.")
    output.result({"case": arguments.case, "task": arguments.task, "task_status": "cancelled"})
    return 0


def _claim_join(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with _office(arguments) as office:
            office.join(arguments.case, arguments.provisional)
    else:
        _centre().join(arguments.data, arguments.case, arguments.provisional)
    output.say(f"Case {arguments.provisional} belongs to {arguments.case}; both ids are accepted.")
    output.result({"case": arguments.case, "joined": arguments.provisional})
    return 0


def _claim_list(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with _office(arguments) as office:
            lines = list(office.list_claims())
    else:
        lines = _centre().list_claims(arguments.data)
    output.table([(line.report_no, line.receipt or "no receipt", line.case, *_task_words(line)) for line in lines])
    output.result(
        [
            {"case": line.case, "report_no": line.report_no, "owner": line.owner, "receipt": line.receipt}
            | {"tasks": [asdict(task) for task in line.tasks]}
            for line in lines
        ]
    )
    return 0


def _task_words(line: ClaimLine) -> list[str]:
    return [_task_word(task) for task in line.tasks]


def _task_word(task: TaskLine) -> str:
    standing = " ".join(word for word in (task.task_kind, task.task_status) if word)
    return f"{task.owner or 'nobody'}: " + ", ".join(word for word in (standing, f"task {task.task}") if word)


def _user(arguments: argparse.Namespace, output: Output) -> int:
    password = read_secret(OFFICE_PASSWORD, "Office password") if arguments.role == OFFICE else None
    name = arguments.name or arguments.user
    if arguments.server:
        with _office(arguments) as office:
            answer = office.create_user(arguments.user, name, arguments.role, password)
    else:
        answer = _centre().create_user(arguments.data, arguments.user, name, arguments.role, password)
    output.say(
        f"{answer.user} may work here." + (f" Enrolment code, shown only now: {answer.code}" if answer.code else "")
    )
    output.result({"user": answer.user, "role": answer.role, "enrolment_code": answer.code})
    return 0
