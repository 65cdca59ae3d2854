"""Empty files of a card: each named, each kept by name in custody, none taken for another, and nothing breaks on them."""

from __future__ import annotations

import csv
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import connect
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.migrating import file_format
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases import backup, delivering
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case, verify_pdf_bytes
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.card_checks import CardState, card_state
from surveyor_app.operations.intake.cards import card_at
from surveyor_app.operations.intake.evidence import ImportResult, import_files, take_in
from surveyor_app.operations.photos import renditions
from surveyor_app.operations.report.reporting import ReportOptions, draft_report, sign_report, surveyor_credential
from surveyor_app.wording.rendition_profiles import load_profiles
from tests.integration.centres import shared_centre
from tests.operations.worlds import entries, listed, only, photo

__all__ = ["shared_centre"]

EMPTY = ["IMG_0003.JPG", "VIDEO_0001.MP4", "VIDEO_0002.MP4"]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A card with two empty videos, an empty photo, and one photo twice."""
    folder = tmp_path / "card" / "DCIM" / "100X"
    folder.mkdir(parents=True)
    for name in EMPTY:
        (folder / name).touch()
    for name in ("IMG_0004.JPG", "IMG_0005.JPG"):
        (folder / name).write_bytes(photo(4))
    return tmp_path / "card"


def outcomes(result: ImportResult) -> dict[str, tuple[str, str | None]]:
    return {item.path.name: (item.outcome, item.reason) for item in result.items}


def states(state: CardState) -> dict[str, str]:
    return {item.path.name: item.state for item in state.files}


def custody_of(bag: Path) -> list[dict[str, str]]:
    with (bag / "data" / "custody.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# ------------------------------------------------------------------------------------------ importing


def test_an_empty_file_is_named_as_empty_and_none_is_another(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    result = import_files(case, [card], workers)
    assert outcomes(result) == {
        **dict.fromkeys(EMPTY, ("empty", None)),
        "IMG_0004.JPG": ("stored", None),
        "IMG_0005.JPG": ("duplicate", None),
    }
    assert len({item.evidence_id for item in result.items if item.outcome == "empty"}) == 3
    assert all(item.is_new and item.is_safe for item in result.items if item.outcome == "empty")


def test_each_empty_file_keeps_name_and_source(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    kept = {item.file_name: item for item in listed(case, Evidence) if item.size_bytes == 0}
    assert sorted(name or "" for name in kept) == EMPTY
    for name, item in kept.items():
        assert item.source == str(card / "DCIM" / "100X" / (name or ""))
        assert (item.origin, item.no_preview, item.evidence_class) == ("card", "empty", "other")
        assert item.file_modified_at is not None


def test_an_empty_file_met_again_is_the_same_one(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    first = import_files(case, [card], workers)
    before = entries(case)
    again = import_files(case, [card, card / "DCIM" / "100X" / EMPTY[0]], workers)
    assert {outcomes(again)[name] for name in EMPTY} == {("empty", "already_there")}
    known = {item.path: item.evidence_id for item in first.items}
    assert all(item.evidence_id == known[item.path] for item in again.items)
    assert not any(item.is_new for item in again.items)
    assert entries(case) == before


def test_an_empty_file_of_another_time_or_place_is_another(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card], workers)
    file = card / "DCIM" / "100X" / EMPTY[0]
    os.utime(file, (1_700_000_000, 1_700_000_000))
    (tmp_path / EMPTY[0]).touch()
    result = import_files(case, [file, tmp_path / EMPTY[0]], workers)
    assert [(item.outcome, item.reason) for item in result.items] == [("empty", None)] * 2
    assert len([item for item in listed(case, Evidence) if item.size_bytes == 0]) == 5


def test_a_withdrawn_empty_file_is_not_taken_in_again(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    result = import_files(case, [card], workers)
    first = next(item for item in result.items if item.path.name == EMPTY[0])
    records.withdraw(case, Evidence, [first.evidence_id or ""], "nothing in it")
    again = import_files(case, [card], workers)
    assert outcomes(again)[EMPTY[0]] == ("empty", "withdrawn")


def test_taking_the_import_back_takes_the_empty_files_back(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    history = History()
    history.record(import_files(case, [card], workers).changes)
    history.undo(case)
    assert listed(case, Evidence) == []


def test_two_imports_at_once_keep_each_empty_file_once(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    together = threading.Barrier(2, timeout=30)

    def meet(told: Progress) -> None:
        if told.done == 0:
            together.wait()

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(import_files, case, [card], workers, meet) for _ in range(2)]
        items = [item for future in running for item in future.result().items]
    assert len(listed(case, Evidence)) == 4
    assert sum(item.is_new for item in items) == 4
    assert {item.outcome for item in items if item.path.name in EMPTY} == {"empty"}


@pytest.mark.parametrize("after", range(1, 6))
def test_an_import_that_ends_early_names_the_empty_files_it_kept(
    case: CaseFile, workers: MediaWorkers, card: Path, after: int
) -> None:
    def cancel(told: Progress) -> None:
        if told.total and told.done == after:
            raise Cancelled

    result = take_in(case, [card], workers, cancel)
    held = {item.id for item in listed(case, Evidence)}
    for item in result.items:
        if item.path.name in EMPTY:
            assert item.outcome in {"empty", "not_reached"}
            assert (item.outcome == "empty") == (item.evidence_id in held)
    assert len(held) == sum(item.is_new for item in result.items)


def test_a_profile_offers_a_card_of_empty_files_only_once(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    found = card_at(case.profile, card)
    assert found is not None
    assert found.new == ()


def test_the_card_of_the_fault_report_is_named_file_by_file(
    case: CaseFile, workers: MediaWorkers, cases_dir: Path
) -> None:
    root = cases_dir / "05_empty_files"
    result = import_files(case, [root], workers)
    assert outcomes(result) == {
        **dict.fromkeys(EMPTY, ("empty", None)),
        "IMG_0004.JPG": ("stored", None),
        "IMG_0005.JPG": ("duplicate", None),
    }
    state = card_state(case, root)
    assert ([item.path.name for item in state.empty], state.is_safe) == (EMPTY, True)


# ------------------------------------------------------------------------------------------ safe to format


def test_a_card_with_empty_files_is_answered_with_their_names(
    case: CaseFile, workers: MediaWorkers, card: Path
) -> None:
    assert states(card_state(case, card)) == dict.fromkeys([*EMPTY, "IMG_0004.JPG", "IMG_0005.JPG"], "not_stored")
    import_files(case, [card], workers)
    state = card_state(case, card)
    assert [item.path.name for item in state.empty] == EMPTY
    assert states(state) == {**dict.fromkeys(EMPTY, "empty"), "IMG_0004.JPG": "stored", "IMG_0005.JPG": "stored"}
    assert state.is_safe


def test_an_empty_file_nobody_kept_by_name_is_not_stored(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    """Another empty file in the case says nothing of this one."""
    folder = card / "DCIM" / "100X"
    import_files(case, [folder / name for name in (EMPTY[0], "IMG_0004.JPG")], workers)
    state = card_state(case, card)
    assert [item.path.name for item in state.missing] == EMPTY[1:]
    assert not state.is_safe
    import_files(case, [item.path for item in state.missing], workers)
    assert card_state(case, card).is_safe


def test_a_file_emptied_since_is_not_what_was_stored(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    (card / "DCIM" / "100X" / "IMG_0005.JPG").write_bytes(b"")
    assert states(card_state(case, card))["IMG_0005.JPG"] == "not_stored"


def test_a_card_of_empty_files_alone_is_not_called_safe(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    for name in ("IMG_0004.JPG", "IMG_0005.JPG"):
        (card / "DCIM" / "100X" / name).unlink()
    import_files(case, [card], workers)
    state = card_state(case, card)
    assert (len(state.empty), state.missing, state.is_safe) == (3, (), False)


def test_names_kept_in_another_case_of_the_profile_count(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    with new_case(case.profile, path=tmp_path / "other.survey") as other:
        import_files(other, [card], workers)
    state = card_state(case, card)
    assert (len(state.empty), state.is_safe) == (3, True)


def test_a_case_of_another_format_says_nothing_of_empty_files(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    """Its tables may not have what is asked; it is brought up to date when it is opened."""
    other = tmp_path / "other.survey"
    with new_case(case.profile, path=other) as made:
        import_files(made, [card], workers)
        key = made.key
    with closing(connect(other, key)) as connection:
        connection.execute(f"PRAGMA user_version = {file_format() - 1}")
    assert [item.path.name for item in card_state(case, card).missing] == EMPTY


def test_the_same_card_at_another_place_is_known(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card], workers)
    card.rename(tmp_path / "elsewhere")
    assert card_state(case, tmp_path / "elsewhere").is_safe
    assert card_state(case, tmp_path / "elsewhere" / "DCIM").is_safe


# ------------------------------------------------------------------------------------------ what comes later


def test_an_empty_original_is_read_as_nothing_and_is_no_photo_to_copy(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card / "DCIM" / "100X" / EMPTY[0]], workers)
    item = only(case, Evidence)
    sha256 = item.sha256 or ""
    assert b"".join(evidence.original(case, sha256)) == b""
    assert evidence.preview(case, sha256) is None
    assert evidence.thumbnail(case, sha256) is None
    copies = load_profiles(resources_dir())
    assert renditions.write_renditions(case, tmp_path / "copies", next(iter(copies.values())), workers) == []


def test_a_second_copy_and_its_restoring_keep_empty_files(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card], workers)
    backup.backup_case(case, tmp_path / "copy.survey")
    kept, profile = listed(case, Evidence), case.profile
    case.close()
    backup.restore_case(profile, tmp_path / "copy.survey", tmp_path / "restored.survey")
    with open_case(profile, tmp_path / "restored.survey") as restored:
        assert listed(restored, Evidence) == kept


def test_report_bag_and_checks_hold_with_empty_files(
    filled: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(filled, [card], workers)
    assert draft_report(filled, ReportOptions()).startswith(b"%PDF-")
    bag, path, profile = tmp_path / "bag", filled.path, filled.profile
    export_bag(filled, bag)
    assert {item.level for item in verify_bag_folder(bag)} <= {"ok", "warn"}
    sizes = {path.name.partition("-")[2]: path.stat().st_size for path in (bag / "data" / "originals").iterdir()}
    assert {name: sizes[name] for name in EMPTY} == dict.fromkeys(EMPTY, 0)
    filled.close()
    assert verify_case(profile, path) == []


def test_a_case_with_empty_files_is_signed_and_delivered_in_full(
    profile: Profile, shared_centre: EmbeddedCentre, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    code = office.create_user(shared_centre.centre, profile.user, "张查勘").code
    delivering.enrol(profile, shared_centre.url, profile.user, code or "")
    with new_case(profile, path=tmp_path / "case.survey") as case:
        records.change(case, Claim, only(case, Claim).id, {"report_no": "RD-EMPTY"})
        import_files(case, [card], workers)
        issued = sign_report(case, ReportOptions(despite="test"), surveyor_credential(profile))
        assert {item.level for item in verify_pdf_bytes(issued.pdf)} <= {"ok", "warn"}
        assert delivering.deliver_case(profile, case).receipt_kind == "full"
        export_bag(case, tmp_path / "bag")
    assert {item.level for item in verify_bag_folder(tmp_path / "bag")} <= {"ok", "warn"}


# ------------------------------------------------------------------------------------------ custody


def test_custody_names_every_empty_file_as_empty(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    import_files(case, [card], workers)
    export_bag(case, tmp_path / "bag")
    told = {line["item"]: line for line in custody_of(tmp_path / "bag")}
    for name in EMPTY:
        assert told[name]["action"] == "create"
        assert "empty file, 0 bytes" in told[name]["note"]
        assert f"source {card / 'DCIM' / '100X' / name}" in told[name]["note"]
    assert "0 bytes" not in told["IMG_0004.JPG"]["note"]
