"""Takes plain entries of many cases at once, with a dozen statements for all of them instead of as many for each.

Nearly every push is plain: lines about records, in words that are known, with bodies of their own, that go on the chain of a
device in a case where nothing is out of the ordinary (:mod:`~surveyor_app.records.read_once`). What follows from such lines are
the rows of their records and nothing else. Everything that is not plain goes the long way, through
:mod:`~surveyor_app.records.receiving`; what comes of a plain entry is the same on both, and a replay finds no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import LargeBinary, RowMapping, bindparam, delete, insert, literal, null, select, union_all
from sqlalchemy.orm import Session

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Writer
from surveyor_app.domain.projection import Line, project
from surveyor_app.domain.vocabulary import is_understood
from surveyor_app.records.branches.chains import Advance, advance_heads
from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.cases import move_numbers_known
from surveyor_app.records.devices import writers_of
from surveyor_app.records.engines.listed import listed
from surveyor_app.records.engines.sending import sent_together
from surveyor_app.records.lines import Key, Parsed, journal_row, line_of
from surveyor_app.records.ordering import LINK, Link, applicable
from surveyor_app.records.projecting import LINE_COLUMNS, Known, line_of_row
from surveyor_app.records.rows import StateRows
from surveyor_app.records.schema import PROJECTIONS, bodies, conflicts, journal, quarantine

CaseKey = tuple[str, Key]
"""A record of a case."""

_COLUMNS = tuple(dict.fromkeys(("case_id", "body_hash", *LINK, *LINE_COLUMNS)))
_HELD = select(*(journal.c[name] for name in _COLUMNS))
_NO_CONTENT = null().cast(LargeBinary).label("content")
_IN_CASES = listed(journal.c.case_id, "cases")
_LINES = (
    _HELD.add_columns(bodies.c.content, literal("line").label("found_as"))
    .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
    .outerjoin(quarantine, (quarantine.c.hash == journal.c.hash) & (quarantine.c.reason == BRANCH))
    .where(_IN_CASES, listed(journal.c.record_id, "records"), quarantine.c.hash.is_(None))
)
_BESIDE = union_all(
    _HELD.add_columns(_NO_CONTENT, literal("hash").label("found_as")).where(listed(journal.c.hash, "hashes")),
    _HELD.add_columns(_NO_CONTENT, literal("body").label("found_as")).where(
        _IN_CASES, listed(journal.c.body_hash, "bodies")
    ),
    _LINES,
)
# Inline: which position a line is given is not asked.
_ADD_LINES = insert(journal).inline()
_ADD_BODIES = insert(bodies).inline()


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive entries of one chain of a case, with the numbers they are to have, and whom their device writes for."""

    case_id: str
    writer: Writer
    entries: Sequence[Parsed]


@dataclass(frozen=True, slots=True)
class Beside:
    """What is held beside new entries: the same ones and those before them, the same bodies, and lines about the same records."""

    links: Mapping[str, Link]
    bodies: Set[tuple[str, str]]
    lines: Mapping[CaseKey, Sequence[RowMapping]]
    """But for those on a dead branch."""

    @classmethod
    def read(cls, session: Session, arrived: Mapping[str, Iterable[Parsed]]) -> Beside:
        """Look for entries of cases; for who holds the locks of these cases."""
        parsed = [item for entries in arrived.values() for item in entries]
        asked = {
            "cases": arrived.keys(),
            "hashes": {item.hash for item in parsed} | {item.entry.prev for item in parsed if item.entry.prev},
            "bodies": {item.entry.body for item in parsed},
            "records": {item.entry.id for item in parsed},
        }
        links: dict[str, Link] = {}
        held: set[tuple[str, str]] = set()
        lines: dict[CaseKey, list[RowMapping]] = defaultdict(list)
        for row in session.execute(_BESIDE, asked).mappings():
            if row["found_as"] == "hash":
                links[row["hash"]] = Link(*(row[name] for name in LINK))
            elif row["found_as"] == "body":
                held.add((row["case_id"], row["body_hash"]))
            else:
                lines[row["case_id"], (row["kind"], row["record_id"])].append(row)
        return cls(links, held, lines)


def are_plain(case_id: str, entries: Sequence[Parsed], beside: Beside) -> bool:
    """Tell whether entries may be taken by :func:`take_plain`, if nothing rare is in their case.

    They are new, each with a body that nothing has named, and go on from what is held in whole operations.
    """
    named = {item.entry.body for item in entries}
    return (
        all(map(_is_plain, entries))
        and len(named) == len(entries)
        and beside.links.keys().isdisjoint(item.hash for item in entries)
        and beside.bodies.isdisjoint((case_id, body) for body in named)
        and entries[0].entry.prev in beside.links
        and len(applicable(entries, beside.links)) == len(entries)
    )


def _is_plain(item: Parsed) -> bool:
    """Not about the case itself, nor about a claim: whether that one stands turns on who made others."""
    entry = item.entry
    return entry.kind not in {CASE_KIND, Claim.KIND} and item.content is not None and is_understood(entry)


def take_plain(session: Session, runs: Sequence[Run], beside: Beside) -> dict[str, str]:
    """Take entries that are plain and follow the heads of their chains; at most one run of each case, whose lock is held.

    Returns:
        Those lines of their records that are set aside: hash → reason.
    """
    taken = [(run, item) for run in runs for item in run.entries]
    lines = _lines_before(session, {(run.case_id, item.key) for run, item in taken}, runs, beside)
    held = list(lines)
    for run, item in taken:
        lines.setdefault((run.case_id, item.key), []).append(line_of(item, run.writer))
    rows = StateRows()
    aside: dict[str, str] = {}
    for (case_id, (kind, record_id)), own in lines.items():
        aside |= rows.add(case_id, kind, {record_id: project(own, {})})
    numbers = {run.case_id: run.entries[-1].number for run in runs}
    connection = session.connection()
    with sent_together(session):
        connection.execute(_ADD_LINES, [journal_row(item) for _, item in taken])
        connection.execute(_ADD_BODIES, [_body_row(run.case_id, item) for run, item in taken])
        advance_heads(session, [Advance.over(run.case_id, run.entries) for run in runs])
        _forget(session, held)
        rows.store(session)
        move_numbers_known(session, {case_id: number for case_id, number in numbers.items() if number is not None})
    return aside


def _body_row(case_id: str, item: Parsed) -> dict[str, Any]:
    return {"hash": item.entry.body, "case_id": case_id, "salt": item.salt, "content": item.content}


def _lines_before(
    session: Session, touched: Iterable[CaseKey], runs: Sequence[Run], beside: Beside
) -> dict[CaseKey, list[Line]]:
    """Return the lines held of those of the records that have any."""
    rows = {key: beside.lines[key] for key in touched if key in beside.lines}
    writers = {run.writer.device: run.writer for run in runs}
    others = {row["device"] for held in rows.values() for row in held} - writers.keys()
    known = Known(writers | (writers_of(session, others) if others else {}), {}, frozenset(), frozenset())
    return {key: [line_of_row(row, known) for row in held] for key, held in rows.items()}


def _of_record(table: Any, record_id: Any) -> tuple[Any, ...]:
    return table.c.case_id == bindparam("case"), record_id == bindparam("record")


_FORGET_ROWS = {kind: delete(table).where(*_of_record(table, table.c.id)) for kind, table in PROJECTIONS.items()}
_FORGET_BESIDE = [
    delete(table).where(*_of_record(table, table.c.record_id), table.c.kind == bindparam("of_kind"))
    for table in (quarantine, conflicts)
]
_FORGET_BESIDE[0] = _FORGET_BESIDE[0].where(quarantine.c.reason != BRANCH)


def _forget(session: Session, known: Collection[CaseKey]) -> None:
    """Remove what was written about these records before. Each by its own case: another may have a record of the same id."""
    connection = session.connection()
    asked = [{"case": case_id, "record": record_id, "of_kind": kind} for case_id, (kind, record_id) in sorted(known)]
    for kind in sorted({item["of_kind"] for item in asked}):
        of_kind = [{"case": item["case"], "record": item["record"]} for item in asked if item["of_kind"] == kind]
        connection.execute(_FORGET_ROWS[kind], of_kind)
    for statement in _FORGET_BESIDE if asked else ():
        connection.execute(statement, asked)
