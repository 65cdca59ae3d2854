"""How many people were hurt and killed as the list of people has it, to stand beside checks 21 and 23 (domain §3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surveyor_app.domain.survey.check_answers import NO, YES, CheckAnswer
from surveyor_app.domain.survey.facts import OWN_POSITIONS, CaseFacts


@dataclass(frozen=True, slots=True)
class Casualties:
    """Injured and dead of one side; the dead are not among the injured.

    ``unplaced``: of how many of them it is not said where they were; until it is, they count as third parties.
    """

    injured: int
    dead: int
    unplaced: int = 0

    def agrees_with(self, answer: CheckAnswer) -> bool:
        """Tell whether an answer says the same; one that is unknown contradicts nothing."""
        if answer.answer not in {YES, NO}:
            return True
        is_anybody = bool(self.injured or self.dead)
        counted = (answer.injured_n or 0, answer.dead_n or 0)
        return counted == (self.injured, self.dead) and (answer.answer == YES) == is_anybody


def casualties(check_id: str, facts: CaseFacts) -> Casualties | None:
    """Return what the list of people says to a check that counts them, ``None`` for any other check."""
    is_own = _SIDES.get(check_id)
    if is_own is None:
        return None
    died = {
        injury.person_uid
        for injury in facts.injuries
        if injury.died_at is not None or injury.treatment == "died_on_scene"
    }
    hurt = [person for person in facts.injured if (person.position in OWN_POSITIONS) is is_own]
    dead = sum(person.severity == "fatal" or person.id in died for person in hurt)
    return Casualties(len(hurt) - dead, dead, sum(person.position is None for person in hurt))


_SIDES: Mapping[str, bool] = {"chk_third_casualties": False, "chk_own_casualties": True}
"""Whether a check is about the occupants of the insured vehicle."""
