"""Pushes carried out together leave what each by itself would have left, whoever is among them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, event, select, text, update

from surveyor_app.central.authority.tokens import Caller
from surveyor_app.central.claims import entries, office, reassigning
from surveyor_app.central.claims.pushing import Push, push_together
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.schema import certificates, work_marks
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import BadEntry, SurveyorError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Body, SignedEntry
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.wire_errors import (
    BadHash,
    BadSignature,
    CertificateUnknown,
    ChainFork,
    ChainGap,
    Forbidden,
    UnknownCase,
)
from surveyor_app.protocol.entries import PushAnswer, PushRequest, to_wire
from surveyor_app.records import replay
from surveyor_app.records.reading import list_records
from surveyor_app.records.schema import journal, quarantine
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.pushing import Pusher
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.records.sides import sqlite_engine

PUSH_ALL = 10_000_000


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def live(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedCentre]:
    """One centre for all tests here, on either engine."""
    data = tmp_path_factory.mktemp("centre")
    with ExitStack() as stack:
        url = None
        if request.param == "postgresql":
            url = stack.enter_context(request.getfixturevalue("postgres_server").fresh_database())
        yield stack.enter_context(EmbeddedCentre(data, config=CentreConfig(data, url)))


class Desk:
    """Carries out pushes in one transaction, and counts those that went the long way."""

    def __init__(self, live: EmbeddedCentre) -> None:
        self.live = live
        self.alone = 0
        event.listen(live.centre.database.engine, "before_cursor_execute", self._look)

    def _look(self, *told: object) -> None:
        self.alone += str(told[2]).startswith("SAVEPOINT")

    def push(self, *sent: tuple[Laptop, Sequence[SignedEntry]]) -> list[PushAnswer | SurveyorError]:
        pushes = [self._push_of(laptop, signed) for laptop, signed in sent]
        with self.live.centre.database.write() as session:
            return list(push_together(session, pushes))

    def _push_of(self, laptop: Laptop, signed: Sequence[SignedEntry]) -> Push:
        caller = Caller(laptop.user, laptop.user, Role.SURVEYOR, laptop.device_id, "")
        request = PushRequest(tuple(to_wire(item) for item in signed))
        return Push(caller, laptop.case_id, entries.read(laptop.case_id, request))

    def refused_alone(self, laptop: Laptop, signed: Sequence[SignedEntry]) -> type[BaseException]:
        """What the long way says of it."""
        push = self._push_of(laptop, signed)
        with pytest.raises(SurveyorError) as caught, self.live.centre.database.write() as session:
            entries.push(session, push.caller, push.case, push.parsed)
        return type(caught.value)

    def holds(self, signed: Sequence[SignedEntry]) -> bool:
        with self.live.centre.database.read() as session:
            return bool(
                session.scalars(select(journal.c.hash).where(journal.c.hash.in_([e.hash for e in signed]))).all()
            )

    def verify(self, *laptops: Laptop) -> None:
        """Replay each case, the long way, into an empty database: no column differs."""
        for case in {laptop.case_id for laptop in laptops}:
            with self.live.centre.database.read() as session:
                assert replay.verify(session, case, sqlite_engine()) == []


def exchange(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()


@pytest.fixture
def laptops(live: EmbeddedCentre, make_laptop: MakeLaptop) -> list[Laptop]:
    """Two surveyors of one case of the office's, and two with a case of their own; all have written and are up to date."""
    case = office.open_claim(live.centre, "li", {"report_no": "RD7"}, again_reason="another test")
    made = [make_laptop("eve", case), make_laptop("wang", case), make_laptop("zhao"), make_laptop("qian")]
    for laptop in made[:2]:
        office.assign(live.centre, "li", case, laptop.user)
    for laptop in made[2:]:
        laptop.open_case()
    for laptop in made:
        laptop.write(person())
        exchange(live, laptop)
    return made


@pytest.fixture
def desk(live: EmbeddedCentre, laptops: list[Laptop]) -> Iterator[Desk]:
    """Counts from when the laptops are ready."""
    made = Desk(live)
    yield made
    event.remove(live.centre.database.engine, "before_cursor_execute", made._look)


def person(record: str | None = None) -> Step:
    return Step(Action.CREATE, "person", record or new_record_id(), {"name": "王", "phone": "13800138000"})


def unsent(laptop: Laptop) -> Sequence[SignedEntry]:
    return laptop.unsent_entries(PUSH_ALL)


# ------------------------------------------------------------------------------------------------ what is plain


class Hand:
    """Writes at random what surveyors write: their own records, others', and such as nobody made."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.known: list[tuple[str, str]] = []

    def step(self) -> Step:
        if not self.known or self.chance.random() < 0.4:
            kind = self.chance.choice(["person", "vehicle", "evidence", "damage_mark", "task", "statement"])
            self.known.append((kind, new_record_id()))
            return Step(Action.CREATE, *self.known[-1], {"note": "甲"} if kind != "task" else {"owner": "eve"})
        kind, record = self.chance.choice(self.known)
        action = self.chance.choice(
            [Action.CHANGE, Action.CHANGE, Action.CREATE, Action.WITHDRAW, Action.RESTORE, Action.SEAL]
        )
        changes = action in {Action.CHANGE, Action.CREATE}
        return Step(action, kind, record, {"note": str(self.chance.random()), "name": None} if changes else {}, "why")


@pytest.mark.parametrize("seed", range(2))
def test_a_replay_finds_what_was_taken_together(desk: Desk, laptops: list[Laptop], seed: int) -> None:
    """Whatever surveyors write about each other's records, with or without having seen it, in one group or the other."""
    chance = random.Random(seed)
    hand = Hand(chance)
    pushed = 0
    for _ in range(6):
        sent = []
        for laptop in chance.sample(laptops, len(laptops)):
            laptop.write(*(hand.step() for _ in range(chance.randint(1, 4))))
            sent.append((laptop, unsent(laptop)))
        answers = desk.push(*sent)
        pushed += len(sent)
        for (laptop, signed), answer in zip(sent, answers, strict=True):
            assert isinstance(answer, PushAnswer)
            assert answer.numbers.keys() == {item.hash for item in signed}
            assert answer.head_hash == signed[-1].hash
            with desk.live.centre.database.read() as session:
                aside = session.scalars(select(quarantine.c.hash).where(quarantine.c.hash.in_(list(answer.numbers))))
                assert set(aside) >= answer.quarantined.keys()
            laptop.mark_numbered(answer.numbers)
        if chance.random() < 0.5:
            exchange(desk.live, chance.choice(laptops))
    assert desk.alone == 0, "none of it is rare"
    desk.verify(*laptops)
    for case in {laptop.case_id for laptop in laptops}:
        with desk.live.centre.database.read() as session:
            numbers = sorted(session.scalars(select(journal.c.number).where(journal.c.case_id == case)))
        assert numbers == list(range(1, len(numbers) + 1))


def test_each_claim_of_a_group_is_looked_at_anew_for_the_work_list(desk: Desk, laptops: list[Laptop]) -> None:
    *_, zhao, qian = laptops
    with desk.live.centre.database.write() as session:
        session.execute(delete(work_marks))
    desk.push(*((laptop, laptop.write(person())) for laptop in (zhao, qian)))
    assert desk.alone == 0, "both are plain"
    with desk.live.centre.database.read() as session:
        assert set(session.scalars(select(work_marks.c.case_id))) == {zhao.case_id, qian.case_id}


def test_a_record_of_another_case_with_the_same_id_is_left_alone(desk: Desk, laptops: list[Laptop]) -> None:
    """Who repeats an id in a case of their own takes nothing away from where it was."""
    eve, _, zhao, qian = laptops
    same, others = new_record_id(), new_record_id()
    for laptop, record in ((zhao, same), (qian, same), (zhao, others)):
        laptop.mark_numbered(_taken(desk.push((laptop, laptop.write(person(record))))))
    changes = [
        (laptop, laptop.write(Step(Action.CHANGE, "person", record, {"name": "李"})))
        for laptop, record in ((qian, same), (zhao, others))
    ]
    for answer in desk.push(*changes):
        assert isinstance(answer, PushAnswer)
    assert desk.alone == 0
    desk.verify(eve, zhao, qian)


def _taken(answers: Sequence[PushAnswer | SurveyorError]) -> dict[str, int]:
    (answer,) = answers
    assert isinstance(answer, PushAnswer)
    return answer.numbers


def test_a_push_looks_through_no_table(desk: Desk, laptops: list[Laptop]) -> None:
    """However long the case and the journal are: everything is found by an index."""
    engine = desk.live.centre.database.engine
    if engine.dialect.name != "sqlite":
        pytest.skip("what PostgreSQL does depends on how much is there")
    asked: list[tuple[str, Any]] = []
    zhao = laptops[2]
    record = new_record_id()
    zhao.mark_numbered(_taken(desk.push((zhao, zhao.write(person(record))))))
    signed = zhao.write(Step(Action.CHANGE, "person", record, {"name": "李"}), person())
    look = partial(_note, asked)
    event.listen(engine, "before_cursor_execute", look)
    _taken(desk.push((zhao, signed)))
    event.remove(engine, "before_cursor_execute", look)
    assert desk.alone == 0
    with engine.connect() as connection:
        plans = [
            step.detail
            for statement, values in asked
            if statement.startswith(("SELECT", "UPDATE", "DELETE"))
            for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]
    assert any("SEARCH journal USING INDEX" in plan for plan in plans)
    assert [plan for plan in plans if plan.startswith("SCAN") and "json_each" not in plan] == []


def _note(asked: list[tuple[str, Any]], *told: Any) -> None:
    asked.append((told[2], told[3][0] if told[5] else told[3]))


# --------------------------------------------------------------------------------------- what is out of the ordinary

Spoil = Callable[[EmbeddedCentre, list[Laptop]], tuple[Laptop, Sequence[SignedEntry]]]


def forged(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    good = laptops[2].write(person())[0]
    return laptops[2], [SignedEntry(good.line, laptops[1].write(person())[0].signature, good.body)]


def gap(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    laptops[2].write(person())
    return laptops[2], laptops[2].write(person())


def fork(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    twin = Laptop(laptops[2].user, laptops[2].case_id)
    twin.key, twin.author = laptops[2].key, laptops[2].author
    signed = twin.write(person())
    twin.close()
    return laptops[2], signed


def fork_beside(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    """Another entry in the place of the last one that is held, as of a laptop whose disk was set back."""
    zhao = laptops[2]
    (first,) = zhao.write(person())
    exchange(live, zhao)
    own = Body(b"another salt 1234", {"name": "李"})
    line = replace(first.entry, body=own.digest()).to_bytes()
    return zhao, [SignedEntry(line, zhao.key.sign(line), own)]


def half(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    return laptops[2], laptops[2].write(person(), person())[:1]


def bodiless(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    good = laptops[2].write(person())[0]
    return laptops[2], [SignedEntry(good.line, good.signature, None)]


def by_another(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    """Eve hands in what wang wrote."""
    signed = laptops[1].write(person())
    carrier = Laptop(laptops[0].user, laptops[1].case_id)
    carrier.close()
    return carrier, signed


def revoked(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    with live.centre.database.write() as session:
        of_device = certificates.c.device == laptops[2].device_id
        session.execute(update(certificates).where(of_device).values(revoked_at="2026-01-01T00:00:00.000000Z"))
    return laptops[2], laptops[2].write(person())


def taken_back(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    """Wang has seen that the task is eve's now, and writes on."""
    wang = laptops[1]
    with live.centre.database.read() as session:
        (task,) = [task.id for task in list_records(session, wang.case_id, Task) if task.owner == wang.user]
    reassigning.recall(live.centre, "li", wang.case_id, task)
    exchange(live, wang)
    return wang, wang.write(person())


def elsewhere(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    """A case of somebody else."""
    twin = Laptop(laptops[2].user, laptops[3].case_id)
    twin.key, twin.author = laptops[2].key, laptops[2].author
    signed = twin.write(person())
    twin.close()
    return twin, signed


def unheard_of(live: EmbeddedCentre, laptops: list[Laptop]) -> tuple[Laptop, Sequence[SignedEntry]]:
    twin = laptops[2].with_another_case()
    signed = twin.write(person())
    twin.close()
    return twin, signed


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (forged, BadSignature),
        (gap, ChainGap),
        (fork, ChainFork),
        (fork_beside, ChainFork),
        (half, BadEntry),
        (bodiless, BadHash),
        (by_another, CertificateUnknown),
        (revoked, CertificateUnknown),
        (elsewhere, Forbidden),
        (taken_back, Forbidden),
        (unheard_of, UnknownCase),
    ],
)
def test_a_wrong_push_is_refused_as_ever_and_harms_none(
    desk: Desk, laptops: list[Laptop], spoil: Spoil, error: type[SurveyorError]
) -> None:
    wrong = spoil(desk.live, laptops)
    good = [(laptop, unsent(laptop) or laptop.write(person())) for laptop in (laptops[0], laptops[3])]
    assert desk.refused_alone(*wrong) is error
    first, refused, last = desk.push(good[0], wrong, good[1])
    assert type(refused) is error
    assert isinstance(first, PushAnswer)
    assert isinstance(last, PushAnswer)
    assert not desk.holds(wrong[1])
    assert all(desk.holds(signed) for _, signed in good)
    desk.verify(*laptops)


def test_what_is_known_already_is_answered_again(desk: Desk, laptops: list[Laptop]) -> None:
    zhao, qian = laptops[2:]
    signed = zhao.write(person())
    before = desk.push((zhao, signed))
    again = desk.push((zhao, signed), (qian, qian.write(person())))
    assert again[0] == before[0]
    assert isinstance(again[1], PushAnswer)
    desk.verify(zhao, qian)


def test_two_of_one_device_in_one_group_follow_each_other(desk: Desk, laptops: list[Laptop]) -> None:
    zhao = laptops[2]
    first, second = zhao.write(person()), zhao.write(person())
    answers = desk.push((zhao, first), (zhao, second))
    assert [list(answer.numbers.values()) for answer in answers if isinstance(answer, PushAnswer)] == [[4], [5]]
    assert desk.alone == 0
    desk.verify(zhao)


def test_a_body_that_is_held_goes_the_long_way(desk: Desk, laptops: list[Laptop]) -> None:
    """Who names another's body in a line of their own, and brings it along."""
    eve, wang = laptops[:2]
    (said,) = wang.write(person())
    wang.mark_numbered(_taken(desk.push((wang, [said]))))
    (own,) = eve.write(person())
    line = replace(own.entry, body=said.entry.body).to_bytes()
    (answer,) = desk.push((eve, [SignedEntry(line, eve.key.sign(line), said.body)]))
    assert isinstance(answer, PushAnswer)
    assert desk.alone == 1
    desk.verify(eve)


# ------------------------------------------------------------------------------------------------------- two nodes


def test_two_nodes_take_turns_at_a_case(desk: Desk, laptops: list[Laptop], tmp_path: Path) -> None:
    """Laptops push to either node at the same time, two of them to one case: all is taken, once, and none waits in a circle."""
    url = desk.live.config.database
    if url is None:
        pytest.skip("one node writes to an SQLite file")
    with EmbeddedCentre(tmp_path, config=CentreConfig(tmp_path, url)) as other, ThreadPoolExecutor(4) as pool:
        nodes = (desk.live.url, other.url)
        list(pool.map(partial(_push_by_turns, nodes), laptops, range(4)))
    desk.verify(*laptops)
    for case in {laptop.case_id for laptop in laptops}:
        with desk.live.centre.database.read() as session:
            numbers = sorted(session.scalars(select(journal.c.number).where(journal.c.case_id == case)))
            assert (
                session.scalar(text("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) == 0
            )
        assert numbers == list(range(1, len(numbers) + 1))


def _push_by_turns(nodes: Sequence[str], laptop: Laptop, first: int) -> None:
    for turn in range(first, first + 6):
        signed = laptop.write(person())
        with laptop.client(nodes[turn % 2]) as client:
            laptop.mark_numbered(Pusher(laptop.case_id, client).push(signed).numbers)
