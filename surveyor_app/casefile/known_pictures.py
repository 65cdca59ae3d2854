"""Pictures of all cases of a profile by their likeness, so that a photo used before is noticed (domain §14, rf_photo_reuse).

Kept in the profile's database; :class:`surveyor_app.casefile.profile.Profile` hands out the connection.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, text

from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.domain.photos.likeness import NEAR, Likenesses


@dataclass(frozen=True, slots=True)
class KnownPicture:
    """A picture of some case; ``phash`` as :mod:`surveyor_app.domain.photos.likeness` compares it."""

    case_id: CaseId
    sha256: str
    phash: str


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A picture of another case and in how many of 64 bits it differs; 0 with the same ``sha256`` is the same file."""

    picture: KnownPicture
    distance: int


def remember(connection: Connection, pictures: Sequence[KnownPicture]) -> None:
    """Keep pictures, in place of what was known of them."""
    rows = [{"case_id": item.case_id, "sha256": item.sha256, "phash": item.phash} for item in pictures]
    if rows:
        connection.execute(
            text("INSERT OR REPLACE INTO known_picture (case_id, sha256, phash) VALUES (:case_id, :sha256, :phash)"),
            rows,
        )


def near(
    connection: Connection, case_id: CaseId, pictures: Mapping[str, str], max_distance: int = NEAR
) -> Mapping[str, list[Resemblance]]:
    """Return which pictures of other cases are the same as, or look like, pictures of the case ``case_id``.

    Args:
        connection: Of the profile's database.
        case_id: The case whose pictures are asked about; its own are left out.
        pictures: SHA-256 to perceptual hash of the pictures asked about.
        max_distance: Bits that may differ, 0 to 7.

    Returns:
        SHA-256 of those pictures asked about that resemble some, with what they resemble, the nearest first.
    """
    rows = connection.execute(
        text("SELECT case_id, sha256, phash FROM known_picture WHERE case_id <> :case_id"), {"case_id": case_id}
    )
    others = [KnownPicture(CaseId(other), sha256, phash) for other, sha256, phash in rows]
    by_likeness = Likenesses((item.phash, item) for item in others)
    by_bytes: dict[str, list[KnownPicture]] = {}
    for item in others:
        by_bytes.setdefault(item.sha256, []).append(item)
    found: dict[str, list[Resemblance]] = {}
    for sha256, phash in pictures.items():
        same = [Resemblance(item, 0) for item in by_bytes.get(sha256, [])]
        alike = [
            Resemblance(item, differing)
            for differing, item in by_likeness.near(phash, max_distance)
            if item.sha256 != sha256
        ]
        if same or alike:
            found[sha256] = [*same, *alike]
    return found
