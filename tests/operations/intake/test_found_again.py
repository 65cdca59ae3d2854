"""A file whose bytes are stored already: custody says that this name at this place holds the same bytes, once."""

from __future__ import annotations

import csv
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake.evidence import import_bytes, import_files, take_in
from surveyor_app.operations.intake.found_again import FoundAgain, found_again
from surveyor_app.records import journal
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey
from tests.operations.worlds import entries, listed, only, photo, photos_in
from tests.records.newer_program import NewerDevice, Said


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A card with one photo twice."""
    folder = tmp_path / "card" / "DCIM" / "100X"
    folder.mkdir(parents=True)
    for name in ("IMG_0004.JPG", "IMG_0005.JPG"):
        (folder / name).write_bytes(photo(4))
    return tmp_path / "card"


def notes(case: CaseFile) -> list[str]:
    return [line.id for line in entries(case, Evidence.KIND) if line.action is Action.NOTE]


def places(case: CaseFile) -> list[FoundAgain]:
    return found_again(case, only(case, Evidence).id)


def test_a_duplicate_is_kept_by_name_on_the_evidence_it_is(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    result = import_files(case, [card], workers)
    item = only(case, Evidence)
    (place,) = places(case)
    path = card / "DCIM" / "100X" / "IMG_0005.JPG"
    assert (place.file_name, place.source, place.origin, place.volume) == (path.name, str(path), "card", item.volume)
    assert place.file_modified_at is not None
    assert place.actor == "zhang"
    assert result.changes.touched == {Evidence.KIND: {item.id}}


def test_the_evidence_itself_stays_as_it_was(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card / "DCIM" / "100X" / "IMG_0004.JPG"], workers)
    before = only(case, Evidence)
    result = import_files(case, [card / "DCIM" / "100X" / "IMG_0005.JPG"], workers)
    assert only(case, Evidence) == before
    assert [(item.outcome, item.evidence_id) for item in result.items] == [("duplicate", before.id)]
    assert result.changes.touched == {Evidence.KIND: {before.id}}
    assert result.changes.inverse == ()


def test_the_same_file_met_again_is_noted_once(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    before = entries(case)
    assert not import_files(case, [card, card], workers).changes.touched
    assert entries(case) == before


def test_a_copy_of_the_card_is_another_place(case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path) -> None:
    import_files(case, [card], workers)
    shutil.copytree(card, tmp_path / "copy")
    import_files(case, [tmp_path / "copy"], workers)
    assert [place.source for place in places(case)][1:] == [
        str(tmp_path / "copy" / "DCIM" / "100X" / name) for name in ("IMG_0004.JPG", "IMG_0005.JPG")
    ]


def test_a_note_of_a_newer_version_keeps_nobody_from_noting_the_place(
    case: CaseFile, workers: MediaWorkers, card: Path
) -> None:
    first, second = (card / "DCIM" / "100X" / name for name in ("IMG_0004.JPG", "IMG_0005.JPG"))
    import_files(case, [first], workers)
    item = only(case, Evidence)
    colleague = Author(DeviceKey.generate(), "li", case.author.clock)
    fields: dict[str, Json] = {"source": str(second), "volume": item.volume}
    with case.write() as session:
        key = colleague.signer
        journal.register_device(session, key.device_id, key.public_key, Role.SURVEYOR, "li")
        note = Said("note", Evidence.KIND, item.id, fields, v=2)
        journal.receive(session, case.case_id, NewerDevice(colleague, case.case_id).says(note))
    assert places(case) == []
    import_files(case, [second], workers)
    assert [(place.source, place.actor) for place in places(case)] == [(str(second), "zhang")]


def test_what_is_pasted_twice_is_noted_nowhere(case: CaseFile, workers: MediaWorkers) -> None:
    import_bytes(case, "clipboard-1.png", photo(1), workers)
    import_bytes(case, "clipboard-2.png", photo(1), workers)
    assert places(case) == []


def test_a_duplicate_of_withdrawn_evidence_is_noted_too(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card / "DCIM" / "100X" / "IMG_0004.JPG"], workers)
    item = only(case, Evidence)
    records.withdraw(case, Evidence, [item.id], "wrong car")
    import_files(case, [card], workers)
    assert [place.file_name for place in found_again(case, item.id)] == ["IMG_0005.JPG"]


def test_an_import_that_ends_early_notes_what_it_reached(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card], workers)
    copies = [tmp_path / "copies" / f"{number}.jpg" for number in range(40)]
    copies[0].parent.mkdir()
    for path in copies:
        path.write_bytes(photo(4))

    def cancel(told: Progress) -> None:
        if told.total and told.done == 3:
            raise Cancelled

    result = take_in(case, copies, workers, cancel)
    reached = [str(item.path) for item in result.items if item.outcome == "duplicate"]
    assert 3 <= len(reached) < 40
    assert [place.source for place in places(case)][1:] == reached


def test_two_imports_at_once_note_places_on_evidence_that_is_there(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    folder = tmp_path / "photos"
    for path in photos_in(folder, 12):
        shutil.copy(path, path.with_name(f"again-{path.name}"))
    together = threading.Barrier(2, timeout=30)

    def meet(told: Progress) -> None:
        if told.done == 0:
            together.wait()

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(import_files, case, [folder], workers, meet) for _ in range(2)]
        for future in running:
            future.result()
    kept = listed(case, Evidence)
    assert len(kept) == 12
    assert set(notes(case)) == {item.id for item in kept}
    told = {item.source for item in kept} | {place.source for item in kept for place in found_again(case, item.id)}
    assert told == {str(path) for path in folder.iterdir()}


def test_undo_takes_back_what_was_stored_and_leaves_what_was_seen(
    case: CaseFile, workers: MediaWorkers, card: Path
) -> None:
    history = History()
    history.record(import_files(case, [card], workers).changes)
    item = only(case, Evidence)
    history.undo(case)
    assert listed(case, Evidence) == []
    assert [place.file_name for place in found_again(case, item.id)] == ["IMG_0005.JPG"]
    assert History.of(case).redo_label is not None


def test_custody_and_bag_name_the_duplicate(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path, profile: Profile
) -> None:
    import_files(case, [card], workers)
    item = only(case, Evidence)
    export_bag(case, tmp_path / "bag")
    with (tmp_path / "bag" / "data" / "custody.csv").open(encoding="utf-8-sig", newline="") as file:
        (told,) = [line for line in csv.DictReader(file) if line["item"] == "IMG_0005.JPG"]
    assert (told["action"], told["sha256"], told["actor"]) == ("note", item.sha256, "zhang")
    path = card / "DCIM" / "100X" / "IMG_0005.JPG"
    assert told["note"].startswith(f"same bytes as IMG_0004.JPG; origin card; source {path}; ")
    assert notes(case) == [item.id]
    assert {finding.level for finding in verify_bag_folder(tmp_path / "bag")} <= {"ok", "warn"}
    case.close()
    assert verify_case(profile, case.path) == []
