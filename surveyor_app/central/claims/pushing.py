"""Pushes of many laptops at once: those that are plain with a few statements for all, every other one by itself.

What makes a push plain is asked here and in :mod:`surveyor_app.records.plain_entries`. Nothing is refused here: where anything
is not as it nearly always is, :func:`surveyor_app.central.claims.entries.push` looks again, alone, and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import entries
from surveyor_app.central.claims.work_marks import note_changes
from surveyor_app.central.storage.grouping import undone_alone
from surveyor_app.central.storage.schema import certificates, opened_cases
from surveyor_app.domain.claim.claims import GIVEN_AWAY, Task
from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.faultpoints import reach
from surveyor_app.domain.journal.identifiers import DeviceId
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.protocol.entries import PushAnswer
from surveyor_app.records.cases import lock_cases
from surveyor_app.records.engines.listed import listed
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import Parsed
from surveyor_app.records.plain_entries import Beside, Run, are_plain, take_plain
from surveyor_app.records.read_once import anything_rare
from surveyor_app.records.schema import PROJECTIONS, chains, devices

_TASKS = PROJECTIONS[Task.KIND]
# One line for each certified device that has written to a case where nothing is out of the ordinary.
_STANDING = (
    select(
        *(opened_cases.c.case_id, opened_cases.c.opened_by, chains.c.device, chains.c.epoch),
        *(chains.c.head_seq, chains.c.head_hash, devices.c.public_key, devices.c.role, devices.c.holder),
        devices.c.certificate.is_not(None).label("is_certified"),
    )
    .join(chains, chains.c.case_id == opened_cases.c.case_id)
    .join(devices, devices.c.id == chains.c.device)
    .join(certificates, certificates.c.device == devices.c.id)
    .where(listed(opened_cases.c.case_id, "cases"), listed(chains.c.device, "devices"))
    .where(certificates.c.purpose == "device", certificates.c.revoked_at.is_(None))
    .where(~anything_rare(opened_cases.c.case_id))
)
_HOLDERS = (
    select(_TASKS.c.case_id, _TASKS.c.owner)
    .where(listed(_TASKS.c.case_id, "cases"), listed(_TASKS.c.owner, "users"), _TASKS.c.withdrawn.is_(False))
    .where(_TASKS.c.task_status.is_(None) | _TASKS.c.task_status.not_in(sorted(GIVEN_AWAY)))
)


@dataclass(frozen=True, slots=True)
class Push:
    """Entries of one chain that a caller sends, as :func:`surveyor_app.central.claims.entries.read` gave them."""

    caller: Caller
    case: str
    parsed: Sequence[Parsed]


def push_together(session: Session, pushes: Sequence[Push]) -> list[PushAnswer | SurveyorError]:
    """Carry out pushes and return the answer to each, or why it was refused: nothing of that one is kept then."""
    # All locks are taken before anything is written, in one order, so that no two groups wait for each other in a circle.
    numbers = lock_cases(session, {push.case for push in pushes})
    answers: dict[int, PushAnswer | SurveyorError] = {}
    for together in _rounds(pushes):
        if answers:
            numbers = lock_cases(session, {pushes[place].case for place in together})
        plain = _take_plain(session, [pushes[place] for place in together], numbers)
        for place in together:
            push = pushes[place]
            answers[place] = plain[push.case] if push.case in plain else _push_alone(session, push)
    for _ in pushes:
        reach("push.before_commit")
    return [answers[place] for place in range(len(pushes))]


def _push_alone(session: Session, push: Push) -> PushAnswer | SurveyorError:
    return undone_alone(session, lambda: entries.push(session, push.caller, push.case, push.parsed))


def _rounds(pushes: Sequence[Push]) -> Iterator[list[int]]:
    """Yield the places of pushes of different cases, in their order: two of a case are carried out one after the other."""
    waiting = list(range(len(pushes)))
    while waiting:
        first: dict[str, int] = {}
        for place in waiting:
            first.setdefault(pushes[place].case, place)
        yield list(first.values())
        waiting = [place for place in waiting if place not in set(first.values())]


def _take_plain(session: Session, pushes: Sequence[Push], numbers: Mapping[str, int]) -> dict[str, PushAnswer]:
    """Carry out those of the pushes that are plain, at most one of each case, and return their answers by case."""
    candidates = [push for push in pushes if push.parsed and push.case in numbers]
    standing = _standing(session, candidates) if candidates else {}
    going_on = [push for push in candidates if _goes_on(push, standing.get(_place(push)))]
    going_on = _permitted(session, going_on, standing)
    if not going_on:
        return {}
    beside = Beside.read(session, {push.case: push.parsed for push in going_on})
    runs = [
        _run(push, standing[_place(push)], numbers[push.case])
        for push in going_on
        if are_plain(push.case, push.parsed, beside)
    ]
    if not runs:
        return {}
    note_changes(session, [run.case_id for run in runs])
    aside = take_plain(session, runs, beside)
    return {run.case_id: _answer(run, aside) for run in runs}


_Place = tuple[str, str, int]
"""A chain: case, device, epoch."""
_Standing = Row[tuple[str, str, str, int, int, str, bytes, str, str, bool]]


def _place(push: Push) -> _Place:
    first = push.parsed[0].entry
    return push.case, first.device, first.epoch


def _standing(session: Session, pushes: Sequence[Push]) -> Mapping[_Place, _Standing]:
    asked = {"cases": {push.case for push in pushes}, "devices": {push.parsed[0].entry.device for push in pushes}}
    return {(row.case_id, row.device, row.epoch): row for row in session.execute(_STANDING, asked)}


def _goes_on(push: Push, standing: _Standing | None) -> bool:
    """Tell whether a push follows the head of its chain, all of it signed by a device that is certified for the caller."""
    first = push.parsed[0].entry
    return (
        standing is not None
        and standing.holder == push.caller.user
        and (first.prev, first.seq) == (standing.head_hash, standing.head_seq + 1)
        and all(item.entry.actor == standing.holder for item in push.parsed)
        and all(verify_signature(standing.public_key, item.line, item.signature) for item in push.parsed)
    )


def _permitted(session: Session, pushes: Sequence[Push], standing: Mapping[_Place, _Standing]) -> list[Push]:
    """Return those whose caller may write the case whatever they have seen: the office, who opened it, who holds a task."""
    own = {
        (push.case, push.caller.user)
        for push in pushes
        if push.caller.role is Role.OFFICE or standing[_place(push)].opened_by == push.caller.user
    }
    others = {(push.case, push.caller.user) for push in pushes} - own
    return [push for push in pushes if (push.case, push.caller.user) in own | _holders(session, others)]


def _holders(session: Session, asked: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    if not asked:
        return set()
    values = {"cases": {case for case, _ in asked}, "users": {user for _, user in asked}}
    return {(row.case_id, row.owner) for row in session.execute(_HOLDERS, values)}


def _run(push: Push, standing: _Standing, number: int) -> Run:
    writer = Writer(DeviceId(standing.device), Role(standing.role), standing.holder if standing.is_certified else None)
    numbered = [replace(item, number=number + place) for place, item in enumerate(push.parsed, start=1)]
    return Run(push.case, writer, numbered)


def _answer(run: Run, aside: Mapping[str, str]) -> PushAnswer:
    last = run.entries[-1]
    return PushAnswer(
        numbers={item.hash: item.number for item in run.entries if item.number is not None},
        head_seq=last.entry.seq,
        head_hash=last.hash,
        quarantined={item.hash: aside[item.hash] for item in run.entries if item.hash in aside},
    )
