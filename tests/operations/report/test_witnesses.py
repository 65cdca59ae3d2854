"""Witnesses in the survey report, and that nothing of one who wants confidentiality is in a copy for the parties."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer, Participant, Statement
from surveyor_app.domain.texts import Language, Text
from surveyor_app.operations.editing import records
from surveyor_app.operations.people.merging import merge_people
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.report.data import ReportData, ReportLanguage
from surveyor_app.wording.languages import chinese, english
from tests.operations.worlds import listed, only
from tests.report.test_layout import plain, text_of

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SECRETS = ("陈证人", "137****0009", "红色轿车闯了红灯", "看得很清楚吗", "站在报刊亭旁")


def said(case: CaseFile, language: ReportLanguage = "both") -> ReportData:
    return assemble(case, language, 4, NOW, draft=True).data


def read(value: Text | str, language: Language) -> str:
    return value.in_(language) if isinstance(value, Text) else value


@pytest.fixture
def witness(filled: CaseFile) -> str:
    """A witness with a statement, present at another's, and in a photo."""
    person = records.create(filled, Person, {"name": "陈证人", "roles": ("eyewitness",), "phone": "13700000009"}).id
    statement = records.create(filled, Statement, {"seq_no": 2, "subject_uid": person}).id
    answer = {"statement_uid": statement, "question": "看得很清楚吗?", "answer": "红色轿车闯了红灯"}
    records.create(filled, Answer, answer)
    present = {"statement_uid": listed(filled, Statement)[0].id, "role": "witness", "person_uid": person}
    records.create(filled, Participant, present)
    photos = listed(filled, Evidence)
    records.change(filled, Evidence, photos[1].id, {"subject_uid": person, "caption": "陈证人"})
    fields = {
        "person_uid": person,
        "position": "站在报刊亭旁",
        "distance_m": Decimal("12.5"),
        "view": "partly",
        "what_perceived": "红色轿车闯了红灯",
        "statement_uid": statement,
        "media": (photos[2].id,),
    }
    return records.create(filled, Witness, fields).id


def test_a_witness_record_is_printed_with_its_statement_and_photos(filled: CaseFile, witness: str) -> None:
    (group,) = said(filled).witnesses
    assert read(group.title, english()) == "Witness 1 · 陈证人"
    rows = {row.label.in_(english()): read(row.value, chinese()) for row in group.rows}
    assert rows["Where the witness stood"] == "站在报刊亭旁"
    assert rows["Distance (m)"] == "12.5"
    assert rows["View"] == "部分遮挡"
    assert (rows["Statement"], rows["Photos and video"]) == ("2", "3")


def test_of_a_confidential_witness_only_that_there_is_one_is_printed(filled: CaseFile, witness: str) -> None:
    before = said(filled)
    assert all(secret in repr(before) for secret in SECRETS)
    assert "13700000009" not in repr(before), "a party's copy holds no surplus personal data"
    records.change(filled, Witness, witness, {"wants_confidentiality": True})
    data = said(filled)
    assert not [secret for secret in SECRETS if secret in repr(data)]
    (group,) = data.witnesses
    assert (read(group.title, chinese()), group.rows) == ("证人 1 · 保密证人", ())
    assert read(group.title, english()) == "Witness 1 · Confidential witness"
    assert read(data.statements[1].title, chinese()) == "询问笔录 2 · 保密证人"
    assert data.statements[1].answers == ()
    present = [read(row.value, english()) for row in data.statements[0].header]
    assert "Confidential witness" in present, "who was present is not left out without a word"


def test_numbers_of_originals_stay_and_every_original_is_listed(filled: CaseFile, witness: str) -> None:
    before = said(filled)
    records.change(filled, Witness, witness, {"wants_confidentiality": True})
    data = said(filled)
    assert [line.number for line in data.evidence] == ["1", "2", "3"]
    assert [line.sha256 for line in data.evidence] == [line.sha256 for line in before.evidence]
    assert [photo.number for photo in data.photos] == ["1"]
    assert [line.file_name == "—" for line in data.evidence] == [False, True, True]
    assert data.evidence_root != "", "the root still counts every original"


def test_no_word_of_a_confidential_witness_is_on_the_paper(filled: CaseFile, witness: str) -> None:
    records.change(filled, Witness, witness, {"wants_confidentiality": True})
    text = plain(text_of(draft_report(filled, ReportOptions(language="both"))))
    assert not [secret for secret in SECRETS if plain(secret) in text]
    assert "保密证人" in text


def test_a_confidential_witness_who_was_entered_twice_stays_confidential(filled: CaseFile, witness: str) -> None:
    records.change(filled, Witness, witness, {"wants_confidentiality": True})
    person = next(item for item in listed(filled, Person) if item.name == "陈证人").id
    again = records.create(filled, Person, {"name": "陈证人", "phone": "13700000009"}).id
    merge_people(filled, again, person)
    data = said(filled)
    assert not [secret for secret in SECRETS if secret in repr(data)]


def test_a_case_without_witnesses_has_no_such_section(filled: CaseFile) -> None:
    assert said(filled).witnesses == ()
    assert only(filled, Statement)
