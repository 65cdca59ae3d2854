"""A changed character of a signed statement is found, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.casefile import storing
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.engine import connect
from surveyor_app.casefile.headers import find_key, read_header
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.statements.closing import close, statement_pdf
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading, correct
from tests.operations.statement_world import Taken, sign_all, take


@pytest.fixture
def taken(case: CaseFile) -> Taken:
    """A statement with a correction, every page of it signed, not closed."""
    found = take(case)
    begin_reading(case, found.statement, "self_read")
    correct(case, found.answers[0], "answer", "大概十五米远，第1次。", "记错了")
    freeze_pages(case, found.statement)
    sign_all(case, found.statement)
    return found


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answers SET answer = replace(answer, '十', '九')",
        "UPDATE answers SET question = question || '。'",
        "UPDATE corrections SET old = replace(old, '十', '九')",
        "UPDATE statements SET place = replace(place, '100', '101')",
        "UPDATE statement_pages SET bound_sha256 = substr(bound_sha256, 2) || 'x'",
        "UPDATE inks SET signer_name = 'X' WHERE role = 'questioner'",
        "UPDATE participants SET name = replace(name, '张', '章')",
    ],
)
def test_one_changed_character_in_the_database_is_found(
    case: CaseFile, profile: Profile, taken: Taken, change: str
) -> None:
    close(case, taken.statement)
    path = case.path
    case.close()
    assert verify_case(profile, path) == []
    _execute(profile, path, change)
    assert [item.level for item in verify_case(profile, path)] != []


def test_one_changed_character_in_the_journal_is_found(case: CaseFile, profile: Profile, taken: Taken) -> None:
    close(case, taken.statement)
    path = case.path
    case.close()
    _execute(
        profile, path, "DROP TRIGGER bodies_no_update", "UPDATE bodies SET content = replace(content, '十米', '九米')"
    )
    assert verify_case(profile, path) != []


def test_words_that_were_changed_after_signing_and_sealed_all_the_same_are_found(
    case: CaseFile, profile: Profile, taken: Taken
) -> None:
    pdf = statement_pdf(case, taken.statement)
    contents = load_contents(case, taken.statement)
    case.apply([Step(Action.CHANGE, "answer", taken.answers[2], {"answer": "大概九米远，第3次。"})], "forged")
    parts = (*contents.answers, *contents.participants, *contents.corrections, *contents.pages, *contents.inks)

    def steps(stored: StoredBlob) -> list[Step]:
        closed = Step(Action.CHANGE, "statement", taken.statement, {"status": "closed", "sha256": stored.sha256})
        seals = [Step(Action.SEAL, part.KIND, part.id) for part in parts]
        return [closed, *seals, Step(Action.SEAL, "statement", taken.statement)]

    storing.store_blob(case, (pdf,), storing.Incoming(lambda: (pdf,), steps))
    path = case.path
    case.close()
    (finding,) = verify_case(profile, path)
    assert (finding.code, finding.level, finding.data["what"]) == (
        "statement_differs",
        "bad",
        "question 3 reads otherwise",
    )


def test_a_bag_holds_paper_pages_and_handwriting(case: CaseFile, taken: Taken, tmp_path: Path) -> None:
    close(case, taken.statement)
    export_bag(case, tmp_path / "bag")
    names = {
        path.name.split("-")[0] for path in (tmp_path / "bag" / "data" / "statements").rglob("*") if path.is_file()
    }
    assert names == {"statement.pdf", "page", "notice", "correction", "closing"}
    assert [item.code for item in verify_bag_folder(tmp_path / "bag") if item.level == "bad"] == []


def _execute(profile: Profile, path: Path, *statements: str) -> None:
    connection = connect(path, find_key(profile, path, read_header(path)).key)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
