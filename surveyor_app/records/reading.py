"""Reads records, their history, and what was set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from sqlalchemy import Select, Table, func, null, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action, Entry
from surveyor_app.domain.journal.identifiers import DeviceId, EntryHash, RecordId
from surveyor_app.domain.journal.record import Record
from surveyor_app.domain.kinds import R
from surveyor_app.records.branches.chains import Head, head_of, heads
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import load_content
from surveyor_app.records.rows import record_of
from surveyor_app.records.schema import PROJECTIONS, bodies, conflicts, journal, quarantine

__all__ = [
    "Conflict",
    "Head",
    "HistoryLine",
    "Remembered",
    "SetAside",
    "columns",
    "conflicts_of",
    "count",
    "creation_numbers",
    "get",
    "get_many",
    "head_of",
    "heads",
    "history",
    "ids",
    "last_rank",
    "list_records",
    "list_with",
    "numbered_history",
    "place_of",
    "quarantine_of",
]


def get(session: Session, case_id: str, record_class: type[R], record_id: str) -> R | None:
    """Return a record, withdrawn or not, or ``None`` when there is none."""
    table = PROJECTIONS[record_class.KIND]
    query = select(table).where(table.c.case_id == case_id, table.c.id == record_id)
    row = session.execute(query).mappings().one_or_none()
    return None if row is None else record_of(record_class, dict(row))


def get_many(session: Session, case_id: str, record_class: type[R], record_ids: Sequence[str]) -> dict[str, R]:
    """Return those of some records that there are, withdrawn or not, by id; for a screenful, not for a whole case."""
    table = PROJECTIONS[record_class.KIND]
    found: dict[str, R] = {}
    for chunk in chunked(record_ids):
        query = select(table).where(table.c.case_id == case_id, table.c.id.in_(chunk))
        found |= {record.id: record for record in _records(session, record_class, query)}
    return found


def list_with(session: Session, case_id: str, record_class: type[R], field: str, value: str) -> list[R]:
    """Return the records of :func:`list_records` whose text field ``field`` is ``value``: a few of many."""
    table = PROJECTIONS[record_class.KIND]
    query = _listed(select(table), table, case_id, include_withdrawn=False).where(table.c[field] == value)
    return sorted(_records(session, record_class, query), key=place_of)


def list_records(session: Session, case_id: str, record_class: type[R], *, include_withdrawn: bool = False) -> list[R]:
    """Return the records of a kind, sorted by rank where the kind has one, then by id (the order they were made in)."""
    table = PROJECTIONS[record_class.KIND]
    return sorted(
        _records(session, record_class, _listed(select(table), table, case_id, include_withdrawn)), key=place_of
    )


def _records(session: Session, record_class: type[R], query: Select[Any]) -> Iterator[R]:
    rows = session.execute(query)
    names = list(rows.keys())
    return (record_of(record_class, dict(zip(names, row, strict=True))) for row in rows)


class Remembered(Generic[R]):
    """The records of one kind of one case as they were read last: one whose row is the same is not made anew.

    For who reads thousands after every change. What is in the database decides each time; nothing is believed unread.
    """

    def __init__(self, record_class: type[R]) -> None:
        self._class = record_class
        self._known: dict[str, tuple[tuple[Any, ...], R]] = {}

    def list_records(self, session: Session, case_id: str) -> list[R]:
        """Return what :func:`list_records` returns, withdrawn records left out."""
        table = PROJECTIONS[self._class.KIND]
        rows = session.execute(_listed(select(table), table, case_id, include_withdrawn=False))
        names = list(rows.keys())
        id_at, now = names.index("id"), {}
        for row in rows:
            values = tuple(row)
            known = self._known.get(values[id_at])
            if known is None or known[0] != values:
                known = values, record_of(self._class, dict(zip(names, values, strict=True)))
            now[values[id_at]] = known
        self._known = now
        return sorted((record for _values, record in now.values()), key=place_of)


def place_of(record: Record) -> tuple[bool, str, str]:
    """Return what a record's place in its list hangs on: its rank where it has one, then its id."""
    # Sorted here and not by the database: PostgreSQL's order of texts depends on the locale of the cluster.
    rank: str | None = getattr(record, "rank", None)
    return rank is None, rank or "", record.id


def ids(
    session: Session, case_id: str, record_class: type[Record], *, include_withdrawn: bool = False
) -> list[RecordId]:
    """Return the ids of a kind in the order of :func:`list_records`; cheap for long lists."""
    table = PROJECTIONS[record_class.KIND]
    rank = table.c.rank if "rank" in table.c else null()
    rows = session.execute(_listed(select(rank, table.c.id), table, case_id, include_withdrawn)).all()
    return [RecordId(item) for rank, item in sorted(rows, key=lambda row: (row[0] is None, row[0] or "", row[1]))]


def columns(
    session: Session,
    case_id: str,
    record_class: type[Record],
    names: Sequence[str],
    *,
    include_withdrawn: bool = False,
    only: Sequence[str] | None = None,
) -> list[tuple[Any, ...]]:
    """Return some text or number fields of all records of a kind, or ``only`` some, in the order of :func:`list_records`.

    Each row is id, withdrawn, then the fields ``names``. A tenth of the time that whole records take: for lists of thousands.
    """
    table = PROJECTIONS[record_class.KIND]
    rank = table.c.rank if "rank" in table.c else null()
    query = select(rank, table.c.id, table.c.withdrawn, *(table.c[name] for name in names))
    if only is not None:
        query = query.where(table.c.id.in_(list(only)))
    rows = session.execute(_listed(query, table, case_id, include_withdrawn)).all()
    return [tuple(row[1:]) for row in sorted(rows, key=lambda row: (row[0] is None, row[0] or "", row[1]))]


def last_rank(session: Session, case_id: str, record_class: type[Record]) -> str | None:
    """Return the greatest rank of a kind, withdrawn records included; of a case file, whose order of texts is that of bytes."""
    table = PROJECTIONS[record_class.KIND]
    found: str | None = session.scalar(select(func.max(table.c.rank)).where(table.c.case_id == case_id))
    return found


def count(session: Session, case_id: str, record_class: type[Record], *, include_withdrawn: bool = False) -> int:
    """Return how many records of a kind there are."""
    table = PROJECTIONS[record_class.KIND]
    query = _listed(select(func.count()).select_from(table), table, case_id, include_withdrawn)
    return session.scalar(query) or 0


def _listed(query: Select[Any], table: Table, case_id: str, include_withdrawn: bool) -> Select[Any]:
    query = query.where(table.c.case_id == case_id)
    return query if include_withdrawn else query.where(table.c.withdrawn.is_(False))


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry as people read it; ``fields`` is ``None`` when the body was erased or left out."""

    hash: EntryHash
    at: str
    """UTC with microseconds, as signed."""
    actor: str
    device: DeviceId
    number: int | None
    op: str
    action: Action | str
    kind: str
    id: RecordId
    fields: Mapping[str, Json] | None
    reason: str | None
    set_aside: str | None
    """Why the line is not shown in the record, if it is not: ``branch``, ``not_owner`` …"""


def history(
    session: Session,
    case_id: str,
    kind: str | None = None,
    record_id: str | None = None,
    *,
    action: Action | None = None,
) -> list[HistoryLine]:
    """Return the entries about the whole case, a kind, or one record, in the order they were applied here.

    ``action`` leaves out all others.
    """
    query = (
        select(journal.c.hash, journal.c.line, journal.c.number, bodies.c.content, quarantine.c.reason)
        .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .outerjoin(quarantine, quarantine.c.hash == journal.c.hash)
        .where(journal.c.case_id == case_id)
    )
    if kind is not None:
        query = query.where(journal.c.kind == kind)
    if record_id is not None:
        query = query.where(journal.c.record_id == record_id)
    if action is not None:
        query = query.where(journal.c.action == action.value)
    return [_history_line(*row) for row in session.execute(query.order_by(journal.c.pos))]


def creation_numbers(session: Session, case_id: str, record_class: type[Record]) -> dict[str, int]:
    """Return the centre's number of the entry that made each record of a kind; one that has none yet is left out."""
    query = select(journal.c.record_id, func.min(journal.c.number)).where(
        journal.c.case_id == case_id,
        journal.c.kind == record_class.KIND,
        journal.c.action == Action.CREATE.value,
        journal.c.number.is_not(None),
    )
    return {row[0]: int(row[1]) for row in session.execute(query.group_by(journal.c.record_id))}


def numbered_history(session: Session, case_id: str, after: int, limit: int) -> list[HistoryLine]:
    """Return up to ``limit`` entries of a case with numbers above ``after``, in the order of their numbers."""
    query = (
        select(journal.c.hash, journal.c.line, journal.c.number, bodies.c.content, quarantine.c.reason)
        .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
        .outerjoin(quarantine, quarantine.c.hash == journal.c.hash)
        .where(journal.c.case_id == case_id, journal.c.number > after)
    )
    return [_history_line(*row) for row in session.execute(query.order_by(journal.c.number).limit(limit))]


def _history_line(
    digest: str, line: bytes, number: int | None, content: bytes | None, set_aside: str | None
) -> HistoryLine:
    entry = Entry.from_bytes(line)
    fields, reason = (None, None) if content is None else load_content(content)
    return HistoryLine(
        hash=EntryHash(digest),
        at=entry.at,
        actor=entry.actor,
        device=entry.device,
        number=number or None,
        op=entry.op,
        action=entry.action,
        kind=entry.kind,
        id=entry.id,
        fields=fields,
        reason=reason,
        set_aside=set_aside,
    )


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which several values stand side by side; ``values`` are those of a body, each with its entry."""

    kind: str
    id: RecordId
    field: str
    values: tuple[tuple[EntryHash, Json], ...]


def conflicts_of(session: Session, case_id: str) -> list[Conflict]:
    """Return all conflicts of a case, sorted by kind, record and field."""
    rows = session.execute(select(conflicts).where(conflicts.c.case_id == case_id))
    found = [
        Conflict(
            row.kind,
            RecordId(row.record_id),
            row.field,
            tuple((EntryHash(item), value) for item, value in row.entry_values),
        )
        for row in rows
    ]
    return sorted(found, key=lambda item: (item.kind, item.id, item.field))


@dataclass(frozen=True, slots=True)
class SetAside:
    """An entry that is kept but not shown.

    Why: ``branch``, ``not_owner``, ``after_seal``, ``delivered``, ``not_agreed``, ``newer_version``, ``revoked``.
    """

    hash: EntryHash
    kind: str
    id: RecordId
    reason: str


def quarantine_of(session: Session, case_id: str) -> list[SetAside]:
    """Return what is set aside of a case, sorted by kind, record and hash."""
    rows = session.execute(select(quarantine).where(quarantine.c.case_id == case_id))
    found = [SetAside(EntryHash(row.hash), row.kind, RecordId(row.record_id), row.reason) for row in rows]
    return sorted(found, key=lambda item: (item.kind, item.id, item.hash))
