"""Erasing what was delivered, as the law demands it (PIPL art. 47): two people of the office decide it, each signed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority import accounts
from surveyor_app.central.authority.permissions import require_role
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.schema import opened_cases
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.demands import Demand
from surveyor_app.domain.journal.entries import LASTING, Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.permissions import Act
from surveyor_app.domain.wire_errors import NotSignedIn, UnknownCase
from surveyor_app.records.chunks import chunked
from surveyor_app.records.schema import bodies, journal

BODIES_AT_ONCE = 300
"""As many hashes as an entry has room for."""


def require_office(centre: Centre, user: str, password: str) -> str:
    """Return the name of an office account that may erase and whose password this is; the caller counts the attempt.

    Raises:
        NotSignedIn: the password is wrong, or the account is a surveyor's.
        NotYourAct: the account may not erase.
    """
    account = accounts.check_password(centre.database, user, password)
    if account.role is not Role.OFFICE:
        raise NotSignedIn(user=user)
    require_role(account.roles, Act.ERASE)
    return account.user


def erase(centre: Centre, case: str, demand: Demand, records: Sequence[str], named: Sequence[str]) -> int:
    """Erase what lines about these records say, and these bodies, everywhere; return how many bodies that were.

    Raises:
        UnknownCase: the case was never opened here.
        NotFound: there is no such record or body in the case.
        InputError: nothing is named.
    """
    if not records and not named:
        raise InputError(field="records", reason="missing")
    with centre.database.write() as session:
        if session.scalar(select(opened_cases.c.case_id).where(opened_cases.c.case_id == case)) is None:
            raise UnknownCase(case=case)
        found = _bodies_of(session, case, records) | _known(session, case, named)
        steps = [
            Step(Action.ERASE, CASE_KIND, case, {"bodies": chunk, **demand.fields()})
            for chunk in _groups(sorted(found))
        ]
        for step in steps:
            write_entries(session, case, [step], demand.asked_by, centre.now())
    return len(found)


def _groups(digests: Sequence[str]) -> Iterable[list[str]]:
    return (list(digests[at : at + BODIES_AT_ONCE]) for at in range(0, len(digests), BODIES_AT_ONCE))


def _bodies_of(session: Session, case: str, records: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for record in records:
        query = select(journal.c.body_hash).where(journal.c.case_id == case, journal.c.record_id == record)
        mine = set(session.scalars(query.where(journal.c.action.not_in([action.value for action in LASTING]))))
        if not mine:
            raise NotFound(what="record", id=record)
        found |= mine
    return _held(session, case, found)


def _known(session: Session, case: str, named: Sequence[str]) -> set[str]:
    held = _held(session, case, named)
    for digest in named:
        if digest not in held:
            raise NotFound(what="body", id=digest)
    return held


def _held(session: Session, case: str, digests: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for chunk in chunked(sorted(set(digests))):
        query = select(bodies.c.hash).where(bodies.c.case_id == case, bodies.c.hash.in_(chunk))
        found |= set(session.scalars(query))
    return found
