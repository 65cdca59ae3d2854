"""Numbers of the centre: stored once, and given in an order that every reader can rely on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.wire_errors import NumbersDiffer
from surveyor_app.records.branches.forks import forked_devices, reanalyse
from surveyor_app.records.cases import lock_case, refresh_number_known
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Key
from surveyor_app.records.projecting import project_anew
from surveyor_app.records.schema import LOST, journal, waiting


def highest_number(session: Session, case_id: str) -> int:
    """Return the highest number that any entry held here has, gaps before it or not."""
    return session.scalar(select(func.max(journal.c.number)).where(journal.c.case_id == case_id)) or 0


def numbered_hashes(session: Session, case_id: str, upto: int) -> list[str]:
    """Return the hashes of the entries numbered 1 … ``upto``, in the order of their numbers."""
    query = select(journal.c.hash).where(journal.c.case_id == case_id, journal.c.number.between(1, upto))
    return list(session.scalars(query.order_by(journal.c.number, journal.c.hash)))


def set_numbers(session: Session, case_id: str, numbers: Mapping[EntryHash, int]) -> None:
    """Store the numbers the centre gave, and project anew the records on which they have a bearing.

    Numbers of entries this database does not hold are passed over; a number already stored is no news.

    Raises:
        NumbersDiffer: when an entry has another number already; nothing is stored then.
    """
    lock_case(session, case_id)
    news = _news(session, journal, numbers)
    for_waiting = _news(session, waiting, numbers)
    for table, rows in ((journal, news), (waiting, for_waiting)):
        if rows:
            change = update(table).where(table.c.hash == bindparam("of")).values(number=bindparam("number"))
            session.connection().execute(change, [{"of": item, "number": number} for item, number in rows.items()])
    if not news:
        return
    touched: set[Key] = set()
    for device in forked_devices(session, case_id):
        touched |= reanalyse(session, case_id, device)
    project_anew(session, case_id, touched | _shared_records(session, case_id, news))
    refresh_number_known(session, case_id)


def _news(session: Session, table: Table, numbers: Mapping[EntryHash, int]) -> dict[str, int]:
    """Return those of the numbers that belong to rows of ``table`` which have none yet, or none any more."""
    found: dict[str, int] = {}
    for chunk in chunked(numbers):
        for item, stored in session.execute(select(table.c.hash, table.c.number).where(table.c.hash.in_(chunk))):
            given = numbers[EntryHash(item)]
            if stored is None or stored == LOST:
                found[item] = given
            elif stored != given:
                raise NumbersDiffer(entry=item, stored=stored, given=given)
    return found


def _shared_records(session: Session, case_id: str, hashes: Iterable[str]) -> set[Key]:
    """Return the records of these entries that lines of several chains touch; within one chain numbers decide nothing."""
    keys: set[Key] = set()
    for chunk in chunked(hashes):
        query = select(journal.c.kind, journal.c.record_id).where(journal.c.hash.in_(chunk)).distinct()
        keys |= {(row.kind, row.record_id) for row in session.execute(query)}
    writers: dict[Key, set[tuple[str, int]]] = defaultdict(set)
    columns = (journal.c.kind, journal.c.record_id, journal.c.device, journal.c.epoch)
    for chunk in chunked(sorted({record_id for _, record_id in keys})):
        query = select(*columns).where(journal.c.case_id == case_id, journal.c.record_id.in_(chunk)).distinct()
        for row in session.execute(query):
            writers[row.kind, row.record_id].add((row.device, row.epoch))
    return {key for key in keys if len(writers[key]) > 1}


def assign_numbers(session: Session, case_id: str, hashes: Sequence[EntryHash]) -> dict[EntryHash, int]:
    """Give applied entries the next numbers of their case, in the order named; what the centre does.

    The case's row is locked until the transaction ends, so a number is visible only when all lower ones are. Entries that
    have a number keep it.

    Returns:
        The number of every entry named.

    Raises:
        InputError: when one of them is not applied: an operation that is not whole has no number.
    """
    lock_case(session, case_id)
    numbers: dict[EntryHash, int] = {}
    held: dict[str, int | None] = {}
    for chunk in chunked(hashes):
        query = select(journal.c.hash, journal.c.number).where(journal.c.case_id == case_id, journal.c.hash.in_(chunk))
        held |= {row.hash: row.number for row in session.execute(query)}
    following = (session.scalar(select(func.max(journal.c.number)).where(journal.c.case_id == case_id)) or 0) + 1
    for item in hashes:
        if item not in held:
            raise InputError(field="hash", reason="not applied")
        stored = held[item]
        if stored is None:
            stored = held[item] = following
            following += 1
        numbers[item] = stored
    set_numbers(session, case_id, numbers)
    return numbers
