"""Pictures of all cases of a profile by their likeness, so that a photo used before is noticed (domain §14, rf_photo_reuse)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import text

from surveyor_app.casefile.profiles.database import ProfileDatabase
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


class KnownPictures:
    """What the profile's database knows of the pictures of all its cases."""

    def __init__(self, database: ProfileDatabase) -> None:
        self._database = database
        self._asked: dict[CaseId, tuple[_Question, Mapping[str, list[Resemblance]]]] = {}

    def remember(self, pictures: Sequence[KnownPicture]) -> None:
        """Keep which pictures a case has, in place of what was known of them."""
        rows = [asdict(item) for item in pictures]
        statement = text(
            "INSERT OR REPLACE INTO known_picture (case_id, sha256, phash) VALUES (:case_id, :sha256, :phash)"
        )
        if rows:
            self._database.do(lambda connection: connection.execute(statement, rows))

    def count(self, case_id: CaseId) -> int:
        """Return how many pictures of a case are known."""
        statement = text("SELECT count(*) FROM known_picture WHERE case_id = :case_id")
        return self._database.do(
            lambda connection: int(connection.execute(statement, {"case_id": case_id}).scalar_one())
        )

    def resembling(
        self, case_id: CaseId, pictures: Mapping[str, str], max_distance: int = NEAR
    ) -> Mapping[str, list[Resemblance]]:
        """Return which pictures of other cases are the same as, or look like, pictures of the case ``case_id``.

        Args:
            case_id: The case whose pictures are asked about; its own are left out.
            pictures: SHA-256 to perceptual hash of the pictures asked about.
            max_distance: Bits that may differ, 0 to 7.

        Returns:
            SHA-256 of those pictures asked about that resemble some, with what they resemble, the nearest first.
        """
        statement = text("SELECT case_id, sha256, phash FROM known_picture WHERE case_id <> :case_id")
        rows = self._database.do(lambda connection: connection.execute(statement, {"case_id": case_id}).all())
        others = [KnownPicture(CaseId(other), sha256, phash) for other, sha256, phash in rows]
        question = _Question(others, dict(pictures), max_distance)
        before = self._asked.get(case_id)
        if before is None or before[0] != question:
            before = self._asked[case_id] = question, _near(others, pictures, max_distance)
        return before[1]


@dataclass(frozen=True, slots=True)
class _Question:
    """What was compared: asked again after each change, it is nearly always the same."""

    others: Sequence[KnownPicture]
    pictures: Mapping[str, str]
    max_distance: int


def _near(
    others: Sequence[KnownPicture], pictures: Mapping[str, str], max_distance: int
) -> Mapping[str, list[Resemblance]]:
    if not others:
        return {}
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
