"""``surveyor central …``: serve the claims service; open, assign and list claims; add users.

With ``--data`` the commands work on the centre's own folder, with ``--server`` on one at a distance (an office account).
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from surveyor_app.cli import central_backups, central_devices, central_erasing
from surveyor_app.cli.central_places import ADMINISTRATOR, OFFICE, centre, office_at, place
from surveyor_app.cli.claim_fields import claim_fields
from surveyor_app.cli.code_words import receipt_word, value_word
from surveyor_app.cli.output import Output
from surveyor_app.cli.passphrases import NEW_PASSWORD, OFFICE_PASSWORD, read_secret
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.process.permissions import OfficeRole
from surveyor_app.protocol.messages import ClaimLine, TaskLine
from surveyor_app.wording.translation import current_language, tr


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Add the verbs."""
    central = verbs.add_parser("central", parents=[common])
    inner = central.add_subparsers(metavar="VERB", required=True)
    serve = inner.add_parser("serve", help=tr("run the claims service"), parents=[common])
    serve.add_argument(
        "--data",
        type=Path,
        default=Path("central"),
        metavar="DIR",
        help=tr("the centre's own folder (default: central)"),
    )
    serve.add_argument("--database", metavar="URL", help=tr("SQLAlchemy URL (default: SQLite in DIR)"))
    serve.add_argument(
        "--public-url",
        metavar="URL",
        help=tr("address under which others reach this centre; certificates name it (default: none)"),
    )
    serve.add_argument(
        "--outgoing",
        type=Path,
        metavar="FILE",
        help=tr(
            "mail server, text message service and phone for customers, as TOML (default: messages go into a folder of the data)"
        ),
    )
    serve.add_argument("--store", metavar="URL", help=tr("folder or object store (default: in DIR)"))
    serve.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help=tr("address to answer at (default: only here)")
    )
    serve.add_argument("--port", type=int, default=8710, metavar="N", help=tr("port to answer at (default: 8710)"))
    serve.add_argument(
        "--tls-cert", type=Path, metavar="PEM", help=tr("certificate chain, so that connections are encrypted")
    )
    serve.add_argument("--tls-key", type=Path, metavar="PEM", help=tr("private key of that certificate"))
    serve.add_argument(
        "--trusted-proxy",
        action="append",
        default=[],
        metavar="ADDRESS",
        help=tr("address or network of a proxy whose X-Forwarded-For and X-Forwarded-Proto count (default: nobody's)"),
    )
    serve.add_argument(
        "--key-file",
        type=Path,
        metavar="FILE",
        help=tr(
            "secret of 32 characters or more under which the private keys lie encrypted (else SURVEYOR_CENTRE_KEY_FILE or"
            " SURVEYOR_CENTRE_KEY)"
        ),
    )
    serve.add_argument(
        "--token",
        metavar="LABEL",
        help=tr(
            "token whose key gives that secret instead; its PIN comes from SURVEYOR_PKCS11_PIN or a prompt (else"
            " SURVEYOR_CENTRE_TOKEN)"
        ),
    )
    serve.add_argument(
        "--pkcs11",
        type=Path,
        metavar="MODULE",
        help=tr("the module of the token's own software (else SURVEYOR_CENTRE_PKCS11)"),
    )
    serve.add_argument(
        "--token-key",
        metavar="LABEL",
        help=tr("which key of the token: a secret one, AES or RSA (else SURVEYOR_CENTRE_TOKEN_KEY)"),
    )
    serve.set_defaults(run=_serve)

    claim = inner.add_parser("claim", help=tr("claims: new, assign, reassign, recall, join, list"), parents=[common])
    claims = claim.add_subparsers(metavar="VERB", required=True)
    new = claims.add_parser("new", help=tr("open a claim"), parents=[common, place()])
    new.add_argument("--report-no", required=True, metavar="NO", help=tr("report number (报案号)"))
    new.add_argument(
        "--set", action="append", default=[], metavar="FIELD=VALUE", help=tr("further fields of the claim")
    )
    new.add_argument(
        "--again", metavar="REASON", help=tr("why there is to be a second claim of a report number; journaled")
    )
    new.set_defaults(run=_claim_new)
    assign = claims.add_parser("assign", help=tr("give a task of a claim to a user"), parents=[common, place()])
    assign.add_argument("case", help=tr("case id"))
    assign.add_argument("user", help=tr("user name at the centre"))
    assign.add_argument("--kind", default="scene", help=tr("task kind (default: scene)"))
    assign.add_argument("--due", metavar="UTC", help=tr("deadline as 2026-11-20T06:03:22.000000Z"))
    assign.set_defaults(run=_claim_assign)
    reassign = claims.add_parser("reassign", help=tr("give a task on to another user"), parents=[common, place()])
    reassign.add_argument("case", help=tr("case id"))
    reassign.add_argument("task", help=tr("task id"))
    reassign.add_argument("user", help=tr("user name at the centre"))
    reassign.add_argument("--reason", metavar="TEXT", required=True, help=tr("why; journaled"))
    reassign.set_defaults(run=_claim_reassign)
    recall = claims.add_parser("recall", help=tr("take a task back"), parents=[common, place()])
    recall.add_argument("case", help=tr("case id"))
    recall.add_argument("task", help=tr("task id"))
    recall.add_argument("--reason", metavar="TEXT", required=True, help=tr("why; journaled"))
    recall.set_defaults(run=_claim_recall)
    join = claims.add_parser("join", help=tr("tie a case opened on the spot to a claim"), parents=[common, place()])
    join.add_argument("case", help=tr("case id of the claim"))
    join.add_argument("provisional", help=tr("case id of the case opened on the spot"))
    join.set_defaults(run=_claim_join)
    listing = claims.add_parser("list", help=tr("list the claims"), parents=[common, place()])
    listing.set_defaults(run=_claim_list)

    user = inner.add_parser(
        "user", help=tr("make an account; prints the enrolment code once"), parents=[common, place()]
    )
    user.add_argument("user", help=tr("user name at the centre"))
    user.add_argument("--name", metavar="NAME", help=tr("name as it stands in reports"))
    user.add_argument(
        "--role",
        choices=["surveyor", OFFICE, ADMINISTRATOR],
        default="surveyor",
        help=tr("what the account may do (default: surveyor)"),
    )
    user.add_argument(
        "--office-roles",
        nargs="+",
        choices=[role.value for role in OfficeRole],
        help=tr("what an office account is there for (default: what clerks do every day)"),
    )
    user.add_argument("--disable", action="store_true", help=tr("let this person sign in no more, on any laptop"))
    user.set_defaults(run=_user)
    events = inner.add_parser("log", help=tr("what was done to accounts, when and by whom"), parents=[common, place()])
    events.set_defaults(run=_log)
    central_devices.add(inner, common)
    central_erasing.add(inner, common)
    central_backups.add(inner, common)


def _serve(arguments: argparse.Namespace, output: Output) -> int:
    tls = (arguments.tls_cert, arguments.tls_key)
    if any(tls) and not all(tls):
        raise InputError(field="tls_key", reason="certificate and key are needed together")
    return int(
        centre().serve(
            arguments.data,
            arguments.database,
            arguments.store,
            arguments.public_url,
            host=arguments.host,
            port=arguments.port,
            tls=tls if all(tls) else None,
            outgoing=arguments.outgoing,
            proxies=tuple(arguments.trusted_proxy),
            key=(arguments.key_file, arguments.pkcs11, arguments.token, arguments.token_key),
            output=output,
        )
    )


def _claim_new(arguments: argparse.Namespace, output: Output) -> int:
    fields = claim_fields(arguments.report_no, arguments.set)
    if arguments.server:
        with office_at(arguments) as office:
            case = office.open_claim(fields, again_reason=arguments.again)
    else:
        case = centre().open_claim(arguments.data, fields, arguments.again)
    output.say(tr("Claim {number} is case {case}.", number=arguments.report_no, case=case))
    output.result({"case": case, "report_no": arguments.report_no})
    return 0


def _claim_assign(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            task = office.assign(arguments.case, arguments.user, task_kind=arguments.kind, due_at=arguments.due)
    else:
        task = centre().assign(arguments.data, arguments.case, arguments.user, arguments.kind, arguments.due)
    output.say(tr("Task {task} is given to {user}.", task=task, user=arguments.user))
    output.result({"case": arguments.case, "task": task, "user": arguments.user})
    return 0


def _claim_reassign(arguments: argparse.Namespace, output: Output) -> int:
    case, task, user, reason = arguments.case, arguments.task, arguments.user, arguments.reason
    if arguments.server:
        with office_at(arguments) as office:
            new = office.reassign(case, task, user, reason=reason)
    else:
        new = centre().reassign(arguments.data, case, task, user, reason)
    output.say(tr("Task {task} is given on to {user} as {new}.", task=task, user=user, new=new))
    output.result({"case": case, "task": new, "user": user, "before": task})
    return 0


def _claim_recall(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            office.recall(arguments.case, arguments.task, reason=arguments.reason)
    else:
        centre().recall(arguments.data, arguments.case, arguments.task, arguments.reason)
    output.say(tr("Task {task} is taken back.", task=arguments.task))
    output.result({"case": arguments.case, "task": arguments.task, "task_status": "cancelled"})
    return 0


def _claim_join(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            office.join(arguments.case, arguments.provisional)
    else:
        centre().join(arguments.data, arguments.case, arguments.provisional)
    output.say(
        tr("Case {local} belongs to {case}; both ids are accepted.", local=arguments.provisional, case=arguments.case)
    )
    output.result({"case": arguments.case, "joined": arguments.provisional})
    return 0


def _claim_list(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            lines = list(office.list_claims())
    else:
        lines = centre().list_claims(arguments.data)
    output.table([(line.report_no, _receipt_words(line), line.case, *_task_words(line)) for line in lines])
    output.result(
        [
            {"case": line.case, "report_no": line.report_no, "owner": line.owner, "receipt": line.receipt}
            | {"tasks": [asdict(task) for task in line.tasks]}
            for line in lines
        ]
    )
    return 0


def _receipt_words(line: ClaimLine) -> str:
    return receipt_word(line.receipt) if line.receipt else tr("no receipt")


def _task_words(line: ClaimLine) -> list[str]:
    return [_task_word(task) for task in line.tasks]


def _task_word(task: TaskLine) -> str:
    standing = (value_word("task_kind", task.task_kind), value_word("task_status", task.task_status))
    words = current_language().joined(word for word in (*standing, tr("task {task}", task=task.task)) if word)
    return tr("{user}: {standing}", user=task.owner or tr("nobody"), standing=words)


def _user(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.disable:
        return central_devices.disable_user(arguments, output)
    # At a distance the office's own password is that of whoever signs in: the new account needs another.
    variable = NEW_PASSWORD if arguments.server else OFFICE_PASSWORD
    is_office = arguments.role != "surveyor"
    password = read_secret(variable, tr("Office password of {user}", user=arguments.user)) if is_office else None
    name = arguments.name or arguments.user
    roles = None if arguments.office_roles is None else tuple(arguments.office_roles)
    if arguments.server:
        with office_at(arguments) as office:
            answer = office.create_user(arguments.user, name, arguments.role, password, roles)
    else:
        answer = centre().create_user(arguments.data, arguments.user, name, arguments.role, password, roles)
    output.say(tr("{user} may work here.", user=answer.user))
    if answer.code:
        output.say(tr("Enrolment code, shown only now: {code}", code=answer.code))
    output.result({"user": answer.user, "role": answer.role, "enrolment_code": answer.code})
    return 0


def _log(arguments: argparse.Namespace, output: Output) -> int:
    if arguments.server:
        with office_at(arguments) as office:
            events = list(office.list_account_events())
    else:
        events = centre().list_account_events(arguments.data)
    words = {
        "made": tr("account made"),
        "password": tr("password set"),
        "code": tr("enrolment code given"),
        "disabled": tr("account disabled"),
    }
    output.table([(event.at, event.by, event.user, words.get(event.what, event.what)) for event in events])
    output.result([asdict(event) for event in events])
    return 0
