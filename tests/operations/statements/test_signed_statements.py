"""A sealed statement never changes again: not here, and not by an entry from elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.statements.errors import StatementSigned
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.operations.editing import records
from surveyor_app.records import reading


@pytest.fixture
def signed(case: CaseFile) -> tuple[str, str]:
    """Ids of a sealed statement and its one answer."""
    statement = records.create(case, Statement, {"seq_no": 1}).id
    answer = records.create(case, Answer, {"statement_uid": statement, "answer": "九点。"}).id
    case.apply([Step(Action.SEAL, "statement", statement), Step(Action.SEAL, "answer", answer)], "close_statement")
    return statement, answer


@pytest.mark.parametrize(
    "attempt",
    [
        lambda case, _s, a: records.change(case, Answer, a, {"answer": "十点。"}),
        lambda case, _s, a: records.withdraw(case, Answer, [a], "wrong"),
        lambda case, s, _a: records.change(case, Statement, s, {"place": "elsewhere"}),
        lambda case, s, _a: records.withdraw(case, Statement, [s], "wrong"),
        lambda case, s, _a: records.create(case, Answer, {"statement_uid": s, "answer": "later"}),
    ],
)
def test_nothing_of_it_is_changed_withdrawn_or_added(
    case: CaseFile, signed: tuple[str, str], attempt: Callable[[CaseFile, str, str], object]
) -> None:
    with pytest.raises(StatementSigned):
        attempt(case, *signed)


def test_an_entry_that_changes_it_all_the_same_is_set_aside(case: CaseFile, signed: tuple[str, str]) -> None:
    case.apply([Step(Action.CHANGE, "answer", signed[1], {"answer": "十点。"})], "forged")
    with case.read() as session:
        answer = reading.get(session, case.case_id, Answer, signed[1])
        aside = reading.quarantine_of(session, case.case_id)
    assert answer is not None
    assert answer.answer == "九点。"
    assert [item.reason for item in aside] == ["after_seal"]
