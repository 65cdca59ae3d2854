"""Recordings: safe up to the last commit, stored like any original, found again after a kill."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text

from surveyor_app.casefile.blob_reading import BlobReader
from surveyor_app.casefile.blobs import part_hashes, read_blob, size_of
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.mirror import backup
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.recording import About, Recording, begin, unfinished
from surveyor_app.casefile.schema import PART_BYTES, blob, blob_part, recording_piece
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.instants import Instant
from tests.casefile.conftest import PASSPHRASE, create_step, random_bytes
from tests.faults.campaigns import LONG
from tests.local_rows import count_unfinished, stored_blobs

ABOUT = About(
    "sound", "sound-1.ogg", "microphone", "USB microphone", Instant(datetime(2026, 11, 20, 6, tzinfo=UTC), 480)
)

PROGRAM = """
import sys
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.recording import begin
from tests.casefile.test_recording import ABOUT, naming

with Profile.unlock(Path(sys.argv[1]), sys.argv[2]) as profile, open_case(profile, Path(sys.argv[3])) as case:
    recording = begin(case, ABOUT)
    for number in range(5):
        recording.append(bytes([number]) * 400_000)
        print(number, flush=True)
    recording.store(naming(recording), lambda session: None)
"""


def naming(recording: Recording) -> list[Step]:
    stored = recording.seal()
    assert stored is not None
    return [create_step("evidence", {"sha256": stored.sha256, "size_bytes": stored.size})]


def nothing(session: object) -> None:
    """Write nothing beside it."""


def counted(case: CaseFile, table: object) -> int:
    with case.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]  # a table


@pytest.mark.parametrize(
    "sizes",
    [[10, 20, 30], [PART_BYTES], [PART_BYTES - 1, 1, 5], [700_000] * 5, [3 * PART_BYTES + 7, 1], [1, 2 * PART_BYTES]],
)
def test_what_was_appended_is_stored_in_parts_of_one_size(case: CaseFile, sizes: list[int]) -> None:
    pieces = [random_bytes(size) for size in sizes]
    whole = b"".join(pieces)
    recording = begin(case, ABOUT)
    for piece in pieces:
        recording.append(piece)
    assert recording.size == len(whole)
    recording.store(naming(recording), nothing)
    sha256 = hashlib.sha256(whole).hexdigest()
    assert b"".join(read_blob(case, sha256)) == whole
    assert size_of(case, sha256) == len(whole)
    parts = [whole[at : at + PART_BYTES] for at in range(0, len(whole), PART_BYTES)]
    assert part_hashes(case, sha256) == [hashlib.sha256(part).hexdigest() for part in parts]
    assert counted(case, recording_piece) == count_unfinished(case) == 0


def test_it_can_be_read_before_it_is_stored_and_counts_only_then(case: CaseFile) -> None:
    recording = begin(case, ABOUT)
    recording.append(b"abc")
    stored = recording.seal()
    assert stored is not None
    assert BlobReader(case, stored.sha256, state="writing").read(0, 9) == b"abc"
    with pytest.raises(BlobMissing):
        BlobReader(case, stored.sha256)
    assert stored_blobs(case) == []


def test_nothing_recorded_leaves_nothing(case: CaseFile) -> None:
    assert begin(case, ABOUT).seal() is None
    assert counted(case, blob) == count_unfinished(case) == 0


def test_the_same_bytes_twice_are_kept_once(case: CaseFile) -> None:
    for _ in range(2):
        recording = begin(case, ABOUT)
        recording.append(b"the same")
        recording.store(naming(recording), nothing)
    assert counted(case, blob_part) == 1


def test_an_unfinished_one_survives_the_closing_of_its_case(profile: Profile, case: CaseFile) -> None:
    recording = begin(case, ABOUT)
    recording.append(b"a" * PART_BYTES + b"b")
    recording.append(b"c")
    case.close()
    with open_case(profile, case.path) as again:
        assert again.notices == ()
        (found,) = unfinished(again)
        assert found.about == ABOUT
        found.take_up()
        found.append(b"d")
        found.store(naming(found), nothing)
        assert unfinished(again) == []
        (stored,) = stored_blobs(again)
        assert b"".join(read_blob(again, stored.sha256)) == b"a" * PART_BYTES + b"bcd"
    assert verify_case(profile, case.path) == []


@pytest.mark.parametrize("table", ["blob_part", "recording_piece"])
def test_an_unfinished_one_whose_bytes_were_changed_is_not_stored(case: CaseFile, table: str) -> None:
    recording = begin(case, ABOUT)
    recording.append(random_bytes(PART_BYTES + 100))
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(text(f"UPDATE {table} SET data = zeroblob(length(data))"))
    (left,) = unfinished(case)
    with pytest.raises(BlobDamaged):
        left.take_up()


def test_a_mirror_holds_stored_originals_only(profile: Profile, case: CaseFile) -> None:
    recording = begin(case, ABOUT)
    recording.append(b"a" * 2 * PART_BYTES + b"b")
    assert backup(case, case.path.with_name("mirror")).parts == 0
    recording.store(naming(recording), nothing)
    assert backup(case, case.path.with_name("mirror")).parts == 3


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize(
    ("point", "kept"),
    [
        pytest.param("recording.before_commit:4", 3, marks=[LONG, pytest.mark.faults]),
        ("recording.after_commit:4", 4),
        pytest.param("recording.before_sealed", 5, marks=[LONG, pytest.mark.faults]),
        ("recording.after_sealed", 5),
        pytest.param("recording.before_stored", 5, marks=[LONG, pytest.mark.faults]),
    ],
)
def test_a_killed_recording_is_kept_up_to_its_last_commit(
    profile: Profile, case: CaseFile, point: str, kept: int
) -> None:
    case.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(profile.folder), PASSPHRASE, str(case.path)],
        env={**os.environ, "SURVEYOR_KILL_AT": point},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with open_case(profile, case.path) as again:
        (found,) = unfinished(again)
        found.take_up()
        assert found.size == kept * 400_000
        assert len(done.stdout.split()) <= kept
        found.store(naming(found), nothing)
        (stored,) = stored_blobs(again)
        assert b"".join(read_blob(again, stored.sha256)) == b"".join(bytes([n]) * 400_000 for n in range(kept))
    assert verify_case(profile, case.path) == []
