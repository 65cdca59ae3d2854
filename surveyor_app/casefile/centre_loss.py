"""What the centre lost of this case since its last full receipt: noted when it is found out, gone with the next full receipt.

While a loss is noted no receipt counts as covering the case, whatever it says: it is a document of what once was.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from surveyor_app.casefile.schema import centre_loss


@dataclass(frozen=True, slots=True)
class CentreLoss:
    """When it was found out (UTC), how many entries are concerned, and up to which number the centre still holds them.

    ``held_to`` is ``None`` once a number says again what the centre holds; originals may still be missing there.
    """

    found_at: str
    entries: int
    held_to: int | None


def load(session: Session) -> CentreLoss | None:
    """Return the loss, ``None`` when there is none."""
    row = session.execute(select(centre_loss)).one_or_none()
    return None if row is None else CentreLoss(row.found_at, row.entries, row.held_to)


def note(session: Session, found_at: str, entries: int, held_to: int | None) -> None:
    """Keep a loss; one that is known already grows."""
    before = load(session)
    values = {"found_at": found_at, "entries": entries, "held_to": held_to}
    if before is not None:
        values |= {"found_at": before.found_at, "entries": max(entries, before.entries)}
    statement = insert(centre_loss).values(id=1, **values)
    session.execute(statement.on_conflict_do_update(index_elements=["id"], set_=values))


def hold_to(session: Session, number: int | None) -> None:
    """Keep up to which number the centre holds everything again; ``None`` for whatever has one."""
    session.execute(update(centre_loss).values(held_to=number))


def clear(session: Session) -> None:
    """Forget the loss: the centre has signed for everything again."""
    session.execute(delete(centre_loss))
