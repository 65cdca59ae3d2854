"""A watched folder gives each new file once, when it is complete, and survives being taken away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.intake.watching import Look, WatchedFolder
from tests.operations.intake.test_evidence import linux_only
from tests.operations.real_cards import pull_out
from tests.operations.worlds import only, photo, photos_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "hot folder"
    made.mkdir()
    return made


@pytest.fixture
def watch(case: CaseFile, folder: Path) -> WatchedFolder:
    """A watch that has looked once at the empty folder."""
    made = WatchedFolder(case, folder, "watched_folder")
    assert made.look() == Look()
    return made


def test_a_file_is_ripe_when_two_looks_found_it_the_same(watch: WatchedFolder, folder: Path) -> None:
    (path,) = photos_in(folder, 1)
    assert watch.look() == Look(waiting=1)
    assert watch.look() == Look((path,))
    assert watch.look() == Look()


def test_a_file_that_grows_is_waited_for(watch: WatchedFolder, folder: Path) -> None:
    path = folder / "scan.pdf"
    for size in (10, 20, 30):
        path.write_bytes(bytes(size))
        assert watch.look() == Look(waiting=1)
    assert watch.look() == Look((path,))


def test_a_file_written_again_is_given_again(watch: WatchedFolder, folder: Path) -> None:
    path = folder / "scan.pdf"
    path.write_bytes(b"first")
    watch.look()
    watch.look()
    path.write_bytes(b"second page")
    watch.look()
    assert watch.look() == Look((path,))


def test_unfinished_files_are_left(watch: WatchedFolder, folder: Path) -> None:
    for name in ("a.part", "b.tmp", "c.jpg.crdownload", "~$d.doc", ".e.jpg", "Thumbs.db"):
        (folder / name).write_bytes(b"x")
    watch.look()
    assert watch.look() == Look()


def test_a_file_that_stays_empty_is_named_and_waits_for_a_person(watch: WatchedFolder, folder: Path) -> None:
    (path, other) = (folder / "empty.pdf", folder / "other.pdf")
    path.touch()
    other.touch()
    assert watch.look() == Look(waiting=2)
    assert watch.look() == Look(empty=(path, other))
    assert watch.look() == Look(empty=(path, other))
    assert watch.take_empty() == (path, other)
    assert watch.take_empty() == ()
    assert watch.look() == Look()


def test_an_empty_file_that_is_filled_is_given_like_any_other(watch: WatchedFolder, folder: Path) -> None:
    first, second = folder / "first.pdf", folder / "second.pdf"
    first.touch()
    watch.look()
    watch.look()
    assert watch.take_empty() == (first,)
    second.touch()
    watch.look()
    watch.look()
    for path in (first, second):
        path.write_bytes(b"%PDF-1.7 scan")
    assert watch.look() == Look(waiting=2)
    assert watch.look() == Look((first, second))


def test_folders_below_are_watched_too(watch: WatchedFolder, folder: Path) -> None:
    (path,) = photos_in(folder / "2026-11-20", 1)
    (folder / "loop").symlink_to(folder)
    watch.look()
    assert watch.look() == Look((path,))


def test_what_was_there_before_waits_for_a_person(case: CaseFile, folder: Path, workers: MediaWorkers) -> None:
    first, second = photos_in(folder, 2)
    import_files(case, [first], workers, origin="watched_folder")
    watch = WatchedFolder(case, folder, "watched_folder")
    watch.look()
    watch.look()
    assert watch.look() == Look()
    assert watch.take_before() == (second,)
    assert watch.take_before() == ()


def test_a_folder_that_is_away_says_so_and_goes_on_when_it_is_back(
    watch: WatchedFolder, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "away")
    assert watch.look() == Look(is_gone=True)
    (path,) = photos_in(tmp_path / "away", 1)
    (tmp_path / "away").rename(folder)
    watch.look()
    assert watch.look() == Look((folder / path.name,))


def test_a_stick_pulled_out_is_away(case: CaseFile, mounted: Path) -> None:
    watch = WatchedFolder(case, mounted / "scans", "scanner")
    (mounted / "scans").mkdir()
    assert watch.look() == Look()
    pull_out(mounted)
    assert watch.look().is_gone


def test_a_folder_that_was_never_there_is_away(case: CaseFile, tmp_path: Path) -> None:
    watch = WatchedFolder(case, tmp_path / "nowhere", "scanner")
    assert watch.look().is_gone
    (path,) = photos_in(tmp_path / "nowhere", 1)
    watch.look()
    assert watch.before == (path,)


def test_what_could_not_be_imported_is_given_again(watch: WatchedFolder, folder: Path) -> None:
    (path,) = photos_in(folder, 1)
    watch.look()
    watch.look()
    watch.offer_again([path])
    watch.look()
    assert watch.look() == Look((path,))


def test_a_scan_keeps_its_class_by_content_and_says_scanner(
    case: CaseFile, workers: MediaWorkers, watch: WatchedFolder, folder: Path
) -> None:
    (folder / "Scan_0001.jpg").write_bytes(photo(1))
    watch.look()
    import_files(case, watch.look().ripe, workers, origin="scanner")
    item = only(case, Evidence)
    assert (item.origin, item.evidence_class) == ("scanner", "photo")


@linux_only
def test_what_is_no_file_is_never_ripe(watch: WatchedFolder, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    watch.look()
    assert watch.look() == Look()


def test_the_open_case_and_other_cases_are_never_given(case: CaseFile) -> None:
    watch = WatchedFolder(case, case.path.parent, "watched_folder")
    watch.look()
    photos_in(case.path.parent / "new", 1)
    case.path.with_name("other.survey").write_bytes(b"another case")
    records.create(case, Person, {"name": "王五"})
    watch.look()
    assert [path.name for path in watch.look().ripe] == ["IMG_0001.jpg"]
