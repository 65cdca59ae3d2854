"""Many findings as few lines: those of one kind of record together, the first of them in full, the rest on demand.

A case that was just opened lacks some seventy things. A screen full of red says nothing about where to begin.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Protocol, TypeVar


class OfKind(Protocol):
    """What has a kind of record: a finding, or a gap that was kept."""

    @property
    def record_kind(self) -> str:
        """Return the kind."""


T = TypeVar("T", bound=OfKind)

MOST_LINES = 14
"""What is read at one look, and shown as it is."""

FIRST_LINES = 3
"""So many of each kind stand for the rest."""


def grouped(findings: Sequence[T], is_whole: bool) -> list[tuple[str, Sequence[T], int]]:
    """Return kinds of records with the findings to be shown of each and how many there are; one group without a kind if few.

    The order is that of the findings; a kind stands where its first one does.
    """
    if len(findings) <= MOST_LINES:
        return [("", findings, len(findings))] if findings else []
    kinds = list(dict.fromkeys(finding.record_kind for finding in findings))
    ordered = sorted(findings, key=lambda finding: kinds.index(finding.record_kind))
    groups = [(kind, list(items)) for kind, items in groupby(ordered, lambda finding: finding.record_kind)]
    return [(kind, items if is_whole else items[:FIRST_LINES], len(items)) for kind, items in groups]


def is_shortened(findings: Sequence[OfKind]) -> bool:
    """Tell whether there is anything to show on demand."""
    return len(findings) > sum(len(shown) for _, shown, _ in grouped(findings, is_whole=False))
