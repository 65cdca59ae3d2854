"""What a record looks like, as a pure function of the set of entries about it.

Because the result depends on the set and not on the order of arrival, applying entries is commutative by construction: both
sides of the wire show the same once they hold the same entries. For each field the values that no other entry supersedes are
kept; X supersedes Y only if X comes later in the same chain, or Y's central number is at most X's ``base`` (its author had
seen Y). One value is normal, several are a conflict.

The case itself is projected like a record (kind ``case``): its one field is ``alias_of``, written by ``alias`` entries of the
office. What ``erase`` and ``revoke`` entries do follows from other records' entries too: :mod:`surveyor_app.records.erasing`,
:mod:`surveyor_app.records.revocations`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.canonical import Json, canonical
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import (
    LOCKED_BY_SEAL,
    OPEN_AFTER_SEAL,
    Origin,
    Role,
    Writer,
    may_create,
    may_name_owner,
    may_seal,
    may_sign,
    may_tie,
    may_withdraw,
    may_write,
)
from surveyor_app.domain.vocabulary import NEWER_VERSION, knows

ALIAS_OF = "alias_of"
NOT_OWNER = "not_owner"
AFTER_SEAL = "after_seal"
REVOKED = "revoked"
TASK_OWNER = "owner"
WITHDRAWN = "#withdrawn"
SEALED = "#sealed"
SIGNED = "#signed"

Ancestry = Mapping[tuple[str, int], tuple[int, int]]
"""(device, epoch) → (parent epoch, parent seq): where an epoch left the chain before it."""


@dataclass(frozen=True, slots=True)
class Line:
    """What the projection needs of one entry; ``fields`` is ``None`` when the body was erased or left out.

    ``waits`` says that the line, or another of its operation, is not understood before the program is updated; ``revoked`` that
    the office had locked its device out before.
    """

    hash: str
    v: int
    writer: Writer
    epoch: int
    seq: int
    number: int | None
    base: int
    action: Action | str
    kind: str
    fields: Mapping[str, Json] | None
    reason: str | None = None
    waits: bool = False
    revoked: bool = False

    @property
    def device(self) -> str:
        """The device that wrote it."""
        return self.writer.device


@dataclass(frozen=True, slots=True)
class Projected:
    """The state of one record: one value a field, the conflicting ones beside it, and what was set aside and why."""

    exists: bool
    values: Mapping[str, Json]
    conflicts: Mapping[str, Sequence[tuple[str, Json]]]
    withdrawn: bool
    withdrawn_reason: str | None
    sealed: bool
    quarantine: Mapping[str, str] = field(default_factory=dict)


def precedes(earlier: Line, later: Line, ancestry: Ancestry) -> bool:
    """Tell whether ``earlier`` lies before ``later`` in the same chain, epochs included."""
    if earlier.device != later.device:
        return False
    epoch, limit = later.epoch, later.seq - 1
    while True:
        if earlier.epoch == epoch:
            return earlier.seq <= limit
        parent = ancestry.get((later.device, epoch))
        if parent is None or parent[0] >= epoch:
            return False
        epoch, limit = parent[0], min(limit, parent[1])


def supersedes(x: Line, y: Line, ancestry: Ancestry) -> bool:
    """Tell whether the author of ``x`` had ``y`` before them; within one chain the order of its lines alone says so."""
    if precedes(y, x, ancestry):
        return True
    return y.number is not None and y.number <= _seen(x) and _chain(x) != _chain(y)


def _chain(line: Line) -> tuple[str, int]:
    return line.device, line.epoch


def _seen(line: Line) -> int:
    """Return the ``base``, but never beyond the line's own number: nobody saw what was numbered after them.

    Lines whose number was lost (0) have seen none that is numbered now, and not each other.
    """
    return line.base if line.number is None else min(line.base, line.number - 1)


def project(lines: Iterable[Line], ancestry: Ancestry, *, office_has_one: bool = False) -> Projected:
    """Return the state of the record that all ``lines`` are about (same kind, same id).

    ``office_has_one`` says that the office made a record of this kind in the case.
    """
    quarantine: dict[str, str] = {}
    accepted = _accepted(lines, quarantine, office_has_one)
    origin = _origin(accepted)
    if origin is None and NOT_OWNER in quarantine.values():
        # Nobody could make it: whatever else surveyors say of it goes the same way.
        refused = [line for line in accepted if line.kind != CASE_KIND and line.writer.role is Role.SURVEYOR]
        quarantine |= {line.hash: NOT_OWNER for line in refused}
        accepted = [line for line in accepted if line.hash not in quarantine]
    seals = _lasting_seals(accepted, origin)
    settings: dict[str, list[tuple[Line, Json]]] = {}
    for line in accepted:
        effects = _effects(line)
        if not all(_permitted(line, name, value, origin) for name, value in effects):
            # As a whole: half of what somebody wrote is not what they wrote.
            quarantine[line.hash] = NOT_OWNER
            continue
        is_late = any(supersedes(line, seal, ancestry) for seal in seals)
        for name, value in effects:
            if is_late and (line.kind, name) not in OPEN_AFTER_SEAL:
                # Its author had the seal before them. What was written without knowing of it is a conflict as ever.
                quarantine[line.hash] = AFTER_SEAL
                continue
            settings.setdefault(name, []).append((line, value))
    live = {name: _live(candidates, ancestry) for name, candidates in settings.items()}
    values = {name: kept[-1][1] for name, kept in live.items()}
    conflicts = {
        name: [(line.hash, value) for line, value in kept]
        for name, kept in live.items()
        if len(kept) > 1 and len({canonical(value) for _, value in kept}) > 1
    }
    withdrawn = live.get(WITHDRAWN, [])
    gone = bool(withdrawn) and withdrawn[-1][1] is True
    return Projected(
        exists=origin is not None,
        values={name: value for name, value in values.items() if not name.startswith("#")},
        conflicts=conflicts,
        withdrawn=gone,
        withdrawn_reason=withdrawn[-1][0].reason if gone else None,
        sealed=values.get(SEALED) is True,
        quarantine=quarantine,
    )


def origin_of(lines: Iterable[Line], *, office_has_one: bool = False) -> Origin | None:
    """Return where the record that all ``lines`` are about comes from, ``None`` as long as no entry makes it."""
    return _origin(_accepted(lines, {}, office_has_one))


def _accepted(lines: Iterable[Line], quarantine: dict[str, str], office_has_one: bool) -> list[Line]:
    """Return each line once, sorted by hash, without those that are set aside for what they are."""
    unique = sorted({line.hash: line for line in lines}.values(), key=lambda line: line.hash)
    return [line for line in unique if not _set_aside(line, quarantine, office_has_one)]


def _set_aside(line: Line, quarantine: dict[str, str], office_has_one: bool) -> bool:
    if line.revoked:
        quarantine[line.hash] = REVOKED
    elif line.waits or not knows(line.v, line.action, line.kind):
        quarantine[line.hash] = NEWER_VERSION
    elif not _may_say(line, office_has_one):
        quarantine[line.hash] = NOT_OWNER
    return line.hash in quarantine


def _may_say(line: Line, office_has_one: bool) -> bool:
    """Tell whether the author may write such a line at all, whatever the record."""
    if line.action is Action.REVOKE:
        return line.writer.role is Role.OFFICE
    if line.action is not Action.CREATE or line.kind == CASE_KIND:
        return True
    owner = (line.fields or {}).get(TASK_OWNER)
    return may_create(line.kind, line.writer, owner=owner, office_has_one=office_has_one)


def _origin(accepted: Sequence[Line]) -> Origin | None:
    """Return where the record comes from.

    Of several entries that make the same record the first numbered one counts: whoever repeats the id of another's record
    can have learnt it only after the centre had numbered that.
    """
    creators = [line for line in accepted if line.action is Action.CREATE]
    if not creators:
        return None
    first = min(creators, key=lambda line: (line.number is None, line.number or 0, line.hash))
    by_office = any(line.writer.role is Role.OFFICE for line in creators)
    origin = Origin(first.writer, by_office)
    if first.kind != Task.KIND:
        return origin
    said = [(line, (line.fields or {}).get(TASK_OWNER)) for line in accepted]
    named = [owner for line, owner in said if _permitted(line, TASK_OWNER, owner, origin)]
    return Origin(first.writer, by_office, frozenset(name for name in named if isinstance(name, str)))


def _lasting_seals(accepted: Sequence[Line], origin: Origin | None) -> list[Line]:
    """Return the lines after which the record never changes again; most kinds have none, there a seal asks for an addendum."""
    if origin is None:
        return []
    seals = [line for line in accepted if line.action is Action.SEAL and line.kind in LOCKED_BY_SEAL]
    return [line for line in seals if may_seal(line.kind, line.writer, origin)]


def _permitted(line: Line, name: str, value: Json, origin: Origin | None) -> bool:
    if line.kind == CASE_KIND:
        # Whoever opened the case, and whether or not that entry is here.
        return may_tie(line.writer.role)
    if origin is None:
        return True
    if name == SEALED:
        return may_seal(line.kind, line.writer, origin)
    if name == WITHDRAWN:
        return may_withdraw(line.kind, line.writer, origin)
    if name == SIGNED:
        return may_sign(line.kind, line.writer, origin)
    if line.kind == Task.KIND and name == TASK_OWNER and not may_name_owner(line.writer, value):
        return False
    return may_write(line.kind, name, line.writer, origin)


def _effects(line: Line) -> list[tuple[str, Json]]:
    """Return the fields a line sets; states of the record are fields whose names start with ``#``."""
    if line.kind == CASE_KIND:
        alias = (line.fields or {}).get(ALIAS_OF)
        return [(ALIAS_OF, alias)] if line.action is Action.ALIAS and isinstance(alias, str) else []
    if line.action in {Action.CREATE, Action.CHANGE, Action.ATTACH, Action.SIGN}:
        effects = [(name, value) for name, value in (line.fields or {}).items() if not name.startswith("#")]
        return [*effects, (SIGNED, True)] if line.action is Action.SIGN else effects
    if line.action is Action.WITHDRAW:
        return [(WITHDRAWN, True)]
    if line.action is Action.RESTORE:
        return [(WITHDRAWN, False)]
    if line.action is Action.SEAL:
        return [(SEALED, True)]
    return []


def _live(candidates: list[tuple[Line, Json]], ancestry: Ancestry) -> list[tuple[Line, Json]]:
    """Return the values no other candidate supersedes, in the order of their entries' hashes.

    Instead of comparing every pair (a field edited a thousand times would need a million steps): who saw furthest, and the
    last line of each chain. Lines that claim to have seen each other supersede nothing, so that some value always stands.
    """
    if len(candidates) == 1:
        return candidates
    last: dict[tuple[str, int], Line] = {}
    furthest: dict[tuple[str, int], int] = {}
    for line, _ in candidates:
        chain = _chain(line)
        furthest[chain] = max(_seen(line), furthest.get(chain, -1))
        if chain not in last or line.seq > last[chain].seq:
            last[chain] = line

    def superseded(line: Line) -> bool:
        seen = max((seen for chain, seen in furthest.items() if chain != _chain(line)), default=-1)
        if line.number is not None and line.number <= seen:
            return True
        return any(precedes(line, other, ancestry) for other in last.values())

    return [(line, value) for line, value in candidates if not superseded(line)] or candidates
