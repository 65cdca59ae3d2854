"""Statements on the command line: listed, and their paper handed out."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading
from tests.cli.commands import Surveyor
from tests.operations.statement_world import sign_all, take


def test_a_signed_statement_is_listed_and_handed_out_as_it_was_signed(told: Surveyor, tmp_path: Path) -> None:
    with told.world.opened() as case:
        signed = take(case).statement
        begin_reading(case, signed, "self_read")
        freeze_pages(case, signed)
        sign_all(case, signed)
        close(case, signed)
        take(case)
    listed = told.tell("statement", told.world.case)["statements"]
    assert [(item["number"], item["status"], item["person"]) for item in listed] == [
        (1, "closed", "李国强"),
        (2, "draft", "李国强"),
    ]
    told.say("statement", told.world.case, "1", "--out", tmp_path / "one.pdf")
    assert told.tell("statement", told.world.case, "2", "--out", tmp_path / "two.pdf")["signed"] is False
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF-1.7")
    told.refuse("target_exists", "statement", told.world.case, "1", "--out", tmp_path / "one.pdf")
    told.refuse("not_found", "statement", told.world.case, "9", "--out", tmp_path / "nine.pdf")
    assert not (tmp_path / "nine.pdf").exists()
    told.say("verify", told.world.case)
