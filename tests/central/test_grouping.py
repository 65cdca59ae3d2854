"""Pushes that wait together are committed together: a bad one harms no other, and no answer leaves before the commit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, select, text
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.database import Database
from surveyor_app.central.storage.grouping import LANES, MOST_TOGETHER, GroupedWrites, undone_alone
from surveyor_app.domain.errors import BadEntry, InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.wire_errors import BadSignature, ServerFailed
from surveyor_app.protocol.entries import PushAnswer
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.records.schema import journal
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pushing import Pusher
from tests.faults.campaigns import LONG
from tests.integration.centre_process import CentreProcess
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

Act = Callable[[Session], Any]


class Writes:
    """Grouped writes into a table of words, and what commits they cost."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.grouped = GroupedWrites(database)
        self.commits = 0
        with database.write() as session:
            session.execute(text("CREATE TABLE words (word TEXT PRIMARY KEY)"))
        event.listen(database.engine, "commit", self._count)

    def _count(self, connection: object) -> None:
        self.commits += 1

    def words(self) -> list[str]:
        with self.database.read() as session:
            return list(session.scalars(text("SELECT word FROM words ORDER BY word")))

    def together(self, acts: Sequence[tuple[str, Act]]) -> list[Future[Any]]:
        """Let all of them wait until each is there, then go."""
        lanes = LANES if self.database.takes_several_writers else 1
        with ThreadPoolExecutor(len(acts) + lanes) as pool, held_up(self.grouped, pool, lanes):
            futures = []
            for key, act in acts:
                futures.append(pool.submit(self.grouped.write, key, act, one_after_another))
                wait_for(self.grouped, len(futures))
            self.commits = 0
        return futures


def one_after_another(session: Session, acts: Sequence[Act]) -> list[Any]:
    return [undone_alone(session, partial(act, session)) for act in acts]


def wait_for(grouped: GroupedWrites, count: int) -> None:
    deadline = time.monotonic() + 30
    while grouped.waiting < count:
        assert time.monotonic() < deadline
        time.sleep(0.001)


@contextmanager
def held_up(grouped: GroupedWrites, pool: ThreadPoolExecutor, lanes: int) -> Iterator[None]:
    """Keep all lanes at work in the block, so that whoever comes must wait."""
    begun = [Event() for _ in range(lanes)]
    go_on = Event()

    def hold(number: int) -> None:
        def act(session: Session) -> None:
            begun[number].set()
            assert go_on.wait(30)

        grouped.write("", act, one_after_another)

    held = [pool.submit(hold, number) for number in range(lanes)]
    try:
        for one in begun:
            assert one.wait(30)
        yield
    finally:
        go_on.set()
        for future in held:
            future.result()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def writes(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Writes]:
    """On both engines."""
    is_sqlite = request.param == "sqlite"
    database = Database(f"sqlite:///{tmp_path / 'x.sqlite'}" if is_sqlite else request.getfixturevalue("postgres_url"))
    yield Writes(database)
    database.close()


def add(word: str, then: BaseException | None = None) -> Act:
    def act(session: Session) -> str:
        session.execute(text("INSERT INTO words VALUES (:word)"), {"word": word})
        if then is not None:
            raise then
        return word.upper()

    return act


def outcomes(futures: Sequence[Future[Any]]) -> list[object]:
    return [type(future.exception()) if future.exception() else future.result() for future in futures]


def test_those_that_wait_are_one_transaction(writes: Writes) -> None:
    futures = writes.together([(word, add(word)) for word in "edcba"])
    assert outcomes(futures) == ["E", "D", "C", "B", "A"]
    assert writes.words() == ["a", "b", "c", "d", "e"]
    # One for those that held up the others (where there were two, one of them may still have been at it), one for all.
    assert writes.commits <= 1 + (LANES if writes.database.takes_several_writers else 1)


def test_groups_are_bounded_and_nobody_is_forgotten(writes: Writes) -> None:
    words = [f"{number:02}" for number in range(3 * MOST_TOGETHER + 1)]
    futures = writes.together([(word, add(word)) for word in words])
    assert outcomes(futures) == words == writes.words()
    assert writes.grouped.waiting == 0


def test_what_is_refused_is_undone_alone(writes: Writes) -> None:
    acts = [("a", add("a")), ("b", add("b", BadEntry(reason="test"))), ("c", add("c"))]
    futures = writes.together(acts)
    assert outcomes(futures) == ["A", BadEntry, "C"]
    assert writes.words() == ["a", "c"]


@pytest.mark.parametrize("bad", [RuntimeError("a bug"), MemoryError()])
def test_what_fails_unforeseen_fails_alone(writes: Writes, bad: Exception) -> None:
    futures = writes.together([("a", add("a")), ("b", add("b", bad)), ("c", add("c", InputError(field="x")))])
    assert outcomes(futures) == ["A", type(bad), InputError]
    assert writes.words() == ["a"]


def test_what_the_database_refuses_fails_alone(writes: Writes) -> None:
    """On PostgreSQL it spoils the whole transaction."""
    futures = writes.together([("a", add("a")), ("b", add("a")), ("c", add("c"))])
    assert sorted(map(str, outcomes(futures))) == sorted(["A", "C", str(ServerFailed)])
    assert writes.words() == ["a", "c"]


def test_nobody_hears_of_success_before_the_commit(writes: Writes) -> None:
    """Where the commit of a group fails, its members are carried out by themselves; where that fails too, each is told."""

    def refuse(connection: Connection) -> None:
        if connection.exec_driver_sql("SELECT count(*) FROM words").scalar():
            raise OSError("the disk is full")

    event.listen(writes.database.engine, "commit", refuse)
    futures = writes.together([(word, add(word)) for word in "abc"])
    event.remove(writes.database.engine, "commit", refuse)
    assert outcomes(futures) == [OSError] * 3
    assert writes.words() == []
    assert writes.grouped.write("d", add("d"), one_after_another) == "D"


# ------------------------------------------------------------------------------------------------ over HTTP


def person(laptop: Laptop) -> list[SignedEntry]:
    return laptop.write(Step(Action.CREATE, "person", new_record_id(), {"name": laptop.user}))


def test_a_bad_push_among_good_ones_harms_none(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    laptops = [make_laptop(f"user{number}") for number in range(5)]
    with ExitStack() as stack, ThreadPoolExecutor(8) as pool:
        pushers = []
        for laptop in laptops:
            laptop.open_case()
            client = stack.enter_context(laptop.client(live.url))
            Exchange(laptop, client, patience()).run()
            pushers.append(Pusher(laptop.case_id, client))
        sent = [person(laptop) for laptop in laptops]
        forged = sent[2][0]
        sent[2] = [SignedEntry(forged.line, sent[1][0].signature, forged.body)]
        with held_up(live.centre.pushes, pool, 1):
            futures = [pool.submit(pusher.push, entries) for pusher, entries in zip(pushers, sent, strict=True)]
            wait_for(live.centre.pushes, 5)
        found = outcomes(futures)
    assert found[2] is BadSignature
    answers = [answer for answer in found if isinstance(answer, PushAnswer)]
    assert [list(answer.numbers.values()) for answer in answers] == [[3]] * 4
    with live.centre.database.read() as session:
        held = set(session.scalars(select(journal.c.hash)))
    assert {entries[0].hash for entries in sent} - held == {forged.hash}


@pytest.mark.parametrize("turn", [1, pytest.param(2, marks=[LONG, pytest.mark.faults])])
def test_killed_before_a_group_is_committed(tmp_path: Path, turn: int) -> None:
    """No answer was given, nothing is there, and after a restart every entry is there once."""
    process = CentreProcess(tmp_path / "centre")
    laptops = [Laptop(f"user{number}") for number in range(3)]
    with EmbeddedCentre(process.data_dir) as embedded:
        for laptop in laptops:
            laptop.enrol(embedded.url, office.create_user(embedded.centre, laptop.user, laptop.user).code or "")
            laptop.open_case()
            with laptop.client(embedded.url) as client:
                client.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
    for laptop in laptops:
        for _ in range(8):
            person(laptop)
    process.start(f"group.before_commit:{turn}")

    def deliver(laptop: Laptop) -> None:
        waits = Patience(60, sleep=lambda seconds: time.sleep(0.05))
        with laptop.client(process.url) as client:
            pusher = Pusher(laptop.case_id, client)
            while entries := laptop.unsent_entries(1):
                laptop.mark_numbered(waits.insist(partial(pusher.push, entries)).numbers)

    with ThreadPoolExecutor(3) as pool:
        futures = [pool.submit(deliver, laptop) for laptop in laptops]
        while not process.is_dead():
            assert not all(future.done() for future in futures), "no two pushes ever waited together"
            time.sleep(0.01)
        process.start()
        for future in futures:
            future.result()
    process.kill()
    process.close()
    database = Database(f"sqlite:///{process.data_dir / 'centre.db'}")
    with database.read() as session:
        for laptop in laptops:
            count = select(func.count()).select_from(journal).where(journal.c.case_id == laptop.case_id)
            assert session.scalar(count) == 10
            assert laptop.numbers() == list(range(1, 11))
            laptop.close()
    database.close()
