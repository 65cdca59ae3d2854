"""Fault points: silent unless asked, deadly at the right turn."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.domain.faultpoints import reach

PROGRAM = """
from surveyor_app.domain.faultpoints import reach
for turn in range(3):
    reach("other.step")
    reach("edit.after_commit")
    print(turn, flush=True)
"""


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_point_does_nothing_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SURVEYOR_KILL_AT", raising=False)
    monkeypatch.delenv("SURVEYOR_KILL_LOG", raising=False)
    reach("edit.after_commit")


@pytest.mark.skipif(sys.platform == "win32", reason="exit statuses of signals are POSIX")
@pytest.mark.parametrize(("target", "turns"), [("edit.after_commit", ""), ("edit.after_commit:2", "0\n")])
def test_the_process_dies_at_the_named_turn(target: str, turns: str) -> None:
    result = run(SURVEYOR_KILL_AT=target)
    assert result.returncode == -signal.SIGKILL
    assert result.stdout == turns


def test_another_name_does_not_kill() -> None:
    assert run(SURVEYOR_KILL_AT="edit.after").returncode == 0


def test_every_point_reached_is_logged(tmp_path: Path) -> None:
    log = tmp_path / "points"
    run(SURVEYOR_KILL_LOG=str(log), SURVEYOR_KILL_AT="edit.after_commit:2")
    assert log.read_text(encoding="utf-8").split() == ["other.step", "edit.after_commit"] * 2
