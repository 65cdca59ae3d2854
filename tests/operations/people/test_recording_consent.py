"""Nobody's interview is recorded without a consent that stands, asked in words that are kept."""

from __future__ import annotations

from datetime import date

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.errors import StatementIncomplete
from surveyor_app.domain.statements.statements import Statement
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.consents import consents_of, record_consent, revoke
from surveyor_app.operations.people.recording_consent import asking_for, kept_until, may_record
from surveyor_app.operations.statements.taking import add_newcomer
from tests.operations.statement_world import Taken, drawing, take


@pytest.fixture
def taken(case: CaseFile) -> Taken:
    return take(case)


@pytest.mark.parametrize(
    ("start", "end", "until"),
    [
        (date(2026, 3, 1), date(2027, 2, 28), date(2032, 2, 28)),
        (date(2026, 3, 1), date(2028, 2, 29), date(2038, 2, 28)),
        (None, date(2027, 2, 28), date(2032, 2, 28)),
        (date(2026, 3, 1), None, None),
    ],
)
def test_recordings_are_kept_as_long_as_the_law_has_claim_records_kept(
    start: date | None, end: date | None, until: date | None
) -> None:
    assert kept_until(Claim(id=new_record_id(), policy_from=start, policy_to=end)) == until


def test_the_words_say_until_when_and_are_kept(case: CaseFile, taken: Taken) -> None:
    asking = asking_for(case, taken.statement)
    version, text = asking.words(date(2032, 2, 28))
    assert text == (
        "我同意对本次询问录音/录像，用途限于本次事故的调查与理赔，保存至2032-02-28；我可以撤回同意，撤回不影响此前的处理。"
    )
    record_consent(case, asking.answer(True, date(2032, 2, 28), is_signed=True), drawing(1), "pen")
    (kept,) = consents_of(case, taken.subject)
    assert (kept.wording, kept.text_version, kept.until) == (text, version, date(2032, 2, 28))
    assert (kept.statement_uid, kept.granted, kept.mode, kept.language) == (taken.statement, True, "signed", "zh_CN")


def test_recording_needs_a_consent_that_stands(case: CaseFile, taken: Taken) -> None:
    asking = asking_for(case, taken.statement)
    assert not may_record(case, taken.statement)
    record_consent(case, asking.answer(False, None, is_signed=False))
    assert not may_record(case, taken.statement)
    given = record_consent(case, asking.answer(True, None, is_signed=False)).id
    assert may_record(case, taken.statement)
    revoke(case, given, "改变主意")
    assert not may_record(case, taken.statement)


def test_a_minors_guardian_is_asked(case: CaseFile, taken: Taken) -> None:
    records.change(case, Person, taken.subject, {"birth": date(2015, 1, 1)})
    assert asking_for(case, taken.statement).guardian_uid is None
    add_newcomer(case, taken.statement, "guardian", "李父")
    asking = asking_for(case, taken.statement)
    assert (asking.signer, asking.person_uid) == ("李父", taken.subject)
    assert asking.answer(True, None, is_signed=False).guardian_uid == asking.guardian_uid is not None


def test_nobody_is_asked_before_it_is_known_who_is_questioned(case: CaseFile, taken: Taken) -> None:
    records.change(case, Statement, taken.statement, {"subject_uid": None})
    assert not may_record(case, taken.statement)
    with pytest.raises(StatementIncomplete):
        asking_for(case, taken.statement)
