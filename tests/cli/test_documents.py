"""Papers and the one-time notice on the command line."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.operations.documents.checklists import note_state
from tests.cli.commands import Surveyor


def test_papers_are_listed_and_the_notice_is_issued_and_handed_out(told: Surveyor, tmp_path: Path) -> None:
    with told.world.opened() as case:
        note_state(case, "claim_form", None, "requested")
        note_state(case, "policy", None, "received")
    listed = told.tell("documents", told.world.case)
    states = {line["id"]: [item["state"] for item in line["documents"]] for line in listed["documents"]}
    assert (states["claim_form"], states["policy"], states["bank_account"]) == (["requested"], ["received"], [])
    assert 0 < listed["open"] < listed["total"]
    issued = told.tell("notice", told.world.case, "--issue", "--out", tmp_path / "one.pdf", "--to", "王某")
    assert issued["issued"] is True
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF-1.7")
