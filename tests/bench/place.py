"""Where a run of the bench works: what is thrown away at its end, what is kept for the next, and how large it is."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Place:
    """One run. ``scratch`` is emptied by the runner before each figure, ``cache`` outlives it; both on the same disk."""

    scratch: Path
    cache: Path
    is_quick: bool

    def sized(self, full: int, quick: int) -> int:
        """Return the size for this run."""
        return quick if self.is_quick else full

    def folder(self, name: str) -> Path:
        """Return a new folder that is thrown away afterwards."""
        path = self.scratch / name
        path.mkdir(parents=True)
        return path

    def say(self, text: str) -> None:
        """Tell a person who waits; standard output is the table's."""
        print(f"    {text}", file=sys.stderr, flush=True)
