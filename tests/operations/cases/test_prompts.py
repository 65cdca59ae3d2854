"""Risk prompts of a real case: raised by its facts and by other cases of the laptop, answered in one record each."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.checks.prompts import Raised
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.operations.cases.opening import new_case, summarise
from surveyor_app.operations.cases.prompts import read_prompts
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.prompt_answers import answer_prompt
from surveyor_app.operations.editing.undoing import History
from tests.operations.worlds import listed, only


def prompts(case: CaseFile) -> dict[str, Raised]:
    return {item.prompt.id: item for item in read_prompts(case)}


def other_case(profile: Profile, **claim: object) -> None:
    with new_case(profile, report_no="R-EARLIER") as other:
        records.change(other, Claim, only(other, Claim).id, dict(claim))
        summarise(other)


def test_a_fact_of_the_case_raises_its_prompt_and_points_to_where_it_stands(case: CaseFile) -> None:
    task = only(case, Task)
    assert not prompts(case)["rf_left_scene"].is_raised
    records.change(case, Task, task.id, {"driver_on_scene": "no"})
    (fact,) = prompts(case)["rf_left_scene"].facts
    assert (fact.kind, fact.id, fact.field, fact.value) == ("task", task.id, "driver_on_scene", "no")


@pytest.mark.parametrize("plate", ["沪a 12345", "沪Ａ１２３４５"])
def test_the_same_plate_in_another_case_of_the_laptop_is_told_with_its_number(
    case: CaseFile, profile: Profile, plate: str
) -> None:
    records.create(case, Vehicle, {"plate_no": "沪A12345", "category": "insured"})
    other_case(profile, plate_no=plate)
    found = prompts(case)
    assert [fact.value for fact in found["rf_repeat"].facts] == ["R-EARLIER"]
    assert [fact.value for fact in found["rf_same_parties"].facts] == ["R-EARLIER"]
    assert not found["rf_prior_loss_site"].is_raised


def test_the_same_place_in_another_case_is_told_and_another_place_is_not(case: CaseFile, profile: Profile) -> None:
    records.change(case, Claim, only(case, Claim).id, {"accident_place": "人民路 1 号", "plate_no": None})
    other_case(profile, accident_place="人民路1号", plate_no="苏B1")
    found = prompts(case)
    assert [fact.value for fact in found["rf_prior_loss_site"].facts] == ["R-EARLIER"]
    assert not found["rf_repeat"].is_raised


HISTORY = ("rf_repeat", "rf_same_parties", "rf_prior_loss_site")


def test_a_case_is_no_history_of_itself(case: CaseFile) -> None:
    records.change(case, Claim, only(case, Claim).id, {"accident_place": "人民路 1 号", "plate_no": "沪A12345"})
    summarise(case)
    found = prompts(case)
    assert not any(found[id_].is_raised for id_ in HISTORY)


def test_what_is_unknown_is_never_the_same(case: CaseFile, profile: Profile) -> None:
    records.change(case, Claim, only(case, Claim).id, {"accident_place": None, "plate_no": None})
    other_case(profile)
    found = prompts(case)
    assert not any(found[id_].is_raised for id_ in HISTORY)


def test_an_answer_is_one_record_changed_by_the_next_and_undone(case: CaseFile) -> None:
    history = History.of(case)
    first = answer_prompt(case, "rf_pressure", {"answer": "seen"})
    again = answer_prompt(case, "rf_pressure", {"answer": "unclear", "note": "只说过一次"})
    assert first.id == again.id
    (kept,) = listed(case, PromptAnswer)
    assert (kept.answer, kept.note) == ("unclear", "只说过一次")
    assert prompts(case)["rf_pressure"].answer == kept
    history.record(again.changes)
    history.undo(case)
    assert prompts(case)["rf_pressure"].answer == first_answer(case, "seen")


def first_answer(case: CaseFile, reply: str) -> PromptAnswer:
    (kept,) = listed(case, PromptAnswer)
    assert (kept.answer, kept.note) == (reply, None)
    return kept


def test_there_are_three_answers_and_no_other(case: CaseFile) -> None:
    with pytest.raises(InputError):
        answer_prompt(case, "rf_pressure", {"score": 5})
    assert listed(case, PromptAnswer) == []
