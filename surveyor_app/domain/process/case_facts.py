"""The facts that decide what is asked in a case (domain §3.3, §10.1, §14), gathered from wherever its records are kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.shot_lists import ShotLists
from surveyor_app.domain.photos.shot_needs import ShotCase, concerns_vehicles
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.domain.process.paper_times import papers_from, waits
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.survey.record_checks import latest_answers

RecordsOf = Callable[[type[Any]], Sequence[Any]]
"""Gives the records of a kind, withdrawn ones left out, in their order."""


def case_facts(
    records_of: RecordsOf,
    task: Task | None,
    shot_lists: ShotLists,
    near_days: int,
    first_receipts: Mapping[str, Instant],
) -> CaseFacts:
    """Return the facts of a case as they are to whoever does ``task``; ``near_days`` to a policy's limits count as near.

    ``first_receipts`` is when each document came for the first time, by its id.
    """
    claim: Claim | None = next(iter(records_of(Claim)), None)
    vehicles, people = records_of(Vehicle), records_of(Person)
    documents = records_of(Document)
    shot_case = ShotCase(
        claim=claim,
        task=task,
        vehicles=vehicles,
        people=people,
        damage_marks=records_of(DamageMark),
        states=records_of(ShotState),
    )
    return CaseFacts(
        claim=claim,
        task=task,
        vehicles=vehicles,
        people=people,
        policies=records_of(Policy),
        covers=records_of(Cover),
        property_items=records_of(PropertyItem),
        injuries=records_of(Injury),
        fees=records_of(Fee),
        rescue_costs=records_of(RescueCost),
        answers=latest_answers(records_of(CheckAnswer)),
        is_motor=concerns_vehicles(shot_lists, shot_case),
        near_days=near_days,
        papers_from=papers_from(documents, first_receipts),
        papers_awaited=waits(documents, records_of(Notice)),
    )
