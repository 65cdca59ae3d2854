"""Where a judge cannot be had, that is said and nothing is judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.judges import dss, verapdf
from tests.judges.maven import NotHere


def test_a_machine_without_java_and_maven_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match="java and mvn not found"):
        verapdf.fetch(tmp_path / "judges")
    assert not (tmp_path / "judges").exists()


def test_an_archive_that_is_there_wants_java_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / f"cli-{verapdf.VERSION}.jar").write_bytes(b"")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotHere, match=r"^java not found"):
        verapdf.fetch(tmp_path)


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
