"""The SQLCipher engine: pragmas as designed, honest transactions, nothing readable on disk."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from sqlalchemy import text

from surveyor_app.casefile.engine import PAGE_BYTES, Durability, FileKey, connect, make_engine, make_writer
from surveyor_app.casefile.translation import translated
from surveyor_app.domain.errors import CaseLocked, DiskFull, NotACaseFile, StorageFailed


@pytest.fixture
def key() -> FileKey:
    return FileKey(secrets.token_bytes(32), secrets.token_bytes(16))


@pytest.fixture
def path(tmp_path: Path, key: FileKey) -> Path:
    # Characters that mean something in a URI.
    made = tmp_path / "a#b?c%20 案.db"
    connection = connect(made, key, create=True)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE thing (name TEXT)")
    connection.close()
    return made


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("recursive_triggers", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("secure_delete", "1"),
        ("page_size", str(PAGE_BYTES)),
        ("temp_store", "2"),
    ],
)
def test_pragmas_are_as_designed(path: Path, key: FileKey, name: str, value: str) -> None:
    connection = connect(path, key)
    (found,) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.close()
    assert str(found) == value


def test_no_memory_is_mapped(path: Path, key: FileKey) -> None:
    connection = connect(path, key)
    # Where nothing can be mapped there is no row at all.
    assert connection.execute("PRAGMA mmap_size").fetchone() in {None, (0,)}
    connection.close()


def test_the_file_starts_with_our_salt_and_shows_no_text(path: Path, key: FileKey) -> None:
    connection = connect(path, key)
    connection.execute("INSERT INTO thing VALUES ('policyholder policyholder policyholder')")
    connection.close()
    data = path.read_bytes()
    assert data[:16] == key.salt
    assert b"policyholder" not in data
    assert b"SQLite" not in data
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_failed_transaction_leaves_no_table(path: Path, key: FileKey) -> None:
    engine = make_writer(path, key)
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE left_behind (a INTEGER)"))
        connection.rollback()
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_master WHERE name = 'left_behind'")) == 0


def test_a_writer_takes_the_lock_at_its_start(path: Path, key: FileKey) -> None:
    with make_writer(path, key).begin():
        other = connect(path, key, Durability.NORMAL)
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(CaseLocked), translated(path):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_reader_sees_one_state_beside_a_writer(path: Path, key: FileKey) -> None:
    engine = make_engine(path, key)
    count = text("SELECT count(*) FROM thing")
    with engine.connect() as reader:
        assert reader.scalar(count) == 0
        with make_writer(path, key).begin() as writer:
            writer.execute(text("INSERT INTO thing VALUES ('a')"))
        assert reader.scalar(count) == 0
    with engine.connect() as reader:
        assert reader.scalar(count) == 1


def test_a_wrong_key_is_told(path: Path, key: FileKey) -> None:
    with pytest.raises(NotACaseFile), translated(path):
        connect(path, FileKey(secrets.token_bytes(32), key.salt)).execute("SELECT * FROM thing")


def test_a_missing_file_is_not_made(tmp_path: Path, key: FileKey) -> None:
    with pytest.raises(StorageFailed), translated(tmp_path):
        connect(tmp_path / "none", key).execute("SELECT * FROM sqlite_master")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(path: Path, key: FileKey) -> None:
    connection = connect(path, key)
    connection.execute("PRAGMA max_page_count = 4")
    with pytest.raises(DiskFull), translated(path):
        connection.execute("INSERT INTO thing VALUES (hex(zeroblob(100000)))")
    connection.close()


def test_keys_are_never_printed(key: FileKey) -> None:
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)
