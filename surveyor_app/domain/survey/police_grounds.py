"""When the police must be called (必须报警) and no accident may be settled by the parties alone: domain §10.4."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from surveyor_app.domain.survey.check_answers import NO, UNKNOWN, YES
from surveyor_app.domain.survey.facts import CaseFacts
from surveyor_app.domain.texts import Text


@dataclass(frozen=True, slots=True)
class PoliceGround:
    """One ground; ``rule`` tells whether the records show it, ``None`` for one that a person has to see."""

    id: str
    name: Text
    rule: str | None
    article: str


@dataclass(frozen=True, slots=True)
class PoliceGrounds:
    """All grounds with their version."""

    version: str
    grounds: tuple[PoliceGround, ...]


def _answered(facts: CaseFacts, check_id: str, *replies: str) -> bool:
    answer = facts.answers.get(check_id)
    return answer is not None and answer.answer in replies


def _no_plate(facts: CaseFacts) -> bool:
    return any(vehicle.plate_no is not None and not vehicle.plate_no.strip() for vehicle in facts.vehicles)


def _left(facts: CaseFacts) -> bool:
    task = facts.task
    return task is not None and (task.driver_on_scene == NO or task.scene_class == "hit_and_run")


GROUND_RULES: Mapping[str, Callable[[CaseFacts], bool]] = {
    "injury_or_death": lambda facts: bool(facts.injured) or bool(facts.task and facts.task.has_injury),
    "no_licence": lambda facts: _answered(facts, "chk_licence_valid", NO) or _answered(facts, "chk_class_matches", NO),
    "drink_or_drugs": lambda facts: _answered(facts, "chk_drink_driving", YES, UNKNOWN),
    "no_plate": _no_plate,
    "not_movable": lambda facts: bool(facts.task and facts.task.needs_rescue),
    "party_left": _left,
    "intent": lambda facts: (
        facts.task is not None and (facts.task.scene_class == "staged" or facts.task.exemption_reason == "intentional")
    ),
    "no_inspection": lambda facts: bool(facts.task and facts.task.inspection_valid == NO),
    "public_facility": lambda facts: any(
        item.property_class in {"public_facility", "building"} for item in facts.property_items
    ),
}
"""What of the records shows a ground."""


def grounds_of(grounds: PoliceGrounds, facts: CaseFacts) -> list[PoliceGround]:
    """Return the grounds that the records of a motor case show, in the order of the table."""
    if not facts.is_motor:
        return []
    return [ground for ground in grounds.grounds if ground.rule is not None and GROUND_RULES[ground.rule](facts)]
