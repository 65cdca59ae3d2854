"""Where a judge cannot be had, that is said and nothing is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges.verapdf import VERSION, NotHere, fetch


def test_a_machine_without_java_and_maven_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match="java and mvn not found"):
        fetch(tmp_path / "judges")
    assert not (tmp_path / "judges").exists()


def test_an_archive_that_is_there_wants_java_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"cli-{VERSION}.jar").write_bytes(b"")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match=r"^java not found"):
        fetch(tmp_path)
