"""How an open case stands: the value that the top bar, the rail and the badges of the pages are written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from surveyor_app.domain.claim.claims import Claim, Task


@dataclass(frozen=True, slots=True)
class Overview:
    """How the case stands. ``must`` counts what blocks finishing; ``delivered`` of ``items`` are at the centre."""

    claim: Claim | None = None
    task: Task | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many records there are of each kind that a page counts."""
    must: int | None = None
    open_checks: int | None = None
    """How many checks of the record form are still open; ``None`` while nobody looked."""
    state: str = "local"
    delivered: int = 0
    items: int = 0
    notices: int = 0
    open_papers: int = 0
    """About how many papers of the claim something is still to be done."""
    asked: int = 0
    """How many remarks of the office wait for this surveyor's answer."""
    is_returned: bool = False
    """Whether the office returned this surveyor's survey."""

    def minutes_on_scene(self, now: datetime) -> int | None:
        """Return how many minutes the surveyor has been at the scene; ``None`` before arrival and after leaving."""
        if self.task is None or self.task.arrived_at is None or self.task.left_at is not None:
            return None
        return max(0, int((now - self.task.arrived_at.utc).total_seconds() // 60))
