"""Entries of the office: signed by the centre's own device and numbered in the transaction that writes them."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from surveyor_app.central.authority.office_device import office_key
from surveyor_app.central.claims.work_marks import note_change
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.identifiers import new_uuid7
from surveyor_app.domain.journal.instants import ClockReading, Trust
from surveyor_app.domain.ownership import Role
from surveyor_app.records.appending import Author, append
from surveyor_app.records.cases import lock_case
from surveyor_app.records.numbering import assign_numbers

_THIS_RUN = f"centre-{new_uuid7()}"


def write_entries(session: Session, case: str, steps: Sequence[Step], actor: str, now: datetime) -> None:
    """Write one operation of the office under the case's lock."""
    lock_case(session, case)
    written = append(session, case, steps, author_of(session, actor, now))
    assign_numbers(session, case, [entry.hash for entry in written])
    note_change(session, case)


def author_of(session: Session, actor: str, now: datetime) -> Author:
    """Return who writes for the office: its device, with the person at it and the centre's clock."""
    reading = ClockReading(now, 0, Trust.CENTRE, time.monotonic_ns(), _THIS_RUN)
    return Author(office_key(session), actor, lambda: reading, Role.OFFICE)
