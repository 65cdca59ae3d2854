"""Verification: whatever a forger changes in a table is found and named."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.records import journal, replay
from surveyor_app.records.schema import PROJECTIONS
from tests.records.conftest import ENGINES, postgres_copy
from tests.records.sides import CASE, DEMAND, Side, author, change, create, dump, sqlite_engine, upgraded

ONE, OFFICE = author(1), author(9, Role.OFFICE)


@pytest.fixture(scope="module", params=ENGINES)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Side]:
    """A case with authors, a conflict, an epoch, erasures, a waiting part, and numbers; forgeries are rolled back."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        yield _fill(Side(sqlite_engine(Path(shutil.copy(template, tmp_path_factory.mktemp("filled") / "records.db")))))
        return
    with postgres_copy(request.getfixturevalue("postgres_template")) as engine:
        yield _fill(Side(engine))


def _fill(side: Side) -> Side:
    office = side.write(OFFICE, create("claim", 1, insurer="甲", deductible=None), create("task", 2))
    side.number(office)
    mine = side.write(ONE, create("person", 3, name="张三"), create("evidence", 4, size_bytes=5, c2pa=True))
    side.write(ONE, change("task", 2, weather="rain"), change("claim", 1, insurer="乙"))
    with side.session() as session:
        journal.open_epoch(session, CASE, ONE, None, "restored")
    last = side.write(ONE, change("person", 3, name="李四", phone="139"))
    assert mine[0].body is not None
    side.write(ONE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": [mine[0].body.digest()]}))
    gone = side.write(author(4), create("vehicle", 9, plate_no="沪A12345"))
    side.write(OFFICE, Step(Action.ERASE, CASE_KIND, CASE, {"bodies": [gone[0].entry.body], **DEMAND}))
    other = Side(upgraded(sqlite_engine()))
    side.know(author(2))
    side.take(other.write(author(2), create("person", 7), create("person", 8))[:1])
    side.number([*mine, *last])
    return side


@pytest.fixture
def scratch(sqlite_database: Engine) -> Engine:
    """The empty database of the replay."""
    return sqlite_database


def test_untouched_case_holds(filled: Side, scratch: Engine) -> None:
    with filled.session() as session:
        assert _verify(session, scratch) == set()


def test_replay_gives_every_column_again(filled: Side, scratch: Engine) -> None:
    with filled.session() as source, Session(scratch) as target:
        replay.replay(source, target, CASE)
        assert replay.compare(source, target, CASE) == []
        assert dump(source) == dump(target)


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE journal SET line = signature WHERE seq = 2", {"entry_malformed"}),
        ("UPDATE journal SET signature = line WHERE seq = 2", {"signature_bad"}),
        ("UPDATE bodies SET content = salt", {"body_changed"}),
        ("UPDATE bodies SET salt = content", {"body_changed"}),
        ("DELETE FROM bodies", {"body_missing"}),
        ("DELETE FROM journal WHERE seq = 2 AND epoch = 0", {"chain_broken"}),
        ("UPDATE journal SET number = 9 - number WHERE number IS NOT NULL", {"number_order"}),
        ("UPDATE journal SET number = 1 WHERE number = 2", {"number_order"}),
        ("UPDATE journal SET hash = 'x' WHERE seq = 2 AND kind = 'evidence'", {"entry_changed", "chain_broken"}),
        ("DELETE FROM devices", {"device_unknown"}),
        ("UPDATE devices SET public_key = (SELECT salt FROM bodies ORDER BY hash LIMIT 1)", {"device_unknown"}),
        ("UPDATE tasks SET weather = 'sun'", set()),
        ("UPDATE evidence SET size_bytes = 6", set()),
        ("UPDATE evidence SET withdrawn = NOT withdrawn", set()),
        ("UPDATE people SET conflicts = 'no json'", set()),
        ("UPDATE journal SET record_id = 'x' WHERE seq = 2 AND epoch = 0", set()),
        ("UPDATE chains SET head_seq = head_seq + 1", set()),
        ("DELETE FROM quarantine", set()),
        ("DELETE FROM evidence", set()),
        ("DELETE FROM erased", set()),
        ("UPDATE cases SET number_known = 77", set()),
        ("INSERT INTO people (case_id, id, {rest}) SELECT case_id, 'invented', {rest} FROM people", set()),
    ],
)
def test_change_of_a_table_is_found(filled: Side, scratch: Engine, statement: str, codes: set[str]) -> None:
    with _forging(filled) as session:
        rest = ", ".join(column.name for column in PROJECTIONS["person"].c if column.name not in {"case_id", "id"})
        session.execute(text(statement.format(rest=rest)))
        found = _verify(session, scratch) - {"guard_missing"}
    assert codes <= found
    assert found & (codes | {"projection_differs"})


def test_changed_letter_of_a_line_is_found(filled: Side, scratch: Engine) -> None:
    with _forging(filled) as session:
        pos, line = session.execute(text("SELECT pos, line FROM journal WHERE seq = 2 ORDER BY pos")).all()[0]
        changed = bytes(line).replace(b'"actor":"actor', b'"actor":"Actor')
        session.execute(text("UPDATE journal SET line = :line WHERE pos = :pos"), {"line": changed, "pos": pos})
        assert {"entry_changed", "signature_bad"} <= _verify(session, scratch)


def test_cut_off_end_is_found_by_the_head_that_was_seen(filled: Side, scratch: Engine) -> None:
    with _forging(filled) as session:
        known = journal.heads(session, CASE)
        session.execute(text("DELETE FROM journal WHERE action = 'erase'"))
        assert "head_missing" in _verify(session, scratch, known)


def test_missing_guard_is_found(filled: Side, scratch: Engine) -> None:
    on = " ON journal" if filled.engine.dialect.name == "postgresql" else ""
    with Session(filled.engine) as session:
        session.execute(text(f"DROP TRIGGER journal_no_delete{on}"))
        assert _verify(session, scratch) == {"guard_missing"}
        session.rollback()


def _verify(session: Session, scratch: Engine, known: Iterable[journal.Head] = ()) -> set[str]:
    return {finding.code for finding in replay.verify(session, CASE, scratch, known)}


@contextmanager
def _forging(side: Side) -> Iterator[Session]:
    """Change tables as someone does who holds the key: the triggers are out of the way. Rolled back at the end."""
    with Session(side.engine) as session:
        if side.engine.dialect.name == "postgresql":
            session.execute(text("SET LOCAL session_replication_role = replica"))
        else:
            for name in session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                session.execute(text(f"DROP TRIGGER {name}"))
        yield session
        session.rollback()
