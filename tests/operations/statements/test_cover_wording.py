"""Nobody is given a statement to sign in which the surveyor says something on cover."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import CoverWordingFound
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.operations.editing import records
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import freeze_pages
from surveyor_app.operations.statements.reading import begin_reading, correct
from surveyor_app.operations.statements.signing import needs, refuse
from tests.operations.statement_world import Taken, take

SAID = "您知道这不屬於 保險責任吗？"


@pytest.fixture
def taken(case: CaseFile) -> Taken:
    """A statement with a question on cover, that is being read."""
    found = take(case)
    records.change(case, Answer, found.answers[1], {"question": SAID})
    begin_reading(case, found.statement, "self_read")
    return found


def test_a_question_on_cover_stops_signing_and_is_named(case: CaseFile, taken: Taken) -> None:
    with pytest.raises(CoverWordingFound) as caught:
        freeze_pages(case, taken.statement)
    assert caught.value.data == {
        "kind": "answer", "id": taken.answers[1], "field": "question", "words": "不属于保险责任", "count": 1,
    }  # fmt: skip
    contents = load_contents(case, taken.statement)
    assert (contents.pages, contents.statement.status) == ((), "reading")


def test_the_corrected_question_is_signed(case: CaseFile, taken: Taken) -> None:
    correct(case, taken.answers[1], "question", "您还知道什么？")
    freeze_pages(case, taken.statement)
    assert needs(load_contents(case, taken.statement))


def test_a_reason_of_a_correction_is_looked_at_too(case: CaseFile, taken: Taken) -> None:
    correct(case, taken.answers[1], "question", "您还知道什么？", "我司会全额赔付")
    with pytest.raises(CoverWordingFound) as caught:
        freeze_pages(case, taken.statement)
    assert (caught.value.data["kind"], caught.value.data["field"]) == ("correction", "reason")


def test_the_persons_own_words_stop_nothing(case: CaseFile) -> None:
    found = take(case)
    records.change(case, Answer, found.answers[0], {"answer": "他们说要拒赔。"})
    begin_reading(case, found.statement, "self_read")
    freeze_pages(case, found.statement)


def test_the_head_is_looked_at(case: CaseFile) -> None:
    found = take(case)
    records.change(case, Statement, found.statement, {"guardian_absent_reason": "已告知免责"})
    begin_reading(case, found.statement, "self_read")
    with pytest.raises(CoverWordingFound) as caught:
        freeze_pages(case, found.statement)
    assert caught.value.data["field"] == "guardian_absent_reason"


def test_a_refusal_is_noted_whatever_stands_there(case: CaseFile, taken: Taken) -> None:
    refuse(case, taken.statement, "要求先同意赔付才签字")
    assert load_contents(case, taken.statement).statement.refused_at is not None
