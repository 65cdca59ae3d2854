"""What a party's copy shows (domain §13.4): every field has its row, and nothing of the office's comes through."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.cover_wording import find_cover_wording
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.kinds import SPECS
from surveyor_app.domain.party_copy import Showing, masked, party_contents
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.people.witnesses import Witness
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.statements import Answer, Statement
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.wording.findings.cover_wording import load_cover_wording
from surveyor_app.wording.findings.party_copy import FILE, load_party_copy
from tests.domain.checks import whole_case as whole
from tests.domain.checks.whole_case import WHOLE, uid
from tests.wording.third_language import copied_resources

VIEW = load_party_copy(resources_dir())
WORDING = load_cover_wording(resources_dir())


def test_every_field_of_every_kind_has_a_row() -> None:
    assert set(VIEW.table) == {(kind, spec.name) for kind, specs in SPECS.items() for spec in specs}


INTERNAL = [
    ("task", "risk_flags"),
    ("task", "is_exempt"),
    ("task", "exemption_reason"),
    ("task", "major_case_opinion"),
    ("task", "own_vehicle_loss"),
    ("prompt_answer", "answer"),
    ("prompt_answer", "note"),
    ("proposal", "value"),
    ("injury", "diagnosis"),
    ("injury", "estimate"),
    ("policy", "earlier_losses"),
    ("enquiry", "answer_summary"),
    ("document", "authentic"),
]


@pytest.mark.parametrize(("kind", "field"), INTERNAL)
def test_what_is_the_offices_is_never_shown(kind: str, field: str) -> None:
    assert not VIEW.visible_to_party(kind, field)


def test_a_field_of_a_newer_version_is_not_shown() -> None:
    assert VIEW.showing("claim", "of_a_newer_version") is Showing.OFFICE


def test_a_partys_contents_hold_nothing_of_the_offices() -> None:
    task = replace(
        whole.TASK, is_exempt=True, exemption_reason="intentional", major_case_opinion="疑似", risk_flags=("payee",)
    )
    opinion = replace(task, surveyor_opinion="不 属于 保险责任")
    answer = PromptAnswer(id=uid(90), prompt_id="rf_pressure", answer="seen", note="催促")
    shown = party_contents(replace(WHOLE, tasks=[opinion], prompt_answers=[answer]), VIEW)
    (visit,) = shown.tasks
    assert (visit.risk_flags, visit.is_exempt, visit.exemption_reason, visit.surveyor_opinion) == (
        None,
        None,
        None,
        None,
    )
    assert visit.survey_text == whole.TASK.survey_text
    assert {item.note for item in shown.prompt_answers} == {None}
    assert {item.check_id for item in WHOLE.check_answers} - {item.check_id for item in shown.check_answers} == {
        "chk_ctpl_cover",
        "chk_commercial_cover",
    }
    everything = repr(shown)
    for number in (whole.DRIVER.id_no, whole.DRIVER.phone, whole.INJURED.id_no):
        assert number is not None
        assert number not in everything
    assert shown.people[0].phone == "139****0000"


def test_nothing_of_a_confidential_witness_is_given_away() -> None:
    secret = Person(id=uid(14), name="孙八", roles=("eyewitness",), phone="13600000000")
    witness = Witness(id=uid(15), person_uid=secret.id, wants_confidentiality=True, what_perceived="我看到了")
    statement = Statement(id=uid(16), subject_uid=secret.id)
    answer = Answer(id=uid(17), statement_uid=statement.id, question="?", answer="我住在三楼")
    case = replace(WHOLE, people=[*WHOLE.people, secret], witnesses=[witness], statements=[statement], answers=[answer])
    shown = repr(party_contents(case, VIEW))
    for word in ("孙八", "136****", "我看到了", "三楼"):
        assert word not in shown, word


def test_an_opinion_that_does_not_touch_cover_stays() -> None:
    (visit,) = party_contents(WHOLE, VIEW).tasks
    assert visit.surveyor_opinion == whole.TASK.surveyor_opinion


def test_a_party_does_not_see_scans_of_papers_that_hold_somebodys_data() -> None:
    def scan(number: int, **fields: object) -> Evidence:
        return Evidence(id=uid(number), evidence_class="paper", **fields)  # type: ignore[arg-type]  # of any field

    photo = Evidence(id=uid(25), evidence_class="photo")
    licence = Evidence(id=uid(26), evidence_class="photo", shot_key="motor.driver_licence")
    documents = [
        Document(id=uid(30), item="repair_invoice", evidence=(uid(21), uid(23))),
        Document(id=uid(31), item="medical_records", evidence=(uid(22), uid(23), photo.id)),
    ]
    evidence = [scan(21), scan(22), scan(23), scan(24), photo, licence]
    case = replace(WHOLE, documents=documents, evidence=evidence)
    assert VIEW.unseen_pictures(case) == {uid(22), uid(23), uid(24), photo.id, licence.id}


@pytest.mark.parametrize(
    ("number", "left"),
    [
        ("110105198506150014", "110****0014"),
        ("13800000001", "138****0001"),
        ("E123", "****23"),
        ("E1", "****"),
        ("", "****"),
    ],
)
def test_a_masked_number_keeps_its_ends(number: str, left: str) -> None:
    assert masked(number) == left


def test_a_field_that_is_forgotten_named_twice_or_invented_is_an_incomplete_installation(tmp_path: Path) -> None:
    resources = copied_resources(tmp_path / "resources")
    table = (resources / FILE).read_text(encoding="utf-8")
    wrong = (
        table.replace('"report_no", ', "", 1),
        table.replace('"report_no", ', '"report_no", "report_no", ', 1),
        table.replace('"report_no", ', '"report_no", "pilot", ', 1),
        table.replace('"loss_list", ', '"love_letter", ', 1),
        table.replace('"motor.id_papers"', '"motor.selfie"', 1),
    )
    for content in wrong:
        assert content != table
        (resources / FILE).write_text(content, encoding="utf-8")
        with pytest.raises(InstallationIncomplete):
            load_party_copy(resources)
        load_party_copy.cache_clear()


# ------------------------------------------------------------------------------------------ wording of cover


SAID = [
    "本次事故属于保险责任",
    "不属于保险责任",
    "我司拒赔",
    "拒\u3000赔",
    "拒\u200b赔",
    "拒\n赔",
    "免 责",
    "ｗｅ ｗｉｌｌ ｐａｙ",
    "We  will\npay you",
    "The loss is not covered.",
    "This is COVERED",
    "Claim rejected",
    "同意赔付全部损失",
    "全额赔付",
    "不屬於保險責任",
    "我司拒賠",
    "全額賠償",
    "拒·赔",
    "免\u3164责",
    "c o v e r e d",
    "n\u00b7o\u00b7t covéred",
    "we-will-pay",
    "ⓒⓞⓥⓔⓡⓔⓓ",
]
NOT_SAID = [
    "路面被冰雪覆盖",
    "The road was covered with ice",
    "covered in mud, uncovered load",
    "the tarpaulin covered the load",
    "不予采信",
    "赔付比例未定",
    "we willingly pay attention",
    "甲方拒绝，赔偿由乙方承担",
    "甲车被拒。赔付另议",
    "不計免賠",
    "recovered, discovered, undercover edition",
    "驾驶人负全部责任",
    "",
]


@pytest.mark.parametrize("text", SAID)
def test_an_opinion_on_cover_is_found_however_it_is_typed(text: str) -> None:
    assert find_cover_wording(text, WORDING)


@pytest.mark.parametrize("text", NOT_SAID)
def test_other_words_are_left_alone(text: str) -> None:
    assert find_cover_wording(text, WORDING) == []


def test_the_place_is_told_in_characters_of_the_text_itself() -> None:
    text = "现场: 不 属于\u200b保险责任。"
    (found,) = find_cover_wording(text, WORDING)
    assert text[found.start : found.end] == "不 属于\u200b保险责任"


def test_a_long_text_is_read_in_one_pass_each() -> None:
    text = "covered with " * 5_000 + "拒赔"
    (found,) = find_cover_wording(text, WORDING)
    assert found.words == "拒赔"
