"""Keeps which entries of a device are its main line and which are dead branches; see :mod:`.main_lines`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from surveyor_app.records.branches.main_lines import Node, main_line
from surveyor_app.records.chunks import chunked
from surveyor_app.records.lines import Key
from surveyor_app.records.read_once import Rare, note
from surveyor_app.records.schema import chains, journal, quarantine

BRANCH = "branch"
"""Reason of quarantine for the entries of a dead branch."""


def reanalyse(session: Session, case_id: str, device: str) -> set[Key]:
    """Work out heads, parents and branches of a device anew, and store them.

    Returns:
        Records to be projected anew.
    """
    columns = (journal.c[name] for name in ("hash", "prev", "epoch", "seq", "number", "kind", "record_id"))
    rows = session.execute(select(*columns).where(journal.c.case_id == case_id, journal.c.device == device))
    nodes = {row.hash: Node(*row) for row in rows}
    main = main_line(nodes)
    moved = _store_chains(session, case_id, device, main, nodes)
    members = {node.hash for line in main.values() for node in line}
    changed = _store_branches(session, case_id, device, nodes, nodes.keys() - members)
    # Where an epoch left another chain decides what its lines supersede: then all of the device's records are looked at.
    affected: Iterable[Node] = nodes.values() if moved else (nodes[item] for item in changed)
    return {(node.kind, node.record_id) for node in affected}


def _store_chains(
    session: Session, case_id: str, device: str, main: Mapping[int, list[Node]], nodes: Mapping[str, Node]
) -> bool:
    where = (chains.c.case_id == case_id, chains.c.device == device)
    old = {row.epoch: (row.parent_epoch, row.parent_seq) for row in session.execute(select(chains).where(*where))}
    rows = [_chain_row(case_id, device, epoch, line, nodes) for epoch, line in main.items()]
    session.execute(delete(chains).where(*where))
    if rows:
        session.execute(insert(chains), rows)
        note(session, case_id, Rare.EPOCHS)
    parents = {row["epoch"]: (row["parent_epoch"], row["parent_seq"]) for row in rows}
    return any(parents.get(epoch) != parent for epoch, parent in old.items())


def _chain_row(case_id: str, device: str, epoch: int, line: list[Node], nodes: Mapping[str, Node]) -> dict[str, Any]:
    first, last = line[0], line[-1]
    parent = None if first.prev is None else nodes[first.prev]
    return {
        "case_id": case_id,
        "device": device,
        "epoch": epoch,
        "head_seq": last.seq,
        "head_hash": last.hash,
        "parent_epoch": None if parent is None else parent.epoch,
        "parent_seq": None if parent is None else parent.seq,
    }


def _store_branches(
    session: Session, case_id: str, device: str, nodes: Mapping[str, Node], branch: set[str]
) -> set[str]:
    """Store which entries are branches and return those of which that is news."""
    known = select(quarantine.c.hash).join(journal, journal.c.hash == quarantine.c.hash)
    mine = (quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH, journal.c.device == device)
    old = set(session.scalars(known.where(*mine)))
    for chunk in chunked(sorted(old ^ branch)):
        session.execute(delete(quarantine).where(quarantine.c.hash.in_(chunk)))
    added = [nodes[item] for item in sorted(branch - old)]
    if added:
        rows = [
            {"hash": n.hash, "case_id": case_id, "kind": n.kind, "record_id": n.record_id, "reason": BRANCH}
            for n in added
        ]
        session.execute(insert(quarantine), rows)
    return old ^ branch


def forked_devices(session: Session, case_id: str) -> list[str]:
    """Return the devices whose chains have a branch."""
    query = select(journal.c.device).join(quarantine, journal.c.hash == quarantine.c.hash).distinct()
    where = (quarantine.c.case_id == case_id, quarantine.c.reason == BRANCH)
    return sorted(session.scalars(query.where(*where)))
