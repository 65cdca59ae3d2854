"""Shot lists (拍摄清单): which shots there are, and which lists a case asks for; domain §5.3.

The lists themselves lie in ``resources/shots.toml``; here is what their parts mean.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.texts import Text

INSURED = "insured"
THIRD = "third"
SEVERAL = frozenset({"two_party", "multi_party"})
_BY_CAUSE = ("property_fire", "property_flood")


class Requirement(StrEnum):
    """How much a shot is wanted."""

    REQUIRED = "R"
    CONDITIONAL = "C"
    """When it applies: the surveyor judges."""
    OPTIONAL = "O"


@dataclass(frozen=True, slots=True)
class Shot:
    """One shot of a list. ``per`` is what it is wanted for once each: a vehicle, a damage, a driver, the scene and so on.

    ``guidance`` says how it is taken.
    """

    list: str
    id: str
    name: Text
    per: str
    count: int
    requirement: Requirement
    guidance: Text

    @property
    def key(self) -> str:
        """The name under which photos refer to it."""
        return f"{self.list}.{self.id}"


@dataclass(frozen=True, slots=True)
class ShotSet:
    """Lists that belong together; ``causes`` are the causes of loss for which it is chosen."""

    lists: tuple[str, ...]
    causes: frozenset[str]


@dataclass(frozen=True, slots=True)
class PeopleRule:
    """Whom a list asks for: people with one of the roles, or hurt so badly."""

    roles: frozenset[str]
    severities: frozenset[str]

    def asks_for(self, person: Person) -> bool:
        """Tell whether the person is meant."""
        return bool(self.roles.intersection(person.roles or ())) or person.severity in self.severities


@dataclass(frozen=True, slots=True)
class ThirdVehicleRule:
    """What differs for vehicles of third parties: less is required, and some shots are for them alone."""

    when_it_applies: frozenset[str]
    only: frozenset[str]
    one_pair_suffices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShotLists:
    """All that the file says; ``names`` holds each list's name, in order."""

    names: Mapping[str, Text]
    shots: Mapping[str, Shot]
    sets: Mapping[str, ShotSet]
    people: Mapping[str, PeopleRule]
    third_vehicle: ThirdVehicleRule

    def of_list(self, name: str) -> list[Shot]:
        """Return the shots of a list in their order."""
        return [shot for shot in self.shots.values() if shot.list == name]


@dataclass(frozen=True, slots=True)
class Asked:
    """The lists of a case in order; of ``required`` ones the required shots block finishing, the others are only offered."""

    lists: tuple[str, ...]
    required: frozenset[str]


def lists_of_case(
    lists: ShotLists, claim: Claim | None, task: Task | None, vehicles: Sequence[Vehicle], people: Sequence[Person]
) -> Asked:
    """Return which lists follow from the kind of task, the vehicles, the people hurt and the cause of loss.

    A re-survey, an inspection after repair and an investigation come after somebody took the first photos: those lists are
    offered to them and not asked for again.
    """
    kind = task.task_kind if task else None
    cause = claim.loss_cause if claim else None
    hurt = any(lists.people["injury"].asks_for(person) for person in people)
    sets: list[str] = []
    if kind != "injury":
        sets += _base_sets(lists, cause, claim, task, vehicles)
    required = list(sets) if kind in {None, "scene", "vehicle", "property"} else []
    if hurt or kind == "injury":
        sets.append("injury")
        if kind in {None, "scene", "property", "injury"}:
            required.append("injury")
    if kind == "resurvey":
        sets.append("resurvey")
        required.append("resurvey")
    return Asked(
        tuple(dict.fromkeys(name for item in sets for name in lists.sets[item].lists)),
        frozenset(name for item in required for name in lists.sets[item].lists),
    )


def is_of_property(lists: ShotLists, claim: Claim | None, task: Task | None, vehicles: Sequence[Vehicle]) -> bool:
    """Tell whether no vehicle was hit: the task says property, or the cause is one of property and no vehicle is known."""
    kind = task.task_kind if task else None
    cause = claim.loss_cause if claim else None
    has_vehicle = bool(vehicles) or bool(claim and claim.plate_no)
    is_cause_of_property = any(cause in lists.sets[name].causes for name in (*_BY_CAUSE, "property_other"))
    return kind == "property" or (kind != "vehicle" and is_cause_of_property and not has_vehicle)


def _base_sets(
    lists: ShotLists,
    cause: str | None,
    claim: Claim | None,
    task: Task | None,
    vehicles: Sequence[Vehicle],
) -> list[str]:
    """Return the sets for what was hit."""
    if is_of_property(lists, claim, task, vehicles):
        return [next((name for name in _BY_CAUSE if cause in lists.sets[name].causes), "property_other")]
    several = len(vehicles) > 1 or (task is not None and task.accident_kind in SEVERAL)
    chosen = ["motor_multi" if several else "motor_single"]
    if cause in lists.sets["motor_flood"].causes:
        chosen.append("motor_flood")
    return chosen
