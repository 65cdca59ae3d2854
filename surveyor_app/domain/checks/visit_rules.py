"""Rules of the visit: its task, its times, what the surveyor says of accident and liability (domain §4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from surveyor_app.domain.checks.contents import CaseContents, Rule
from surveyor_app.domain.checks.findings import Check, Finding
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.people.resident_ids import passes_check_digit
from surveyor_app.domain.survey.facts import SELF_HANDLING
from surveyor_app.domain.survey.police_grounds import grounds_of
from surveyor_app.domain.texts import Text

OPINION_LENGTH = spec_of(Task, "surveyor_opinion").max_length or 0
MAJOR_OPINION_LENGTH = spec_of(Task, "major_case_opinion").max_length or 0
FULL = Decimal(100)
MOMENTS = ("dispatched_at", "contacted_at", "arrived_at", "left_at")


def _ratio(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.liability_ratio is None or not 0 <= task.liability_ratio <= FULL:
            yield Finding(check, task.id, check.field)


def _exemption_reason(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.is_exempt and not task.exemption_reason:
            yield Finding(check, task.id, check.field)


def _water_level(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.is_water and not task.water_level:
            yield Finding(check, task.id, check.field)


def _opinion_length(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        length = len(task.surveyor_opinion or "")
        if not 1 <= length <= OPINION_LENGTH:
            yield Finding(check, task.id, check.field, {"n": str(length)})


def _major_opinion_length(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        length = len(task.major_case_opinion or "")
        if task.is_major_case and not 1 <= length <= MAJOR_OPINION_LENGTH:
            yield Finding(check, task.id, check.field, {"n": str(length)})


def _single_vehicle_accident(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if (task.is_single_vehicle or task.accident_kind == "single") and len(contents.vehicles) > 1:
            yield Finding(check, task.id, check.field)


def _other_vehicle_missing(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        several = task.accident_kind in {"two_party", "multi_party"}
        if (task.is_single_vehicle is False or several) and len(contents.vehicles) == 1:
            yield Finding(check, task.id, check.field)


def _surveyor_id(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.surveyor_id_no and not passes_check_digit(task.surveyor_id_no):
            yield Finding(check, task.id, check.field)


def _time_order(check: Check, contents: CaseContents) -> Iterator[Finding]:
    claim = contents.claims[0] if contents.claims else None
    for task in contents.tasks:
        times: list[tuple[str, Instant | None]] = [
            ("accident_at", claim.accident_at if claim else None),
            ("reported_at", claim.reported_at if claim else None),
            *((name, getattr(task, name)) for name in MOMENTS),
        ]
        known = [(name, moment) for name, moment in times if moment is not None]
        for (first, earlier), (second, later) in pairwise(known):
            if earlier.utc > later.utc:
                names = [contents.tables.field_name(_kind_of(name), name) for name in (first, second)]
                data: dict[str, str | Text] = {"a": names[0], "b": names[1]}
                # It is mended where the surveyor wrote it, which is in the visit where that has one of the two.
                kind = _kind_of(second)
                record = task.id if kind == Task.KIND else claim.id if claim else ""
                yield Finding(check, record, second, data, kind)


def _kind_of(moment: str) -> str:
    return Task.KIND if moment in MOMENTS else "claim"


def _outside_policy_period(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name the accident where a policy is known and none of those known runs on that day."""
    facts = contents.facts
    on, periods = facts.accident_on, facts.periods
    if facts.claim is None or on is None or not periods:
        return
    if not any((start is None or start <= on) and (end is None or on <= end) for start, end in periods):
        yield Finding(check, facts.claim.id, check.field)


def _routine_alone(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Routine means that there is no other flag (domain §2.3)."""
    for task in contents.tasks:
        if "routine" in (task.risk_flags or ()) and len(task.risk_flags or ()) > 1:
            yield Finding(check, task.id, check.field)


def _policy_unknown(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name the claim of which no policy is known and nobody said why."""
    if contents.policies:
        return
    for claim in contents.claims:
        known = claim.policy_no or claim.policy_unverified_reason
        if not known and not contents.is_proposed(claim.KIND, claim.id, check.field):
            yield Finding(check, claim.id, check.field)


def _after_accident(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name what happened before driving by its nature and is dated later: first registration, first licence."""
    on = contents.facts.accident_on
    if on is None:
        return
    for vehicle in contents.vehicles:
        driver = contents.driver_of(vehicle)
        if vehicle.first_registered is not None and vehicle.first_registered > on:
            yield _late(check, contents, vehicle.KIND, vehicle.id, "first_registered")
        if driver is not None and driver.first_licensed is not None and driver.first_licensed > on:
            yield _late(check, contents, driver.KIND, driver.id, "first_licensed")


def _late(check: Check, contents: CaseContents, kind: str, record_id: str, field: str) -> Finding:
    return Finding(check, record_id, field, {"field": contents.tables.field_name(kind, field)}, kind)


def _clock(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name the first time of the visit that comes from a clock nobody checked."""
    for task in contents.tasks:
        moments: dict[str, Instant | None] = {
            name: getattr(task, name) for name in ("contacted_at", "arrived_at", "left_at")
        }
        doubtful = [name for name, moment in moments.items() if moment is not None and moment.trust is Trust.SYSTEM]
        if doubtful:
            yield Finding(check, task.id, doubtful[0])


def _given_away(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name a task that is no longer to be submitted: another has it, or a report of it is signed by somebody else."""
    for task in contents.tasks:
        if task.task_status in GIVEN_AWAY:
            yield Finding(check, task.id, check.field, {"user": task.owner_name or task.owner or "—"})
        elif contents.kept.submitted_by is not None:
            yield Finding(check, task.id, check.field, {"user": contents.kept.submitted_by})


def _sent_elsewhere(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if contents.kept.is_sent_elsewhere:
            yield Finding(check, task.id, check.field)


def _envelope(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name what the receiver needs to know what this is: report number, task and user."""
    for claim in contents.claims:
        if not claim.report_no and not contents.is_proposed(claim.KIND, claim.id, "report_no"):
            yield Finding(check, claim.id, "report_no", kind=claim.KIND)
    for task in contents.tasks:
        for name in ("task_kind", "owner"):
            if not getattr(task, name):
                yield Finding(check, task.id, name)


def _subrogation(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if task.is_subrogation:
            yield Finding(check, task.id, check.field)


def _second_copy(check: Check, contents: CaseContents) -> Iterator[Finding]:
    for task in contents.tasks:
        if contents.kept.has_second_copy is False:
            yield Finding(check, task.id, check.field)


def _self_settled(check: Check, contents: CaseContents) -> Iterator[Finding]:
    """Name each ground for which the police must be called although the parties settled alone."""
    facts, grounds = contents.facts, contents.tables.police_grounds
    if grounds is None or facts.task is None or facts.task.handling not in SELF_HANDLING:
        return
    for ground in grounds_of(grounds, facts):
        yield Finding(check, facts.task.id, check.field, {"ground": ground.name})


VISIT_RULES: Mapping[str, Rule] = {
    "ratio": _ratio,
    "exemption_reason": _exemption_reason,
    "water_level": _water_level,
    "opinion_length": _opinion_length,
    "major_opinion_length": _major_opinion_length,
    "single_vehicle_accident": _single_vehicle_accident,
    "other_vehicle_missing": _other_vehicle_missing,
    "surveyor_id": _surveyor_id,
    "time_order": _time_order,
    "outside_policy_period": _outside_policy_period,
    "routine_alone": _routine_alone,
    "policy_unknown": _policy_unknown,
    "after_accident": _after_accident,
    "clock": _clock,
    "given_away": _given_away,
    "sent_elsewhere": _sent_elsewhere,
    "envelope": _envelope,
    "subrogation": _subrogation,
    "second_copy": _second_copy,
    "self_settled": _self_settled,
}
