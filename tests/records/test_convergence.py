"""Both sides show the same once they hold the same entries, whatever came first, twice, late, or without its body.

Nor does it matter when a side learnt to understand what others wrote before it could.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Entry, SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal
from surveyor_app.records.appending import ChainWriter
from surveyor_app.records.bases import agreement
from surveyor_app.records.catching_up import catch_up
from surveyor_app.records.lines import Parsed
from surveyor_app.records.revocations import revocation
from tests.faults.campaigns import IS_LONG
from tests.records.conftest import ENGINES
from tests.records.newer_program import LEARNT, learnt
from tests.records.sides import CASE, DEMAND, author, change, create, dump, record_id, sqlite_engine

AUTHORS = (author(1), author(2), author(3, Role.OFFICE), replace(author(4), actor="actor1"))
"""Two surveyors and the office; the last is another device of the first, which shows once both are certified."""

VALUES = ("actor1", "actor2", None)


def _step(rng: random.Random, written: Sequence[Parsed]) -> Step:
    """One thing to do to one of a few records, so that authors meet."""
    n = rng.randrange(4)
    kind = ("claim", "task", "person", "evidence")[n]
    name = {"claim": "insured_name", "task": rng.choice(["owner", "weather"]), "person": "name", "evidence": "caption"}[
        kind
    ]
    value = rng.choice(VALUES)
    choice = rng.randrange(12)
    if choice < 3:
        return create(kind, n, **{name: value})
    if choice < 8:
        return change(kind, n, **{name: value})
    if choice == 8:
        return Step(Action.WITHDRAW, kind, record_id(n), reason=rng.choice("ab"))
    if choice == 9:
        return Step(Action.RESTORE, kind, record_id(n))
    if choice == 10 and written:
        bodies = [item.entry.body for item in rng.sample(list(written), min(2, len(written)))]
        return Step(Action.ERASE, CASE_KIND, CASE, {"bodies": bodies, **DEMAND})
    if choice == 11 and rng.random() < 0.4:
        accepted = [item.hash for item in rng.sample(list(written), min(3, len(written)))]
        return revocation(CASE, rng.choice(AUTHORS).signer.device_id, accepted, "lost")
    return rng.choice(
        [
            Step(Action.ALIAS, CASE_KIND, CASE, {"alias_of": rng.choice("xy")}),
            Step(Action.SEAL, kind, record_id(n)),
            agreement(CASE, rng.randrange(6), "the centre numbers anew"),
            Step(Action.CHANGE, kind, record_id(n), {name: 7, "unheard_of": "x", "deductible": "1E+99"}),
        ]
    )


@dataclass(slots=True)
class _NewerWriter(ChainWriter):
    """A device some of whose lines only a newer version understands, or nobody yet."""

    rng: random.Random = field(default_factory=random.Random)

    def _sign(self, entry: Entry, salt: bytes, content: bytes) -> Parsed:
        choice = self.rng.randrange(20)
        if choice < 4:
            entry = replace(entry, v=LEARNT)
        elif choice == 4:
            entry = replace(entry, more={"witness": "li"})
        elif choice == 5:
            entry = replace(entry, action="transfer")
        return ChainWriter._sign(self, entry, salt, content)


def _write(rng: random.Random, by: journal.Author, everything: list[Parsed]) -> None:
    """Write one device's chains: operations, now and then a fork, now and then a new epoch."""
    # Salts and operations from the same source as all else, so that an example is the same each time it is tried.
    salts, ops = (lambda: rng.randbytes(16)), (lambda: rng.choice([rng.randbytes(16).hex(), "borrowed"]))
    writer = _NewerWriter(CASE, by, 0, 0, None, salts, ops, rng)
    ends: list[Parsed] = []
    epoch = 0
    for _ in range(rng.randrange(1, 5)):
        steps = [_step(rng, everything) for _ in range(rng.randrange(1, 4))]
        turn = rng.randrange(6)
        here = [end for end in ends if end.entry.epoch == writer.epoch]
        if turn == 0 and ends:
            parent = rng.choice(ends)
            # Not always a number of its own: two clones of a disk may open the same epoch.
            epoch = max(parent.entry.epoch + 1, epoch + rng.randrange(2))
            writer.epoch, writer.seq, writer.prev = epoch, parent.entry.seq, parent.hash
            steps = [Step(Action.NOTE, CASE_KIND, CASE), *steps]
        elif turn == 1 and here:
            parent = rng.choice(here)
            writer.seq, writer.prev = parent.entry.seq, parent.hash
        written = writer.operation(steps, rng.randrange(12))
        ends.append(written[-1])
        everything += written


@dataclass(frozen=True)
class World:
    """All copies of all entries that arrive, and the devices that become known, or certified, on the way."""

    copies: list[SignedEntry]
    late_devices: list[journal.Author]
    certified: list[journal.Author]


def _world(rng: random.Random) -> World:
    everything: list[Parsed] = []
    for by in AUTHORS:
        _write(rng, by, everything)
    numbers = list(range(1, len(everything) + 1))
    rng.shuffle(numbers)
    copies: list[SignedEntry] = []
    for parsed, number in zip(everything, numbers, strict=True):
        signed = parsed.signed()
        forms = [
            signed,
            replace(signed, number=number),
            replace(signed, body=None),
            replace(signed, body=None, number=number),
        ]
        copies += rng.sample(forms, rng.randrange(0 if rng.random() < 0.1 else 1, 4))
    certified = [replace(by, certificate=b"certificate") for by in AUTHORS if rng.random() < 0.6]
    return World(copies, [by for by in AUTHORS if rng.random() < 0.3], certified)


def _deliver(session: Session, world: World, rng: random.Random, learn: Callable[[], object] | None = None) -> None:
    """Deliver everything in a random order and in random batches; ``learn`` is done somewhere on the way."""
    for by in AUTHORS:
        if by not in world.late_devices:
            _know(session, by)
    events: list[SignedEntry | journal.Author | Callable[[], object]] = [
        *world.copies,
        *world.late_devices,
        *world.certified,
    ]
    rng.shuffle(events)
    if learn is not None:
        events.insert(rng.randrange(len(events) + 1), learn)
    batch: list[SignedEntry] = []
    for event in events:
        if isinstance(event, journal.Author):
            journal.receive(session, CASE, batch)
            batch = []
            _know(session, event)
        elif isinstance(event, SignedEntry):
            batch.append(event)
        else:
            event()
            catch_up(session)
        if rng.random() < 0.4:
            journal.receive(session, CASE, batch)
            batch = []
    journal.receive(session, CASE, batch)


def _know(session: Session, by: journal.Author) -> None:
    journal.register_device(session, by.signer.device_id, by.signer.public_key, by.role, by.actor, by.certificate)


@pytest.fixture(scope="module", params=ENGINES)
def shared_engine(request: pytest.FixtureRequest) -> Engine:
    """One database for all examples: each is rolled back."""
    if request.param == "sqlite":
        return sqlite_engine(request.getfixturevalue("sqlite_template"))
    return create_engine(request.getfixturevalue("postgres_template"), poolclass=NullPool)


@settings(max_examples=60 if IS_LONG else 8, deadline=None)
@given(
    rng=st.randoms(use_true_random=False),
    orders=st.tuples(st.integers(0, 99), st.integers(100, 199)),
    learns=st.booleans(),
)
def test_every_order_of_arrival_gives_the_same_tables(
    shared_engine: Engine, rng: random.Random, orders: tuple[int, int], learns: bool
) -> None:
    """One side learns on the way what the other understood from the beginning, or neither does."""
    world = _world(rng)
    dumps = []
    for order, from_the_start in zip(orders, (True, False), strict=True):
        with Session(shared_engine) as session, ExitStack() as program:
            learn = partial(program.enter_context, learnt())
            if learns and from_the_start:
                learn()
            _deliver(session, world, random.Random(order), learn if learns and not from_the_start else None)
            dumps.append(dump(session))
            session.rollback()
    assert dumps[0] == dumps[1]
