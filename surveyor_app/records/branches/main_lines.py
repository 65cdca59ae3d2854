"""Which line of a fork is the main one, and which is a dead branch.

A fork (two entries after the same one) comes from a restored backup or a cloned disk. What is main follows from the set of
entries alone, so that all sides agree whatever came first: the one the centre numbered, the lower number, the lower hash.
Everything after the other is a *branch*: kept for ever, never projected. An epoch that starts on a branch is one too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """What the shape of a chain needs of one entry."""

    hash: str
    prev: str | None
    epoch: int
    seq: int
    number: int | None
    kind: str
    record_id: str


def main_line(nodes: Mapping[str, Node]) -> dict[int, list[Node]]:
    """Return the main line of one device's entries: epoch → its entries in order."""
    following: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes.values():
        following[node.prev].append(node)
    main: dict[int, list[Node]] = {}
    members: set[str] = set()
    for epoch in sorted({node.epoch for node in nodes.values()}):
        roots = [node for node in nodes.values() if node.epoch == epoch and _starts(node, nodes, members)]
        line: list[Node] = []
        while roots:
            line.append(min(roots, key=_preference))
            roots = [node for node in following[line[-1].hash] if node.epoch == epoch]
        if line:
            main[epoch] = line
            members |= {node.hash for node in line}
    return main


def _starts(node: Node, nodes: Mapping[str, Node], members: set[str]) -> bool:
    if node.prev is None:
        return True
    # A line that was cut out of a damaged journal is missing here: then what follows has no beginning.
    return node.prev in members and nodes[node.prev].epoch < node.epoch


def _preference(node: Node) -> tuple[bool, int, str]:
    # A number that was lost is none: what the centre holds now is the main line.
    return (not node.number, node.number or 0, node.hash)


def ancestry_of(main: Mapping[int, list[Node]], nodes: Mapping[str, Node]) -> dict[int, tuple[int, int]]:
    """Return for each epoch of a main line where it left the one before: epoch → (parent epoch, parent seq)."""
    parents = {epoch: line[0].prev for epoch, line in main.items()}
    return {epoch: (nodes[parent].epoch, nodes[parent].seq) for epoch, parent in parents.items() if parent is not None}
