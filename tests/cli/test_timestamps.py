"""The time-stamp authority of the command line: asked, named in what is said, and never in the way of a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Surveyor
from tests.report.signatures.time_authority import TimeAuthority, make_time_authority, serving

REPORT = ("report", "--despite", "test", "--language", "en")


@pytest.fixture(scope="module")
def time(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    return make_time_authority(tmp_path_factory.mktemp("time") / "tsa")


def _settings(surveyor: Surveyor, folder: Path, text: str) -> None:
    (folder / "surveyor").mkdir(parents=True)
    (folder / "surveyor" / "settings.toml").write_text(text, encoding="utf-8")
    surveyor.environment["XDG_CONFIG_HOME"] = str(folder)


def test_the_authority_of_the_settings_confirms_the_time(told: Surveyor, time: TimeAuthority, tmp_path: Path) -> None:
    with time.serve() as url:
        _settings(told, tmp_path / "config", f'[timestamp]\nurl = "{url}"\nauthority = "{time.folder / "root.pem"}"\n')
        made = told.tell(*REPORT, told.world.case, "--out", tmp_path / "report.pdf")
    assert (made["method"], made["timestamp_problem"]) == ("pades_b_t", None)
    codes = {item["code"] for item in told.tell("verify", tmp_path / "report.pdf")["findings"]}
    assert "timestamp_valid" in codes


def test_one_that_does_not_answer_is_named_and_the_report_signed(told: Surveyor, tmp_path: Path) -> None:
    with serving(lambda _query: (503, b"")) as url:
        said = told.say(*REPORT, told.world.case, "--out", tmp_path / "report.pdf", "--timestamp", url)
    assert f"confirmed no time ({url}: HTTP 503)" in said
    assert "signed all the same" in said
    assert told.tell("verify", tmp_path / "report.pdf")["holds"] is True


def test_what_is_no_address_is_refused_before_anything_is_sealed(told: Surveyor, tmp_path: Path) -> None:
    words = (*REPORT, told.world.case, "--out", tmp_path / "report.pdf", "--timestamp", "time.example")
    assert told.refuse("input_invalid", *words) == {"field": "timestamp", "reason": "not a URL"}
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 0


def test_settings_that_cannot_be_used_are_named(told: Surveyor, tmp_path: Path) -> None:
    _settings(told, tmp_path / "config", "[timestamp]\nurl = 5\n")
    said = told.say(*REPORT, told.world.case, "--out", tmp_path / "report.pdf")
    assert "Not used from the settings: timestamp.url: 5" in said
