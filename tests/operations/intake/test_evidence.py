"""Importing: every file is evidence, in the order given, once; only a source that cannot be read is refused."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import Cancelled
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.undoing import History
from surveyor_app.operations.intake import evidence
from surveyor_app.operations.intake.evidence import ImportResult, import_bytes, import_files
from surveyor_app.operations.intake.evidence_sources import find_sources
from tests.operations.worlds import entries, listed, only, photo, photos_in

linux_only = pytest.mark.skipif(
    sys.platform != "linux", reason="names and kinds of files that other systems do not have"
)


@contextmanager
def unprivileged() -> Iterator[None]:
    """Let the system refuse what it refuses a surveyor; a machine that tests as root refuses nothing."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def outcomes(result: ImportResult) -> list[tuple[str, str | None]]:
    return [(item.outcome, item.reason) for item in result.items]


def names(case: CaseFile) -> list[str | None]:
    return [item.file_name for item in listed(case, Evidence)]


def test_a_file_is_stored_with_what_it_says(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    (path,) = photos_in(tmp_path / "photos", 1)
    result = import_files(case, [path], workers)
    item = only(case, Evidence)
    assert outcomes(result) == [("stored", None)]
    assert (item.sha256, item.size_bytes) == (hashlib.sha256(photo(1)).hexdigest(), len(photo(1)))
    assert (item.evidence_class, item.format, item.width_px, item.height_px) == ("photo", "jpeg", 80, 41)
    assert (item.file_name, item.source, item.no_preview) == ("IMG_0001.jpg", str(path), None)
    assert b"".join(evidence.original(case, item.sha256 or "")) == path.read_bytes()
    assert (evidence.preview(case, item.sha256 or "") or b"").startswith(b"\xff\xd8")
    assert (evidence.thumbnail(case, item.sha256 or "") or b"").startswith(b"\xff\xd8")


def test_files_are_in_the_order_given(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "photos", 20)
    mixed = [*paths[10:], *reversed(paths[:10])]
    result = import_files(case, mixed, workers)
    assert [item.path for item in result.items] == mixed
    assert names(case) == [path.name for path in mixed]


def test_a_later_import_comes_behind(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    first = tmp_path / "AAA.jpg"
    first.write_bytes(photo(9))
    import_files(filled, [first], workers)
    assert names(filled)[-1] == "AAA.jpg"


def test_a_folder_is_walked_by_name_and_hidden_files_are_left_out(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    photos_in(tmp_path / "stick" / "b", 2)
    (tmp_path / "stick" / "a.txt").write_bytes(b"note")
    (tmp_path / "stick" / "b" / "._IMG_0001.jpg").write_bytes(b"resource fork")
    (tmp_path / "stick" / ".Trashes").mkdir()
    (tmp_path / "stick" / ".Trashes" / "x.jpg").write_bytes(photo(7))
    import_files(case, [tmp_path / "stick"], workers)
    assert names(case) == ["a.txt", "IMG_0001.jpg", "IMG_0002.jpg"]


# ------------------------------------------------------------------------------------------- duplicates


def test_the_same_bytes_are_one_piece_of_evidence(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    known = listed(filled, Evidence)
    other_name = tmp_path / "copy of it.jpg"
    other_name.write_bytes(photo(2))
    before = entries(filled)
    result = import_files(filled, [other_name], workers)
    assert outcomes(result) == [("duplicate", None)]
    assert result.items[0].evidence_id == known[1].id
    assert result.changes.touched == {Evidence.KIND: {known[1].id}}
    assert len(listed(filled, Evidence)) == len(known)
    assert len(entries(filled)) == len(before) + 1  # where it was found again


def test_a_file_given_twice_is_stored_once(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    paths = photos_in(tmp_path / "photos", 3)
    result = import_files(case, [*paths, paths[0], tmp_path / "photos"], workers)
    assert [outcome for outcome, _ in outcomes(result)] == ["stored"] * 3 + ["duplicate"] * 4
    assert {item.evidence_id for item in result.items[3:]} == {item.id for item in listed(case, Evidence)}


def test_a_duplicate_of_a_withdrawn_file_says_so(filled: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    first = listed(filled, Evidence)[0].id
    records.withdraw(filled, Evidence, [first], "wrong car")
    result = import_files(filled, photos_in(tmp_path / "again", 2), workers)
    assert outcomes(result) == [("duplicate", "withdrawn"), ("duplicate", None)]
    assert result.items[0].evidence_id == first
    assert len(listed(filled, Evidence)) == 2


def test_two_imports_at_once_store_the_same_files_once(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    """Both have read which files the case holds before either has stored one."""
    photos_in(tmp_path / "photos", 12)
    together = threading.Barrier(2, timeout=30)

    def meet(told: Progress) -> None:
        if told.done == 0:
            together.wait()

    with ThreadPoolExecutor(2) as pool:
        running = [pool.submit(import_files, case, [tmp_path / "photos"], workers, meet) for _ in range(2)]
        items = [item for future in running for item in future.result().items]
    assert len(listed(case, Evidence)) == 12
    assert {item.evidence_id for item in items} == {item.id for item in listed(case, Evidence)}
    assert sum(item.is_new for item in items) == 12


# ------------------------------------------------------------------------------------------- refused sources


def test_a_missing_file_is_refused_and_the_others_are_stored(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    paths = photos_in(tmp_path / "photos", 2)
    result = import_files(case, [paths[0], tmp_path / "gone.jpg", paths[1]], workers)
    assert outcomes(result) == [("stored", None), ("refused", "not_found"), ("stored", None)]
    assert names(case) == ["IMG_0001.jpg", "IMG_0002.jpg"]


@linux_only
def test_what_is_no_file_is_refused_and_does_not_stop_the_import(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    photos_in(folder, 1)
    os.mkfifo(folder / "pipe.jpg")
    (folder / "nowhere.jpg").symlink_to(tmp_path / "gone")
    (folder / "loop").symlink_to(folder)
    result = import_files(case, [folder, Path("/dev/zero"), Path("/proc/self/mem"), Path("a\0b")], workers)
    assert {item.path.name: item.reason for item in result.items} == {
        "IMG_0001.jpg": None,
        "loop": "source_unreadable",
        "nowhere.jpg": "not_found",
        "pipe.jpg": "source_unreadable",
        "zero": "source_unreadable",
        "mem": "source_unreadable",
        "a\0b": "not_found",
    }
    assert len(listed(case, Evidence)) == 1


@linux_only
def test_folders_that_may_not_be_read_are_named(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    stick = Path("/tmp") / f"surveyor-{tmp_path.name}-{os.getpid()}"
    photos_in(stick / "open", 1)
    photos_in(stick / "closed", 1)
    (stick / "closed").chmod(0)
    try:
        with unprivileged():
            found = [source.path for source in find_sources([stick, stick / "closed" / "IMG_0001.jpg"])]
        assert found == [stick / "closed", stick / "open" / "IMG_0001.jpg", stick / "closed" / "IMG_0001.jpg"]
        assert outcomes(import_files(case, [], workers)) == []
        with unprivileged(), pytest.raises(OSError, match="denied"):
            list(find_sources([stick])[0].chunks())
    finally:
        (stick / "closed").chmod(0o700)
        shutil.rmtree(stick)


def test_refused_files_are_counted_in_the_progress(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    told: list[Progress] = []
    import_files(case, [tmp_path / "a", *photos_in(tmp_path / "photos", 1), tmp_path / "b"], workers, told.append)
    assert [(item.done, item.total, item.refused) for item in told if item.total] == [
        (0, 3, 0),
        (1, 3, 1),
        (2, 3, 1),
        (3, 3, 2),
    ]


# ------------------------------------------------------------------------------------------- hostile content and names


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xff\xd8\xff\xe0" + bytes(50), "unreadable"),
        (photo(1)[:500], "unreadable"),
        (b"%PDF-1.7 hello", "unreadable"),
        (bytes(100), "not_a_picture"),
    ],
)
def test_what_cannot_be_shown_is_stored_all_the_same(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(data)
    result = import_files(case, [path], workers)
    item = only(case, Evidence)
    assert result.items[0].outcome == "stored_without_preview"
    assert result.items[0].reason == item.no_preview
    assert item.no_preview == reason
    assert b"".join(evidence.original(case, item.sha256 or "")) == data


@linux_only
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"\xff\xfe\xe7\x8e\xb0.jpg", "\\xff\\xfe现.jpg"),
        (b"a\nb\x07.jpg", "a\\x0ab\\x07.jpg"),
        ("现场 照片#1%.jpg".encode(), "现场 照片#1%.jpg"),
        (b"x" * 251 + b".jpg", "x" * 251 + ".jpg"),
    ],
)
def test_a_name_is_kept_exactly_and_shown_safely(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, name: bytes, shown: str
) -> None:
    folder = tmp_path / "photos"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(photo(1))
    import_files(case, [folder], workers)
    item = only(case, Evidence)
    assert item.file_name == shown
    assert base64.b64decode(item.file_name_b64 or "") == name
    assert item.source == f"{folder}/{shown}"


def test_a_large_file_is_never_held_in_memory(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    path = tmp_path / "long.bin"
    size = 70 * 1024 * 1024
    with path.open("wb") as file:
        file.truncate(size)
    tracemalloc.start()
    result = import_files(case, [path], workers)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert outcomes(result) == [("stored_without_preview", "not_a_picture")]
    assert only(case, Evidence).size_bytes == size
    assert peak < size


# ------------------------------------------------------------------------------------------- cancel, notices, undo


class Cancelling:
    """Progress that is cancelled after some files."""

    def __init__(self, after: int) -> None:
        self._after = after

    def __call__(self, told: Progress) -> None:
        if told.done == self._after:
            raise Cancelled


@pytest.mark.parametrize("after", [0, 1, 3, 9])
def test_a_cancelled_import_keeps_what_is_stored_and_tells_all_of_it(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path, after: int
) -> None:
    told: list[Changes] = []
    with pytest.raises(Cancelled):
        import_files(case, photos_in(tmp_path / "photos", 30), workers, Cancelling(after), told.append)
    kept = {item.id for item in listed(case, Evidence)}
    assert after <= len(kept) < 30
    assert {item for changes in told for item in changes.touched["evidence"]} == kept
    again = import_files(case, [tmp_path / "photos"], workers)
    assert len(listed(case, Evidence)) == 30
    assert sum(item.outcome == "duplicate" for item in again.items) == len(kept)


def test_each_stored_file_is_announced_once_when_it_can_be_read(
    case: CaseFile, workers: MediaWorkers, tmp_path: Path
) -> None:
    seen: list[str] = []

    def on_stored(changes: Changes) -> None:
        (record_id,) = changes.touched["evidence"]
        assert record_id in {item.id for item in listed(case, Evidence)}
        assert changes.inverse == ()
        seen.append(record_id)

    paths = photos_in(tmp_path / "photos", 5)
    result = import_files(case, [*paths, paths[0], tmp_path / "gone"], workers, on_stored=on_stored)
    assert seen == [item.id for item in listed(case, Evidence)]
    assert result.changes.touched == {"evidence": frozenset(seen)}


def test_an_import_is_undone_as_one_and_redone(case: CaseFile, workers: MediaWorkers, tmp_path: Path) -> None:
    history = History()
    history.record(import_files(case, photos_in(tmp_path / "photos", 3), workers).changes)
    assert history.undo_label == "import"
    history.undo(case)
    assert [item.withdrawn_reason for item in listed(case, Evidence, withdrawn=True)] == ["undo"] * 3
    history.redo(case)
    assert len(listed(case, Evidence)) == 3


# ------------------------------------------------------------------------------------------- the clipboard


def test_a_pasted_picture_becomes_evidence(case: CaseFile, workers: MediaWorkers) -> None:
    result = import_bytes(case, "clipboard.jpg", photo(1), workers)
    item = only(case, Evidence)
    assert outcomes(result) == [("stored", None)]
    assert result.changes.touched == {"evidence": frozenset({item.id})}
    assert (item.file_name, item.source, item.sha256) == (
        "clipboard.jpg",
        "clipboard",
        hashlib.sha256(photo(1)).hexdigest(),
    )


def test_a_picture_pasted_twice_is_one_piece_of_evidence(case: CaseFile, workers: MediaWorkers) -> None:
    first = import_bytes(case, "a.jpg", photo(1), workers)
    second = import_bytes(case, "b.jpg", photo(1), workers)
    assert outcomes(second) == [("duplicate", None)]
    assert second.items[0].evidence_id == first.items[0].evidence_id
    assert not second.changes.touched


@pytest.mark.parametrize("name", ["", "a\0b", "half \ud800", "../../etc/passwd"])
def test_a_pasted_picture_may_have_any_name(case: CaseFile, workers: MediaWorkers, name: str) -> None:
    import_bytes(case, name, photo(1), workers)
    assert only(case, Evidence).file_name in {"?", "a\\x00b", "half \\xed\\xa0\\x80", "passwd"}
