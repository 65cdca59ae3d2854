"""A device whose keys are in strange hands: what the office had accepted stands, whatever else it signs counts for nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.projection import REVOKED
from surveyor_app.records import journal, reading
from surveyor_app.records.bases import agreement
from surveyor_app.records.epochs import open_epoch
from surveyor_app.records.replay import compare, replay
from surveyor_app.records.revocations import last_lines, revocation
from surveyor_app.records.schema import bodies
from tests.records.sides import CASE, DEMAND, Side, author, change, create, record_id, sqlite_engine, upgraded

LOST, OFFICE, OTHER = author(1), author(3, Role.OFFICE), author(2)
DEVICE = LOST.signer.device_id


@pytest.fixture
def laptop() -> Side:
    """The lost laptop itself, on which somebody goes on writing."""
    return Side(upgraded(sqlite_engine()))


@pytest.fixture
def delivered(laptop: Side) -> list[SignedEntry]:
    """What it delivered while it was its owner's: numbers 1 and 2."""
    entries = laptop.write(LOST, create("claim", 1, insured_name="Zhang"), create("person", 2, name="witness"))
    laptop.number(entries)
    with laptop.session() as session:
        return list(journal.all_entries(session, CASE))


def forged(laptop: Side) -> list[SignedEntry]:
    """What whoever found it writes: a name changed, a record more, a witness gone."""
    return [
        *laptop.write(LOST, change("claim", 1, insured_name="thief")),
        *laptop.write(LOST, create("person", 4, name="bribed"), Step(Action.WITHDRAW, "person", record_id(2))),
    ]


@pytest.fixture
def centre(side: Side, delivered: Sequence[SignedEntry]) -> Side:
    side.know(LOST, OTHER, OFFICE)
    side.take(delivered)
    return side


def lock_out(side: Side) -> list[SignedEntry]:
    """What the office writes when the loss is reported."""
    with side.session() as session:
        step = revocation(CASE, DEVICE, last_lines(session, CASE, DEVICE), "lost")
        written = journal.append(session, CASE, [step], OFFICE)
        journal.assign_numbers(session, CASE, [entry.hash for entry in written])
        return written


def set_aside(side: Side) -> dict[str, str]:
    with side.session() as session:
        return {item.hash: item.reason for item in reading.quarantine_of(session, CASE)}


def shown(side: Side) -> tuple[str | None, list[tuple[str | None, bool]]]:
    """The insured's name, and the people with whether they were withdrawn."""
    with side.session() as session:
        claim = reading.get(session, CASE, Claim, RecordId(record_id(1)))
        people = reading.list_records(session, CASE, Person, include_withdrawn=True)
        named = sorted((person.name, person.withdrawn) for person in people)
        return None if claim is None else claim.insured_name, named


GENUINE = ("Zhang", [("witness", False)])


def test_what_was_accepted_before_stands_and_nothing_after_it_counts(centre: Side, laptop: Side) -> None:
    lock_out(centre)
    later = forged(laptop)
    centre.take(later)
    assert shown(centre) == GENUINE
    assert set_aside(centre) == dict.fromkeys((entry.hash for entry in later), REVOKED)


def test_the_lines_are_kept_and_passed_on(centre: Side, laptop: Side) -> None:
    lock_out(centre)
    later = forged(laptop)
    centre.take(later)
    centre.number(later)
    with centre.session() as session:
        assert {entry.hash for entry in later} <= {entry.hash for entry in journal.entries_after(session, CASE, 0, 99)}


def test_it_does_not_matter_what_comes_first(centre: Side, laptop: Side, delivered: Sequence[SignedEntry]) -> None:
    told = lock_out(centre)
    later = forged(laptop)
    centre.take(later)
    for order in ([*delivered, *later, *told], [*told, *later, *delivered], [*later, *told, *delivered]):
        other = Side(upgraded(sqlite_engine()))
        other.know(LOST, OTHER, OFFICE)
        for entry in order:
            other.take([entry])
        assert shown(other) == GENUINE
        assert set_aside(other) == set_aside(centre)


def test_a_device_known_late_as_the_offices_locks_out_then(centre: Side, laptop: Side) -> None:
    told = lock_out(centre)
    later = forged(laptop)
    other = Side(upgraded(sqlite_engine()))
    other.know(LOST, author(3, Role.SURVEYOR))
    with laptop.session() as session:
        other.take(list(journal.all_entries(session, CASE)))
    other.take(told)
    assert shown(other) == ("thief", [("bribed", False), ("witness", True)])
    other.know(OFFICE)
    assert shown(other) == GENUINE
    assert {entry.hash for entry in later} <= set_aside(other).keys()


def test_a_history_that_leaves_the_accepted_one_earlier_does_not_count_either(
    centre: Side, laptop: Side, delivered: Sequence[SignedEntry]
) -> None:
    """Whoever holds the key can write anything after any line, also in an epoch of their own."""
    more = laptop.write(LOST, change("claim", 1, insured_name="Zhang San"))
    laptop.number(more)
    centre.take(more)
    centre.number(more)
    lock_out(centre)
    fork = Side(upgraded(sqlite_engine()))
    fork.know(LOST)
    fork.take(delivered)
    same_epoch = fork.write(LOST, change("claim", 1, insured_name="thief"))
    with fork.session() as session:
        new_epoch = open_epoch(session, CASE, LOST, delivered[-1].hash, "a copy was restored")
    new_epoch += fork.write(LOST, change("claim", 1, insured_name="thief again"))
    centre.take([*same_epoch, *new_epoch])
    assert shown(centre) == ("Zhang San", [("witness", False)])
    assert {entry.hash for entry in (*same_epoch, *new_epoch)} == set_aside(centre).keys()


def test_nothing_it_says_about_numbers_counts(centre: Side, laptop: Side) -> None:
    """A note that its lines had seen nothing would put them beside what replaced them."""
    seen = centre.write(OTHER, create("person", 5, name="x"))
    centre.number(seen)
    laptop.know(OTHER)
    with centre.session() as session:
        laptop.take(list(journal.entries_after(session, CASE, 0, 99)))
    own = laptop.write(LOST, change("person", 5, name="y"))
    laptop.number(own)
    centre.take(own)
    centre.number(own)
    lock_out(centre)
    before = centre.dump()["conflicts"]
    centre.take(laptop.write(LOST, agreement(CASE, 0, "never seen anything")))
    assert centre.dump()["conflicts"] == before


@pytest.mark.parametrize("by", [OTHER, LOST])
def test_only_the_office_locks_out(centre: Side, laptop: Side, by: journal.Author) -> None:
    step = revocation(CASE, DEVICE, [], "lost")
    told = (laptop if by is LOST else centre).write(by, step)
    centre.take(told)
    assert shown(centre) == GENUINE
    assert set_aside(centre) == {told[0].hash: "not_owner"}


def test_the_office_never_locks_itself_out(centre: Side) -> None:
    mine = centre.write(OFFICE, create("claim", 7, insured_name="Li"))
    centre.write(OFFICE, revocation(CASE, OFFICE.signer.device_id, [], "lost"))
    assert mine[0].hash not in set_aside(centre)


def test_another_device_is_not_concerned(centre: Side, laptop: Side) -> None:
    lock_out(centre)
    centre.write(OTHER, create("person", 9, name="colleague"))
    assert ("colleague", False) in shown(centre)[1]


def test_of_several_revocations_each_must_have_accepted_a_line(centre: Side, laptop: Side) -> None:
    """A centre set back to before the loss would accept once more what the thief writes, until it is told again."""
    lock_out(centre)
    later = forged(laptop)
    centre.take(later)
    centre.number(later)
    lock_out(centre)
    assert shown(centre) == GENUINE


def test_why_a_device_is_locked_out_is_never_erased(centre: Side, laptop: Side) -> None:
    told = lock_out(centre)
    body = told[0].entry.body
    centre.write(OFFICE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": [body], **DEMAND}))
    centre.take(forged(laptop))
    assert shown(centre) == GENUINE
    with centre.session() as session:
        assert session.scalar(select(bodies.c.hash).where(bodies.c.hash == body)) == body


def test_a_replay_gives_the_same(centre: Side, laptop: Side) -> None:
    lock_out(centre)
    centre.take(forged(laptop))
    with centre.session() as session:
        again = Side(upgraded(sqlite_engine()))
        with again.session() as fresh:
            replay(session, fresh, CASE)
            assert compare(session, fresh, CASE) == []


def test_the_laptop_itself_shows_what_it_has(laptop: Side, delivered: Sequence[SignedEntry]) -> None:
    """Nobody tells it; what its owner wrote before they noticed must not vanish before their eyes."""
    forged(laptop)
    assert shown(laptop) == ("thief", [("bribed", False), ("witness", True)])
