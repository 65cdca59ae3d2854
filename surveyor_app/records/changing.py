"""Brings rows up to date by changes whose author had seen all that was said of their records before.

Such a change decides every field it names, whatever the other lines say (:func:`surveyor_app.domain.projection.supersedes`), and
no other field. So the row follows from the row before it, and a record that was edited thousands of times need not be read
from its beginning at every keystroke. Whatever is not plainly so is left to :mod:`surveyor_app.records.projecting`, which goes by
all lines, and gives the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any

from sqlalchemy import bindparam, exists, func, or_, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.projection import Line, Projected, project
from surveyor_app.records.branches.chains import ancestry
from surveyor_app.records.lines import Key, Parsed
from surveyor_app.records.office_claims import office_made
from surveyor_app.records.projecting import LINES_OF, Known, line_of_row
from surveyor_app.records.rows import columns_of, row_of
from surveyor_app.records.schema import PROJECTIONS, conflicts, journal

FEW_LINES = 16
"""Records with no more lines than this are read whole: that takes no longer."""


def bring_up_to_date(session: Session, case_id: str, batch: Sequence[Parsed], but: Set[Key]) -> set[Key]:
    """Update the rows of records that ``batch``, just written here and stored, only changes; return the records done.

    Args:
        session: The caller's transaction.
        case_id: The case.
        batch: Lines of one device, in the order of its chain.
        but: Records that something else asks to be worked out anew.
    """
    by_record: dict[Key, list[Parsed]] = defaultdict(list)
    for parsed in batch:
        by_record[parsed.key].append(parsed)
    return {key for key, own in by_record.items() if key not in but and _changed(session, case_id, key, own)}


def _changed(session: Session, case_id: str, key: Key, own: Sequence[Parsed]) -> bool:
    kind, record_id = key
    if kind not in KINDS or kind == Task.KIND or not all(_is_plain(parsed) for parsed in own):
        # Whose a task is follows from its changes too.
        return False
    about = {"case": case_id, "of_kind": kind, "of_record": record_id}
    if session.execute(_COUNT, about).scalar_one() <= FEW_LINES + len(own):
        return False
    first = own[0].entry
    chain = {"device": first.device, "epoch": first.epoch, "seq": first.seq, "seen": first.base}
    if session.execute(_UNSEEN, about | chain | {"own": [parsed.hash for parsed in own]}).scalar_one():
        return False
    if session.execute(_IN_CONFLICT, about).scalar_one():
        return False
    state = _decided(session, case_id, key, own)
    if state is None:
        return False
    _update(session, case_id, key, state)
    return True


def _is_plain(parsed: Parsed) -> bool:
    return parsed.entry.action is Action.CHANGE and parsed.number is None and parsed.content is not None


def _decided(session: Session, case_id: str, key: Key, own: Sequence[Parsed]) -> Projected | None:
    """Return the state without the changes before ``own``, of the fields that these name; ``None`` where more must be known.

    What makes, signs, seals, withdraws or brings back a record is read: it says who may change it, and until when.
    """
    kind, record_id = key
    known = Known.of(session, case_id)
    if known.limits.get(own[0].entry.device):
        # A centre that was restored: how far this device had seen is less plain than its lines say.
        return None
    values = {"case": case_id, "of_kind": kind, "ids": [record_id], "own": [parsed.hash for parsed in own]}
    lines: list[Line] = [line_of_row(row, known) for row in session.execute(_DECIDING, values).mappings()]
    named = {name for line in lines if line.hash in set(values["own"]) for name in line.fields or ()}
    beside = office_made(session, case_id, kind, [record_id])
    state = project(lines, ancestry(session, case_id), office_has_one=beside)
    if not state.exists or any(parsed.hash in state.quarantine for parsed in own):
        return None
    return Projected(
        exists=True,
        values={name: state.values[name] for name in named if name in state.values},
        conflicts={},
        withdrawn=state.withdrawn,
        withdrawn_reason=state.withdrawn_reason,
        sealed=state.sealed,
    )


def _update(session: Session, case_id: str, key: Key, state: Projected) -> None:
    kind, record_id = key
    row: Mapping[str, Any] = row_of(case_id, kind, record_id, state)
    wanted = {column: row[column] for name in state.values for column in columns_of(kind, name)}
    table = PROJECTIONS[kind]
    if wanted:
        session.execute(update(table).where(table.c.case_id == case_id, table.c.id == record_id).values(wanted))


_OF_RECORD = (
    journal.c.case_id == bindparam("case"),
    journal.c.kind == bindparam("of_kind"),
    journal.c.record_id == bindparam("of_record"),
)
_COUNT = select(func.count()).select_from(journal).where(*_OF_RECORD)
_IN_OWN_CHAIN = (
    (journal.c.device == bindparam("device"))
    & (journal.c.epoch == bindparam("epoch"))
    & (journal.c.seq < bindparam("seq"))
)
_NUMBERED = journal.c.number.is_not(None) & (journal.c.number <= bindparam("seen"))
_UNSEEN = select(
    exists()
    .where(*_OF_RECORD, journal.c.hash.not_in(bindparam("own", expanding=True)))
    .where(~or_(_IN_OWN_CHAIN, _NUMBERED))
)
_IN_CONFLICT = select(
    exists().where(
        conflicts.c.case_id == bindparam("case"),
        conflicts.c.kind == bindparam("of_kind"),
        conflicts.c.record_id == bindparam("of_record"),
    )
)
_DECIDING = LINES_OF.where(
    or_(journal.c.action != Action.CHANGE.value, journal.c.hash.in_(bindparam("own", expanding=True)))
)
