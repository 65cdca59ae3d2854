"""The zone of the scene: at which offset from UTC times of a case are shown."""

from __future__ import annotations

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.photos.capture_times import commonest_offset_min
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading


def scene_offset_min(case: CaseFile, session: Session) -> int:
    """Return the offset at which times are shown: where the accident was, else what most photos say, else this laptop's."""
    claim = next(iter(reading.list_records(session, case.case_id, Claim)), None)
    accident = claim.accident_at if claim is not None else None
    if accident is not None:
        return accident.offset_min
    rows = reading.columns(session, case.case_id, Evidence, ("evidence_class", "taken_offset"))
    said = commonest_offset_min((kind, offset) for _id, _withdrawn, kind, offset in rows)
    return case.author.clock().offset_min if said is None else said
