"""A statement being corrected and signed, as a program of its own that may be killed: each step is said once it is kept."""

from __future__ import annotations

import os
from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.operations.statements.closing import close
from surveyor_app.operations.statements.contents import StatementContents, load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.operations.statements.signing import give, needs
from tests.operations.statement_world import drawing

CORRECTED = "大概二十五米远，我当时在看右边的后视镜。"


def main(arguments: list[str]) -> int:
    """Go on with the statement ``arguments[2]`` of the case ``arguments[1]``, in the profile ``arguments[0]``."""
    profile_folder, path = (Path(argument) for argument in arguments[:2])
    with Profile.unlock(profile_folder, os.environ["SURVEYOR_PASSPHRASE"]) as profile, open_case(profile, path) as case:
        go_on(case, arguments[2])
    return 0


def go_on(case: CaseFile, statement: str) -> None:
    """Do what is left: read, correct, lay out, sign each page, close."""
    contents = load_contents(case, statement)
    if contents.statement.sealed:
        return
    if contents.statement.review_mode is None:
        begin_reading(case, statement, "self_read")
    if not contents.corrections:
        correct(case, contents.answers[0].id, "answer", CORRECTED)
    _say("corrected")
    freeze_pages(case, statement)
    _say("frozen")
    for place, need in enumerate(needs(load_contents(case, statement))):
        if not need.is_given:
            give(case, statement, need, drawing(place), "pen")
        _say(f"given {need.purpose} {need.target_uid} {need.signer.key}")
    close(case, statement)
    _say("closed")


def given(contents: StatementContents) -> set[str]:
    """Return the steps that the store holds, in the words of :func:`go_on`."""
    found = {f"given {need.purpose} {need.target_uid} {need.signer.key}" for need in needs(contents) if need.is_given}
    found |= {"corrected"} if contents.corrections else set()
    found |= {"frozen"} if contents.pages else set()
    return found


def _say(what: str) -> None:
    print(what, flush=True)  # noqa: T201 -- what a killed process had acknowledged
