"""Pictures that look like others: inside a case, and across the cases of the profile (domain §14, rf_photo_reuse)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.casefile import measures
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.known_pictures import KnownPicture, Resemblance
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.likeness import Likenesses

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Twin:
    """Another original of the same case that looks alike, and in how many of 64 bits it differs."""

    sha256: str
    distance: int


def remember_pictures(case: CaseFile) -> None:
    """Let the profile know all measured pictures of a case, so that other cases are compared with them.

    Doing it again adds what is missing; a profile or case that cannot be read or written just now costs no evidence.
    """
    try:
        known = [
            KnownPicture(case.case_id, sha256, item.phash) for sha256, item in measures.load_measures(case).items()
        ]
        case.profile.remember_pictures(known)
    except SurveyorError:
        _log.warning("pictures could not be remembered", exc_info=True)


def twins(case: CaseFile) -> Mapping[str, list[Twin]]:
    """Return the near-duplicates inside a case by SHA-256, the nearest first; originals without any are left out."""
    hashes = {sha256: item.phash for sha256, item in measures.load_measures(case).items()}
    index = Likenesses((phash, sha256) for sha256, phash in hashes.items())
    found: dict[str, list[Twin]] = {}
    for sha256, phash in hashes.items():
        alike = [Twin(other, distance) for distance, other in index.near(phash) if other != sha256]
        if alike:
            found[sha256] = alike
    return found


def in_other_cases(case: CaseFile) -> Mapping[str, list[Resemblance]]:
    """Return which originals of a case are, or look like, pictures of other cases of the profile; by SHA-256."""
    hashes = {sha256: item.phash for sha256, item in measures.load_measures(case).items()}
    return case.profile.resembling_pictures(case.case_id, hashes)
