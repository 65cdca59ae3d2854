"""Counts and sums that follow from lists and are never written down twice: casualties, pages, photos, totals (domain §3, §8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.losses.injuries import Injury
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.facts import OWN_POSITIONS

FATAL = "fatal"
IN_PATIENT = "hospitalised"
ZERO = Decimal(0)
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Casualties:
    """How many people were hurt and how many died."""

    injured: int = 0
    dead: int = 0


def casualties(contents: CaseContents, *, own: bool) -> Casualties:
    """Return how many of those hurt sat in the insured's vehicle, or did not; the dead are not among the injured."""
    hurt = [person for person in contents.facts.injured if (person.position in OWN_POSITIONS) == own]
    dead = sum(_is_dead(person, contents.injuries) for person in hurt)
    return Casualties(len(hurt) - dead, dead)


def people_in_estimates(contents: CaseContents) -> Mapping[str, int]:
    """Return the counts of the record form's estimates ② and ④ as the list of people has them, by field."""
    treated = {injury.person_uid: injury.treatment for injury in contents.injuries}
    counted = {"own_hospitalised_n": 0, "own_other_n": 0, "other_hospitalised_n": 0, "other_other_n": 0}
    for person in contents.facts.injured:
        side = "own" if person.position in OWN_POSITIONS else "other"
        kind = "hospitalised" if treated.get(person.id) == IN_PATIENT else "other"
        counted[f"{side}_{kind}_n"] += 1
    return counted


def statement_pages(contents: CaseContents) -> int:
    """Return the number of pages of statements as they were laid out to be signed (询问笔录张数)."""
    counted = {statement.id for statement in contents.statements if statement.status != "void"}
    return sum(page.statement_uid in counted for page in contents.statement_pages)


def photos(contents: CaseContents) -> int:
    """Return the number of photos (事故照片张数)."""
    return sum(item.evidence_class == "photo" for item in contents.evidence)


@dataclass(frozen=True, slots=True)
class LossTotals:
    """Sums of what was written down: by subject (a vehicle, a person, an item), by cover and over all; exact."""

    by_subject: Mapping[str, Decimal] = field(default_factory=dict)
    by_cover: Mapping[str, Decimal] = field(default_factory=dict)
    by_sort: Mapping[str, Decimal] = field(default_factory=dict)
    total: Decimal = ZERO


def loss_totals(contents: CaseContents) -> LossTotals:
    """Return the totals of all losses: damage net of salvage, property, injuries, rescue.

    An injury counts with its fees where there are any, else with its estimate; a vehicle with its marks where they have an
    amount, else with its estimate. What is left of a vehicle or thing and sold apart is in ``salvage``, which is deducted.
    """
    by_subject: dict[str, Decimal] = {}
    by_cover: dict[str, Decimal] = {}
    by_sort: dict[str, Decimal] = {}
    for sort, subject, cover, amount in _lines(contents):
        by_sort[sort] = by_sort.get(sort, ZERO) + amount
        by_cover[cover] = by_cover.get(cover, ZERO) + amount
        by_subject[subject] = by_subject.get(subject, ZERO) + amount
    return LossTotals(by_subject, by_cover, by_sort, sum(by_sort.values(), ZERO))


def _lines(contents: CaseContents) -> Iterable[tuple[str, str, str, Decimal]]:
    """Yield sort, subject, cover and amount of each loss."""
    covers: dict[str, str] = {}
    for vehicle in contents.vehicles:
        covers[vehicle.id] = "own_damage" if vehicle.category == "insured" else "third_party"
        marks = [mark for mark in contents.damage_marks if mark.vehicle_uid == vehicle.id]
        amount = sum((mark.net for mark in marks), ZERO) or vehicle.estimate or ZERO
        yield "vehicle", vehicle.id, covers[vehicle.id], amount
    for item in contents.property_items:
        covers[item.id] = item.cover or ("third_party" if item.party != "insured" else OTHER)
        yield "property", item.id, covers[item.id], item.amount or ZERO
    people: dict[str, Person] = {person.id: person for person in contents.people}
    for injury in contents.injuries:
        fees = [fee.amount or ZERO for fee in contents.fees if fee.injury_uid == injury.id]
        person = people.get(injury.person_uid or "")
        is_own = person is not None and person.position in OWN_POSITIONS
        cover = injury.cover or ("occupants" if is_own else "third_party")
        yield "injury", injury.person_uid or injury.id, cover, sum(fees, ZERO) if fees else injury.estimate or ZERO
    for cost in contents.rescue_costs:
        cover = cost.cover or covers.get(cost.subject_uid or "", OTHER)
        yield "rescue", cost.subject_uid or cost.id, cover, cost.amount or ZERO
    for left in contents.salvages:
        if left.disposal == "to_insured":
            yield (
                "salvage",
                left.subject_uid or left.id,
                covers.get(left.subject_uid or "", OTHER),
                -(left.value or ZERO),
            )


def _is_dead(person: Person, injuries: Iterable[Injury]) -> bool:
    return person.severity == FATAL or any(
        injury.person_uid == person.id and (injury.died_at is not None or injury.treatment == "died_on_scene")
        for injury in injuries
    )
