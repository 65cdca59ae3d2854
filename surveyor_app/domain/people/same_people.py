"""Whether two people of a case are the same one, and what one record would say of both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from surveyor_app.domain.journal.fields import specs_of
from surveyor_app.domain.people.names import compared_name
from surveyor_app.domain.people.people import Person

ROLES = "roles"
MERGED_INTO = "merged_into"


class Reason(StrEnum):
    """Why two people may be the same."""

    ID_NO = "id_no"
    NAME_AND_PHONE = "name_and_phone"


@dataclass(frozen=True, slots=True)
class Likely:
    """Two people who may be the same; ``first`` was entered before ``second``."""

    first: Person
    second: Person
    reason: Reason


def likely_same(people: Sequence[Person]) -> Iterator[Likely]:
    """Yield the pairs with the same number of a paper, or with the same name and phone."""
    for first, second in combinations(people, 2):
        if first.id_no and first.id_no == second.id_no:
            yield Likely(first, second, Reason.ID_NO)
        elif first.phone and first.phone == second.phone and _is_same_name(first, second):
            yield Likely(first, second, Reason.NAME_AND_PHONE)


def _is_same_name(first: Person, second: Person) -> bool:
    name = compared_name(first.name)
    return bool(name) and name == compared_name(second.name)


def differing_fields(kept: Person, other: Person) -> tuple[str, ...]:
    """Return the fields of which the two say different things, in order: somebody has to choose. Roles are joined."""
    return tuple(
        name
        for name in _fields()
        if None not in (getattr(kept, name), getattr(other, name)) and getattr(kept, name) != getattr(other, name)
    )


def taken_over(kept: Person, other: Person, chosen: Collection[str] = ()) -> dict[str, object]:
    """Return what ``kept`` gets from ``other``: what it does not know itself, the ``chosen`` fields, and all roles."""
    values = {
        name: getattr(other, name)
        for name in _fields()
        if getattr(other, name) is not None and (getattr(kept, name) is None or name in chosen)
    }
    roles = tuple(sorted({*(kept.roles or ()), *(other.roles or ())}))
    return values if roles == (kept.roles or ()) else {**values, ROLES: roles}


def _fields() -> Iterator[str]:
    return (spec.name for spec in specs_of(Person) if spec.name not in (ROLES, MERGED_INTO))
