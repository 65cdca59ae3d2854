"""Which page shows a kind of record: where a link leads."""

from __future__ import annotations

PAGE_OF_KIND = {
    "claim": "claim",
    "task": "arrival",
    "person": "people",
    "vehicle": "people",
    "witness": "people",
    "evidence": "photos",
    "shot_state": "photos",
    "statement": "statements",
    "answer": "statements",
    "damage_mark": "damage",
    "report": "report",
}


def place_of(kind: str, record_id: str) -> tuple[str, str]:
    """Return the page for a kind and the record to show there.

    The page of people and vehicles takes the kind in place of a record that is still to be made.
    """
    return PAGE_OF_KIND.get(kind, "claim"), record_id or (kind if kind == "vehicle" else "")
