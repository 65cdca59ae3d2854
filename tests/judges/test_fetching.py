"""Where a judge cannot be had, that is said and nothing is judged; nothing waits for it for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges import dss
from tests.judges.maven import NotHere
from tests.judges.standards import judge_standards
from tests.judges.verapdf import VERSION, fetch


def stand_in(folder: Path, name: str, script: str) -> None:
    """Put a program of this name there."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


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


def test_a_registry_that_refuses_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path / "bin", "java", "exit 0")
    stand_in(tmp_path / "bin", "mvn", "echo no route to host; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(NotHere, match="no route to host"):
        fetch(tmp_path / "judges")


def test_a_registry_that_never_answers_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path / "bin", "java", "exit 0")
    stand_in(tmp_path / "bin", "mvn", "while :; do /bin/sleep 1; done")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    with pytest.raises(NotHere, match=r"did not answer within 0\.2 s"):
        fetch(tmp_path / "judges", 0.2)


def test_without_a_judge_the_check_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert judge_standards(tmp_path / "judges", tmp_path / "world", tmp_path, few=True)
    assert capsys.readouterr().out.startswith("SKIPPED: ")


def test_the_judge_of_signatures_wants_a_compiler_as_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match="java and javac and mvn not found"):
        dss.fetch(tmp_path / "judges")
    assert not (tmp_path / "judges").exists()
    archives = tmp_path / "judges" / f"dss-{dss.VERSION}"
    archives.mkdir(parents=True)
    (archives / "complete").touch()
    with pytest.raises(NotHere, match=r"^java and javac not found"):
        dss.fetch(tmp_path / "judges")


@pytest.mark.parametrize(
    ("seen", "claimed", "confirmed"),
    [
        (("PAdES-BASELINE-B", "TOTAL_PASSED", ""), "B-B", True),
        (("PAdES-BASELINE-LTA", "TOTAL_PASSED", ""), "B-LTA", True),
        (("PAdES-BASELINE-LT", "TOTAL_PASSED", ""), "B-LTA", False),
        (("PAdES-BASELINE-LTA", "INDETERMINATE", ""), "B-LTA", False),
        (("PAdES-BASELINE-LTA", "TOTAL_PASSED", "time stamp INDETERMINATE"), "B-LTA", False),
    ],
)
def test_a_claim_is_confirmed_by_level_and_verdict(seen: tuple[str, str, str], claimed: str, confirmed: bool) -> None:
    assert dss.Opinion(*seen).confirms(claimed) is confirmed
