"""Photos, videos and sound of the laptop's own devices: evidence at once, and after a kill up to the last second."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.measures import load_measures
from surveyor_app.casefile.previews import PreviewKind, load_preview
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled, RecordingFailed
from surveyor_app.domain.journal.identifiers import RecordId, is_uuid
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.media.examining import examine_bytes
from surveyor_app.media.frames import Picture
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake.capturing import KEPT, Take, announce, finish_unfinished, record, take_photo
from surveyor_app.operations.intake.feeds import MOST_PICTURES, Feed
from surveyor_app.records import reading
from tests.casefile.conftest import PASSPHRASE
from tests.local_rows import count_unfinished
from tests.media.made_frames import SHAPE, picture, takes, tone

VIDEO = Take((160, 120), SHAPE, "Laptop camera")
SOUND = Take(None, SHAPE, "USB microphone")

PROGRAM = """
import sys, time
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.intake import capturing
from surveyor_app.operations.intake.capturing import announce, record
from surveyor_app.operations.intake.feeds import Feed
from surveyor_app.operations.statements.answers import Heard, Wording, ask
from surveyor_app.operations.statements.taking import begin_statement
from tests.media.made_frames import takes
from tests.operations.intake.test_capturing import SOUND, VIDEO

class Slow(Feed):
    def items(self):
        yield from takes(60, pictures=sys.argv[4] == "video")

capturing.COMMIT_S = 0.0
with Profile.unlock(Path(sys.argv[1]), sys.argv[2]) as profile, open_case(profile, Path(sys.argv[3])) as case:
    take = VIDEO if sys.argv[4] == "video" else SOUND
    announced = announce(case, take, "statement-1")
    ask(case, begin_statement(case, "zh_CN").id, Wording("?"), is_put=True, heard=Heard(announced.evidence_id, 1500))
    record(case, take, Slow(), announced=announced)
"""


def fed(seconds: float = 3.0, *, pictures: bool = True, sound: bool = True) -> Feed:
    feed = Feed()
    for item in takes(seconds, pictures=pictures, sound=sound):
        feed._queue.put(item)
        feed._waiting += isinstance(item, Picture)
    feed.end()
    return feed


def the_evidence(case: CaseFile) -> list[Evidence]:
    with case.read() as session:
        return reading.list_records(session, case.case_id, Evidence)


def original(case: CaseFile, item: Evidence) -> bytes:
    return b"".join(read_blob(case, item.sha256 or ""))


def test_a_video_becomes_evidence_with_its_custody(case: CaseFile) -> None:
    done = record(case, VIDEO, fed())
    (item,) = the_evidence(case)
    assert done.failure is None
    assert done.evidence_id == item.id
    assert (item.evidence_class, item.format, item.codec, item.origin) == ("video", "mp4", "h264", "camera")
    assert (item.captured_here, item.device, item.no_preview) == (True, "Laptop camera", None)
    assert abs((item.duration_ms or 0) - 3000) < 200
    assert item.taken_at is not None
    assert item.taken_offset is not None
    assert (item.file_name or "").endswith(".mp4")
    assert load_preview(case, item.sha256 or "", PreviewKind.THUMBNAIL)
    assert examine_bytes(original(case, item)).facts.duration_ms == item.duration_ms


def test_a_sound_becomes_evidence(case: CaseFile) -> None:
    record(case, SOUND, fed(pictures=False))
    (item,) = the_evidence(case)
    assert (item.evidence_class, item.codec, item.origin, item.device) == (
        "sound",
        "opus",
        "microphone",
        "USB microphone",
    )


def test_a_photo_becomes_evidence_at_its_full_size(case: CaseFile) -> None:
    taken = case.author.clock().instant()
    done = take_photo(case, picture(0.0, 1280, 720), taken, "Laptop camera")
    (item,) = the_evidence(case)
    assert done.evidence_id == item.id
    assert (item.evidence_class, item.width_px, item.height_px, item.origin) == ("photo", 1280, 720, "camera")
    facts = examine_bytes(original(case, item)).facts
    assert (facts.taken_at, facts.taken_offset) == (item.taken_at, item.taken_offset)


def test_what_was_captured_is_measured_like_what_was_imported(case: CaseFile) -> None:
    take_photo(case, picture(0.0, 1280, 720), case.author.clock().instant(), "Laptop camera")
    record(case, VIDEO, fed(1))
    assert set(load_measures(case)) == {item.sha256 for item in the_evidence(case)}


def test_what_was_captured_stands_last_and_can_be_taken_back(case: CaseFile) -> None:
    first = record(case, SOUND, fed(1, pictures=False))
    second = take_photo(case, picture(0.0), case.author.clock().instant(), "camera")
    assert [item.id for item in the_evidence(case)] == [first.evidence_id, second.evidence_id]
    history = History()
    history.record(second.changes)
    history.undo(case)
    assert [item.id for item in the_evidence(case)] == [first.evidence_id]


def test_which_evidence_it_becomes_is_known_before_it_begins(case: CaseFile) -> None:
    first, second = announce(case, SOUND, "statement-3"), announce(case, SOUND, "statement-3")
    assert first.evidence_id != second.evidence_id
    assert is_uuid(first.evidence_id)
    assert record(case, SOUND, fed(1.0, pictures=False), announced=first).evidence_id == first.evidence_id
    (item,) = the_evidence(case)
    assert item.id == first.evidence_id
    assert (item.file_name or "").startswith("statement-3-sound-")


def test_a_cancel_keeps_what_was_recorded(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("surveyor_app.operations.intake.capturing.COMMIT_S", 0.0)

    def cancel(progress: Progress) -> None:
        if progress.done > 1000:
            raise Cancelled

    done = record(case, SOUND, fed(5, pictures=False), cancel)
    (item,) = the_evidence(case)
    assert done.evidence_id == item.id
    assert (item.duration_ms or 0) > 0


def test_a_device_that_gives_nonsense_ends_it_and_keeps_what_came_before(case: CaseFile) -> None:
    feed = Feed()
    for item in takes(1.2):
        feed.put(item)
    feed.put(Picture(160, 120, "no such layout", (b"",), (0,), 2.0))
    done = record(case, VIDEO, feed)
    assert isinstance(done.failure, RecordingFailed)
    (item_kept,) = the_evidence(case)
    assert (item_kept.duration_ms or 0) > 500


def test_a_device_that_gives_nothing_leaves_nothing(case: CaseFile) -> None:
    feed = Feed()
    feed.end()
    done = record(case, SOUND, feed)
    assert (done.failure, done.evidence_id) == (None, None)
    assert the_evidence(case) == []
    assert count_unfinished(case) == 0


def test_pictures_are_dropped_and_sound_is_not_when_the_encoder_lags() -> None:
    feed = Feed()
    for number in range(MOST_PICTURES + 20):
        feed.put(picture(number / 20))
        feed.put(tone((number + 1) / 20))
    feed.end()
    feed.put(tone(99.0))
    items = list(feed.items())
    assert feed.dropped == 20
    assert sum(isinstance(item, Picture) for item in items) == MOST_PICTURES
    assert len(items) == 2 * MOST_PICTURES + 20


def test_it_commits_while_the_device_still_gives(case: CaseFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("surveyor_app.operations.intake.capturing.COMMIT_S", 0.0)
    feed, seen = Feed(), threading.Event()
    sizes: list[int] = []

    def watch(progress: Progress) -> None:
        sizes.append(progress.done)
        if len(set(sizes)) > 3:
            seen.set()

    thread = threading.Thread(target=record, args=(case, SOUND, feed, watch))
    thread.start()
    for item in takes(4, pictures=False):
        feed.put(item)
    assert seen.wait(30)
    assert count_unfinished(case) == 1
    feed.end()
    thread.join(30)
    assert count_unfinished(case) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.parametrize("kind", ["video", "sound"])
def test_a_kill_while_recording_keeps_what_was_committed(profile: Profile, case: CaseFile, kind: str) -> None:
    case.close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(profile.folder), PASSPHRASE, str(case.path), kind],
        env={**os.environ, "SURVEYOR_KILL_AT": "recording.after_commit:15"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    with open_case(profile, case.path) as again:
        (kept,) = finish_unfinished(again)
        assert KEPT in again.notices
        with again.read() as session:
            item = reading.get(session, again.case_id, Evidence, RecordId(kept))
        assert item is not None
        assert item.evidence_class == kind
        assert item.captured_here is True
        assert (item.duration_ms or 0) > 2000
        assert examine_bytes(original(again, item)).facts.duration_ms == item.duration_ms
        assert (item.file_name or "").startswith(f"statement-1-{kind}-")
        with again.read() as session:
            (answer,) = reading.list_records(session, again.case_id, Answer)
        assert (answer.media_uid, answer.media_offset_ms) == (item.id, 1500)
        assert finish_unfinished(again) == []
    assert verify_case(profile, case.path) == []
