"""To whom a task might be given and until when (派工建议): by the roster and the load, due by the insurer's own standards.

A proposal only: the dispatcher chooses, and may say another time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.roster.keeping import read_roster
from surveyor_app.central.storage.schema import accounts
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.process.rostering import Candidate, Proposed, Wanted, propose
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.records.schema import PROJECTIONS
from surveyor_app.wording.findings.clocks import ServiceLevel
from surveyor_app.wording.findings.time_limits import service_levels

_TASKS = PROJECTIONS[Task.KIND]
_ARRIVAL = ("dispatched_at", "contacted_at", "arrived_at")
"""What follows on what until somebody is at the scene."""


def candidates(session: Session) -> Sequence[Candidate]:
    """Return the surveyors with an open account, who has least to do first."""
    is_open = or_(_TASKS.c.task_status.is_(None), _TASKS.c.task_status.not_in([*GIVEN_AWAY, "done"]))
    query = select(_TASKS.c.owner, func.count()).where(
        is_open, _TASKS.c.withdrawn.is_(False), _TASKS.c.sealed.is_(False)
    )
    load = {owner: number for owner, number in session.execute(query.group_by(_TASKS.c.owner))}
    people = select(accounts.c.user, accounts.c.display_name).where(
        accounts.c.role == Role.SURVEYOR.value, accounts.c.disabled.is_(False)
    )
    found = [Candidate(row.user, row.display_name, load.get(row.user, 0)) for row in session.execute(people)]
    return sorted(found, key=lambda item: (item.open_tasks, item.user))


def proposed_for(session: Session, case: str, kind: str, local: datetime) -> Sequence[Proposed]:
    """Return the surveyors for a task of a kind in a case, whom it fits best at a local time first, each with the reasons."""
    claim, lines = claim_of(session, case), read_roster(session)
    wanted = Wanted(kind, local)
    if claim is not None:
        wanted = Wanted(kind, local, claim.accident_place or "", claim.accident_lat, claim.accident_lon)
    known = [
        replace(item, shift=lines[item.user].shift) if item.user in lines else item for item in candidates(session)
    ]
    return propose(known, wanted)


def scene_due(facts: CaseFacts, resources: Path, now: datetime) -> datetime | None:
    """Return until when somebody sent now should be at the scene, by the standards for contact and arrival."""
    levels = {(level.starts, level.ends): level for level in service_levels(facts, resources, f"{now:%Y-%m-%d}")}
    steps: list[ServiceLevel | None] = [levels.get(step) for step in pairwise(_ARRIVAL)]
    times = [level.time for level in steps if level is not None]
    return now + sum(times, timedelta()) if len(times) == len(steps) else None
