"""Reading: aliases, counts, provenance and history."""

from __future__ import annotations

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Origin, Role, Writer
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import journal, projecting, provenance, reading
from surveyor_app.records.branches import counting
from tests.records.sides import CASE, Side, author, change, create, record_id

ONE, OFFICE = author(1), author(9, Role.OFFICE)


def test_missing_record_is_none_and_an_empty_case_reads_empty(side: Side) -> None:
    with side.session() as session:
        assert reading.get(session, CASE, Person, record_id(1)) is None
        assert reading.list_records(session, CASE, Person) == []
        assert reading.history(session, CASE) == []
        assert journal.number_known(session, CASE) == 0


def test_withdrawn_records_count_only_when_asked_for(side: Side) -> None:
    side.write(ONE, create("evidence", 1), create("evidence", 2), Step(Action.WITHDRAW, "evidence", record_id(1)))
    with side.session() as session:
        assert reading.ids(session, CASE, Evidence) == [record_id(2)]
        assert len(reading.ids(session, CASE, Evidence, include_withdrawn=True)) == 2
        assert reading.count(session, CASE, Evidence) == 1
        assert reading.count(session, CASE, Evidence, include_withdrawn=True) == 2


def test_what_was_read_before_is_read_as_it_is_now(side: Side) -> None:
    """Each change shows: of a field, in a conflict, taken away and brought back, and in another case of the same database."""
    remembered = reading.Remembered(Evidence)
    other = "01930000-0000-7000-8000-00000000000f"
    steps: list[list[Step]] = [
        [create("evidence", 2, caption="a"), create("evidence", 1, caption="b")],
        [change("evidence", 1, caption="c")],
        [Step(Action.WITHDRAW, "evidence", record_id(2))],
        [],
        [Step(Action.RESTORE, "evidence", record_id(2))],
    ]
    seen = []
    for operation in steps:
        side.write(ONE, *operation)
        with side.session() as session:
            found = remembered.list_records(session, CASE)
            assert found == reading.list_records(session, CASE, Evidence)
            assert remembered.list_records(session, other) == []
            assert remembered.list_records(session, CASE) == found
        seen.append([(item.id, item.caption) for item in found])
    one, two = record_id(1), record_id(2)
    assert seen == [
        [(one, "b"), (two, "a")],
        [(one, "c"), (two, "a")],
        [(one, "c")],
        [(one, "c")],
        [(one, "c"), (two, "a")],
    ]


def test_history_says_who_what_why_and_what_was_set_aside(side: Side) -> None:
    office = side.write(OFFICE, create("claim", 1, insurer="甲"))
    side.write(ONE, Step(Action.CHANGE, "claim", record_id(1), {"insurer": "乙"}, "typo"))
    side.number(office)
    with side.session() as session:
        first, second = reading.history(session, CASE, "claim", record_id(1))
        assert (first.actor, first.action, first.fields, first.number, first.set_aside) == (
            "actor9",
            Action.CREATE,
            {"insurer": "甲"},
            1,
            None,
        )
        assert (second.reason, second.number, second.set_aside) == ("typo", None, "not_owner")
        assert second.at == "2026-11-20T06:03:22.000005Z"
        assert [line.hash for line in reading.history(session, CASE, "person")] == []


def test_both_ids_of_an_alias_lead_to_the_case(side: Side) -> None:
    side.write(ONE, Step(Action.CREATE, CASE_KIND, CASE))
    side.write(OFFICE, Step(Action.ALIAS, CASE_KIND, CASE, {"alias_of": "the office's"}))
    with side.session() as session:
        assert journal.resolve(session, CASE) == [CASE, "the office's"]
        assert journal.resolve(session, "the office's") == ["the office's", CASE]
        assert journal.resolve(session, "unknown") == ["unknown"]
        assert journal.case_ids(session) == [CASE]


def test_creator_and_counts_are_told(side: Side) -> None:
    office = side.write(OFFICE, create("claim", 1))
    side.write(ONE, create("person", 2), change("claim", 1, insured_phone="139"))
    side.number(office)
    with side.session() as session:
        claim = provenance.origin(session, CASE, "claim", record_id(1))
        person = provenance.origin(session, CASE, "person", record_id(2))
        assert claim == Origin(Writer(OFFICE.signer.device_id, Role.OFFICE), by_office=True)
        assert person == Origin(Writer(ONE.signer.device_id, Role.SURVEYOR))
        assert provenance.origin(session, CASE, "person", record_id(9)) is None
        assert counting.count_entries(session, CASE) == 3
        assert counting.count_unsent(session, CASE, ONE.signer.device_id) == 2


def test_rebuilding_gives_the_same_tables(side: Side) -> None:
    side.write(OFFICE, create("claim", 1), create("evidence", 2))
    side.write(ONE, create("person", 3), change("claim", 1, insurer="乙"))
    before = side.dump()
    with side.session() as session:
        projecting.rebuild(session, CASE)
    assert side.dump() == before
