"""Where a judge cannot be had, that is said and nothing is judged; nothing waits for it for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges import dss
from tests.judges.maven import NotHere
from tests.judges.npm import fetch_package
from tests.judges.standards import judge_standards
from tests.judges.tus_clients import Way, judge_uploads, place, print_table
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


def test_a_machine_without_node_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match=r"^node not found"):
        fetch_package("tus-js-client", "0.0", tmp_path / "judges")
    stand_in(tmp_path, "node", "exit 0")
    with pytest.raises(NotHere, match=r"^npm not found"):
        fetch_package("tus-js-client", "0.0", tmp_path / "judges")
    assert not (tmp_path / "judges").exists()


def test_npm_that_fails_is_quoted_and_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path / "bin", "node", "exit 0")
    stand_in(tmp_path / "bin", "npm", "echo no such package >&2; exit 1")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    for _ in range(2):
        with pytest.raises(NotHere, match="no such package"):
            fetch_package("tus-js-client", "0.0", tmp_path / "judges")
    stand_in(tmp_path / "bin", "npm", "exit 0")
    assert fetch_package("tus-js-client", "0.0", tmp_path / "judges").name == "tus-js-client"


def test_stock_clients_upload_in_every_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is no Node, tuspy alone does."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert judge_uploads(tmp_path / "judges", tmp_path)
    out = capsys.readouterr().out
    assert "6 of 6 ways arrived" in out
    assert "SKIPPED: tus-js-client uploaded nothing. node not found" in out


def test_a_way_that_did_not_arrive_fails_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    way = Way("py: lost", "whole", 1000)
    with place(tmp_path, [way]) as where:
        assert not print_table("nobody", [way], {}, where)
    assert "FAILED   other bytes" in capsys.readouterr().out


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
