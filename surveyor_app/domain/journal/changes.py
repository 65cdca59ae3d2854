"""What an operation changed: the value every operation returns and every page listens to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action


@dataclass(frozen=True, slots=True)
class Step:
    """One entry to be written: what to do to which record, the fields as they stand in a body, and why."""

    action: Action
    kind: str
    id: str
    fields: Mapping[str, Json] = field(default_factory=dict)
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Kinds and ids an operation touched, its name for the undo button, and the steps that take it back.

    ``inverse`` is empty for what cannot be undone (signing, sealing, delivering, erasing) and for a mere notice.
    """

    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    label: str = ""
    inverse: tuple[Step, ...] = ()
    delivery: bool = False

    def touches(self, *kinds: str) -> bool:
        """Tell whether a record of one of the kinds was touched."""
        return any(kind in self.touched for kind in kinds)


def touched_by(steps: tuple[Step, ...]) -> dict[str, frozenset[str]]:
    """Return kinds and ids of ``steps``."""
    found: dict[str, set[str]] = {}
    for step in steps:
        found.setdefault(step.kind, set()).add(step.id)
    return {kind: frozenset(ids) for kind, ids in found.items()}
