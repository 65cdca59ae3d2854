"""What a copy for the parties leaves out: witnesses who want confidentiality (要求保密), domain §7, §13.4.

Neither who they are nor what they said is printed, nor the photos of or from them: only that there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.statements import Statement

PARTY_ROLES = frozenset({"insured", "driver", "third_party", "injured"})
"""Who has one of these is known to all parties anyway; of such a person only what was said as a witness is left out."""
WITNESS_ROLE = "eyewitness"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Ids of people and statements that are left out, and of evidence that came from a witness.

    ``parties`` are not left out, only that they want confidentiality as a witness.
    """

    people: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()


def hidden_from_parties(
    witnesses: Sequence[Witness], people: Sequence[Person], statements: Sequence[Statement]
) -> Hidden:
    """Return what is left out. ``people`` are all of the case, those merged into another too: they are then one person."""
    confidential = [item for item in witnesses if item.wants_confidentiality]
    one: dict[str, str] = {person.id: _kept(person, {item.id: item for item in people}) for person in people}
    parties = {one[person.id] for person in people if PARTY_ROLES & set(person.roles or ())}
    asked = {one.get(item.person_uid, item.person_uid) for item in confidential if item.person_uid}
    names = {id_ for id_, kept in one.items() if kept in asked - parties}
    known = {id_ for id_, kept in one.items() if kept in asked & parties}
    own = {statement.id for statement in statements if statement.subject_uid in names}
    linked = {item.statement_uid for item in confidential if item.statement_uid}
    media = {id_ for item in confidential for id_ in item.media or ()}
    return Hidden(frozenset(names), frozenset(known), frozenset(own | linked), frozenset(media))


def _kept(person: Person, people: Mapping[str, Person]) -> str:
    """Return who a person is now: whoever was merged into another is that one."""
    seen: set[str] = set()
    while person.withdrawn and person.id not in seen and (into := people.get(person.merged_into or "")):
        seen.add(person.id)
        person = into
    return person.id
