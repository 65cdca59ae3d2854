"""What one operation asks of the journal only once: which actions the lines about the case itself have.

Few cases hold an erasure, a revocation or a note about themselves, and a dozen places look for one at every push. Who holds the
case's lock may remember the answer: nobody else adds a line meanwhile, and what it adds itself goes through :func:`note_lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.records.lines import Parsed
from surveyor_app.records.schema import journal

_KEY = "surveyor.read_once"
_ACTIONS = (
    select(journal.c.action)
    # Through the few entries about the case itself: the journal has an index by record and none by action.
    .where(journal.c.case_id == bindparam("case"), journal.c.record_id == bindparam("case"))
    .where(journal.c.kind == CASE_KIND)
    .distinct()
)


@dataclass(slots=True)
class _Memory:
    case_id: str
    actions: set[str] | None = None


@contextmanager
def read_once(session: Session, case_id: str) -> Iterator[None]:
    """Remember until the end of the block; for who holds the case's lock."""
    outer = session.info.get(_KEY)
    if not (isinstance(outer, _Memory) and outer.case_id == case_id):
        session.info[_KEY] = _Memory(case_id)
    try:
        yield
    finally:
        session.info[_KEY] = outer


def has_lines(session: Session, case_id: str, action: Action) -> bool:
    """Tell whether the journal holds a line about the case itself with this action, understood or not, effective or not."""
    memory = session.info.get(_KEY)
    if not isinstance(memory, _Memory) or memory.case_id != case_id:
        return action in _actions(session, case_id)
    if memory.actions is None:
        memory.actions = _actions(session, case_id)
    return action in memory.actions


def note_lines(session: Session, case_id: str, batch: Iterable[Parsed]) -> None:
    """Say what was just added to the journal."""
    memory = session.info.get(_KEY)
    if isinstance(memory, _Memory) and memory.actions is not None:
        memory.actions |= {str(parsed.entry.action) for parsed in batch if parsed.key == (CASE_KIND, case_id)}


def _actions(session: Session, case_id: str) -> set[str]:
    return set(session.scalars(_ACTIONS, {"case": case_id}))
