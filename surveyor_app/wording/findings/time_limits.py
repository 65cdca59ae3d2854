"""Which clocks run in a case (时限): the insurer's own standards and those of the law, as far as the records tell.

What no record tells is never guessed: a clock that starts with the arrival of all papers has not started here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.texts import Text
from surveyor_app.wording.findings.clocks import UNITS, Clock, ServiceLevel, load_clocks, load_service_levels

ENDS: Mapping[str, str] = {"insured_notice": "reported_at"}
"""Clocks of which a record tells the end too."""
ONE_TIME = "one_time"
Wait = tuple[Instant, Instant | None]
COMPULSORY, THEFT = "ctpl_", "theft_police_notice"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One clock. ``due`` is in the zone of what started it, and ``None`` where nothing did or the rule names no number.

    It is ``None`` too while the clock is paused (``paused_since``): when it will end is not known until it goes on.
    """

    name: Text
    value: Text | None
    starts: Text | None
    basis: str
    started: Instant | None
    ended: Instant | None
    due: datetime | None
    id: str = ""
    paused_since: Instant | None = None
    deducted: timedelta = timedelta()
    """How long it stood still before it went on."""

    def is_late(self, now: datetime) -> bool:
        """Tell whether it ended late, or should have ended by now."""
        end = self.ended.utc if self.ended is not None else now
        return self.due is not None and end > self.due


def service_limits(facts: CaseFacts, resources: Path, today: str) -> Sequence[TimeLimit]:
    """Return the insurer's own standards for what lies between instants that the case knows; the narrowest of each counts."""
    instants = _instants(facts)
    return [_of_level(level, instants) for level in service_levels(facts, resources, today)]


def service_levels(facts: CaseFacts, resources: Path, today: str) -> Sequence[ServiceLevel]:
    """Return the standards that hold for a case on a day."""
    instants = _instants(facts)
    insurer = facts.claim.insurer if facts.claim else None
    chosen: dict[str, ServiceLevel] = {}
    for level in sorted(
        load_service_levels(resources), key=lambda item: (item.insurer is not None, item.valid_from or "")
    ):
        is_of_us = level.insurer in (None, insurer) and level.region is None and (level.valid_from or "") <= today
        if is_of_us and level.starts in instants and level.ends in instants:
            chosen[level.id] = level
    return list(chosen.values())


def legal_limits(facts: CaseFacts, resources: Path) -> Sequence[TimeLimit]:
    """Return the clocks of the law and of clauses that concern this kind of case, those that run first."""
    instants = _instants(facts)
    shown = [clock for clock in load_clocks(resources).values() if _concerns(clock, facts)]
    limits = (_of_clock(clock, instants, facts.papers_awaited) for clock in shown)
    return sorted(limits, key=lambda limit: limit.started is None)


def _concerns(clock: Clock, facts: CaseFacts) -> bool:
    if clock.insurer is not None and (facts.claim is None or clock.insurer != facts.claim.insurer):
        return False
    if clock.id == THEFT:
        return facts.cause == "theft" and facts.is_motor
    return facts.is_motor or not clock.id.startswith(COMPULSORY)


def _instants(facts: CaseFacts) -> Mapping[str, Instant | None]:
    claim, task = facts.claim, facts.task
    return {
        "accident_at": claim.accident_at if claim else None,
        "reported_at": claim.reported_at if claim else None,
        "dispatched_at": task.dispatched_at if task else None,
        "contacted_at": task.contacted_at if task else None,
        "arrived_at": task.arrived_at if task else None,
        "left_at": task.left_at if task else None,
        "documents_received_at": facts.papers_from,
    }


def _of_level(level: ServiceLevel, instants: Mapping[str, Instant | None]) -> TimeLimit:
    started = instants[level.starts]
    due = started.local + level.time if started is not None else None
    return TimeLimit(level.name, None, None, "", started, instants[level.ends], due)


def _of_clock(clock: Clock, instants: Mapping[str, Instant | None], awaited: Sequence[Wait]) -> TimeLimit:
    started = instants.get(clock.starts)
    ended = instants.get(ENDS.get(clock.id, ""))
    plain = _due(clock, started)
    paused, due = None, plain
    if clock.paused_by == ONE_TIME and started is not None and plain is not None:
        paused, due = _gone_on(started, plain, awaited)
    return TimeLimit(
        name=clock.name,
        value=clock.value,
        starts=clock.start,
        basis=clock.basis,
        started=started,
        ended=ended,
        due=None if paused is not None else due,
        id=clock.id,
        paused_since=paused,
        deducted=timedelta() if due is None or plain is None else due - plain,
    )


def _gone_on(started: Instant, due: datetime, awaited: Sequence[Wait]) -> tuple[Instant | None, datetime]:
    """Return since when a clock is paused, if it is, and when it ends after the time it stood still before.

    What lay before its start is not deducted, and what began after its end does not help it any more.
    """
    for begun, ended in awaited:
        since = max(begun, started, key=lambda moment: moment.utc)
        if since.utc > due:
            break
        if ended is None:
            return since, due
        due += max(ended.utc - since.utc, timedelta())
    return None, due


def _due(clock: Clock, started: Instant | None) -> datetime | None:
    if started is None or not clock.amount or clock.unit is None:
        return None
    step = UNITS[clock.unit]
    if step is not None:
        return started.local + clock.amount * step
    day = started.local
    # A year from a 29th of February ends on the 28th.
    year = day.year + clock.amount
    return day.replace(year=year) if (day.month, day.day) != (2, 29) else day.replace(year=year, day=28)
