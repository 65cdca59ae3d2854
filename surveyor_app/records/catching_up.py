"""Lets what waited for a newer version appear once the program has been updated.

The database keeps what the program knew that worked its tables out (``vocabulary``). When a program that knows other words opens
it, the tables are worked out anew from the journal: what waited takes effect with the rights its author has, as though it had
been understood from the beginning, erasures included. Nothing is received or signed for that.
"""

from __future__ import annotations

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from surveyor_app.domain.vocabulary import words_text
from surveyor_app.records.cases import case_ids
from surveyor_app.records.projecting import rebuild
from surveyor_app.records.schema import vocabulary


def is_caught_up(session: Session) -> bool:
    """Tell whether a program that knows the same worked the tables out last."""
    return session.scalar(select(vocabulary.c.words)) == words_text()


def catch_up(session: Session) -> None:
    """Work out the tables of all cases anew and keep what was known for that."""
    for case_id in case_ids(session):
        rebuild(session, case_id)
    session.execute(delete(vocabulary))
    session.execute(insert(vocabulary).values(id=1, words=words_text()))
