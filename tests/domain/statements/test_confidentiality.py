"""Who and what a copy for the parties leaves out."""

from __future__ import annotations

from dataclasses import replace

from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.statements.confidentiality import Hidden, hidden_from_parties
from surveyor_app.domain.statements.statements import Statement

PERSON = Person(id=new_record_id(), name="陈证人", roles=("eyewitness",))
OTHER = Person(id=new_record_id(), name="王五", roles=("driver", "eyewitness"))
STATEMENT = Statement(id=new_record_id(), subject_uid=PERSON.id)


def witness(**fields: object) -> Witness:
    return Witness(id=new_record_id(), **fields)  # type: ignore[arg-type]  # fields of any type, as the record has them


def test_nobody_is_left_out_who_does_not_want_it() -> None:
    assert hidden_from_parties([witness(person_uid=PERSON.id)], [PERSON], [STATEMENT]) == Hidden()
    assert hidden_from_parties([witness(wants_confidentiality=True)], [PERSON], [STATEMENT]) == Hidden()


def test_who_wants_confidentiality_is_left_out_with_statements_and_photos() -> None:
    linked = Statement(id=new_record_id())
    record = witness(person_uid=PERSON.id, wants_confidentiality=True, statement_uid=linked.id, media=("photo",))
    hidden = hidden_from_parties([record], [PERSON, OTHER], [STATEMENT, linked])
    assert hidden.people == {PERSON.id}
    assert hidden.statements == {STATEMENT.id, linked.id}
    assert hidden.evidence == {"photo"}


def test_of_a_party_only_what_was_said_as_a_witness_is_left_out() -> None:
    own, linked = Statement(id=new_record_id(), subject_uid=OTHER.id), Statement(id=new_record_id())
    record = witness(person_uid=OTHER.id, wants_confidentiality=True, statement_uid=linked.id)
    hidden = hidden_from_parties([record], [OTHER], [own, linked])
    assert not hidden.people
    assert hidden.parties == {OTHER.id}
    assert hidden.statements == {linked.id}


def test_whoever_was_merged_into_another_is_that_one() -> None:
    gone = Person(id=new_record_id(), withdrawn=True, merged_into=PERSON.id)
    further = Person(id=new_record_id(), withdrawn=True, merged_into=gone.id)
    people = [PERSON, gone, further]
    for named in people:
        record = witness(person_uid=named.id, wants_confidentiality=True)
        assert hidden_from_parties([record], people, []).people == {person.id for person in people}
    circle = replace(PERSON, withdrawn=True, merged_into=gone.id)
    record = witness(person_uid=gone.id, wants_confidentiality=True)
    assert gone.id in hidden_from_parties([record], [circle, gone], []).people
