"""Every command but the window works where Qt is not installed: on a server of the centre, in a container."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from surveyor_app.media.sample_photos import draw_sample_photos
from tests.conftest import REPOSITORY
from tests.faults.worlds import ENVIRONMENT

ABSENT = ("PySide6", "shiboken6", "qtawesome")
Words = tuple[str | Path, ...]


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """An environment whose Python finds no Qt."""
    folder = tmp_path / "no_qt"
    folder.mkdir()
    lines = ["import sys", f"sys.modules.update(dict.fromkeys({ABSENT!r}))"]
    (folder / "sitecustomize.py").write_text("\n".join(lines), encoding="utf-8")
    return {**os.environ, **ENVIRONMENT, "PYTHONPATH": os.pathsep.join([str(folder), str(REPOSITORY)])}


def run(environment: Mapping[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "surveyor_app", *map(str, words)],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_qt_is_really_out_of_reach(environment: Mapping[str, str]) -> None:
    for name in ABSENT:
        tried = subprocess.run(
            [sys.executable, "-c", f"import {name}"], env=environment, capture_output=True, check=False
        )
        assert b"ModuleNotFoundError" in tried.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("case", "--help"),
        ("run-sample", "--help"),
        ("central", "serve", "--help"),
        ("central", "claim", "--help"),
    ],
    ids=" ".join,
)
def test_commands_explain_themselves(environment: Mapping[str, str], words: Words) -> None:
    ended = run(environment, *words)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "surveyor" in ended.stdout


def test_a_case_is_filled_checked_and_reported(environment: Mapping[str, str], tmp_path: Path) -> None:
    photo = draw_sample_photos(tmp_path / "photos", 1)[0]
    profile, case = ("--profile", tmp_path / "profile"), tmp_path / "case.survey"

    def tell(*words: str | Path, status: int = 0) -> object:
        ended = run(environment, *words, *profile, "--json")
        assert ended.returncode == status, ended.stderr + ended.stdout
        return json.loads(ended.stdout)

    tell("profile", "create", "--user", "wang", "--name", "王查勘")
    tell("case", "new", "--report-no", "R1", "--out", case)
    tell("import", case, photo)
    tell("check", case, status=1)
    tell("report", case, "--out", tmp_path / "draft.pdf", "--draft")
    assert (tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF-")


def test_an_error_is_said_in_words(environment: Mapping[str, str], tmp_path: Path) -> None:
    ended = run(environment, "case", "list", "--profile", tmp_path / "nowhere")
    assert ended.returncode == 1
    assert ended.stderr.startswith("surveyor: There is no profile at")
