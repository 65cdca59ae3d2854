"""What this program understands of signed lines, and which of them wait for a newer one.

A later version may write an action, a kind, a member of the line or a version ``v`` that this one does not know. Such a line is
kept, numbered, passed on and checked like any other, but has no effect whatever until the program is updated. What a line says
of itself decides, never its body: that may be absent or come later, and what was erased by then could not be given back.

Operations are atomic: a line has an effect only as part of a whole operation of which every line is understood. More lines can
therefore only let others have an effect, never take one away from them, whatever comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.journal.canonical import Json, canonical
from surveyor_app.domain.journal.entries import MEMBERS, VERSION, Action, Entry
from surveyor_app.domain.kinds import CASE_KIND, KINDS

NEWER_VERSION = "newer_version"
"""Reason of quarantine for lines that wait for a newer version, alone or with the rest of their operation."""

RIGHTS = 5
"""Raised whenever the rule of who may write what changes: what was worked out by the one before is worked out anew."""

MORE_MEMBERS: frozenset[str] = frozenset()
"""Members beside those that every line has; version 1 has none."""


def knows(v: int, action: str, kind: str) -> bool:
    """Tell whether this program knows lines of this version, with this action on this kind."""
    return v <= VERSION and action in Action._value2member_map_ and (kind in KINDS or kind == CASE_KIND)


def is_understood(entry: Entry) -> bool:
    """Tell whether this program understands a line, taken by itself."""
    return knows(entry.v, entry.action, entry.kind) and entry.more.keys() <= MORE_MEMBERS


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked of a line to tell whether its operation waits."""

    hash: str
    prev: str | None
    device: str
    epoch: int
    op: str
    op_n: int
    op_of: int
    is_understood: bool

    @classmethod
    def of(cls, digest: str, entry: Entry) -> Part:
        """Return that of a line."""
        place = (entry.device, entry.epoch, entry.op, entry.op_n, entry.op_of)
        return cls(digest, entry.prev, *place, is_understood(entry))

    @property
    def operation(self) -> tuple[str, int, str, int]:
        """The same for all lines of an operation; others that borrow its id may have it as well."""
        return self.device, self.epoch, self.op, self.op_of


def lines_that_wait(parts: Iterable[Part]) -> set[str]:
    """Return the hashes of the lines that wait; of each operation all lines that are there must be given."""
    operations: dict[tuple[str, int, str, int], list[Part]] = defaultdict(list)
    for part in parts:
        operations[part.operation].append(part)
    found: set[str] = set()
    for operation in operations.values():
        if not all(part.is_understood for part in operation):
            found |= {part.hash for part in operation} - _effective(operation)
    return found


def _effective(operation: Sequence[Part]) -> set[str]:
    """Return the lines on ways from a first to a last part along which all is understood; a forged operation may fork."""
    ordered = sorted(operation, key=lambda part: part.op_n)
    reached: dict[str, Part] = {}
    for part in ordered:
        before = reached.get(part.prev or "")
        if part.is_understood and (part.op_n == 1 or (before is not None and before.op_n == part.op_n - 1)):
            reached[part.hash] = part
    found: set[str] = set()
    leading: set[str | None] = set()
    for part in reversed(ordered):
        if part.hash in reached and (part.op_n == part.op_of or part.hash in leading):
            found.add(part.hash)
            leading.add(part.prev)
    return found


def words() -> Mapping[str, Json]:
    """Return all that this program knows and goes by, to be kept beside what was worked out with it."""
    return {
        "v": VERSION,
        "actions": sorted(Action),
        "kinds": sorted([*KINDS, CASE_KIND]),
        "members": sorted({*MEMBERS, *MORE_MEMBERS}),
        "rights": RIGHTS,
    }


def words_text() -> str:
    """Return the same as text: equal texts mean equal knowledge."""
    return canonical(words()).decode()
