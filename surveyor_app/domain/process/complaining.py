"""Until when a complaint (投诉) is answered: as its record says, else by the table of the insurer (domain §18.2, complain)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from surveyor_app.domain.claim.contacts import Complaint
from surveyor_app.domain.journal.instants import Instant

Times = Mapping[str, timedelta]
"""How long an answer may take, by the way a complaint came; the empty name is for every other way."""


def due_of(complaint: Complaint, times: Times) -> Instant | None:
    """Return until when a complaint is answered; ``None`` where nobody says when it came."""
    if complaint.due_at is not None or complaint.received_at is None:
        return complaint.due_at
    time = times.get(complaint.channel or "", times[""])
    return replace(complaint.received_at, utc=complaint.received_at.utc + time)


def open_ones(complaints: Iterable[Complaint], times: Times) -> list[tuple[Complaint, Instant | None]]:
    """Return the complaints that nobody answered yet, each with until when, the most urgent first."""
    found = [(item, due_of(item, times)) for item in complaints if item.is_open and not item.withdrawn]
    return sorted(found, key=lambda pair: (pair[1] is None, pair[1].utc if pair[1] else None, pair[0].id))
