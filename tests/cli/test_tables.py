"""Tables for people: whatever a row lacks, and however many cells it has, every row is one line and its columns stand."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from surveyor_app.central.centre import Centre
from surveyor_app.central.claims import office, reassigning
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.storage.config import CentreConfig
from surveyor_app.cli import main
from surveyor_app.cli.output import Output
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id

PEOPLE = Output(as_json=False)


@pytest.mark.parametrize(
    ("rows", "lines"),
    [
        ([], []),
        ([()], [""]),
        ([("a", None), (None, "b")], ["a", "   b"]),
        ([("a",), ("bb", 1, "c"), ()], ["a", "bb  1  c", ""]),
        ([("bb", "x", None), ("a", "y")], ["bb  x", "a   y"]),
        ([("中文", "x"), ("a", "y")], ["中文  x", "a     y"]),
        ([("two\nlines\x1b[2J", "x")], ["two lines [2J  x"]),
    ],
)
def test_rows_may_be_unequal_and_lack_cells(
    rows: list[tuple[object, ...]], lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    PEOPLE.table(rows)
    assert capsys.readouterr().out.splitlines() == lines


def test_claims_are_listed_whatever_tasks_and_numbers_they_have(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Centre(CentreConfig(tmp_path))) as centre:
        for user in ("wang", "chen"):
            office.create_user(centre, user, user.title())
        alone = office.open_claim(centre, "li", {"report_no": "R1"})
        nameless = office.open_claim(centre, "li", {})
        given = office.open_claim(centre, "li", {"report_no": "R2"})
        bare = Step(Action.CREATE, Task.KIND, new_record_id())
        with centre.database.write() as session:
            write_entries(session, nameless, [bare], "li", centre.now())
        task = office.assign(centre, "li", given, "wang")
        reassigning.reassign(centre, "li", given, task, "chen")
    assert main(["central", "claim", "list", "--data", str(tmp_path)]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith(
        f"R2  no receipt  {given}  wang: Scene survey, Reassigned, task {task}  chen: Scene survey, New, task "
    )
    assert second.split() == ["no", "receipt", nameless, "nobody:", "task", bare.id]
    assert third == f"R1  no receipt  {alone}"
