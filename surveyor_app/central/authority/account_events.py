"""What was done to which account, when and by whom: whoever may reset passwords could otherwise be anybody, unseen."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.storage.schema import account_events
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.protocol.messages import AccountEvent

MOST = 1000
"""So many of the newest are listed."""


class What(StrEnum):
    """What was done."""

    MADE = "made"
    PASSWORD = "password"
    CODE = "code"
    DISABLED = "disabled"
    ROLES = "roles"


def note(session: Session, by: str, user: str, what: What, now: datetime) -> None:
    """Keep what was done, in the transaction that does it."""
    highest = session.scalar(select(func.max(account_events.c.number))) or 0
    values = {"number": highest + 1, "at": utc_text(now), "by": by, "user": user, "what": what.value}
    session.execute(insert(account_events).values(**values))


def list_events(session: Session) -> list[AccountEvent]:
    """Return what was done, the newest first."""
    query = select(account_events).order_by(account_events.c.number.desc()).limit(MOST)
    return [AccountEvent(row.at, row.by, row.user, row.what) for row in session.execute(query)]
