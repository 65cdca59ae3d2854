"""What people agreed to is kept in the words that were shown, and can be taken back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError, InstallationIncomplete
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.statements.consents import needs_guardian
from surveyor_app.domain.statements.errors import GuardianNeeded
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.consents import (
    Answered,
    consents_of,
    load_consent_texts,
    record_consent,
    revoke,
    standing,
    wording,
)
from surveyor_app.records import reading
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese
from tests.operations.statement_world import drawing
from tests.wording.third_language import copied_resources


@pytest.fixture
def person(case: CaseFile) -> str:
    return records.create(case, Person, {"name": "李国强"}).id


def _recording(person: str, granted: bool = True, mode: str = "signed") -> Answered:
    version, text = wording(resources_dir(), "recording", chinese(), {"until": "2031-12-31"})
    return Answered(person, "recording", granted, text, version, "zh_CN", mode)


def test_a_signed_consent_keeps_wording_and_signature_together(case: CaseFile, person: str) -> None:
    record_consent(case, _recording(person), drawing(), "pen")
    (consent,) = consents_of(case, person)
    with case.read() as session:
        (ink,) = reading.list_records(session, case.case_id, Ink)
    assert consent.wording is not None
    assert "保存至2031-12-31" in consent.wording
    assert (ink.target_uid, ink.purpose, ink.role) == (consent.id, "consent", "subject")
    assert ink.bound_sha256 == hashlib.sha256(consent.wording.encode()).hexdigest()
    assert standing(case, person, "recording") == consent


def test_a_refusal_is_kept_and_no_consent_stands(case: CaseFile, person: str) -> None:
    record_consent(case, _recording(person, granted=False, mode="spoken"))
    assert [item.granted for item in consents_of(case, person)] == [False]
    assert standing(case, person, "recording") is None


def test_the_last_answer_counts(case: CaseFile, person: str) -> None:
    record_consent(case, _recording(person, granted=False, mode="spoken"))
    record_consent(case, _recording(person, mode="spoken"))
    assert standing(case, person, "recording") is not None
    assert standing(case, person, "fingerprint") is None


def test_a_consent_that_was_taken_back_stands_no_more_and_stays_on_record(case: CaseFile, person: str) -> None:
    made = record_consent(case, _recording(person, mode="spoken")).id
    revoke(case, made, "改变主意")
    (consent,) = consents_of(case, person)
    assert (consent.granted, consent.revocation_reason) == (True, "改变主意")
    assert standing(case, person, "recording") is None
    with pytest.raises(InputError):
        revoke(case, made, "again")


@pytest.mark.parametrize("mode", ["signed"])
def test_a_signed_consent_without_a_signature_is_refused(case: CaseFile, person: str, mode: str) -> None:
    with pytest.raises(InputError):
        record_consent(case, _recording(person, mode=mode))
    assert consents_of(case, person) == []


def test_every_purpose_has_its_text_in_both_languages_or_none() -> None:
    purposes = {choice.id for choice in Labels.load(resources_dir()).choices("consent_purpose")}
    texts = load_consent_texts(resources_dir())
    assert set(texts) == purposes
    assert [purpose for purpose, text in texts.items() if text.text is None] == ["location"]


@pytest.mark.parametrize("text", ['zh = "甲"\nen = ""', 'zh = "{who}"\nen = "{who}"', "zh = 3\nen = 4"])
def test_a_text_that_is_not_whole_is_no_installation(tmp_path: Path, text: str) -> None:
    resources = copied_resources(tmp_path / "resources")
    (resources / "consents.toml").write_text(f'[[consent]]\npurpose = "x"\nversion = "1"\n{text}\n', encoding="utf-8")
    with pytest.raises(InstallationIncomplete) as caught:
        load_consent_texts(resources)
    assert caught.value.data["what"] == "consents.toml"


def _years_ago(case: CaseFile, years: int) -> date:
    today = case.author.clock().instant().local.date()
    return date(today.year - years, today.month, min(today.day, 28))


@pytest.mark.parametrize(("years", "needs"), [(10, True), (30, False), (None, False)])
def test_for_a_child_under_fourteen_a_guardian_consents(case: CaseFile, years: int | None, needs: bool) -> None:
    birth = None if years is None else _years_ago(case, years)
    child = records.create(case, Person, {"name": "小明", "birth": birth}).id
    guardian = records.create(case, Person, {"name": "李国强"}).id
    asked = _recording(child, mode="spoken")
    if needs:
        with pytest.raises(GuardianNeeded):
            record_consent(case, asked)
        assert consents_of(case, child) == []
    record_consent(case, replace(asked, guardian_uid=guardian) if needs else asked)
    assert standing(case, child, "recording") is not None


def test_a_child_may_always_say_no(case: CaseFile) -> None:
    child = records.create(case, Person, {"name": "小明", "birth": _years_ago(case, 10)}).id
    record_consent(case, _recording(child, granted=False, mode="spoken"))
    assert [item.granted for item in consents_of(case, child)] == [False]


def test_data_of_a_child_are_always_the_guardians_to_release(case: CaseFile, person: str) -> None:
    version, text = wording(resources_dir(), "child", chinese(), {"child": "李国强"})
    with pytest.raises(GuardianNeeded):
        record_consent(case, Answered(person, "child", True, text, version, "zh_CN", "spoken"))


def test_fourteen_is_old_enough_on_the_birthday() -> None:
    assert needs_guardian("recording", date(2012, 11, 21), date(2026, 11, 20))
    assert not needs_guardian("recording", date(2012, 11, 20), date(2026, 11, 20))
