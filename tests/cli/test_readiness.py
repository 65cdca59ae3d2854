"""Requirements block finishing: with mandatory points open a report is signed only for a reason, which the journal keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.domain.checks.gaps import read_gaps
from tests.cli.commands import Surveyor


def test_open_points_keep_a_report_from_being_signed(told: Surveyor, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    told.refuse("not_ready", "report", told.world.case, "--out", target)
    assert not target.exists()
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 0
    told.tell("report", told.world.case, "--out", target, "--despite", "客户要求当场出具")
    lines = told.tell("case", "history", told.world.case, "--kind", "task")
    (reason,) = [line["reason"] for line in lines if line["action"] == "seal"]
    general, gaps = read_gaps(reason)
    assert general == "客户要求当场出具"
    assert "V02" in {gap.check for gap in gaps}


def filled_in(text: str, reason: str, but: str = "") -> str:
    """Return a list with the same reason after every arrow, except on lines of one check."""
    lines = text.splitlines()
    return "\n".join(line if but and line.startswith(f"- {but} ") else f"{line} {reason}" for line in lines)


def test_the_list_asks_for_warnings_too_and_is_signed_with_a_reason_each(told: Surveyor, tmp_path: Path) -> None:
    paper, target = tmp_path / "reasons.txt", tmp_path / "report.pdf"
    told.tell("check", told.world.case, "--reasons", paper, status=1)
    text = paper.read_text(encoding="utf-8")
    levels = {item["id"]: item["level"] for item in told.tell("check", told.world.case, status=1)["findings"]}
    asked = [gap.check for gap in read_gaps(text)[1]]
    warned = [check for check in asked if levels[check] == "should"]
    assert {check for check, level in levels.items() if level == "must"} <= set(asked)
    assert warned
    words = ("report", told.world.case, "--out", target, "--reasons", paper)

    # Nothing filled in, then a warning alone is left out: neither is signed.
    assert int(told.refuse("not_ready", *words)["count"]) == len(asked)
    paper.write_text(filled_in(text, "天黑", warned[0]), encoding="utf-8")
    assert int(told.refuse("not_ready", *words)["count"]) == asked.count(warned[0])
    assert not target.exists()

    paper.write_text(filled_in(text, "天黑"), encoding="utf-8-sig")
    told.tell(*words)
    lines = told.tell("case", "history", told.world.case, "--kind", "task")
    (reason,) = [line["reason"] for line in lines if line["action"] == "seal"]
    kept = {gap.check: gap.reason for gap in read_gaps(reason)[1] if gap.check in asked}
    assert kept == dict.fromkeys(asked, "天黑")


@pytest.mark.parametrize(
    "damaged",
    [b"- V02 task.survey_place the arrow is gone", b"-V02", "\u5929\u9ed1".encode("gb18030"), None],
)
def test_a_damaged_list_excuses_nothing(told: Surveyor, tmp_path: Path, damaged: bytes | None) -> None:
    paper, target = tmp_path / "reasons.txt", tmp_path / "report.pdf"
    if damaged is not None:
        paper.write_bytes(damaged)
    refused = told.refuse("input_invalid", "report", told.world.case, "--out", target, "--reasons", paper)
    assert refused["field"] == "--reasons"
    assert not target.exists()


def test_a_list_is_written_over_nothing(told: Surveyor, tmp_path: Path) -> None:
    paper = tmp_path / "reasons.txt"
    paper.write_text("mine", encoding="utf-8")
    told.refuse("target_exists", "check", told.world.case, "--reasons", paper)
    assert paper.read_text(encoding="utf-8") == "mine"
