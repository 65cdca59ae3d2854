"""Workers survive whatever they are given, and the program survives its workers."""

from __future__ import annotations

import os
import select
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

import surveyor_app
from surveyor_app.domain.errors import BlobDamaged
from surveyor_app.media.facts import MediaClass, Problem
from surveyor_app.media.limits import Limits, resident_bytes
from surveyor_app.media.messages import MAX_PART
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.media.worker_process import ReadRange, WorkerProcess
from tests.media.made_files import encoded, exif, png, quadrants, sound, video

_PHOTO = encoded(quadrants(), "JPEG", exif=exif(Make="Surveyor"))
_SMALL = Limits(resident_bytes=250 << 20)
_ROOT = Path(surveyor_app.__file__).parent.parent

needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


@pytest.fixture(scope="module")
def workers() -> Iterator[MediaWorkers]:
    with MediaWorkers(2) as pool:
        yield pool


@pytest.fixture
def hanging(tmp_path: Path) -> Path:
    """A named pipe nobody writes to: whoever opens it for reading hangs."""
    path = tmp_path / "hanging.jpg"
    os.mkfifo(path)
    return path


def test_bytes_are_examined(workers: MediaWorkers) -> None:
    examination = workers.examine_bytes(_PHOTO)
    assert examination.facts.make == "Surveyor"
    assert examination.preview is not None
    assert examination.problem is None


def test_a_part_of_a_buffer_is_examined(workers: MediaWorkers) -> None:
    assert workers.examine_bytes(memoryview(b"xx" + _PHOTO)[2:]).facts.make == "Surveyor"


def test_a_file_is_examined(workers: MediaWorkers, tmp_path: Path) -> None:
    path = tmp_path / "现场 1.mp4"
    path.write_bytes(video())
    assert workers.examine_path(path).facts.codec == "mpeg4"


def test_a_missing_file_is_unreadable(workers: MediaWorkers, tmp_path: Path) -> None:
    assert workers.examine_path(tmp_path / "gone").problem is Problem.UNREADABLE


def test_many_in_the_background(workers: MediaWorkers) -> None:
    futures = [workers.submit_bytes(_PHOTO) for _ in range(20)]
    assert {future.result().facts.make for future in futures} == {"Surveyor"}


def test_several_threads_may_ask(workers: MediaWorkers) -> None:
    found: list[str | None] = []
    threads = [
        threading.Thread(target=lambda: found.append(workers.examine_bytes(_PHOTO).facts.make)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["Surveyor"] * 8


def test_a_bomb_costs_nothing(workers: MediaWorkers) -> None:
    assert workers.examine_bytes(png(30_000, 30_000)).problem is Problem.TOO_MANY_PIXELS


@needs_fifo
def test_a_hanging_worker_is_ended_and_replaced(hanging: Path) -> None:
    with MediaWorkers(1) as pool:
        assert pool.examine_path(hanging, timeout_s=0.5).problem is Problem.TOO_SLOW
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"


def test_a_slow_picture_keeps_its_sniffed_facts() -> None:
    # 100 million pixels of RGB: within the pixel limit, far beyond the time given.
    slow = png(10_000, 10_000, row=bytes(1 + 30_000), colour_type=2)
    with MediaWorkers(1) as pool:
        assert pool.examine_bytes(_PHOTO).problem is None
        examination = pool.examine_bytes(slow, timeout_s=0.05)
    assert examination.problem is Problem.TOO_SLOW
    assert (examination.facts.media_class, examination.facts.format) == (MediaClass.PHOTO, "png")
    assert examination.preview is None


@needs_fifo
def test_a_crashed_worker_is_replaced(hanging: Path) -> None:
    with MediaWorkers(1) as pool, ThreadPoolExecutor(1) as beside:
        future = beside.submit(pool.examine_path, hanging)
        # Opening the other end returns when the worker has opened its own: it is in the middle of the file.
        with hanging.open("wb"):
            (pid,) = pool.process_ids()
            os.kill(pid, signal.SIGKILL)
            assert future.result().problem is Problem.CRASHED
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"


@needs_linux
def test_a_worker_that_dies_idle_costs_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "fed.jpg"
    os.mkfifo(pipe)
    with MediaWorkers(1) as pool, ThreadPoolExecutor(1) as beside:
        future = beside.submit(pool.examine_path, pipe)
        with pipe.open("wb") as end:
            (pid,) = pool.process_ids()
            end.write(b"no picture")
        assert future.result().problem is not None
        os.kill(pid, signal.SIGKILL)
        _wait_for_end(pid)
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"


@needs_linux
def test_a_worker_started_ahead_takes_the_first_file() -> None:
    with MediaWorkers(1) as pool:
        pool.warm_up()
        pool.submit_bytes(_PHOTO).result()
        before = _children()
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"
        pool.warm_up()
        pool.submit_bytes(_PHOTO).result()
        assert _children() == before


def test_starting_ahead_is_no_error_when_it_is_over() -> None:
    pool = MediaWorkers(1)
    pool.warm_up()
    pool.close()
    pool.warm_up()


def _children() -> set[str]:
    return {pid for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text().split()}


def _ranges(data: bytes) -> ReadRange:
    return lambda offset, size: data[offset : offset + size]


@pytest.mark.parametrize("data", [_PHOTO, video(), video("mov"), video("avi"), sound("wav"), b"", b"%PDF-1.7"])
def test_a_file_given_in_ranges_is_examined_like_its_bytes(workers: MediaWorkers, data: bytes) -> None:
    assert workers.examine_ranges(len(data), _ranges(data)) == workers.examine_bytes(data)


def test_many_ranges_are_asked_for_as_they_are_needed(workers: MediaWorkers) -> None:
    asked: list[tuple[int, int]] = []
    data = encoded(quadrants(800, 600), "TIFF") + bytes(20 << 20)

    def read(offset: int, size: int) -> bytes:
        asked.append((offset, size))
        return data[offset : offset + size]

    assert workers.examine_ranges(len(data), read).preview is not None
    assert asked
    assert max(size for _, size in asked) <= MAX_PART


def test_a_source_that_fails_midway_is_reported(workers: MediaWorkers) -> None:
    data = encoded(Image.effect_noise((1500, 1500), 90), "JPEG", quality=95)

    def read(offset: int, size: int) -> bytes:
        if offset > len(data) // 2:
            raise OSError("pulled out")
        return data[offset : min(offset + size, len(data) // 2 + 1)]

    examination = workers.examine_ranges(len(data), read)
    assert examination.problem in {Problem.UNREADABLE, Problem.TRUNCATED}
    assert (examination.facts.format, examination.facts.width_px) == ("jpeg", 1500)


def test_a_source_that_fails_at_once_is_unreadable(workers: MediaWorkers) -> None:
    def read(offset: int, size: int) -> bytes:
        raise OSError("pulled out")

    assert workers.examine_ranges(1000, read).problem is Problem.UNREADABLE
    assert workers.examine_bytes(_PHOTO).problem is None


def test_what_a_range_raises_is_raised_and_costs_one_worker_only(workers: MediaWorkers) -> None:
    def read(offset: int, size: int) -> bytes:
        raise BlobDamaged(sha256="00")

    with pytest.raises(BlobDamaged):
        workers.examine_ranges(1000, read)
    assert workers.examine_bytes(_PHOTO).facts.make == "Surveyor"


def test_answers_that_never_come_are_not_waited_for() -> None:
    # The worker is gone, but its child keeps the pipe: like one that a dead disk holds, it can be neither heard nor ended.
    program = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3)'])"
    worker = WorkerProcess(Limits(), [sys.executable, "-c", program], grace_s=0.2)
    assert worker.ask({}, b"", 0.1) is None
    worker.kill(Problem.TOO_SLOW)
    worker.stop()


@needs_linux
def test_a_gigabyte_behind_a_photo_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.jpg"
    with path.open("wb") as file:
        file.write(_PHOTO)
        file.truncate(1 << 30)
    with MediaWorkers(1, limits=_SMALL) as pool:
        assert pool.examine_path(path).problem is None


@needs_linux
def test_a_gigabyte_of_sound_costs_no_memory(tmp_path: Path) -> None:
    path = tmp_path / "large.wav"
    whole = sound()
    at = whole.index(b"data")
    with path.open("wb") as file:
        file.write(whole[:4] + struct.pack("<I", at + (1 << 30)) + whole[8:at] + struct.pack("<4sI", b"data", 1 << 30))
        file.truncate(at + 8 + (1 << 30))
    with MediaWorkers(1, limits=_SMALL) as pool:
        facts = pool.examine_path(path).facts
    # 16,000 samples a second of two bytes.
    assert (facts.media_class, facts.duration_ms) == (MediaClass.SOUND, 1000 * (1 << 30) // 32_000)


@needs_linux
@pytest.mark.parametrize("container", ["mp4", "mov"])
def test_a_video_of_a_gigabyte_costs_no_memory(tmp_path: Path, container: str) -> None:
    path = tmp_path / "large"
    _with_a_gigabyte(video(container), path)
    with MediaWorkers(1, limits=_SMALL) as pool:
        examination = pool.examine_path(path)
        assert (examination.problem, examination.facts.duration_ms) == (None, 1000)

        def read(offset: int, size: int) -> bytes:
            with path.open("rb") as file:
                file.seek(offset)
                return file.read(size)

        assert pool.examine_ranges(path.stat().st_size, read) == examination


def _with_a_gigabyte(data: bytes, path: Path) -> None:
    """Write a video with a gigabyte of nothing before its index, as long recordings have it at their end."""
    at = data.rindex(b"moov") - 4
    with path.open("wb") as file:
        file.write(data[:at] + struct.pack(">I4sQ", 1, b"free", 1 << 30))
        file.seek((1 << 30) - 16, os.SEEK_CUR)
        file.write(data[at:])


@needs_linux
def test_memory_is_limited_by_the_system() -> None:
    with MediaWorkers(1, limits=Limits(address_space_bytes=512 << 20)) as pool:
        wide = png(10_000, 10_000, row=bytes(1 + 30_000), colour_type=2)
        assert pool.examine_bytes(wide).problem is Problem.OUT_OF_MEMORY
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"


@needs_linux
def test_memory_is_watched_from_outside() -> None:
    limits = Limits(address_space_bytes=None, resident_bytes=200 << 20)
    with MediaWorkers(1, limits=limits) as pool:
        wide = png(10_000, 10_000, row=bytes(1 + 30_000), colour_type=2)
        assert pool.examine_bytes(wide).problem is Problem.OUT_OF_MEMORY
        assert pool.examine_bytes(_PHOTO).facts.make == "Surveyor"


@needs_linux
def test_own_memory_can_be_told() -> None:
    used = resident_bytes(os.getpid())
    assert used is not None
    assert used > 1 << 20
    assert resident_bytes(2**22 + 1) is None


@needs_linux
@needs_fifo
def test_workers_end_with_the_program_even_in_the_middle_of_a_file(hanging: Path) -> None:
    program = (
        "import sys; from concurrent.futures import ThreadPoolExecutor; from pathlib import Path\n"
        "from surveyor_app.media.worker import MediaWorkers\n"
        "pool = MediaWorkers(1); future = ThreadPoolExecutor(1).submit(pool.examine_path, Path(sys.argv[1]))\n"
        "end = open(sys.argv[1], 'wb'); print(pool.process_ids()[0], flush=True); future.result()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(hanging)], stdout=subprocess.PIPE, text=True, cwd=_ROOT
    ) as parent:
        assert parent.stdout is not None
        worker_pid = int(parent.stdout.readline())
        watched = os.pidfd_open(worker_pid)
        parent.kill()
        parent.wait()
        ended, _, _ = select.select([watched], [], [], 30)
        os.close(watched)
    assert ended


def test_closing_twice_is_allowed_and_asking_then_is_an_error() -> None:
    pool = MediaWorkers(1)
    assert pool.examine_bytes(_PHOTO).problem is None
    pool.close()
    pool.close()
    with pytest.raises(RuntimeError):
        pool.examine_bytes(_PHOTO)


def test_the_program_itself_loads_no_picture_library() -> None:
    program = (
        "import sys; from surveyor_app.media.worker import MediaWorkers\n"
        "pool = MediaWorkers(1); assert pool.examine_bytes(b'%PDF-1.7').problem; pool.close()\n"
        "assert not {'PIL', 'av', 'exifread', 'pillow_heif', 'c2pa'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True, cwd=_ROOT)


def _wait_for_end(pid: int) -> None:
    watched = os.pidfd_open(pid)
    select.select([watched], [], [], 30)
    os.close(watched)
