"""How many people were hurt and killed as the list of people has it, to stand beside checks 21 and 23 (domain §3.3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.check_answers import NO, YES, CheckAnswer
from surveyor_app.domain.survey.facts import CaseFacts

OWN_POSITIONS = frozenset({"own_driver", "own_passenger"})


@dataclass(frozen=True, slots=True)
class Casualties:
    """Injured and dead of one side; ``unplaced`` are hurt too, but where they were is not said, so they may be of either."""

    injured: int
    dead: int
    unplaced: int = 0

    def agrees_with(self, answer: CheckAnswer) -> bool:
        """Tell whether an answer says the same; one that is unknown contradicts nothing."""
        if answer.answer == YES:
            return (answer.injured_n or 0, answer.dead_n or 0) == (self.injured, self.dead)
        return answer.answer != NO or not (self.injured or self.dead)


def casualties(check_id: str, facts: CaseFacts) -> Casualties | None:
    """Return what the list of people says to a check that counts them, ``None`` for any other check."""
    is_of_side = _SIDES.get(check_id)
    if is_of_side is None:
        return None
    died = {injury.person_uid for injury in facts.injuries if injury.died_at is not None}
    dead = [is_of_side(person) for person in facts.injured if person.severity == "fatal" or person.id in died]
    hurt = [is_of_side(person) for person in facts.injured]
    unplaced = sum(person.position is None for person in facts.injured)
    return Casualties(injured=sum(hurt) - sum(dead), dead=sum(dead), unplaced=unplaced)


def _is_own(person: Person) -> bool:
    return person.position in OWN_POSITIONS


def _is_third(person: Person) -> bool:
    return person.position is not None and person.position not in OWN_POSITIONS


_SIDES: Mapping[str, Callable[[Person], bool]] = {"chk_third_casualties": _is_third, "chk_own_casualties": _is_own}
