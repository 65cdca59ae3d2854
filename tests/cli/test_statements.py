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


def test_a_statement_handed_out_is_verified_alone_and_beside_its_case(told: Surveyor, tmp_path: Path) -> None:
    with told.world.opened() as case:
        signed = take(case, 1).statement
        begin_reading(case, signed, "self_read")
        freeze_pages(case, signed)
        sign_all(case, signed)
        close(case, signed)
        draft = take(case, 1).statement
        begin_reading(case, draft, "self_read")
        freeze_pages(case, draft)
    told.say("statement", told.world.case, "1", "--out", tmp_path / "one.pdf")
    told.say("statement", told.world.case, "2", "--out", tmp_path / "two.pdf")
    verdict = told.tell("verify", tmp_path / "one.pdf")
    assert (verdict["kind"], verdict["state"], verdict["proven"]) == ("statement", "proven", True)
    (part,) = [part for part in verdict["parts"] if part["part"] == "statement"]
    assert part["proven_by"][0]["time_source"] == "device"
    assert {"role": "subject", "name": "李国强", "signatures": 3} in part["by_hand"]
    said = told.say("verify", tmp_path / "one.pdf", "--with", told.world.case)
    assert "Statement 1, 1 page(s): proven" in said
    assert said.endswith(": holds.\n")
    unsealed = told.run("verify", tmp_path / "two.pdf")
    assert unsealed.status == 2
    assert "Name its bag or its case with --with." in unsealed.out
    draft_verdict = told.tell("verify", tmp_path / "two.pdf", "--with", told.world.case, status=1)
    assert [item["code"] for item in draft_verdict["findings"]] == ["statement_draft"]
    told.refuse("input_invalid", "verify", told.world.case, "--with", told.world.case)
