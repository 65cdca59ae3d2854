"""Which waiting entries can be applied: those that follow what is there, in whole operations.

Whether an entry is applied depends on the set of entries alone, not on their order: it is, when all before it in its chain
are, and all parts of its operation are there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from surveyor_app.domain.journal.entries import Action, Entry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.records.lines import Parsed


@dataclass(frozen=True, slots=True)
class Link:
    """What a following entry must know of the one before."""

    device: str
    epoch: int
    seq: int
    op: str
    op_n: int
    op_of: int


LINK = tuple(part.name for part in fields(Link))
"""Names of its parts, which are those of the journal's columns."""


def link_of(entry: Entry) -> Link:
    """Return the link an entry offers to the next."""
    return Link(entry.device, entry.epoch, entry.seq, entry.op, entry.op_n, entry.op_of)


def follows(before: Link | None, entry: Entry) -> bool:
    """Tell whether ``entry`` may stand after ``before`` (``None``: at the beginning of a device's chain)."""
    if before is None:
        return entry.prev is None and entry.epoch == 0 and entry.seq == 1 and entry.op_n == 1
    if entry.device != before.device or entry.seq != before.seq + 1:
        return False
    if entry.epoch != before.epoch:
        opens = entry.epoch > before.epoch and entry.kind == CASE_KIND and entry.action is Action.NOTE
        return opens and entry.op_n == 1 and before.op_n == before.op_of
    if entry.op_n == 1:
        return before.op_n == before.op_of
    return (entry.op, entry.op_of, entry.op_n) == (before.op, before.op_of, before.op_n + 1)


def applicable(pending: Iterable[Parsed], applied: Mapping[str, Link]) -> list[Parsed]:
    """Return those of ``pending`` that can be applied now, parents first.

    Args:
        pending: All entries of the case that are not applied, of known devices.
        applied: Links of the applied entries that some pending entry names as the one before it.
    """
    following: dict[str | None, list[Parsed]] = defaultdict(list)
    for parsed in pending:
        following[parsed.entry.prev].append(parsed)
    anchors: list[tuple[str | None, Link | None]] = [(None, None), *applied.items()]
    found: dict[str, Parsed] = {}
    while anchors:
        anchor, link = anchors.pop()
        for parsed in following[anchor]:
            if parsed.hash in found or not follows(link, parsed.entry):
                continue
            for part in _whole_operation(parsed, following):
                found[part.hash] = part
                anchors.append((part.hash, link_of(part.entry)))
    return list(found.values())


def _whole_operation(first: Parsed, following: Mapping[str | None, Sequence[Parsed]]) -> list[Parsed]:
    """Return ``first`` and the parts after it up to the last, or nothing when a part is missing.

    Where the operation forks (which only a forged chain does) all complete continuations are returned.
    """
    levels = [[first]]
    for _ in range(first.entry.op_n, first.entry.op_of):
        parts = [
            part
            for before in levels[-1]
            for part in following.get(before.hash, ())
            if follows(link_of(before.entry), part.entry) and part.entry.op_n > 1
        ]
        if not parts:
            return []
        levels.append(parts)
    wanted = {part.hash for part in levels[-1]}
    complete: list[Parsed] = []
    for level in reversed(levels):
        kept = [part for part in level if part.hash in wanted]
        wanted = {part.entry.prev for part in kept if part.entry.prev is not None}
        complete = kept + complete
    return complete
