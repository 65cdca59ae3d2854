"""The office's work: claims opened, tasks given, accounts made. Entries of the office are signed by the centre's own device."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import insert, select

from surveyor_app.central.authority import account_events, accounts, passwords
from surveyor_app.central.authority.account_events import What
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.claim_lists import read_all
from surveyor_app.central.claims.fitting import require_fields, require_new_report, require_typed
from surveyor_app.central.claims.flow.guarding import require_flow
from surveyor_app.central.claims.inbox import notify
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import opened_cases
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import is_uuid, new_case_id, new_record_id
from surveyor_app.domain.journal.instants import Instant, Trust, parse_utc, utc_text
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act, OfficeRole
from surveyor_app.domain.projection import ALIAS_OF
from surveyor_app.domain.wire_errors import UnknownCase
from surveyor_app.protocol.messages import ClaimLine, UserAnswer
from surveyor_app.records.cases import resolve
from surveyor_app.records.reading import get


def open_claim(
    centre: Centre,
    actor: str,
    fields: Mapping[str, Json],
    case: str | None = None,
    *,
    again_reason: str | None = None,
) -> str:
    """Open a claim with fields as they stand in a body and return its case id; the same ``case`` twice is one claim.

    ``again_reason`` says why there is to be a second claim of a report number.

    Raises:
        InputError: for a field the claim does not have, a value of another type, or a choice that is none.
        ReportExists: there is a claim of this report number, and no reason for another.
    """
    require_fields(Claim.KIND, fields)
    require_typed(fields)
    if case is not None and not is_uuid(case):
        raise InputError(field="case", reason="no UUID")
    case_id = case or new_case_id()
    with centre.database.write() as session:
        known = session.scalar(select(opened_cases.c.case_id).where(opened_cases.c.case_id == case_id))
        if known is None:
            if not (again_reason or "").strip():
                require_new_report(session, fields.get("report_no"))
            now = centre.now()
            values = {"case_id": case_id, "opened_by": actor, "opened_at": utc_text(now)}
            session.execute(insert(opened_cases).values(**values))
            opened = Step(Action.CREATE, CASE_KIND, case_id)
            made = Step(Action.CREATE, Claim.KIND, new_record_id(), fields, again_reason)
            write_entries(session, case_id, [opened, made], actor, now)
    return case_id


def assign(
    centre: Centre,
    actor: str,
    case: str,
    user: str,
    *,
    task_kind: str = "scene",
    due_at: str | None = None,
    task: str | None = None,
    reason: str | None = None,
) -> str:
    """Give a task of the case to a user and return its id; the same ``task`` twice is one task.

    ``due_at`` is UTC (RFC 3339 with six digits and Z); ``reason`` is why there is to be one.

    Raises:
        UnknownCase: the case was never opened here.
        NotFound: there is no such account.
        InputError: for a malformed ``due_at`` or ``task``, or a kind of task that there is not.
        ActBarred: the claim is cancelled.
    """
    require_fields(Task.KIND, {"task_kind": task_kind})
    due = None if due_at is None else Instant(parse_utc(due_at), 0, Trust.CENTRE)
    if task is not None and not is_uuid(task):
        raise InputError(field="task", reason="no UUID")
    task_id = task or new_record_id()
    with centre.database.write() as session:
        if session.scalar(select(opened_cases.c.case_id).where(opened_cases.c.case_id == case)) is None:
            raise UnknownCase(case=case)
        account = accounts.get_account(session, user)
        if get(session, case, Task, task_id) is None:
            require_flow(session, case, Act.ASSIGN_TASK)
            now = centre.now()
            fields: dict[str, Json] = {
                "task_kind": task_kind,
                "task_status": "new",
                "owner": account.user,
                "owner_name": account.display_name,
                "dispatched_at": Instant(now, 0, Trust.CENTRE).to_json(),
            }
            if due is not None:
                fields["due_at"] = due.to_json()
            write_entries(session, case, [Step(Action.CREATE, Task.KIND, task_id, fields, reason)], actor, now)
            notify(session, account.user, case, task_id, now)
    return task_id


def join(centre: Centre, actor: str, case: str, provisional: str) -> None:
    """Tie a case that was opened on the spot to the office's own; both keep their ids, and repeating it changes nothing.

    The tie is an ``alias`` entry in the provisional case: the laptop pulls it like any other and shows it.

    Raises:
        UnknownCase: one of them was never opened here.
        InputError: both are the same case. ActBarred: one is cancelled.
    """
    if case == provisional:
        raise InputError(field="case", reason="the same case")
    with centre.database.write() as session:
        for known in (case, provisional):
            if session.scalar(select(opened_cases.c.case_id).where(opened_cases.c.case_id == known)) is None:
                raise UnknownCase(case=known)
        if case not in resolve(session, provisional):
            for item in sorted((case, provisional)):
                require_flow(session, item, Act.JOIN_CASES)
            step = Step(Action.ALIAS, CASE_KIND, provisional, {ALIAS_OF: case})
            write_entries(session, provisional, [step], actor, centre.now())


ADMINISTRATOR = "administrator"
CONSOLE = "console"
"""Who works on the centre's own machine, where nobody signs in."""


def create_user(
    centre: Centre,
    user: str,
    display_name: str,
    role: Role = Role.SURVEYOR,
    password: str | None = None,
    *,
    administrator: bool = False,
    roles: Collection[OfficeRole] | None = None,
    by: str = CONSOLE,
) -> UserAnswer:
    """Make an account, or a fresh enrolment code for the one there is; a surveyor's code is shown only now.

    An administrator may do this for others at a distance: whoever sets a password or has a code can be that person. ``roles``
    are what an office account is there for; where nobody chose, a new one may do everything that clerks do every day.

    Raises:
        InputError: for an unfit user name, a weak or missing password, or another role than the account has.
    """
    password_hash = None if password is None else passwords.hashed(password, user, display_name)
    with centre.database.write() as session:
        is_new = not accounts.exists(session, user)
        account = accounts.create_account(
            session, user, display_name, role, centre.now(), password_hash, administrator=administrator, roles=roles
        )
        code = None
        done = [What.MADE] if is_new else [What.PASSWORD] if role is Role.OFFICE else []
        done += [What.ROLES] if roles is not None and role is Role.OFFICE else []
        for what in [*done, What.CODE] if role is Role.SURVEYOR else done:
            account_events.note(session, by, account.user, what, centre.now())
        if role is Role.SURVEYOR:
            life = centre.config.enrolment_code_life
            code = accounts.new_enrolment_code(session, user, centre.now(), life)
    return UserAnswer(
        account.user, account.display_name, ADMINISTRATOR if account.administrator else account.role.value, code
    )


def list_claims(centre: Centre) -> list[ClaimLine]:
    """Return all cases, newest first, each with who holds its first task and the best receipt given."""
    with centre.database.read() as session:
        return list(read_all(session))
