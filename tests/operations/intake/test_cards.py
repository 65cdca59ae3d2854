"""Cards and phones are found by DCIM, only what was not taken in is new, and "safe to format" rests on bytes alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.schema import blob_part
from surveyor_app.domain.errors import Cancelled, SourceGone
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.cases.opening import new_case
from surveyor_app.operations.editing import records
from surveyor_app.operations.intake.card_checks import CardState, card_state
from surveyor_app.operations.intake.cards import card_at, find_cards, volumes_now
from surveyor_app.operations.intake.evidence import import_files
from surveyor_app.operations.volumes.linux import BRIDGE
from surveyor_app.operations.volumes.lookup import Volumes
from tests.operations.intake.test_evidence import linux_only, unprivileged
from tests.operations.real_cards import pull_out, put_in
from tests.operations.volumes.systems import MadeSystem
from tests.operations.worlds import listed, photo, photos_in


@pytest.fixture
def card(tmp_path: Path) -> Path:
    """A folder with the content of a card; no photo of it is in the cases the profile has already."""
    for path in photos_in(tmp_path / "card" / "DCIM" / "100CANON", 8)[:3]:
        path.unlink()
    return tmp_path / "card"


def states(state: CardState) -> dict[str, str]:
    return {item.path.name: item.state for item in state.files}


# ------------------------------------------------------------------------------------------ finding


def test_a_card_put_in_is_found_with_what_is_new(case: CaseFile, workers: MediaWorkers, mounted: Path) -> None:
    before = volumes_now()
    photos_in(mounted / "DCIM" / "100CANON", 3)
    (found,) = find_cards(case.profile)
    assert (found.root, found.name, found.kind, found.total, len(found.new)) == (mounted, "EOS_DIGITAL", "card", 3, 3)
    import_files(case, found.new[:2], workers)
    (again,) = find_cards(case.profile)
    assert (again.total, again.new) == (3, found.new[2:])
    pull_out(mounted)
    assert volumes_now() != before
    assert find_cards(case.profile) == []


def test_a_disk_without_dcim_is_no_card(case: CaseFile, mounted: Path) -> None:
    photos_in(mounted / "photos", 1)
    assert find_cards(case.profile) == []


def test_a_phone_is_found_below_its_store(case: CaseFile, tmp_path: Path) -> None:
    bridge = tmp_path / "gvfs"
    photos_in(bridge / "mtp:host=HUAWEI_P60" / "内部存储" / "DCIM" / "Camera", 4)
    (bridge / "mtp:host=HUAWEI_P60" / "内部存储" / "Download").mkdir()
    (bridge / "mtp:host=HUAWEI_P60" / "内部存储" / "Download" / "private.pdf").touch()
    system = MadeSystem(tmp_path / "system")
    system.mount(bridge, system=BRIDGE, source="gvfsd-fuse")
    (found,) = find_cards(case.profile, Volumes(system.root))
    assert (found.name, found.kind, found.total) == ("HUAWEI P60", "phone", 4)


@pytest.mark.parametrize("chosen", ["", "DCIM"])
def test_a_folder_that_is_pointed_at_is_a_card(case: CaseFile, card: Path, chosen: str) -> None:
    found = card_at(case.profile, card / chosen)
    assert found is not None
    assert (found.root, found.name, found.total, len(found.new)) == (card, "card", 5, 5)


def test_another_folder_is_none(case: CaseFile, card: Path) -> None:
    assert card_at(case.profile, card / "DCIM" / "100CANON") is None
    assert card_at(case.profile, card / "nowhere") is None


def test_video_beside_dcim_belongs_to_the_card(case: CaseFile, card: Path) -> None:
    (card / "PRIVATE" / "M4ROOT" / "CLIP").mkdir(parents=True)
    (card / "PRIVATE" / "M4ROOT" / "CLIP" / "C0001.MP4").write_bytes(b"video")
    (card / "letters").mkdir()
    (card / "letters" / "private.txt").write_bytes(b"dear")
    found = card_at(case.profile, card)
    assert found is not None
    assert found.total == 6
    assert "private.txt" not in {path.name for path in found.new}


def test_new_is_what_was_not_taken_in_from_there(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    os.utime(card / "DCIM/100CANON/IMG_0004.jpg", (0, 0))
    (card / "DCIM/100CANON/IMG_0005.jpg").write_bytes(photo(5) + b"longer")
    (card / "DCIM/100CANON/IMG_0009.jpg").write_bytes(photo(9))
    found = card_at(case.profile, card)
    assert found is not None
    assert {path.name for path in found.new} == {"IMG_0004.jpg", "IMG_0005.jpg", "IMG_0009.jpg"}


def test_what_another_case_took_in_is_not_new(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    with new_case(case.profile, path=tmp_path / "other.survey") as other:
        import_files(other, [card], workers)
    found = card_at(case.profile, card)
    assert found is not None
    assert found.new == ()


def test_a_refused_file_stays_new(case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path) -> None:
    (card / "DCIM/broken.jpg").symlink_to(tmp_path / "nowhere")
    import_files(case, [card], workers)
    found = card_at(case.profile, card)
    assert found is not None
    assert [path.name for path in found.new] == ["broken.jpg"]


# ------------------------------------------------------------------------------------------ safe to format


def test_safe_only_when_every_file_is_stored_and_read_back(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    assert not card_state(case, card).is_safe
    files = sorted((card / "DCIM/100CANON").iterdir())
    import_files(case, files[:4], workers)
    state = card_state(case, card)
    assert [item.path for item in state.missing] == files[4:]
    assert not state.is_safe
    import_files(case, files[4:], workers)
    assert card_state(case, card).is_safe


def test_a_file_with_the_name_size_and_time_of_a_stored_one_is_not_safe(
    case: CaseFile, workers: MediaWorkers, card: Path
) -> None:
    import_files(case, [card], workers)
    path = card / "DCIM/100CANON/IMG_0006.jpg"
    status, data = path.stat(), bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    found = card_at(case.profile, card)
    assert found is not None
    assert found.new == ()
    assert [item.path for item in card_state(case, card).missing] == [path]


def test_an_original_that_does_not_read_back_is_not_safe(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    with case.write() as session:
        session.execute(text("DROP TRIGGER blob_part_no_change"))
        session.execute(blob_part.update().where(blob_part.c.blob_id == 1).values(data=b"other bytes"))
    assert states(card_state(case, card))["IMG_0004.jpg"] == "not_stored"


def test_files_stored_in_another_case_of_the_profile_count(
    case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path
) -> None:
    files = sorted((card / "DCIM/100CANON").iterdir())
    with new_case(case.profile, path=tmp_path / "other.survey") as other:
        import_files(other, files[:3], workers)
        import_files(case, files[3:], workers)
        # It is open elsewhere: nothing can be said of it now.
        assert len(card_state(case, card).missing) == 3
    assert card_state(case, card).is_safe
    shutil.move(tmp_path / "other.survey", tmp_path / "moved.survey")
    assert len(card_state(case, card).missing) == 3


def test_withdrawn_evidence_is_still_stored(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    records.withdraw(case, Evidence, [item.id for item in listed(case, Evidence)], "wrong car")
    assert card_state(case, card).is_safe


def test_hidden_files_and_other_folders_count_and_litter_does_not(
    case: CaseFile, workers: MediaWorkers, card: Path
) -> None:
    import_files(case, [card], workers)
    for name in (
        "Thumbs.db",
        "._IMG_0001.jpg",
        ".Spotlight-V100/store.db",
        "System Volume Information/x",
        ".Trash-1000/y",
    ):
        (card / name).parent.mkdir(exist_ok=True)
        (card / name).write_bytes(b"litter")
    assert card_state(case, card).is_safe
    (card / ".secret.mp4").write_bytes(b"video")
    (card / "letters").mkdir()
    (card / "letters" / "note.txt").write_bytes(b"dear")
    state = card_state(case, card)
    assert [item.path.name for item in state.missing] == ["note.txt"]
    assert [path.name for path in state.hidden] == [".secret.mp4"], (
        "said beside the verdict: an import does not take it"
    )


@pytest.mark.parametrize(
    "hidden",
    [
        (),
        ("DCIM/Camera/.trashed-1790000000-IMG_9.jpg", "DCIM/.nomedia"),
        ("DCIM/.thumbnails/1.jpg", "DCIM/.thumbnails/deep/2.jpg", ".hidden/note.txt"),
    ],
)
def test_import_and_check_of_a_card_count_the_same_files(
    case: CaseFile, workers: MediaWorkers, card: Path, hidden: tuple[str, ...]
) -> None:
    for name in (*hidden, "DCIM/Camera/IMG_8.jpg"):
        (card / name).parent.mkdir(parents=True, exist_ok=True)
        (card / name).write_bytes(name.encode())
    taken = import_files(case, [card], workers).items
    state = card_state(case, card)
    assert sorted(item.path for item in taken) == sorted(item.path for item in state.files)
    assert {path.relative_to(card).as_posix() for path in state.hidden} == set(hidden)
    assert state.is_safe


@linux_only
def test_what_cannot_be_read_is_not_safe(case: CaseFile, workers: MediaWorkers, card: Path, tmp_path: Path) -> None:
    import_files(case, [card], workers)
    (card / "DCIM/loop").symlink_to(card)
    (card / "DCIM/nowhere.jpg").symlink_to(tmp_path / "gone")
    assert {item.path.name: item.state for item in card_state(case, card).missing} == {
        "loop": "unreadable",
        "nowhere.jpg": "unreadable",
    }


@linux_only
def test_a_folder_that_stays_closed_is_not_safe(
    case: CaseFile, workers: MediaWorkers, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = Path("/tmp") / f"surveyor-card-{os.getpid()}"
    photos_in(stick / "DCIM" / "closed", 1)
    photos_in(stick / "DCIM" / "open", 1)
    try:
        import_files(case, [stick], workers)
        (stick / "DCIM" / "closed").chmod(0)
        if os.geteuid() == 0:
            # Root may look everywhere; as anybody else the case itself could not be read here.
            walk = os.walk

            def as_surveyor(*arguments: Any, **options: Any) -> list[Any]:
                with unprivileged():
                    return list(walk(*arguments, **options))

            monkeypatch.setattr(os, "walk", as_surveyor)
        assert [item.path.name for item in card_state(case, stick).missing] == ["closed"]
    finally:
        (stick / "DCIM" / "closed").chmod(0o700)
        shutil.rmtree(stick)


def test_an_empty_card_is_not_called_safe(case: CaseFile, tmp_path: Path) -> None:
    (tmp_path / "card" / "DCIM").mkdir(parents=True)
    assert not card_state(case, tmp_path / "card").is_safe


def test_a_card_pulled_out_during_the_check_is_said_to_be_gone(
    case: CaseFile, workers: MediaWorkers, mounted: Path
) -> None:
    photos_in(mounted / "DCIM", 4)
    import_files(case, [mounted], workers)

    def pull(told: Progress) -> None:
        if mounted.is_mount():
            pull_out(mounted)

    with pytest.raises(SourceGone):
        card_state(case, mounted, pull)
    with pytest.raises(SourceGone):
        card_state(case, mounted / "DCIM")
    put_in(mounted)
    assert not card_state(case, mounted).is_safe


def test_the_check_counts_bytes_and_can_be_cancelled(case: CaseFile, workers: MediaWorkers, card: Path) -> None:
    import_files(case, [card], workers)
    told: list[Progress] = []
    card_state(case, card, told.append)
    size = sum(path.stat().st_size for path in card.rglob("*.jpg"))
    assert {item.total for item in told} == {2 * size}
    assert [item.done for item in told] == sorted(item.done for item in told)
    assert told[-1].done == 2 * size
    for at in (0, len(told) // 2):
        with pytest.raises(Cancelled):
            card_state(case, card, _cancelling(told[at].done))


def _cancelling(at: int) -> Callable[[Progress], None]:
    def tell(told: Progress) -> None:
        if told.done >= at:
            raise Cancelled

    return tell
