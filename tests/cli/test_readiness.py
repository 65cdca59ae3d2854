"""Requirements block finishing: with mandatory points open a report is signed only for a reason, which the journal keeps."""

from __future__ import annotations

from pathlib import Path

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
