"""An import that ends early says of every file what became of it: stored, there before, refused, or not reached."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import Cancelled, DiskFull, SourceGone
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake import evidence_sources
from surveyor_app.operations.intake.card_checks import card_state
from surveyor_app.operations.intake.evidence import ImportResult, import_files, take_in
from tests.operations.intake.test_evidence import linux_only
from tests.operations.real_cards import card_in, pull_out
from tests.operations.worlds import listed, photo, photos_in


class Interfering:
    """Progress that does something when the import has come so far."""

    def __init__(self, after: int, act: object) -> None:
        self._after = after
        self._act = act

    def __call__(self, told: Progress) -> None:
        if told.total and told.done == self._after:
            self._after = -1
            if isinstance(self._act, BaseException):
                raise self._act
            assert callable(self._act)
            self._act()


def require_exact(case: CaseFile, result: ImportResult, paths: list[Path]) -> None:
    """Every file is in the list once, in order, and is said to be stored exactly when the case holds it."""
    assert [item.path for item in result.items] == paths
    held = {item.source: item.id for item in listed(case, Evidence)}
    for item in result.items:
        assert item.evidence_id == held.get(str(item.path))
        assert item.outcome in {"stored", "not_reached"}
        assert item.is_new == (str(item.path) in held)
    assert result.changes.touched.get("evidence", frozenset()) == frozenset(held.values())


@pytest.mark.parametrize("after", [0, 1, 5, 20])
@pytest.mark.parametrize("why", [Cancelled(), KeyboardInterrupt()], ids=["cancel", "interrupt"])
def test_a_cancelled_import_lists_what_is_stored_and_what_is_not(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, after: int, why: BaseException
) -> None:
    paths = photos_in(tmp_path / "photos", 30)
    result = take_in(case, paths, workers, Interfering(after, why))
    assert result.ended is why
    require_exact(case, result, paths)
    assert sum(item.is_new for item in result.items) >= after


def test_a_cancelled_import_is_undone_as_one(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    history = History()
    result = take_in(case, photos_in(tmp_path / "photos", 9), workers, Interfering(4, Cancelled()))
    history.record(result.changes)
    history.undo(case)
    assert listed(case, Evidence) == []


def test_cancelled_while_folders_are_walked_nothing_is_stored(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    photos_in(tmp_path / "photos", 2)

    def cancel(told: Progress) -> None:
        assert told.total == 0
        raise Cancelled

    result = take_in(case, [tmp_path / "photos"], workers, cancel)
    assert (result.items, type(result.ended)) == ((), Cancelled)


@pytest.mark.parametrize("after", [1, 3, 12])
def test_a_card_pulled_out_ends_the_import_with_the_exact_list(
    case: CaseFile, workers: MediaWorkers, mounted: Path, after: int
) -> None:
    paths = photos_in(mounted / "DCIM" / "100CANON", 100)
    result = take_in(case, [mounted], workers, Interfering(after, lambda: pull_out(mounted)))
    assert isinstance(result.ended, SourceGone)
    assert result.ended.data["path"] == str(mounted)
    require_exact(case, result, paths)
    assert after <= sum(item.is_new for item in result.items) < 100
    assert {item.reason for item in result.items if not item.is_new} == {"source_gone"}


def test_a_card_put_back_gives_the_rest(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    card, away = tmp_path / "card", tmp_path / "away"
    photos_in(card / "DCIM", 80)
    result = take_in(case, [card], workers, Interfering(2, lambda: card.rename(away)))
    assert isinstance(result.ended, SourceGone)
    away.rename(card)
    again = import_files(case, [card], workers)
    stored_first = sum(item.is_new for item in result.items)
    assert [item.outcome for item in again.items].count("duplicate") == stored_first
    assert len(listed(case, Evidence)) == 80


def test_a_full_disk_ends_the_import_with_the_exact_list(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "photos", 40)
    for path in paths:
        path.write_bytes(path.read_bytes() + os.urandom(300_000))
    with card_in(tmp_path / "disk", "24m") as disk, new_case(case.profile, path=disk / "full.survey") as full:
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(12_000_000))
        result = take_in(full, paths, workers)
        assert isinstance(result.ended, DiskFull)
        require_exact(full, result, paths)
        assert 0 < sum(item.is_new for item in result.items) < 40
        # Closing moves what was written into the file, which takes room.
        ballast.unlink()


def test_the_other_of_two_cards_is_read_to_its_end(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    photos_in(tmp_path / "first", 60)
    for number in range(61, 70):
        (tmp_path / "second").mkdir(exist_ok=True)
        (tmp_path / "second" / f"{number}.jpg").write_bytes(photo(number))
    result = take_in(
        case,
        [tmp_path / "first", tmp_path / "second"],
        workers,
        Interfering(1, lambda: shutil.rmtree(tmp_path / "first")),
    )
    assert isinstance(result.ended, SourceGone)
    assert [item.outcome for item in result.items[60:]] == ["stored"] * 9
    assert "not_reached" in {item.outcome for item in result.items[:60]}


def test_one_file_deleted_meanwhile_is_refused_and_the_rest_is_stored(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    paths = photos_in(tmp_path / "card", 60)
    result = take_in(case, [tmp_path / "card"], workers, Interfering(1, paths[-1].unlink))
    assert result.ended is None
    assert (result.items[-1].outcome, result.items[-1].reason) == ("refused", "not_found")
    assert sum(item.is_new for item in result.items) == 59


def test_a_file_that_ends_before_its_size_is_refused(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing card may do so without an error; a file cut while it is streamed shows the same."""
    monkeypatch.setattr(evidence_sources, "IN_MEMORY_BYTES", 1024)
    path = tmp_path / "long.bin"
    path.write_bytes(os.urandom(3 * evidence_sources.CHUNK_BYTES))
    (source,) = evidence_sources.find_sources([path])
    chunks = source.chunks()
    next(chunks)
    os.truncate(path, evidence_sources.CHUNK_BYTES)
    with pytest.raises(OSError, match="ended before its size"):
        list(chunks)


def test_a_folder_of_thousands_is_counted_while_it_is_walked_and_may_be_cancelled(tmp_path: Path) -> None:
    for number in range(40):
        folder = tmp_path / "many" / f"{number:02}"
        folder.mkdir(parents=True)
        for name in range(50):
            (folder / f"{name}.jpg").touch()
    told: list[int] = []
    assert len(evidence_sources.find_sources([tmp_path / "many"], told.append)) == 2000
    assert told[-1] == 2000
    assert len(told) >= 40


def test_what_systems_write_everywhere_is_no_evidence(tmp_path: Path) -> None:
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "._IMG_1.JPG", "MVI_0001.THM", "MVI_0001.MP4"):
        (tmp_path / name).touch()
    (tmp_path / "System Volume Information").mkdir()
    (tmp_path / "System Volume Information" / "WPSettings.dat").touch()
    found = [source.path.name for source in evidence_sources.find_sources([tmp_path])]
    assert found == ["MVI_0001.MP4", "MVI_0001.THM"]


def test_litter_that_is_named_itself_is_taken(tmp_path: Path) -> None:
    (tmp_path / "Thumbs.db").touch()
    assert [source.path.name for source in evidence_sources.find_sources([tmp_path / "Thumbs.db"])] == ["Thumbs.db"]


@linux_only
def test_the_open_case_is_not_read_so_that_its_locks_hold(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A handle of ours that is closed would drop SQLite's locks, whatever name the file was opened by."""
    folder = tmp_path / "backup"
    photos_in(folder, 1)
    (folder / "link.jpg").symlink_to(case.path)
    (folder / "same.jpg").hardlink_to(case.path)
    opened: list[str] = []
    real_open = os.open

    def watching_open(path: Any, *arguments: Any, **options: Any) -> int:
        opened.append(Path(os.fsdecode(path)).name)
        return real_open(path, *arguments, **options)

    monkeypatch.setattr(os, "open", watching_open)
    wal = case.path.with_name(case.path.name + "-wal")
    result = take_in(case, [folder, case.path, wal, case.profile.folder / "profile.db"], workers)
    assert {item.path.name: item.reason for item in result.items} == {
        "IMG_0001.jpg": None,
        "link.jpg": "own_file",
        "same.jpg": "own_file",
        case.path.name: "own_file",
        wal.name: "own_file",
        "profile.db": "own_file",
    }
    state = card_state(case, folder)
    assert [item.path.name for item in state.missing] == ["link.jpg", "same.jpg"]
    assert not {"link.jpg", "same.jpg", case.path.name, "profile.db"} & set(opened)
