"""Restored backups: when the registry knows more of our own chain than the file does, the chain goes on in a new epoch.

Writing on from an older head would give two entries the same place in one chain. The new epoch starts after the last entry
the file holds, and the entries it lacks come back from the centre; no branch is thrown away.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.records import journal
from surveyor_app.records.journal import Author, Head
from surveyor_app.records.schema import journal as journal_table

RESTORED = "restored backup"


def is_behind(session: Session, known: Head | None) -> bool:
    """Tell whether the file lacks the last own entry that is known to have been committed."""
    if known is None:
        return False
    return session.scalar(select(journal_table.c.hash).where(journal_table.c.hash == known.hash)) is None


def open_if_behind(session: Session, case_id: CaseId, author: Author, known: Head | None) -> bool:
    """Open the next epoch when the file is older than the registry; tell whether that was done.

    A file that holds none of our entries yet (fetched anew after a loss) is left alone: they come with the next pull.
    """
    if not is_behind(session, known):
        return False
    own = journal.head_of(session, case_id, author.signer.device_id)
    if own is None or known is None:
        return False
    journal.open_epoch(session, case_id, author, None, RESTORED, known_heads=[known])
    return True
