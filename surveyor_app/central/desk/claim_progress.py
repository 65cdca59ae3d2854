"""How far a claim is and which clocks run in it, in words: the head of the desk's page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from surveyor_app.central.claims.checklists import facts_of
from surveyor_app.central.claims.standing import stages_of
from surveyor_app.central.desk.rendering import DeskPages
from surveyor_app.central.desk.times import OFFICE_ZONE, moment_text
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.process.stages import Standing
from surveyor_app.wording.findings.time_limits import legal_limits, service_limits


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage in words: its name, how far it is, whom it waits for, since and until when, and which fields lack."""

    name: str
    state: str
    state_name: str
    waits_for: str
    since: str
    due: str
    lacks: Sequence[str]


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock that runs or has run: its name, when it began and is due, and whether that was kept."""

    name: str
    basis: str
    started: str
    due: str
    ended: str
    paused: str
    deducted_days: int
    is_late: bool


def stage_lines(session: Session, pages: DeskPages, case: str) -> list[StageLine]:
    """Return the seven stages in order."""
    return [_stage_line(pages, standing) for standing in stages_of(session, case)]


def clock_lines(session: Session, pages: DeskPages, case: str, now: datetime) -> list[ClockLine]:
    """Return the clocks that something started and that have an end or wait for papers, as they stand at a moment.

    In a cancelled claim none runs: nobody is late with what nobody is to do.
    """
    facts, resources = facts_of(session, case), resources_dir()
    if facts.claim is not None and facts.claim.is_cancelled:
        return []
    today = f"{now.astimezone(OFFICE_ZONE):%Y-%m-%d}"
    limits = [*service_limits(facts, resources, today), *legal_limits(facts, resources)]
    return [
        ClockLine(
            name=limit.name.in_(pages.language),
            basis=limit.basis,
            started=moment_text(limit.started),
            due=f"{limit.due.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}" if limit.due is not None else "",
            ended=moment_text(limit.ended),
            paused=moment_text(limit.paused_since),
            deducted_days=limit.deducted.days,
            is_late=limit.is_late(now),
        )
        for limit in limits
        if limit.started is not None and (limit.due is not None or limit.paused_since is not None)
    ]


def _stage_line(pages: DeskPages, standing: Standing) -> StageLine:
    labels, language = pages.labels, pages.language
    whom = labels.value("process_waits", standing.waits_for, language)
    return StageLine(
        name=labels.value("process_stage", standing.stage, language),
        state=standing.state.value,
        state_name=labels.value("process_state", standing.state, language),
        waits_for=f"{whom} · {standing.who}" if standing.who else whom,
        since=moment_text(standing.since),
        due=moment_text(standing.due),
        lacks=[labels.field(Claim.KIND, name, language) for name in standing.lacks],
    )
