"""The roster (排班) as the desk keeps it by hand: one line for each surveyor, and who wrote it last."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority import accounts
from surveyor_app.central.claims.fitting import require_fields
from surveyor_app.central.storage.schema import roster
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.rostering import Shift


@dataclass(frozen=True, slots=True)
class RosterLine:
    """What the roster says of somebody, and who said so last and when (UTC)."""

    shift: Shift
    changed_by: str
    changed_at: str


def read_roster(session: Session) -> Mapping[str, RosterLine]:
    """Return what is said of whom; a line that a newer version wrote says nothing here."""
    found = {}
    for row in session.execute(select(roster)):
        with suppress(KeyError, TypeError, ValueError, AttributeError, InvalidOperation):
            found[row.user] = RosterLine(_shift(json.loads(row.shift)), row.changed_by, row.changed_at)
    return found


def keep(session: Session, by: str, user: str, shift: Shift, now: datetime) -> None:
    """Say of a surveyor when, where and on what they work; an empty shift says nothing any more.

    Raises:
        NotFound: there is no such account. InputError: it is none of a surveyor, the days away end before they begin, or there
            is no such kind of task or no such place on earth.
    """
    account = accounts.get_account(session, user)  # under the account's lock: of two at once the second sees the first
    if account.role is not Role.SURVEYOR:
        raise InputError(field="user", reason="unknown value")
    for kind in sorted(shift.kinds):
        require_fields(Task.KIND, {"task_kind": kind})
    if shift.away_from and shift.away_until and shift.away_until < shift.away_from:
        raise InputError(field="away_until", reason="the end is before the beginning")
    for name, degrees, most in (("lat", shift.lat, 90), ("lon", shift.lon, 180)):
        if degrees is not None and not -most <= degrees <= most:
            raise InputError(field=name, reason="bounds")
    session.execute(delete(roster).where(roster.c.user == account.user))
    if shift != Shift():
        text = json.dumps(_told(shift), ensure_ascii=False, sort_keys=True)
        session.execute(insert(roster).values(user=account.user, shift=text, changed_by=by, changed_at=utc_text(now)))


def _told(shift: Shift) -> dict[str, Any]:
    return {
        "kinds": sorted(shift.kinds),
        "places": list(shift.places),
        "hours": {str(day): [f"{end:%H:%M}" for end in hours] for day, hours in shift.hours.items()},
        "away": [_text(shift.away_from), _text(shift.away_until)],
        "base": [_text(shift.lat), _text(shift.lon)],
    }


def _shift(told: Mapping[str, Any]) -> Shift:
    hours = {
        int(day): (time.fromisoformat(since), time.fromisoformat(until))
        for day, (since, until) in told["hours"].items()
    }
    away = [date.fromisoformat(day) if day else None for day in told["away"]]
    base = [Decimal(degrees) if degrees else None for degrees in told["base"]]
    return Shift(frozenset(told["kinds"]), tuple(told["places"]), hours, away[0], away[1], base[0], base[1])


def _text(value: object) -> str:
    return "" if value is None else str(value)
