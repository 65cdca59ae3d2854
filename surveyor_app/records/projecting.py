"""Projects records: reads all lines of a record from the journal and writes the row that shows its state.

A record's row is a pure function of the set of its lines (:mod:`surveyor_app.domain.projection`); whenever the set, a number
or a branch changes, the row is worked out anew from the whole set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, select
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.entries import read_action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Writer
from surveyor_app.domain.projection import ALIAS_OF, Line, Projected, project
from surveyor_app.records.bases import Limits, believed, limits_of
from surveyor_app.records.branches.chains import ancestry
from surveyor_app.records.branches.forks import BRANCH
from surveyor_app.records.cases import set_alias
from surveyor_app.records.chunks import chunked
from surveyor_app.records.devices import writers
from surveyor_app.records.erasing import erase_for_office, refused_erasures
from surveyor_app.records.lines import Key, load_content
from surveyor_app.records.newer import newer_lines, note_all
from surveyor_app.records.office_claims import office_made
from surveyor_app.records.revocations import revoked_lines
from surveyor_app.records.rows import StateRows
from surveyor_app.records.schema import PROJECTIONS, bodies, conflicts, journal, quarantine
from surveyor_app.records.upcasting import upcast


def project_anew(session: Session, case_id: str, keys: Iterable[Key], new: Set[str] = frozenset()) -> dict[str, str]:
    """Read all lines of the records and write their rows anew.

    ``new`` are lines that were added since these records were projected last: one that has no others has no row yet.

    Returns:
        The lines of these records that are set aside: hash → reason.
    """
    by_kind: dict[str, list[str]] = defaultdict(list)
    for kind, record_id in sorted(set(keys)):
        by_kind[kind].append(record_id)
    if not by_kind:
        return {}
    parents = ancestry(session, case_id)
    known = Known.of(session, case_id)
    set_aside: dict[str, str] = {}
    for kind, ids in by_kind.items():
        beside = office_made(session, case_id, kind, ids)
        for chunk in chunked(ids):
            lines, branch, old = _read_lines(session, case_id, kind, chunk, known, new)
            states = {item: project(lines[item], parents, office_has_one=beside) for item in chunk}
            if kind == CASE_KIND and case_id in states:
                refused = refused_erasures(session, case_id, lines[case_id])
                states[case_id] = replace(states[case_id], quarantine={**states[case_id].quarantine, **refused})
            if old:
                _forget(session, case_id, kind, sorted(old))
            set_aside |= _write(session, case_id, kind, states)
            set_aside |= dict.fromkeys(branch, BRANCH)
    return set_aside


def project_fresh(session: Session, case_id: str, lines: Mapping[Key, Sequence[Line]]) -> dict[str, str]:
    """Write the rows of records that had no line before; nothing is read and nothing removed."""
    by_kind: dict[str, dict[str, Projected]] = defaultdict(dict)
    parents = ancestry(session, case_id)
    beside = {kind: office_made(session, case_id, kind, ()) for kind in {kind for kind, _ in lines}}
    for (kind, record_id), own in lines.items():
        by_kind[kind][record_id] = project(own, parents, office_has_one=beside[kind])
    set_aside: dict[str, str] = {}
    for kind, states in by_kind.items():
        set_aside |= _write(session, case_id, kind, states)
    return set_aside


def read_lines(session: Session, case_id: str, kind: str, record_id: str) -> list[Line]:
    """Return what the projection of one record goes by."""
    known = Known.of(session, case_id)
    lines, _, _ = _read_lines(session, case_id, kind, [record_id], known)
    return lines[record_id]


@dataclass(frozen=True, slots=True)
class Known:
    """What must be known to read lines: of their devices, and which of them wait for a newer version or count for nothing."""

    writers: Mapping[str, Writer]
    limits: Limits
    newer: frozenset[str]
    revoked: frozenset[str]

    @classmethod
    def of(cls, session: Session, case_id: str) -> Known:
        """Look it up."""
        revoked = revoked_lines(session, case_id)
        return cls(writers(session), limits_of(session, case_id, revoked), newer_lines(session, case_id), revoked)


LINE_COLUMNS = ("hash", "v", "device", "epoch", "seq", "number", "base", "action", "kind", "record_id")
LINES_OF = (
    select(*(journal.c[name] for name in LINE_COLUMNS), bodies.c.content, quarantine.c.reason)
    .outerjoin(bodies, (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash))
    .outerjoin(quarantine, (quarantine.c.hash == journal.c.hash) & (quarantine.c.reason == BRANCH))
    .where(journal.c.case_id == bindparam("case"), journal.c.kind == bindparam("of_kind"))
    .where(journal.c.record_id.in_(bindparam("ids", expanding=True)))
)
"""All lines of some records of a kind, with their bodies: ``case``, ``of_kind``, ``ids``."""


def _read_lines(
    session: Session, case_id: str, kind: str, ids: Sequence[str], known: Known, new: Set[str] = frozenset()
) -> tuple[dict[str, list[Line]], list[str], set[str]]:
    """Return the lines by record, the hashes of those on a dead branch, and the records that have more than ``new`` ones.

    Of those without any line nobody knows, so they are among the last.
    """
    lines: dict[str, list[Line]] = defaultdict(list)
    branch: list[str] = []
    old, all_new = set(ids), set(ids) if new else set()
    for row in session.execute(LINES_OF, {"case": case_id, "of_kind": kind, "ids": list(ids)}).mappings():
        if row["hash"] not in new:
            all_new.discard(row["record_id"])
        if row["reason"] == BRANCH:
            branch.append(row["hash"])
        else:
            lines[row["record_id"]].append(line_of_row(row, known))
    return lines, branch, old - (all_new & lines.keys())


def line_of_row(row: RowMapping, known: Known) -> Line:
    """Return what the projection needs of a row with :data:`LINE_COLUMNS` and the ``content`` of its body."""
    fields, reason = (None, None) if row["content"] is None else load_content(row["content"])
    values: dict[str, Any] = {
        name: row[name] for name in LINE_COLUMNS if name not in {"device", "action", "record_id", "base"}
    }
    limits = known.limits.get(row["device"], ())
    return Line(
        **values,
        base=believed(row["base"], row["epoch"], row["seq"], limits),
        action=read_action(row["action"]),
        writer=known.writers[row["device"]],
        fields=None if fields is None else upcast(row["kind"], row["v"], fields),
        reason=reason,
        waits=row["hash"] in known.newer,
        revoked=row["hash"] in known.revoked,
    )


def _forget(session: Session, case_id: str, kind: str, ids: Sequence[str]) -> None:
    """Remove what was written about these records before; the marks of branches are kept, they are not ours."""
    if kind in PROJECTIONS:
        table = PROJECTIONS[kind]
        session.execute(delete(table).where(table.c.case_id == case_id, table.c.id.in_(ids)))
    for table in (conflicts, quarantine):
        where = [table.c.case_id == case_id, table.c.kind == kind, table.c.record_id.in_(ids)]
        if table is quarantine:
            where.append(table.c.reason != BRANCH)
        session.execute(delete(table).where(*where))


def _write(session: Session, case_id: str, kind: str, states: Mapping[str, Projected]) -> dict[str, str]:
    rows = StateRows()
    set_aside = rows.add(case_id, kind, states)
    rows.store(session)
    if kind == CASE_KIND and case_id in states:
        set_alias(session, case_id, _text(states[case_id].values.get(ALIAS_OF)))
    return set_aside


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def rebuild(session: Session, case_id: str) -> None:
    """Project all records of a case anew, as after a migration that changed their tables, or once more is understood."""
    note_all(session, case_id)
    erase_for_office(session, case_id)
    for table in (conflicts, *PROJECTIONS.values()):
        session.execute(delete(table).where(table.c.case_id == case_id))
    session.execute(delete(quarantine).where(quarantine.c.case_id == case_id, quarantine.c.reason != BRANCH))
    query = select(journal.c.kind, journal.c.record_id).where(journal.c.case_id == case_id).distinct()
    project_anew(session, case_id, [(row.kind, row.record_id) for row in session.execute(query)])
