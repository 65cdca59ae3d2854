"""The time-stamp authority of the command line: asked, named in what is said, and never in the way of a signature."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import Surveyor
from tests.report.keys import PASSPHRASE, authority, person
from tests.report.signatures.time_authority import TimeAuthority, make_time_authority, revocation_list, serving

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


def test_a_signed_report_is_made_to_last_and_verified_so(signed: Surveyor, time: TimeAuthority, tmp_path: Path) -> None:
    """The surveyor's authority is that of a centre nobody publishes the list of: it is given as a file."""
    report, lasting = tmp_path / "report.pdf", tmp_path / "lasting.pdf"
    signed.tell(*REPORT, signed.world.case, "--out", report, "--certificate", _p12(signed, tmp_path))
    lists = tmp_path / "people.crl", tmp_path / "time.crl"
    lists[0].write_bytes(revocation_list())
    lists[1].write_bytes(revocation_list(time.root))
    root, stamps = tmp_path / "root.pem", time.folder / "root.pem"
    root.write_bytes(authority().pem)
    trusting = ("--root", root, "--timestamp-root", stamps)
    with time.serve() as url:
        words = ("timestamp", report, "--timestamp", url, *trusting)
        made = signed.tell(*words, "--out", tmp_path / "half.pdf", status=1)
        assert (made["level"], len(made["unproven"])) == ("B-T", 2)
        said = signed.say(*words, "--out", lasting, "--crl", lists[0], "--crl", lists[1])
        assert "reach the level B-LTA" in said
        signed.refuse("target_exists", *words, "--out", lasting)
    told = signed.tell("verify", lasting, *trusting)
    assert told["proven"] is True
    assert {item["data"]["level"] for item in told["findings"] if item["code"] == "level_reached"} == {"B-LTA"}


def test_without_an_authority_nothing_is_written(signed: Surveyor, tmp_path: Path) -> None:
    out = tmp_path / "lasting.pdf"
    draft = tmp_path / "draft.pdf"
    signed.tell("report", signed.world.case, "--draft", "--out", draft)
    words = ("timestamp", draft, "--out", out)
    assert signed.refuse("input_invalid", *words)["reason"] == "no time-stamp authority is named"
    with serving(lambda _query: (503, b"")) as url:
        assert signed.refuse("input_invalid", *words, "--timestamp", url)["reason"] == "its signatures do not hold"
        report = tmp_path / "report.pdf"
        signed.tell(*REPORT, signed.world.case, "--out", report)
        signed.refuse("timestamp_failed", "timestamp", report, "--out", out, "--timestamp", url)
    assert not out.exists()


def _p12(surveyor: Surveyor, folder: Path) -> Path:
    path = folder / "zhang.p12"
    path.write_bytes(person("张查勘").pkcs12())
    surveyor.environment["SURVEYOR_P12_PASSPHRASE"] = PASSPHRASE
    return path
