"""One record an answer and a proposal: made once, changed after, and another one beside a colleague's or a decided one."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.claim.proposals import Proposal, proposed_value
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.fields import spec_of
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.survey.record_checks import latest_answers
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.answering import answer_check, answer_prompt, propose
from tests.operations.office import OfficeDesk, OtherDesk
from tests.operations.worlds import listed, only

CHECK = "chk_recovery_case"


def test_an_answer_is_changed_and_not_repeated(case: CaseFile) -> None:
    answer_check(case, CHECK, {"answer": "no"})
    answer_check(case, CHECK, {"answer": "yes", "note": "第三方逃逸"})
    found = only(case, CheckAnswer)
    assert (found.check_id, found.answer, found.note) == (CHECK, "yes", "第三方逃逸")
    answer_prompt(case, "rf_pressure", {"answer": "unclear"})
    answer_prompt(case, "rf_pressure", {"answer": "not_seen"})
    assert only(case, PromptAnswer).answer == "not_seen"


def test_a_colleagues_answer_stands_and_ones_own_counts(case: CaseFile) -> None:
    theirs = {"check_id": CHECK, "answer": "no"}
    OtherDesk(case, "wang").writes(Step(Action.CREATE, CheckAnswer.KIND, new_record_id(), theirs))
    answer_check(case, CHECK, {"answer": "yes"})
    found = listed(case, CheckAnswer)
    assert sorted(item.answer or "" for item in found) == ["no", "yes"]
    assert latest_answers(found)[CHECK].answer == "yes"


def test_what_is_the_offices_is_proposed_and_the_office_decides(case: CaseFile) -> None:
    desk = OfficeDesk(case)
    claim, _ = desk.gives_out({"insurer": "甲"}, {"task_kind": "scene"})
    with pytest.raises(NotOwner):
        records.change(case, Claim, claim, {"insurer": "乙"})
    propose(case, "claim", claim, "policy_no", ("P2", "P1"), "保单所载")
    propose(case, "claim", claim, "policy_no", ("P3",), "保单原件")
    made = only(case, Proposal)
    assert proposed_value(made, spec_of(Claim, "policy_no")) == ("P3",)
    assert (made.is_open, made.reason) == (True, "保单原件")
    desk.writes(Step(Action.CHANGE, Proposal.KIND, made.id, {"state": "refused", "decided_by": "li"}))
    propose(case, "claim", claim, "policy_no", ("P4",), "复核")
    assert [(item.is_open, item.counts_as_filled) for item in listed(case, Proposal)] == [(False, False), (True, True)]


@pytest.mark.parametrize("field", ["state", "decided_by"])
def test_a_surveyor_does_not_decide_a_proposal(case: CaseFile, field: str) -> None:
    with pytest.raises(NotOwner):
        records.create(case, Proposal, {"target_kind": "claim", field: "accepted"})
    propose(case, "claim", only(case, Claim).id, "insurer", "乙", "x")
    with pytest.raises(NotOwner):
        records.change(case, Proposal, only(case, Proposal).id, {field: "accepted"})


@pytest.mark.parametrize(
    ("kind", "field", "value"), [("claim", "pilot", "x"), ("drone", "x", "x"), ("claim", "insurer", 3)]
)
def test_what_fits_no_field_is_refused(case: CaseFile, kind: str, field: str, value: object) -> None:
    with pytest.raises(InputError):
        propose(case, kind, only(case, Claim).id, field, value, "x")
    assert listed(case, Proposal) == []
