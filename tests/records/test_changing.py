"""A change that decides what it names updates the row as projecting all lines would."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import RowMapping, select

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.projection import Line
from surveyor_app.records import changing, projecting
from surveyor_app.records.schema import PROJECTIONS
from tests.records.sides import CASE, Side, author, change, create, record_id, sqlite_engine, upgraded

AUTHORS = (author(1), author(2), author(3, Role.OFFICE))
RECORDS = (("claim", 0, "insured_name"), ("task", 1, "owner"), ("person", 2, "name"), ("statement", 3, "place"))
MORE = {"claim": "insured_phone", "task": "weather", "person": "phone", "statement": "language"}


def _step(rng: random.Random) -> Step:
    kind, n, name = rng.choice(RECORDS)
    fields = {rng.choice([name, MORE[kind]]): rng.choice(["甲", "乙", None, "actor1"])}
    choice = rng.randrange(20)
    if choice == 0:
        return create(kind, n, **fields)
    if choice < 16:
        return change(kind, n, **fields)
    action = (Action.WITHDRAW, Action.RESTORE, Action.SEAL, Action.SIGN)[choice - 16]
    return Step(action, kind, record_id(n))


def _compare(side: Side) -> None:
    before = side.dump()
    with side.session() as session:
        projecting.rebuild(session, CASE)
    assert side.dump() == before


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_rows_are_what_all_lines_say(rng: random.Random) -> None:
    """Whoever writes, whatever was numbered, sealed, withdrawn or set aside before."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(changing, "FEW_LINES", 0)
        side = Side(upgraded(sqlite_engine()))
        side.write(AUTHORS[2], *(create(kind, n, **{name: "甲"}) for kind, n, name in RECORDS[:2]))
        side.write(AUTHORS[0], *(create(kind, n, **{name: "甲"}) for kind, n, name in RECORDS[2:]))
        written: list[SignedEntry] = []
        for _ in range(rng.randrange(4, 16)):
            written += side.write(rng.choice(AUTHORS), *(_step(rng) for _ in range(rng.randrange(1, 4))))
            if rng.randrange(3) == 0:
                side.number(written)
            _compare(side)
        side.engine.dispose()


def test_a_long_record_is_not_read_from_its_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every change to it takes longer than the one before."""
    read: list[str] = []

    def watched(row: RowMapping, known: projecting.Known) -> Line:
        read.append(row["hash"])
        return line_of_row(row, known)

    line_of_row = projecting.line_of_row
    monkeypatch.setattr(changing, "line_of_row", watched)
    monkeypatch.setattr(projecting, "line_of_row", watched)
    side = Side(upgraded(sqlite_engine()))
    side.write(AUTHORS[0], create("person", 2, name="甲"))
    side.write(AUTHORS[0], *(change("person", 2, name=f"王{n}") for n in range(40)))
    read.clear()
    written = side.write(AUTHORS[0], change("person", 2, name="李", phone="139"))
    assert len(read) == 2, "what makes it, and the change"
    assert written[0].hash in read
    table = PROJECTIONS["person"]
    with side.session() as session:
        assert session.execute(select(table.c.name, table.c.phone)).one() == ("李", "139")
    side.engine.dispose()


@pytest.mark.parametrize(
    ("first", "by"),
    [
        ([Step(Action.SEAL, "statement", record_id(3))], 0),
        ([change("statement", 3, place="丙")], 1),
    ],
)
def test_what_is_not_plain_is_worked_out_from_all_lines(
    first: list[Step], by: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sealed statement stays as it is; what two wrote without knowing of each other stays a conflict for both to see."""
    monkeypatch.setattr(changing, "FEW_LINES", 0)
    side = Side(upgraded(sqlite_engine()))
    side.write(AUTHORS[0], create("statement", 3, place="甲"))
    side.write(AUTHORS[by], *first)
    side.write(AUTHORS[0], change("statement", 3, place="乙"))
    _compare(side)
    side.engine.dispose()


def test_whoever_has_seen_a_conflict_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The one value that is left is no conflict any more, in the row as in the list of conflicts."""
    monkeypatch.setattr(changing, "FEW_LINES", 0)
    side = Side(upgraded(sqlite_engine()))
    side.number(side.write(AUTHORS[0], create("person", 2, name="甲")))
    both = [
        *side.write(AUTHORS[0], change("person", 2, phone="1")),
        *side.write(AUTHORS[1], change("person", 2, phone="2")),
    ]
    table = PROJECTIONS["person"]
    with side.session() as session:
        assert session.scalar(select(table.c.conflicts)) == ["phone"]
    side.number(both)
    side.write(AUTHORS[0], change("person", 2, phone="3"))
    with side.session() as session:
        assert session.execute(select(table.c.phone, table.c.conflicts)).one() == ("3", [])
    _compare(side)
    side.engine.dispose()


def test_whom_a_task_names_turns_earlier_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a surveyor said of a task before it was theirs counts once it is."""
    monkeypatch.setattr(changing, "FEW_LINES", 0)
    side = Side(upgraded(sqlite_engine()))
    ours = replace(AUTHORS[0], certificate=b"certificate")
    written = side.write(AUTHORS[2], create("task", 1, owner="actor2"))
    written += side.write(ours, change("task", 1, weather="rain"))
    table = PROJECTIONS["task"]
    with side.session() as session:
        assert session.scalar(select(table.c.weather)) is None
    side.number(written)
    side.write(AUTHORS[2], change("task", 1, owner="actor1"))
    with side.session() as session:
        assert session.scalar(select(table.c.weather)) == "rain"
    side.engine.dispose()
