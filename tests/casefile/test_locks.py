"""The lock beside a case: one holder, gone with its process, no file left behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from surveyor_app.casefile.locks import CaseLock, lock_path
from surveyor_app.domain.errors import CaseLocked, StorageFailed

HOLDER = """
import sys
from pathlib import Path
from surveyor_app.casefile.locks import CaseLock
lock = CaseLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "报案 1.survey"


def test_a_second_opening_in_the_same_program_is_refused(path: Path) -> None:
    lock = CaseLock(path)
    with pytest.raises(CaseLocked):
        CaseLock(path)
    lock.release()
    CaseLock(path).release()
    assert not lock_path(path).exists()


def test_a_lock_that_is_given_back_in_a_moment_is_waited_for(path: Path) -> None:
    lock = CaseLock(path)
    giving_back = threading.Timer(0.05, lock.release)
    giving_back.start()
    CaseLock(path).release()
    giving_back.join()


def test_another_program_is_refused_until_the_holder_dies(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(CaseLocked) as caught:
            CaseLock(path)
        assert caught.value.data["path"] == str(path)
        holder.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
        holder.wait()
    assert lock_path(path).exists()
    CaseLock(path).release()
    assert not lock_path(path).exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    with pytest.raises(StorageFailed):
        CaseLock(blocked / "case.survey")
