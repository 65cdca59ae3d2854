"""The facts of a case that decide what is asked in it: which kinds of case it is, and which conditions hold.

Checks, papers and prompts name these conditions in their tables; a condition that no record can tell is asked of the surveyor.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.check_answers import UNKNOWN, CheckAnswer

ALL, MOTOR, SELF_SETTLED, INJURY, DEATH, THEFT, PROPERTY, FIRE, WEATHER, LITIGATION = "AMSIDTPFWL"
CASE_KINDS = frozenset({ALL, MOTOR, SELF_SETTLED, INJURY, DEATH, THEFT, PROPERTY, FIRE, WEATHER, LITIGATION})
"""Kinds of case as the tables of papers and prompts name them (domain §10.1)."""

FIRE_CAUSES = frozenset({"fire", "explosion", "self_ignition"})
WEATHER_CAUSES = frozenset({"lightning", "windstorm", "rainstorm", "flood", "hail", "other_nature"})
SELF_HANDLING = frozenset({"self_negotiated", "online_negotiated"})
POLICE_HANDLING = frozenset({"police_simplified", "police_ordinary"})
OWN_POSITIONS = frozenset({"own_driver", "own_passenger"})
"""Where people of the insured's own vehicle sit."""
UNHURT = frozenset({"none", "unknown"})
OUTSIDE = frozenset({"outside", "other_vehicle"})
"""Where people are who are not of the insured vehicle."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The records that conditions look at, withdrawn ones left out; ``near_days`` is how near to a policy's limits counts."""

    claim: Claim | None = None
    task: Task | None = None
    vehicles: Sequence[Vehicle] = ()
    people: Sequence[Person] = ()
    policies: Sequence[Policy] = ()
    covers: Sequence[Cover] = ()
    property_items: Sequence[PropertyItem] = ()
    injuries: Sequence[Injury] = ()
    fees: Sequence[Fee] = ()
    rescue_costs: Sequence[RescueCost] = ()
    answers: Mapping[str, CheckAnswer] = field(default_factory=dict)
    is_motor: bool = True
    near_days: int = 7
    papers_from: Instant | None = None
    """When there were both the claim and a paper for it."""
    papers_awaited: Sequence[tuple[Instant, Instant | None]] = ()
    """From when and until when papers were awaited that a one-time notice named; in order."""

    @property
    def insured_vehicles(self) -> list[Vehicle]:
        """Return the insured's vehicles: one, or a tractor with its trailer."""
        return [vehicle for vehicle in self.vehicles if vehicle.category == "insured"]

    @property
    def third_vehicles(self) -> list[Vehicle]:
        """Return the vehicles of others."""
        return [vehicle for vehicle in self.vehicles if vehicle.category == "third"]

    @property
    def injured(self) -> list[Person]:
        """Return the people who were hurt: so called, hurt in some degree, or with an injury on record."""
        named = {injury.person_uid for injury in self.injuries}
        return [person for person in self.people if is_hurt(person) or person.id in named]

    @property
    def periods(self) -> list[tuple[date | None, date | None]]:
        """Return from when to when each policy runs, as far as it is known."""
        known = [(policy.period_from, policy.period_to) for policy in self.policies]
        if self.claim is not None:
            known.append((self.claim.policy_from, self.claim.policy_to))
        return [period for period in dict.fromkeys(known) if period != (None, None)]

    @property
    def accident_on(self) -> date | None:
        """Return the day of the accident, where it happened."""
        moment = self.claim.accident_at if self.claim else None
        return moment.local.date() if moment else None

    @property
    def cause(self) -> str | None:
        """Return the cause of loss: as the surveyor found it (check 1), else as reported."""
        found = self.answers.get("chk_loss_cause")
        return (found.choice if found else None) or (self.claim.loss_cause if self.claim else None)


def is_hurt(person: Person) -> bool:
    """Tell whether a person is known to be hurt."""
    return "injured" in (person.roles or ()) or (person.severity is not None and person.severity not in UNHURT)


def days_from_start(facts: CaseFacts) -> int | None:
    """Return how many days the accident is after the latest start of a policy before it, ``None`` if that is not known."""
    on = facts.accident_on
    starts = [start for start, _ in facts.periods if start is not None]
    return min((abs((on - start).days) for start in starts), default=None) if on else None


def days_to_end(facts: CaseFacts) -> int | None:
    """Return how many days it is before the end of a policy, the nearest one."""
    on = facts.accident_on
    ends = [end for _, end in facts.periods if end is not None]
    return min((abs((end - on).days) for end in ends), default=None) if on else None


def case_kinds(facts: CaseFacts) -> frozenset[str]:
    """Return the kinds of case that apply, among them always *all*."""
    task, cause = facts.task, facts.cause
    handling = task.handling if task else None
    tests = {
        MOTOR: facts.is_motor,
        SELF_SETTLED: handling in SELF_HANDLING,
        INJURY: bool(facts.injured) or bool(task and task.has_injury),
        DEATH: any(person.severity == "fatal" for person in facts.injured)
        or any(injury.died_at is not None for injury in facts.injuries),
        THEFT: cause == "theft" and facts.is_motor,
        PROPERTY: bool(facts.property_items) or not facts.is_motor,
        FIRE: cause in FIRE_CAUSES,
        WEATHER: cause in WEATHER_CAUSES,
        LITIGATION: handling == "court_arbitration",
    }
    return frozenset({ALL, *(kind for kind, holds in tests.items() if holds)})


def _near_limit(facts: CaseFacts) -> bool:
    return any(days is not None and days <= facts.near_days for days in (days_from_start(facts), days_to_end(facts)))


def _own_damage(facts: CaseFacts) -> bool:
    covers = facts.answers.get("chk_covers")
    return "own_damage" in ((covers.choices if covers else None) or ()) or any(
        vehicle.has_loss is not False for vehicle in facts.insured_vehicles
    )


def _uses(facts: CaseFacts, *natures: str) -> bool:
    known = {vehicle.use_nature for vehicle in facts.insured_vehicles} | {
        policy.use_nature for policy in facts.policies
    }
    return bool(known.intersection(natures))


def _has_fee(code: str) -> Callable[[CaseFacts], bool]:
    return lambda facts: any(fee.code == code for fee in facts.fees)


def _own_occupant_hurt(facts: CaseFacts) -> bool:
    return any(person.position in OWN_POSITIONS for person in facts.injured)


CONDITIONS: Mapping[str, Callable[[CaseFacts], bool]] = {
    "always": lambda _: True,
    "collision_or_overturn": lambda facts: facts.cause in {"collision", "overturn"},
    "near_policy_limit": _near_limit,
    "special_vehicle": lambda facts: _uses(facts, "special"),
    "commercial_passenger": lambda facts: _uses(facts, "bus_coach", "taxi_rental"),
    "commercial_or_special": lambda facts: _uses(
        facts, "special", "bus_coach", "taxi_rental", "ride_hailing", "freight"
    ),
    "freight": lambda facts: _uses(facts, "freight"),
    "outside_person_hurt": lambda facts: any(person.position not in OWN_POSITIONS for person in facts.injured),
    "named_drivers": lambda facts: any(policy.named_drivers for policy in facts.policies),
    "third_vehicle": lambda facts: bool(facts.third_vehicles),
    "outside_person": lambda facts: any(person.position in OUTSIDE for person in facts.people),
    "own_damage": _own_damage,
    "unknown_answer": lambda facts: any(answer.answer == UNKNOWN for answer in facts.answers.values()),
    "handled_by_police": lambda facts: facts.task is not None and facts.task.handling in POLICE_HANDLING,
    "self_settled": lambda facts: facts.task is not None and facts.task.handling in SELF_HANDLING,
    "in_court": lambda facts: facts.task is not None and facts.task.handling == "court_arbitration",
    "rescue_claimed": lambda facts: bool(facts.rescue_costs) or bool(facts.task and facts.task.needs_rescue),
    "costs_claimed": lambda facts: bool(facts.rescue_costs or facts.fees),
    "subrogation_or_theft": lambda facts: (
        bool(facts.task and facts.task.is_subrogation) or (facts.cause == "theft" and facts.is_motor)
    ),
    "occupants_or_other_insurer": _own_occupant_hurt,
    "lost_earnings_claimed": _has_fee("lost_earnings"),
    "nursing_claimed": _has_fee("nursing"),
    "dependants_claimed": _has_fee("dependants"),
    "disabled": lambda facts: (
        _has_fee("disability_compensation")(facts) or any(injury.disability_grade for injury in facts.injuries)
    ),
    "item_value": lambda facts: any(item.damage_state != "undamaged" for item in facts.property_items),
    "building_or_leased": lambda facts: any(item.property_class == "building" for item in facts.property_items),
    "burglary": lambda facts: facts.cause == "theft" and not facts.is_motor,
    "repair_planned": lambda facts: any(item.damage_state == "repairable" for item in facts.property_items),
}
"""What the records themselves tell."""

ASKED = frozenset({"claimed", "agent_acts", "seized", "repaired", "third_paid", "cause_disputed", "double_insurance"})
"""Conditions that no record tells: the surveyor says whether the paper is wanted."""


def holds(condition: str, facts: CaseFacts) -> bool | None:
    """Tell whether a condition holds; ``None`` for one that is asked.

    Raises:
        KeyError: there is no such condition.
    """
    return None if condition in ASKED else CONDITIONS[condition](facts)
