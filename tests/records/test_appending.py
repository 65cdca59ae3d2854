"""Writing: what is appended is signed, chained and shown at once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import journal, reading
from surveyor_app.records.keys import verify_signature
from tests.records.sides import CASE, Side, author, change, create, record_id


def test_entries_form_one_signed_chain_of_whole_operations(side: Side) -> None:
    by = author(1)
    first = side.write(by, create("claim", 1, report_no="R1"), create("task", 2, task_kind="scene"))
    second = side.write(by, change("claim", 1, report_no="R2"))
    entries = [signed.entry for signed in (*first, *second)]
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.prev for entry in entries] == [None, first[0].hash, first[1].hash]
    assert [(entry.op_n, entry.op_of) for entry in entries] == [(1, 2), (2, 2), (1, 1)]
    assert entries[0].op == entries[1].op != entries[2].op
    for signed in (*first, *second):
        assert verify_signature(by.signer.public_key, signed.line, signed.signature)
        assert signed.body is not None
        assert signed.body.digest() == signed.entry.body
    with side.session() as session:
        assert [(head.epoch, head.seq, head.hash) for head in journal.heads(session, CASE)] == [(0, 3, second[0].hash)]


def test_every_type_of_field_comes_back_exactly(side: Side) -> None:
    moment = Instant(datetime(2026, 11, 20, 6, 3, 22, 123456, UTC), 480, Trust.GPS)
    side.write(
        author(1),
        create(
            "claim",
            1,
            report_no="报案\x00号",
            claim_no=("b", "a"),
            policy_from=date(2026, 1, 2),
            deductible=Decimal("99999999999999.99"),
            accident_at=moment,
            accident_lat=Decimal("30.1234560"),
        ),
        create("evidence", 2, size_bytes=2**40, c2pa=False),
        create("damage_mark", 3, part_price=Decimal("-0.50")),
    )
    with side.session() as session:
        claim = reading.get(session, CASE, Claim, record_id(1))
        photo = reading.get(session, CASE, Evidence, record_id(2))
        mark = reading.get(session, CASE, DamageMark, record_id(3))
    assert claim is not None
    assert claim.report_no == "报案␀号"
    assert claim.claim_no == ("a", "b")
    assert claim.policy_from == date(2026, 1, 2)
    assert str(claim.deductible) == "99999999999999.99"
    assert claim.accident_at == moment
    assert str(claim.accident_lat) == "30.1234560"
    assert claim.insurer is None
    assert photo is not None
    assert (photo.size_bytes, photo.c2pa) == (2**40, False)
    assert mark is not None
    assert str(mark.part_price) == "-0.50"


def test_change_withdraw_restore_and_emptying_show_in_the_record(side: Side) -> None:
    by, n = author(1), record_id(1)
    side.write(by, create("person", 1, name="张三", phone="139"))
    side.write(by, change("person", 1, phone=None), Step(Action.WITHDRAW, "person", n, reason="twice"))
    with side.session() as session:
        assert reading.list_records(session, CASE, Person) == []
        [person] = reading.list_records(session, CASE, Person, include_withdrawn=True)
        assert (person.name, person.phone, person.withdrawn, person.withdrawn_reason) == ("张三", None, True, "twice")
    side.write(by, Step(Action.RESTORE, "person", n))
    with side.session() as session:
        assert reading.count(session, CASE, Person) == 1
        assert [line.action for line in reading.history(session, CASE, "person", n)] == [
            "create",
            "change",
            "withdraw",
            "restore",
        ]


def test_what_does_not_fit_is_refused_and_nothing_is_written(side: Side) -> None:
    with pytest.raises(InputError):
        side.write(author(1), create("claim", 1), create("claim", 2, reported_course="长" * 11_000))
    with pytest.raises(InputError):
        side.write(author(1), Step(Action.CREATE, "spaceship", record_id(1)))
    with side.session() as session:
        assert journal.heads(session, CASE) == []
        assert reading.count(session, CASE, Claim) == 0


def test_record_made_twice_in_one_operation_shows_once(side: Side) -> None:
    side.write(author(1), create("claim", 1, report_no="a"), create("claim", 1, insurer="b"))
    side.write(author(1), create("claim", 1, insured_name="c"))
    with side.session() as session:
        claim = reading.get(session, CASE, Claim, record_id(1))
    assert claim is not None
    assert (claim.report_no, claim.insurer, claim.insured_name) == ("a", "b", "c")


def test_records_are_listed_by_rank_then_id(side: Side) -> None:
    steps = [create("evidence", n, rank=rank) for n, rank in ((1, "b"), (2, "B"), (3, "a"), (4, "B"), (5, None))]
    side.write(author(1), *steps)
    with side.session() as session:
        expected = [record_id(n) for n in (2, 4, 3, 1, 5)]
        assert [item.id for item in reading.list_records(session, CASE, Evidence)] == expected
        assert reading.ids(session, CASE, Evidence) == expected
