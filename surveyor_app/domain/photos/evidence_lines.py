"""Evidence as far as lists go: what filters, order, shots and suggestions ask of each of thousands of photos."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A few fields of one piece of evidence; ``number`` is the place people see by ``rank``, ``None`` for a withdrawn one.

    ``taken_at`` is local: a recording's UTC is brought to the scene's zone.
    """

    id: str
    number: int | None
    withdrawn: bool
    evidence_class: str | None = None
    shot_key: str | None = None
    subject_uid: str | None = None
    taken_at: str | None = None
    caption: str | None = None
    file_name: str | None = None
    sha256: str | None = None
    camera: tuple[str | None, ...] = ()
    """Make, model and serial number as found."""
    rank: str | None = None
