"""What the case says about the time and place of its photos, and the measured clocks of their cameras."""

from __future__ import annotations

from datetime import datetime

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.photos.camera_clocks import CameraClock
from surveyor_app.domain.photos.capture_times import counting_clocks
from surveyor_app.domain.photos.picture_checks import SceneFacts
from surveyor_app.operations.editing.scene_zones import scene_offset_min
from surveyor_app.operations.editing.visits import visit_task
from surveyor_app.records import reading


def scene_of(case: CaseFile, session: Session) -> SceneFacts:
    """Return the same in a session that reads more.

    Times without a zone are read where the accident was reported to be, else as most photos write it, else where this laptop
    stands.
    """
    claim = next(iter(reading.list_records(session, case.case_id, Claim)), None)
    task = visit_task(reading.list_records(session, case.case_id, Task), case.profile.user)
    accident = claim.accident_at if claim is not None else None
    place = None
    if claim is not None and claim.accident_lat is not None and claim.accident_lon is not None:
        place = claim.accident_lat, claim.accident_lon
    return SceneFacts(
        accident_at=_moment(accident),
        arrived_at=_moment(task.arrived_at) if task is not None else None,
        left_at=_moment(task.left_at) if task is not None else None,
        place=place,
        offset_min=scene_offset_min(case, session),
        clocks=counting_clocks(reading.list_records(session, case.case_id, CameraClock)),
    )


def _moment(value: Instant | None) -> datetime | None:
    return None if value is None else value.utc
