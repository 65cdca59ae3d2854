"""Takes over the numbers of a centre that lost what it had numbered: an older copy was restored, or another began anew.

Up to some number both still mean the same. Above it the centre's numbers hold: entries it has get the number they have there,
own ones it lacks get none (they are sent again), those of others are marked as lost (they are given back if that is possible).
Nothing leaves the journal; what a line supersedes follows from its number, so the records concerned are projected anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.records.branches.forks import reanalyse
from surveyor_app.records.cases import lock_case, refresh_number_known
from surveyor_app.records.lines import Key
from surveyor_app.records.projecting import project_anew
from surveyor_app.records.receiving import receive
from surveyor_app.records.schema import LOST, cases, journal, waiting


def renumber(session: Session, case_id: str, device: str, common: int, entries: Sequence[SignedEntry]) -> int:
    """Take over the centre's numbers above ``common``; ``entries`` are all it has there, each with its number.

    Returns:
        How many entries the centre had numbered and does not hold any more.
    """
    lock_case(session, case_id)
    above = (journal.c.case_id == case_id, journal.c.number > common)
    columns = (journal.c.hash, journal.c.device, journal.c.kind, journal.c.record_id)
    before = session.execute(select(*columns).where(*above)).all()
    session.execute(update(journal).where(*above, journal.c.device == device).values(number=None))
    session.execute(update(journal).where(*above).values(number=LOST))
    session.execute(update(waiting).where(waiting.c.case_id == case_id, waiting.c.number > common).values(number=None))
    session.execute(
        update(cases).where(cases.c.id == case_id, cases.c.number_known > common).values(number_known=common)
    )
    receive(session, case_id, entries)
    touched: set[Key] = {(row.kind, row.record_id) for row in before}
    for writer in {row.device for row in before}:
        touched |= reanalyse(session, case_id, writer)
    project_anew(session, case_id, touched)
    refresh_number_known(session, case_id)
    return len({row.hash for row in before} - {entry.hash for entry in entries})


def has_seen_more(session: Session, case_id: str, device: str, common: int) -> bool:
    """Tell whether a line of the device claims to have seen a number above ``common``, in whatever numbering."""
    query = select(journal.c.hash).where(
        journal.c.case_id == case_id, journal.c.device == device, journal.c.base > common
    )
    return session.scalar(query.limit(1)) is not None


def count_above(session: Session, case_id: str, number: int) -> int:
    """Return how many entries have a higher number."""
    query = select(func.count()).select_from(journal)
    return session.scalar(query.where(journal.c.case_id == case_id, journal.c.number > number)) or 0
