"""The centre's private keys lie encrypted once it is started with a key, and its files are open to their owner alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.central.storage.key_locking import MAGIC, KeyLock
from surveyor_app.central.storage.schema import keys
from surveyor_app.cli.centre_keys import KEY, KEY_FILE, centre_key
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.wire_errors import CentreKeysLocked

SECRET = b"0123456789abcdef0123456789abcdef"


@contextmanager
def opened(folder: Path, key: bytes | None = None) -> Iterator[Centre]:
    with closing(Centre(CentreConfig(folder, key=key))) as centre:
        yield centre


def kept(centre: Centre) -> dict[str, bytes]:
    with centre.database.read() as session:
        return {row.name: row.private_key for row in session.execute(select(keys.c.name, keys.c.private_key))}


def works(centre: Centre) -> str:
    """The centre signs with the office's key, and is the authority it was."""
    office.open_claim(centre, "li", {"report_no": f"R{new_record_id()[-12:]}"})
    return centre.authority.centre_id


def test_keys_that_lie_open_are_locked_at_the_next_start_and_leave_no_trace(tmp_path: Path) -> None:
    with opened(tmp_path) as centre:
        before, lying_open = works(centre), kept(centre)
        assert set(lying_open) == {"authority", "receipts", "office"}
    for _ in range(2):
        with opened(tmp_path, SECRET) as centre:
            assert works(centre) == before
            assert all(value.startswith(MAGIC) for value in kept(centre).values())
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    for value in lying_open.values():
        assert value not in on_disk


@pytest.mark.parametrize(("key", "reason"), [(None, "no key was given"), (b"x" * 32, "it is another key")])
def test_a_missing_or_wrong_key_is_said_and_changes_nothing(tmp_path: Path, key: bytes | None, reason: str) -> None:
    with opened(tmp_path, SECRET) as centre:
        before, locked = works(centre), kept(centre)
        assert all(value.startswith(MAGIC) for value in locked.values())
    with pytest.raises(CentreKeysLocked) as caught, opened(tmp_path, key):
        pass
    assert caught.value.data == {"reason": reason}
    with opened(tmp_path, SECRET) as centre:
        assert (works(centre), kept(centre)) == (before, locked)


def test_a_key_put_in_anothers_place_is_none(tmp_path: Path) -> None:
    lock = KeyLock(SECRET)
    with pytest.raises(CentreKeysLocked):
        lock.open("office", lock.lock("authority", b"private"))
    with pytest.raises(CentreKeysLocked):
        lock.open("office", lock.lock("office", b"private")[:-1])
    assert SECRET.decode() not in repr(lock) + repr(CentreConfig(tmp_path, key=SECRET))


def test_a_start_that_is_cut_while_locking_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tmp_path) as centre:
        before, lying_open = works(centre), kept(centre)
    reached: list[str] = []

    def cut(name: str) -> None:
        if name == "keys.locking":
            reached.append(name)
            if len(reached) == 2:
                raise KeyboardInterrupt

    monkeypatch.setattr("surveyor_app.central.storage.key_locking.reach", cut)
    with pytest.raises(KeyboardInterrupt), opened(tmp_path, SECRET):
        pass
    with opened(tmp_path) as centre:
        assert (works(centre), kept(centre)) == (before, lying_open)


def test_the_key_comes_from_a_file_or_the_environment_and_is_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(KEY, raising=False)
    monkeypatch.delenv(KEY_FILE, raising=False)
    assert centre_key() is None
    monkeypatch.setenv(KEY, "from the environment")
    assert centre_key() == b"from the environment"
    (tmp_path / "key").write_bytes(SECRET + b"\n")
    monkeypatch.setenv(KEY_FILE, str(tmp_path / "key"))
    assert centre_key() == SECRET
    with pytest.raises(InputError):
        centre_key(tmp_path / "none")
    with pytest.raises(InputError):
        KeyLock(b"a word to remember")


def test_all_files_are_their_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "data", tmp_path / "elsewhere"
    elsewhere.mkdir()
    database, store = elsewhere / "centre.db", elsewhere / "store"
    before = os.umask(0)
    try:
        with closing(Centre(CentreConfig(folder, f"sqlite:///{database}", str(store)))) as centre:
            office.open_claim(centre, "li", {"report_no": f"R{new_record_id()[-12:]}"})
            centre.store.put("blobs/aa", b"bytes")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, *elsewhere.iterdir())}
    finally:
        os.umask(before)
    assert modes == {"data": 0o700, "store": 0o700, "centre.db": 0o600, "centre.db-wal": 0o600, "centre.db-shm": 0o600}
