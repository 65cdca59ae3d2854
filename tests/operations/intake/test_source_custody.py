"""Each record says where its file came from: path, name, volume, times as found, and by what it was taken in."""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

import pytest

from surveyor_app import __version__
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake.evidence import import_bytes, import_files
from surveyor_app.operations.intake.file_times import modified_at
from surveyor_app.operations.volumes.lookup import Volumes
from tests.operations.worlds import listed, only, photo, photos_in


def origins(case: CaseFile) -> list[str | None]:
    return [item.origin for item in listed(case, Evidence)]


def test_a_file_keeps_its_source(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (path,) = photos_in(tmp_path / "stick", 1)
    os.utime(path, ns=(0, 1_700_000_000_123_456_789))
    import_files(case, [path], workers)
    item = only(case, Evidence)
    volume = Volumes().of(path)
    assert volume is not None
    assert (item.source, base64.b64decode(item.file_name_b64 or "")) == (str(path), b"IMG_0001.jpg")
    assert (item.origin, item.captured_here, item.importer) == ("file", False, f"surveyor {__version__}")
    assert (item.volume, item.device) == (volume.text, volume.device)
    assert item.file_modified_at == "2023-11-14T22:13:20.123456Z"


@pytest.mark.skipif(sys.platform != "linux", reason="the time a file was made is read from Linux")
def test_the_time_a_file_was_made_is_kept_where_the_system_tells(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    (path,) = photos_in(tmp_path / "stick", 1)
    os.utime(path, (0, 0))
    import_files(case, [path], workers)
    item = only(case, Evidence)
    assert item.file_modified_at == "1970-01-01T00:00:00.000000Z"
    # Some file systems (older tmpfs) keep none; a made-up one would be worse.
    assert item.file_created_at is None or item.file_created_at > "2026"


@pytest.mark.parametrize(
    ("nanoseconds", "said"),
    [
        (-62_135_596_800_000_000_000, "0001-01-01T00:00:00.000000Z"),
        (-62_135_596_800_000_000_001, None),
        (300_000_000_000_000_000_000, None),
    ],
)
def test_a_time_no_calendar_holds_is_left_out(nanoseconds: int, said: str | None) -> None:
    assert modified_at(os.stat_result([0] * 10, {"st_mtime_ns": nanoseconds})) == said


def test_a_pasted_picture_comes_from_the_clipboard(case: CaseFile, workers: MediaWorkers) -> None:
    import_bytes(case, "clipboard.png", photo(1), workers)
    item = only(case, Evidence)
    assert (item.origin, item.captured_here, item.volume, item.file_modified_at) == ("clipboard", False, None, None)


@pytest.mark.parametrize("chosen", ["card", "card/DCIM"])
def test_a_folder_with_dcim_at_its_top_is_a_card(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, chosen: str
) -> None:
    photos_in(tmp_path / "card" / "DCIM" / "100CANON", 2)
    import_files(case, [tmp_path / chosen], workers)
    assert origins(case) == ["card", "card"]


@pytest.mark.parametrize("folder", ["DCIM/Camera", "DCIM/100APPLE"])
def test_a_folder_as_phones_make_it_is_a_phone(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, folder: str
) -> None:
    photos_in(tmp_path / "phone" / folder, 1)
    import_files(case, [tmp_path / "phone"], workers)
    assert origins(case) == ["phone"]


def test_dcim_deeper_in_a_folder_is_no_card(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    photos_in(tmp_path / "backup" / "card" / "DCIM" / "100CANON", 1)
    import_files(case, [tmp_path / "backup"], workers)
    assert origins(case) == ["file"]


def test_what_the_caller_knows_of_the_source_is_written(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    photos_in(tmp_path / "scans", 1)
    import_files(case, [tmp_path / "scans"], workers, origin="scanner")
    assert origins(case) == ["scanner"]


def test_the_profile_remembers_files_of_cards_and_no_others(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    photos_in(tmp_path / "card" / "DCIM", 2)
    (tmp_path / "other.jpg").write_bytes(photo(9))
    import_files(case, [tmp_path / "card", tmp_path / "other.jpg"], workers)
    volume = Volumes().of(tmp_path / "x")
    assert volume is not None
    seen = case.profile.seen_files.of(volume.key)
    assert {Path(item.path).name for item in seen} == {"IMG_0001.jpg", "IMG_0002.jpg"}
    assert {item.size for item in seen} == {len(photo(1)), len(photo(2))}
