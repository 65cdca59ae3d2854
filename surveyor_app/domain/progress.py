"""Progress of long work: a callable that also is the place where a person's Cancel takes effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long operation is; ``text`` names what it is at (a file name), never a sentence."""

    done: int
    total: int
    text: str = ""
    refused: int = 0


ReportProgress = Callable[[Progress], None]
"""Called at each step; raises :class:`~surveyor_app.domain.errors.Cancelled` when a person pressed Cancel."""


def silent(progress: Progress) -> None:
    """Report nowhere: for callers without a screen."""
