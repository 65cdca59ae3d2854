"""A recording in UTC beside photos in local time: one order, one time everywhere, and what is doubtful is said."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.photos.capture_times import UTC_OR_LOCAL
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.intake.evidence_lines import read_again, read_lines
from surveyor_app.operations.photos.captions import fill_in
from surveyor_app.operations.report.sections import taken
from tests.media.made_files import encoded, exif, quadrants, video
from tests.operations.worlds import listed, moment, only

CASES = os.environ.get("SURVEYOR_CASES", "")
LOCAL = "2026-11-20 10:00"


@pytest.fixture
def mixed(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> CaseFile:
    """A case of an accident at +08:00 with a photo of 10:00 between a video of 09:59 and one of 10:01, both in UTC."""
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(1)})
    tags = exif(DateTimeOriginal="2026:11:20 10:00:00", OffsetTimeOriginal="+08:00")
    files = {
        "b.mp4": video(tags={"creation_time": "2026-11-20T02:01:00Z"}),
        "p.jpg": encoded(quadrants(), "JPEG", exif=tags),
        "a.mp4": video(tags={"creation_time": "2026-11-20T01:59:00Z"}),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    import_files(case, [tmp_path / name for name in files], workers)
    return case


def test_one_order_and_one_local_time(mixed: CaseFile) -> None:
    lines = sorted(read_lines(mixed), key=lambda line: line.taken_at or "")
    assert [line.file_name for line in lines] == ["a.mp4", "p.jpg", "b.mp4"]
    assert [fill_in("{time}", line, {}) for line in lines] == ["2026-11-20 09:59", LOCAL, "2026-11-20 10:01"]
    again = read_again(mixed, {line.id: line for line in lines}, [line.id for line in lines])
    assert again is not None
    assert {line.id: line.taken_at for line in again} == {line.id: line.taken_at for line in lines}


def test_the_report_says_the_same_and_the_record_keeps_what_was_found(mixed: CaseFile) -> None:
    by_name = {item.file_name: item for item in listed(mixed, Evidence)}
    assert taken(by_name["b.mp4"], 480) == "2026-11-20 10:01:00 +08:00"
    assert taken(by_name["p.jpg"], 480) == "2026-11-20 10:00:00 +08:00"
    assert (by_name["b.mp4"].taken_at, by_name["b.mp4"].taken_offset) == ("2026-11-20T02:01:00", "+00:00")
    assert [item.taken_problem for item in by_name.values()] == [UTC_OR_LOCAL, None, UTC_OR_LOCAL]


@pytest.mark.skipif(not Path(CASES, "06_video_time").is_dir(), reason="needs the shared cases")
def test_the_shared_case_has_one_time(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(1)})
    card = shutil.copytree(Path(CASES, "06_video_time"), tmp_path / "card")
    import_files(case, [card], workers)
    shown = {line.file_name: line.taken_at for line in read_lines(case)}
    assert shown["t_ok.jpg"] == shown["v_utc.mp4"] == "2026-11-29T10:00:00"
    doubted = {item.file_name: item.taken_problem for item in listed(case, Evidence)}
    assert doubted["v_localasutc.mp4"] == UTC_OR_LOCAL


def test_where_nobody_entered_the_accident_the_photos_tell_the_zone(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    tags = exif(DateTimeOriginal="2026:11:20 10:00:00", OffsetTimeOriginal="+08:00")
    (tmp_path / "p.jpg").write_bytes(encoded(quadrants(), "JPEG", exif=tags))
    (tmp_path / "v.mp4").write_bytes(video(tags={"creation_time": "2026-11-20T02:00:00Z"}))
    import_files(case, [tmp_path / "p.jpg", tmp_path / "v.mp4"], workers)
    records.change(case, Claim, only(case, Claim).id, {"accident_at": None})
    assert {line.taken_at for line in read_lines(case)} == {"2026-11-20T10:00:00"}
