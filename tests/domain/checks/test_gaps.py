"""What was open is one text that people read and the program reads again, word for word, whatever was typed into it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.checking import run_checks
from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.checks.gaps import ARROW, Reasons, kept_reasons, key_of, read_gaps, read_reasons, written
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.wording.languages import chinese, english
from tests.domain.checks import whole_case as whole
from tests.domain.checks.whole_case import WHOLE

LACKING = replace(
    WHOLE,
    tasks=[replace(whole.TASK, survey_place=None, weather=None)],
    vehicles=[replace(whole.OWN, plate_no=None), replace(whole.THIRD, plate_no=None, vin=None)],
    check_answers=whole.ANSWERS[1:],
)
FOUND = run_checks(load_checks(resources_dir()), LACKING)
assert len({key_of(finding) for finding in FOUND}) == len(FOUND) >= 5


def first(check_id: str) -> Finding:
    return next(finding for finding in FOUND if finding.check.id == check_id)


@given(st.text(), st.lists(st.text(), min_size=len(FOUND), max_size=len(FOUND)))
def test_whatever_is_typed_comes_back_as_reasons_of_the_same_gaps(general: str, typed: list[str]) -> None:
    single = {key_of(finding): text for finding, text in zip(FOUND, typed, strict=True)}
    kept, gaps = read_gaps(written(FOUND, Reasons(general, single), chinese()))
    assert [gap.key for gap in gaps][-len(FOUND) :] == [key_of(finding) for finding in FOUND]
    for gap, text in zip(gaps[-len(FOUND) :], typed, strict=True):
        assert gap.reason == " ".join(text.replace(ARROW, "-").split())
    assert len(kept) <= len(general)


@pytest.mark.parametrize("language", [chinese(), english()], ids=["zh", "en"])
def test_people_read_the_sentence_and_the_reason(language: object) -> None:
    finding = first("V02")
    text = written([finding], Reasons(single={key_of(finding): "天黑"}), language)  # type: ignore[arg-type]  # a language
    assert text == f"- V02 task.survey_place#{whole.TASK.id[-12:]} {finding.text(language)} → 天黑"  # type: ignore[arg-type]


def test_two_records_with_the_same_gap_have_reasons_of_their_own() -> None:
    plates = [finding for finding in FOUND if finding.check.id == "V22"]
    assert len(plates) == 2
    reasons = read_reasons(written(plates, Reasons(single={key_of(plates[1]): "牌照掉落"}), chinese()))
    assert reasons.lacking(plates) == [plates[0]]


def test_a_reason_for_all_holds_for_the_gaps_it_was_given_for_and_no_later_ones() -> None:
    plates = [finding for finding in FOUND if finding.check.id == "V22"]
    text = written(plates[:1], Reasons("赶时间"), chinese())
    assert read_reasons(text).lacking(plates) == [], "as it is being given"
    assert kept_reasons(text).lacking(plates) == plates[1:], "as it was kept"


def test_a_later_reason_stands_over_an_earlier_one() -> None:
    finding = first("V02")
    earlier, later = Reasons(single={key_of(finding): "一"}), Reasons(single={key_of(finding): "二"})
    assert later.over(earlier).of(finding) == "二"
    assert Reasons().over(earlier).of(finding) == "一"


def test_nothing_open_and_nothing_said_is_no_text() -> None:
    assert written([], Reasons(), chinese()) == ""
    assert read_gaps(None) == ("", [])
    assert read_gaps("客户要求当场出具") == ("客户要求当场出具", [])
