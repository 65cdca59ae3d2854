"""Merge two people of a case who are one: one operation, undone as a whole.

What names the one that goes names the other from then on: drivers, statements, those present, signatures, witnesses,
consents, photos. What a signed report rests on, what belongs to a signed statement and what is another surveyor's stays as it
is; who is meant is found through ``merged_into``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import FieldType
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import KINDS, SPECS, encode_fields
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.same_people import MERGED_INTO, differing_fields, taken_over
from surveyor_app.domain.statements.errors import StatementSigned
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing.records import differences
from surveyor_app.operations.editing.rights import has_seal, require_unsealed, require_withdrawable, require_writable
from surveyor_app.records import provenance, reading

SUBJECT = "subject_uid"
"""Names whatever a photo or a shot is of: a vehicle, a person, a damage."""
LABEL = "merge_person"


@dataclass(frozen=True, slots=True)
class Merged:
    """What changed, how many records name the kept person now, and how many still name the other."""

    changes: Changes
    followed: int
    left: int


@dataclass(frozen=True, slots=True)
class _Reference:
    kind: str
    id: str
    fields: tuple[str, ...]


def reference_fields() -> Mapping[str, tuple[str, ...]]:
    """Return the fields that can name a person, by record kind."""
    found = {
        kind: tuple(
            spec.name
            for spec in specs
            if spec.type is FieldType.REF and (spec.target == Person.KIND or spec.name == SUBJECT)
        )
        for kind, specs in SPECS.items()
        if kind != Person.KIND
    }
    return {kind: names for kind, names in found.items() if names}


def in_order_to_merge(case: CaseFile, one: str, other: str) -> tuple[Person, Person]:
    """Return which of two people is kept and which goes: one that a signed report rests on is kept, else the first entered.

    Raises:
        NotFound: one of them is not there, or is withdrawn.
    """
    with case.read() as session:
        pair = sorted((_person(session, case, one), _person(session, case, other)), key=lambda person: person.id)
        if has_seal(case, session):
            pair.sort(key=lambda person: not provenance.is_under_seal(session, case.case_id, Person.KIND, person.id))
    return pair[0], pair[1]


def merge_people(case: CaseFile, kept_id: str, other_id: str, chosen: Collection[str] = ()) -> Merged:
    """Keep one of two people and withdraw the other.

    Args:
        case: The case.
        kept_id: Who stays, and takes over what only the other knows, and the roles of both.
        other_id: Who is withdrawn, with ``merged_into`` naming who stays.
        chosen: Of the fields in which they differ, those of which the value of the other is right.

    Raises:
        InputError: they are one and the same, or a chosen field is none in which they differ.
        NotFound: one of them is not there, or is withdrawn.
        Sealed: a signed report rests on the other, or on the kept one and it would change.
        NotOwner: one of them is not this surveyor's to change.
    """
    if kept_id == other_id:
        raise InputError(field="person", reason="the same")
    counts: Counter[str] = Counter()

    def plan(session: Session) -> list[Step]:
        kept, other = _person(session, case, kept_id), _person(session, case, other_id)
        unknown = set(chosen) - set(differing_fields(kept, other))
        if unknown:
            raise InputError(field=f"person.{min(unknown)}", reason="no difference")
        require_unsealed(case, session, Person.KIND, [other_id])
        require_withdrawable(case, session, Person.KIND, other_id)
        require_writable(case, session, Person.KIND, other_id, [MERGED_INTO])
        values = differences(case, session, Person, kept_id, taken_over(kept, other, chosen))
        steps = [Step(Action.CHANGE, Person.KIND, kept_id, values)] if values else []
        for found in _references(session, case, other_id):
            if _is_open(case, session, found):
                fields = encode_fields(found.kind, dict.fromkeys(found.fields, kept_id))
                steps.append(Step(Action.CHANGE, found.kind, found.id, fields))
                counts["followed"] += 1
            else:
                counts["left"] += 1
        into = encode_fields(Person.KIND, {MERGED_INTO: kept_id})
        steps.append(Step(Action.CHANGE, Person.KIND, other_id, into))
        steps.append(Step(Action.WITHDRAW, Person.KIND, other_id, reason="merged"))
        return steps

    changes = case.apply_planned(plan, LABEL)
    return Merged(changes, counts["followed"], counts["left"])


def _references(session: Session, case: CaseFile, person_id: str) -> Iterator[_Reference]:
    """Yield what names a person, withdrawn records too: what is restored later shall not name somebody who is gone."""
    for kind, names in reference_fields().items():
        for record in reading.list_records(session, case.case_id, KINDS[kind], include_withdrawn=True):
            naming = tuple(name for name in names if getattr(record, name) == person_id)
            if naming:
                yield _Reference(kind, record.id, naming)


def _is_open(case: CaseFile, session: Session, found: _Reference) -> bool:
    try:
        require_unsealed(case, session, found.kind, [found.id])
        require_writable(case, session, found.kind, found.id, found.fields)
    except (Sealed, StatementSigned, NotOwner):
        return False
    return True


def _person(session: Session, case: CaseFile, person_id: str) -> Person:
    person = reading.get(session, case.case_id, Person, RecordId(person_id))
    if person is None or person.withdrawn:
        raise NotFound(what=Person.KIND, id=person_id)
    return person
