"""Storing originals: acknowledged only when read back, whatever their size, their number and the moment of a kill."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import event, func, select, text
from sqlalchemy.exc import IntegrityError

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob, part_hashes, read_blob, read_range, size_of
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.schema import PART_BYTES, blob, blob_part
from surveyor_app.casefile.storing import Incoming, store_blob, store_many, sweep
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, DiskFull
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading
from tests.casefile.conftest import PASSPHRASE, create_step, random_bytes
from tests.local_rows import stored_blobs

SIZES = [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 17 * PART_BYTES + 5]


def incoming(data: bytes, chunk: int = 300_000) -> Incoming:
    return Incoming(lambda: (data[start : start + chunk] for start in range(0, len(data), chunk)))


def rows_of(case: CaseFile) -> tuple[int, int]:
    with case.read() as session:
        blobs = session.scalar(select(func.count()).select_from(blob)) or 0
        parts = session.scalar(select(func.count()).select_from(blob_part)) or 0
    return blobs, parts


@pytest.mark.parametrize("size", SIZES)
def test_an_original_reads_back_bit_by_bit(case: CaseFile, size: int) -> None:
    data = random_bytes(size)
    (result,) = store_many(case, [incoming(data)])
    assert result.stored == StoredBlob(hashlib.sha256(data).hexdigest(), size)
    assert b"".join(read_blob(case, result.stored.sha256)) == data
    assert size_of(case, result.stored.sha256) == size
    starts = range(0, size, PART_BYTES)
    expected = [hashlib.sha256(data[start : start + PART_BYTES]).hexdigest() for start in starts]
    assert part_hashes(case, result.stored.sha256) == expected


@pytest.mark.parametrize(
    ("offset", "size"),
    [(0, 10), (PART_BYTES - 3, 6), (2 * PART_BYTES, 10), (2 * PART_BYTES + 70, 100), (5, 0), (10**9, 4), (0, 10**9)],
)
def test_a_range_crosses_parts_and_ends_with_the_original(case: CaseFile, offset: int, size: int) -> None:
    data = random_bytes(2 * PART_BYTES + 77)
    stored = store_blob(case, [data])
    assert read_range(case, stored.sha256, offset, size) == data[offset : offset + size]


def test_many_are_acknowledged_in_their_order(case: CaseFile) -> None:
    contents = [random_bytes(1000 * (n % 7) + n) for n in range(60)]
    results = list(store_many(case, (incoming(data) for data in contents)))
    assert [done.stored and done.stored.sha256 for done in results] == [
        hashlib.sha256(data).hexdigest() for data in contents
    ]
    assert [done.sha256 for done in stored_blobs(case)] == [done.stored.sha256 for done in results if done.stored]


def test_the_entry_that_names_an_original_is_written_with_it(case: CaseFile) -> None:
    def steps(stored: StoredBlob) -> list[Step]:
        return [create_step("evidence", {"sha256": stored.sha256, "size_bytes": stored.size})]

    results = list(store_many(case, [Incoming(lambda: [b"one"], steps), Incoming(lambda: [b"two"], steps)]))
    with case.read() as session:
        named = {item.sha256 for item in reading.list_records(session, case.case_id, Evidence)}
    assert named == {hashlib.sha256(data).hexdigest() for data in (b"one", b"two")}
    assert all(len(done.steps) == 1 for done in results)


def test_the_same_bytes_are_kept_once(case: CaseFile) -> None:
    first = store_blob(case, [b"same" * 1000])
    results = list(store_many(case, [incoming(b"same" * 1000), incoming(b"new"), incoming(b"new")]))
    assert [done.stored and done.stored.duplicate for done in results] == [True, False, True]
    assert results[0].stored is not None
    assert results[0].stored.sha256 == first.sha256
    assert rows_of(case) == (2, 2)


@pytest.mark.parametrize("data", [b"same", b""])
def test_all_files_of_a_hash_are_asked_again_when_another_import_came_between(case: CaseFile, data: bytes) -> None:
    asked: list[tuple[str, bool]] = []

    def steps_of(name: str) -> Incoming:
        def steps(stored: StoredBlob) -> Sequence[Step]:
            if not asked:
                store_blob(case, [data])
            asked.append((name, stored.duplicate))
            return ()

        return Incoming(lambda: [data], steps)

    list(store_many(case, [incoming(b"a batch of its own"), steps_of("first"), steps_of("second")]))
    assert asked == [("first", False), ("second", True), ("first", True), ("second", True)]


def test_a_source_that_fails_keeps_nothing_and_stops_no_other(case: CaseFile) -> None:
    def broken() -> Iterator[bytes]:
        yield random_bytes(3 * PART_BYTES)
        raise OSError(5, "Input/output error")

    def missing() -> Iterator[bytes]:
        with Path("/none/such").open("rb") as file:
            yield file.read()

    results = list(store_many(case, [incoming(b"a"), Incoming(broken), Incoming(missing), incoming(b"b")]))
    assert [done.stored is not None for done in results] == [True, False, False, True]
    assert isinstance(results[2].source_error, FileNotFoundError)
    assert rows_of(case) == (2, 2)


def test_a_large_source_that_fails_late_keeps_nothing(case: CaseFile) -> None:
    def broken() -> Iterator[bytes]:
        for _ in range(20):
            yield bytes(PART_BYTES)
        raise OSError(5, "Input/output error")

    (result,) = store_many(case, [Incoming(broken)])
    assert result.stored is None
    assert rows_of(case) == (0, 0)


def test_leaving_early_keeps_what_was_acknowledged_only(case: CaseFile) -> None:
    taken = []
    running = store_many(case, (incoming(random_bytes(10)) for _ in range(40)))
    for done in running:
        taken.append(done)
        if len(taken) == 5:
            break
    running.close()  # type: ignore[attr-defined]  # store_many is a generator
    kept = {done.sha256 for done in stored_blobs(case)}
    assert {done.stored.sha256 for done in taken if done.stored} <= kept
    assert rows_of(case)[0] == len(kept)


def test_what_a_stored_original_is_cannot_be_changed(case: CaseFile) -> None:
    stored = store_blob(case, [random_bytes(PART_BYTES + 5)])
    forgeries = [
        "UPDATE blob SET size = 1",
        "UPDATE blob SET state = 'writing'",
        "DELETE FROM blob",
        "DELETE FROM blob_part",
        "UPDATE blob_part SET data = x'00'",
        "UPDATE blob_part SET n = 7 WHERE n = 1",
        "INSERT OR REPLACE INTO blob SELECT id, state, sha256, 1, stored_at FROM blob",
        "INSERT OR REPLACE INTO blob_part SELECT blob_id, n, sha256, x'00' FROM blob_part",
        "INSERT INTO blob_part SELECT blob_id, 9, sha256, data FROM blob_part WHERE n = 0",
    ]
    for forgery in forgeries:
        with pytest.raises(IntegrityError), case.write() as session:
            session.execute(text(forgery))
    assert hashlib.sha256(b"".join(read_blob(case, stored.sha256))).hexdigest() == stored.sha256


def test_an_unknown_hash_is_told(case: CaseFile) -> None:
    with pytest.raises(BlobMissing):
        size_of(case, "ab" * 32)
    with pytest.raises(BlobMissing):
        list(read_blob(case, "ab" * 32))


def test_a_changed_part_is_told_and_never_handed_out(case: CaseFile) -> None:
    stored = store_blob(case, [random_bytes(100)])
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text("UPDATE blob_part SET data = zeroblob(100)"))
    with pytest.raises(BlobDamaged):
        list(read_blob(case, stored.sha256))
    with pytest.raises(BlobDamaged):
        read_range(case, stored.sha256, 0, 10)


def test_a_part_exchanged_with_its_own_hash_is_told_at_the_end(case: CaseFile) -> None:
    """Whoever has the key recomputes what is beside the bytes; the name of the original is what they cannot."""
    stored = store_blob(case, [random_bytes(100)])
    other = random_bytes(100)
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        forged = {"data": other, "sha256": hashlib.sha256(other).hexdigest()}
        session.execute(text("UPDATE blob_part SET data = :data, sha256 = :sha256"), forged)
    with pytest.raises(BlobDamaged):
        list(read_blob(case, stored.sha256))


def test_bytes_that_do_not_read_back_are_never_acknowledged(case: CaseFile) -> None:
    with case.write() as session:
        # A disk that returns other bytes than it was given.
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(
            text(
                "CREATE TRIGGER rotten AFTER INSERT ON blob_part"
                " BEGIN UPDATE blob_part SET data = zeroblob(10) WHERE blob_id = NEW.blob_id; END"
            )
        )
    with pytest.raises(BlobDamaged):
        list(store_many(case, [incoming(b"0123456789")]))
    assert rows_of(case) == (0, 0)


@pytest.mark.parametrize("rotten", [1, 2, 3, 5, 9, 20])
def test_whatever_fails_all_that_is_stored_was_acknowledged(case: CaseFile, rotten: int) -> None:
    """A large original in several batches holds up the acknowledging of those behind it, which then come at once."""
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(
            text(
                f"CREATE TRIGGER rotten AFTER INSERT ON blob_part WHEN NEW.blob_id = {rotten}"
                " BEGIN UPDATE blob_part SET data = zeroblob(10) WHERE blob_id = NEW.blob_id AND n = NEW.n; END"
            )
        )
    sizes = [100, 5 * PART_BYTES, *[10] * 60]
    acknowledged: list[storing.Acknowledged] = []
    with pytest.raises(BlobDamaged):
        # In the moment each is acknowledged, as an import notes it.
        acknowledged.extend(store_many(case, (incoming(random_bytes(size)) for size in sizes)))
    told = [item.stored.sha256 for item in acknowledged if item.stored]
    assert told == [item.sha256 for item in stored_blobs(case)]


def test_a_large_original_is_read_back_in_every_batch(case: CaseFile) -> None:
    whole = random_bytes((storing.BATCH_PARTS + 2) * PART_BYTES + 7)
    assert store_blob(case, [whole]).sha256 == hashlib.sha256(whole).hexdigest()
    with case.write() as session:
        # Only a part of the first batch comes back changed; the last batch holds.
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(
            text(
                "CREATE TRIGGER rotten AFTER INSERT ON blob_part WHEN NEW.n = 3"
                " BEGIN UPDATE blob_part SET data = zeroblob(10) WHERE blob_id = NEW.blob_id AND n = 3; END"
            )
        )
    before = rows_of(case)
    with pytest.raises(BlobDamaged):
        store_blob(case, [whole[::-1]])
    assert rows_of(case) == before


def test_a_full_disk_keeps_what_was_acknowledged(profile: Profile, case: CaseFile) -> None:
    def limit(connection: object, record: object, proxy: object) -> None:
        connection.execute("PRAGMA max_page_count = 400")  # type: ignore[attr-defined]  # the driver's connection

    event.listen(case.write_engine, "checkout", limit)
    acknowledged: list[storing.Acknowledged] = []
    with pytest.raises(DiskFull) as caught:
        acknowledged.extend(store_many(case, (incoming(random_bytes(600_000)) for _ in range(50))))
    assert acknowledged
    assert caught.value.data["path"] == str(case.path)
    event.remove(case.write_engine, "checkout", limit)
    case.close()
    with open_case(profile, case.path) as again:
        kept = {done.sha256 for done in stored_blobs(again)}
        for done in acknowledged:
            assert done.stored is not None
            assert done.stored.sha256 in kept
            assert b"".join(read_blob(again, done.stored.sha256))
        assert rows_of(again)[0] == len(kept)


def test_edits_go_on_beside_an_import(case: CaseFile) -> None:
    finished = threading.Event()
    failures: list[BaseException] = []

    def edit() -> None:
        try:
            while not finished.is_set():
                case.apply([create_step("person", {"name": "李"})], "new_person")
        except BaseException as error:
            failures.append(error)
            raise

    editor = threading.Thread(target=edit)
    editor.start()
    results = list(store_many(case, (incoming(random_bytes(200_000)) for _ in range(40))))
    finished.set()
    editor.join()
    assert not failures
    assert len(results) == 40


def test_unfinished_originals_are_swept_at_open(profile: Profile, case: CaseFile) -> None:
    with case.write() as session:
        session.execute(text("INSERT INTO blob (id, state) VALUES (7, 'writing')"))
        session.execute(text("INSERT INTO blob_part VALUES (7, 0, 'x', zeroblob(10))"))
    case.close()
    with open_case(profile, case.path) as again:
        assert again.notices == ("imports_swept",)
        assert rows_of(again) == (0, 0)
        assert sweep(again) == 0


IMPORTER = """
import sys
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import Incoming, store_many
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id

def steps(stored):
    return [Step(Action.CREATE, "evidence", new_record_id(), {"sha256": stored.sha256})]

def chunks(n):
    return lambda: [bytes([n]) * 700_000] * 4

with Profile.unlock(Path(sys.argv[1]), sys.argv[2]) as profile, open_case(profile, Path(sys.argv[3])) as case:
    for done in store_many(case, [Incoming(chunks(n), steps) for n in range(12)]):
        print(done.stored.sha256, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize(
    "point",
    [
        "blob.before_commit:1",
        "blob.after_commit:1",
        "blob.before_commit:3",
        "blob.after_commit:3",
        "import.before_stored:2",
        "import.after_stored:2",
    ],
)
def test_what_was_acknowledged_survives_a_kill(profile: Profile, case: CaseFile, point: str) -> None:
    case.close()
    killed = subprocess.run(
        [sys.executable, "-c", IMPORTER, str(profile.folder), PASSPHRASE, str(case.path)],
        env={**os.environ, "SURVEYOR_KILL_AT": point},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with open_case(profile, case.path) as again:
        kept = {done.sha256 for done in stored_blobs(again)}
        assert set(killed.stdout.split()) <= kept
        with again.read() as session:
            named = [item.sha256 for item in reading.list_records(session, again.case_id, Evidence)]
        # Each original has its entry and each entry its original, once.
        assert sorted(kept) == sorted(name or "" for name in named)
        for sha256 in kept:
            assert b"".join(read_blob(again, sha256))
        assert rows_of(again)[0] == len(kept)


def test_a_batch_is_bounded() -> None:
    contents = [random_bytes(3 * PART_BYTES) for _ in range(12)]
    with ThreadPoolExecutor(1) as hasher:
        batches = list(storing._batches((incoming(data) for data in contents), hasher))
    assert max(len(batch.parts) for batch in batches) <= storing.BATCH_PARTS
    assert max(len(batch.finished) for batch in batches) <= storing.BATCH_FILES
    assert sum(len(batch.finished) for batch in batches) == 12
