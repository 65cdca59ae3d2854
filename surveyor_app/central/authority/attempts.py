"""How often somebody may try a password or a code: a few times, then each wrong one makes the next wait longer.

Counted for the account that is tried and for the address it is tried from, in the database, so that all nodes count together. An
attempt counts before it is checked: many at once are no way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from surveyor_app.central.authority.accounts import secret_hash
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.schema import attempts
from surveyor_app.domain.journal.instants import parse_utc, utc_text
from surveyor_app.domain.wire_errors import TooManyAttempts

FREE_FOR_ACCOUNT, FREE_FOR_ADDRESS = 5, 30
"""So many may be wrong; behind one address there may be a whole office."""
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=2), timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=1)


@contextmanager
def counted(database: Database, account: str, address: str, now: datetime) -> Iterator[None]:
    """Let one attempt through; when its block ends without an error it was right, and the account starts anew.

    Raises:
        TooManyAttempts: it is not the time yet. Data: ``wait_s``.
    """
    keys = {_key("account", account): FREE_FOR_ACCOUNT, _key("address", address): FREE_FOR_ADDRESS}
    with database.write() as session:
        session.execute(delete(attempts).where(attempts.c.tried_at < utc_text(now - FORGOTTEN_AFTER)))
        rows = {key: _row(session, key) for key in keys}
        _require_turn(rows, now)
        for key, free in keys.items():
            _count(session, key, rows[key], free, now)
    yield
    account_key, address_key = keys
    with database.write() as session:
        session.execute(delete(attempts).where(attempts.c.key == account_key))
        # Taken back is this attempt alone: a right account of one's own makes no room for trying those of others.
        mine = update(attempts).where(attempts.c.key == address_key, attempts.c.wrong > 0)
        session.execute(mine.values(wrong=attempts.c.wrong - 1, next_at=utc_text(now)))


def spend(database: Database, what: str, who: str, most: int, now: datetime) -> None:
    """Take one of so many within an hour, for what anybody may do: report a loss, write to the office.

    Raises:
        TooManyAttempts: they are used up. Data: ``wait_s``.
    """
    key = _key(what, who)
    with database.write() as session:
        row = _row(session, key)
        if row is None or parse_utc(str(row.tried_at)) + FORGOTTEN_AFTER <= now:
            session.execute(delete(attempts).where(attempts.c.key == key))
            _count(session, key, None, most + 2, now)
            return
        if int(str(row.wrong)) >= most:
            wait = parse_utc(str(row.tried_at)) + FORGOTTEN_AFTER - now
            raise TooManyAttempts(wait_s=int(wait.total_seconds()) + 1)
        # The hour is counted from the first of them.
        session.execute(update(attempts).where(attempts.c.key == key).values(wrong=attempts.c.wrong + 1))


def _key(what: str, who: str) -> str:
    """Return under which name is counted: hashed, for anybody may send anything of any length as a user name."""
    return f"{what}:{secret_hash(who)}"


def _require_turn(rows: Mapping[str, Row[tuple[object, ...]] | None], now: datetime) -> None:
    waits = [parse_utc(str(row.next_at)) - now for row in rows.values() if row is not None]
    longest = max(waits, default=timedelta())
    if longest > timedelta():
        raise TooManyAttempts(wait_s=int(longest.total_seconds()) + 1)


def _count(session: Session, key: str, row: Row[tuple[object, ...]] | None, free: int, now: datetime) -> None:
    before = 0
    if row is not None and parse_utc(str(row.tried_at)) + FORGOTTEN_AFTER > now:
        before = int(str(row.wrong))
    wrong = before + 1
    wait = min(FIRST_WAIT * 2 ** min(wrong - free, 16), LONGEST_WAIT) if wrong >= free else timedelta()
    values = {"wrong": wrong, "tried_at": utc_text(now), "next_at": utc_text(now + wait)}
    if row is None:
        try:
            with session.begin_nested():
                session.execute(insert(attempts).values(key=key, **values))
            return
        except IntegrityError:
            # Another attempt came first at the same moment; this one counts on top of it.
            _count(session, key, _row(session, key), free, now)
            return
    session.execute(update(attempts).where(attempts.c.key == key).values(**values))


def _row(session: Session, key: str) -> Row[tuple[object, ...]] | None:
    return session.execute(select(attempts).where(attempts.c.key == key).with_for_update()).one_or_none()
