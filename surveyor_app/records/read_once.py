"""What one operation asks of a case only once: whether it has any of what few cases have.

Few cases hold entries that wait, lines of a newer version, second epochs, or an erasure, a revocation or a note about
themselves, and a dozen places look for them at every push. All of it is one question. Who holds the case's lock may remember the
answer: nobody else adds anything meanwhile, and what it adds itself goes through :func:`note` and :func:`note_lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.records.lines import Parsed
from surveyor_app.records.schema import chains, journal, newer, waiting

_KEY = "surveyor.read_once"


class Rare(StrEnum):
    """What few cases have."""

    WAITING = "waiting"
    """Entries that wait for others."""

    NEWER = "newer"
    """Lines that wait for a newer version of the program."""

    EPOCHS = "epochs"
    """Chains that continue another one."""

    ABOUT = "about"
    """Lines about the case itself beside those that opened it."""


_CASE: BindParameter[Any] = bindparam("case")
_EPOCHS = chains.alias("epochs")  # under a name of its own, for who asks about chains looks as well


def _about(case: ColumnElement[str]) -> tuple[ColumnElement[bool], ...]:
    # Through the few entries about the case itself: the journal has an index by record and none by action.
    return journal.c.case_id == case, journal.c.record_id == case, journal.c.kind == CASE_KIND


def _looks(case: ColumnElement[str]) -> Mapping[Rare, ColumnElement[bool]]:
    return {
        Rare.WAITING: exists().where(waiting.c.case_id == case),
        Rare.NEWER: exists().where(newer.c.case_id == case),
        Rare.EPOCHS: exists().where(_EPOCHS.c.case_id == case, _EPOCHS.c.parent_epoch.is_not(None)),
        Rare.ABOUT: exists().where(*_about(case), journal.c.action != Action.CREATE.value),
    }


def anything_rare(case: ColumnElement[str]) -> ColumnElement[bool]:
    """Return the condition that a case has anything of what few cases have."""
    return or_(*_looks(case).values())


_ACTIONS = select(journal.c.action).where(*_about(_CASE)).distinct()
_RARE = select(*(look.label(what) for what, look in _looks(_CASE).items()))


@dataclass(slots=True)
class _Memory:
    case_id: str
    rare: set[str] | None = None
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


def may_have(session: Session, case_id: str, what: Rare) -> bool:
    """Tell whether to look: false only where it is remembered that the case has nothing of it."""
    memory = _memory(session, case_id)
    return memory is None or what in _rare(session, memory)


def note(session: Session, case_id: str, what: Rare) -> None:
    """Say that the case has something of it now."""
    memory = _memory(session, case_id)
    if memory is not None and memory.rare is not None:
        memory.rare.add(what)


def has_lines(session: Session, case_id: str, action: Action) -> bool:
    """Tell whether the journal holds a line about the case itself with this action, understood or not, effective or not."""
    memory = _memory(session, case_id)
    if memory is None:
        return action in _actions(session, case_id)
    if memory.actions is None:
        if action is not Action.CREATE and Rare.ABOUT not in _rare(session, memory):
            return False
        memory.actions = _actions(session, case_id)
    return action in memory.actions


def note_lines(session: Session, case_id: str, batch: Iterable[Parsed]) -> None:
    """Say what was just added to the journal."""
    memory = _memory(session, case_id)
    about = {str(parsed.entry.action) for parsed in batch if parsed.key == (CASE_KIND, case_id)}
    if memory is None or not about:
        return
    if memory.actions is not None:
        memory.actions |= about
    note(session, case_id, Rare.ABOUT)


def _memory(session: Session, case_id: str) -> _Memory | None:
    memory = session.info.get(_KEY)
    return memory if isinstance(memory, _Memory) and memory.case_id == case_id else None


def _rare(session: Session, memory: _Memory) -> set[str]:
    if memory.rare is None:
        row = session.execute(_RARE, {"case": memory.case_id}).one()
        memory.rare = {what for what in Rare if getattr(row, what)}
    return memory.rare


def _actions(session: Session, case_id: str) -> set[str]:
    return set(session.scalars(_ACTIONS, {"case": case_id}))
