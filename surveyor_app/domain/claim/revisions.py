"""The issues of a report: the first, then R, R2 … (domain §13.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from surveyor_app.domain.claim.reports import Report


def in_order(reports: Iterable[Report]) -> list[Report]:
    """Return reports the first issue first, whatever the clock said when they were signed."""
    return sorted(reports, key=lambda report: (_place(report.revision), report.id))


def next_revision(reports: Sequence[Report]) -> str:
    """Return the suffix of the next issue: none for the first, then R, R2, R3; withdrawn issues keep theirs."""
    place = max((_place(report.revision) + 1 for report in reports), default=0)
    return "" if place == 0 else "R" if place == 1 else f"R{place}"


def _place(revision: str | None) -> int:
    digits = (revision or "").removeprefix("R")
    if not revision:
        return 0
    return int(digits) if digits.isdecimal() and digits.isascii() else 1
