"""The zone of the scene: at which offset from UTC times of a case are shown."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.records import reading


def scene_offset_min(case: CaseFile, session: Session) -> int:
    """Return the offset at which times are shown: the one where the accident was, else the one of this laptop."""
    claim = next(iter(reading.list_records(session, case.case_id, Claim)), None)
    accident = claim.accident_at if claim is not None else None
    return case.author.clock().offset_min if accident is None else accident.offset_min
