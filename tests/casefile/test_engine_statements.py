"""A statement that one case compiled is not compiled again for the next, and each case reads its own."""

from __future__ import annotations

from pathlib import Path

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import create_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.records import cases
from surveyor_app.records.engines.compiled import compiled_statements


def ids(case: CaseFile) -> list[str]:
    """What a case knows of itself, read through an engine of its own."""
    case.apply([Step(Action.CREATE, CASE_KIND, case.case_id)], "open_case")
    with case.read() as session:
        return cases.case_ids(session)


def test_the_next_case_compiles_nothing_that_the_first_did(profile: Profile, tmp_path: Path) -> None:
    with (
        create_case(profile, tmp_path / "first.survey") as first,
        create_case(profile, tmp_path / "second.survey") as second,
    ):
        assert ids(first) == [first.case_id]
        compiled = compiled_statements.keys()
        assert compiled
        assert ids(second) == [second.case_id]
        assert second.case_id != first.case_id
        assert compiled_statements.keys() == compiled
