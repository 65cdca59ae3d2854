"""Remarks and their answers: how far each is, whatever order the two sides wrote in."""

from __future__ import annotations

from itertools import permutations

import pytest

from surveyor_app.domain.claim.remarks import Remark, threads
from surveyor_app.domain.journal.identifiers import RecordId

ASKED = Remark(id=RecordId("asked"), asks="evidence", text="?")
ANSWER = Remark(id=RecordId("answer"), answer_of="asked", text="!", evidence=("photo",))
TAKEN_BACK = Remark(id=RecordId("taken-back"), answer_of="asked", withdrawn=True)
STRAY = Remark(id=RecordId("stray"), answer_of="nothing that is there")


def test_answers_stand_with_what_they_answer_in_whatever_order_they_came() -> None:
    for given in permutations([ASKED, ANSWER, TAKEN_BACK, STRAY]):
        (thread,) = threads(given)
        assert (thread.remark, list(thread.answers), thread.state) == (ASKED, [ANSWER], "resubmitted")


@pytest.mark.parametrize(
    ("asks", "unanswered", "answered"),
    [
        ("answer", "open", "answered"),
        ("evidence", "open", "resubmitted"),
        ("correction", "open", "resubmitted"),
        ("none", "open", "answered"),
    ],
)
def test_what_was_asked_for_says_what_an_answer_makes_of_it(asks: str, unanswered: str, answered: str) -> None:
    remark = Remark(id=RecordId("asked"), asks=asks)
    (alone,), (with_answer,) = threads([remark]), threads([remark, ANSWER])
    assert (alone.state, with_answer.state) == (unanswered, answered)
    assert alone.waits_for_answer is (asks != "none")
    assert not with_answer.waits_for_answer


def test_only_the_office_settles_what_asks_for_something() -> None:
    for state, settled in (("closed", True), ("withdrawn", True), ("answered", False), ("resubmitted", False)):
        (thread,) = threads([Remark(id=RecordId("asked"), asks="answer", state=state), ANSWER])
        assert thread.is_settled is settled
    (thread,) = threads([Remark(id=RecordId("asked"), asks="answer", state="answered")])
    assert thread.waits_for_answer, "nobody answers by saying so"
    (thread,) = threads([Remark(id=RecordId("asked"), asks="answer", withdrawn=True)])
    assert (thread.state, thread.is_settled) == ("withdrawn", True)
