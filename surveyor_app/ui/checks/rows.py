"""What a row of a list of questions shows: its state, its words, and the replies to be hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One question as it is painted. ``below`` stands under it with its ``tone``; ``given`` is the reply that was given."""

    name: str
    number: str = ""
    below: str = ""
    tone: str = ""
    is_strong: bool = False
    """Whether what stands below is chosen or wanted, and not merely told."""
    icon: tuple[str, str] = ("missing", "secondary")
    replies: Sequence[tuple[str, str]] = ()
    """Each reply with its word."""
    given: str | None = None
    is_sealed: bool = False
