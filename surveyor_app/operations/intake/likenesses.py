"""Has the profile know the pictures of a case, so that a photo used before is noticed (domain §14, rf_photo_reuse)."""

from __future__ import annotations

import logging
from collections.abc import Collection

from surveyor_app.casefile import measures
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.known_pictures import KnownPicture
from surveyor_app.domain.errors import SurveyorError

_log = logging.getLogger(__name__)


def remember_pictures(case: CaseFile, new: Collection[str] | None = None) -> None:
    """Let the profile know measured pictures of a case, so that other cases are compared with them.

    Args:
        case: The case.
        new: The originals that came; when the profile lacks others too, and without it, all are told.

    Doing it again adds what is missing; a profile or case that cannot be read or written just now costs no evidence.
    """
    try:
        pictures = case.profile.known_pictures
        if new is not None:
            pictures.remember(_known(case, new))
        if new is None or pictures.count(case.case_id) < measures.count_measures(case):
            pictures.remember(_known(case, None))
    except SurveyorError:
        _log.warning("pictures could not be remembered", exc_info=True)


def _known(case: CaseFile, hashes: Collection[str] | None) -> list[KnownPicture]:
    found = measures.load_measures(case, hashes)
    return [KnownPicture(case.case_id, sha256, item.phash) for sha256, item in found.items()]
