"""Counts of the record form that follow from the list of people and are never written down twice (domain §3)."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.domain.checks.contents import CaseContents
from surveyor_app.domain.survey.facts import OWN_POSITIONS

IN_PATIENT = "hospitalised"


def people_in_estimates(contents: CaseContents) -> Mapping[str, int]:
    """Return the counts of the record form's estimates ② and ④ as the list of people has them, by field."""
    treated = {injury.person_uid: injury.treatment for injury in contents.injuries}
    counted = {"own_hospitalised_n": 0, "own_other_n": 0, "other_hospitalised_n": 0, "other_other_n": 0}
    for person in contents.facts.injured:
        side = "own" if person.position in OWN_POSITIONS else "other"
        kind = "hospitalised" if treated.get(person.id) == IN_PATIENT else "other"
        counted[f"{side}_{kind}_n"] += 1
    return counted
