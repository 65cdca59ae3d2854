"""Has the profile know the pictures of a case, so that a photo used before is noticed (domain §14, rf_photo_reuse)."""

from __future__ import annotations

import logging

from surveyor_app.casefile import measures
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.known_pictures import KnownPicture
from surveyor_app.domain.errors import SurveyorError

_log = logging.getLogger(__name__)


def remember_pictures(case: CaseFile) -> None:
    """Let the profile know all measured pictures of a case, so that other cases are compared with them.

    Doing it again adds what is missing; a profile or case that cannot be read or written just now costs no evidence.
    """
    try:
        known = [
            KnownPicture(case.case_id, sha256, item.phash) for sha256, item in measures.load_measures(case).items()
        ]
        case.profile.known_pictures.remember(known)
    except SurveyorError:
        _log.warning("pictures could not be remembered", exc_info=True)
