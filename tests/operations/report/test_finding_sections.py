"""Checks, losses, papers and enquiries in the survey report: what is printed, and what is the office's and is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.enquiries import Enquiry
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.losses.injuries import Fee, Injury, InjuryVisit
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.party_copy import Copy
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.domain.survey.prompt_answers import PromptAnswer
from surveyor_app.domain.texts import Language, Text
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.assembling import assemble
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.report.data import LossTable, ReportData, RowGroup
from surveyor_app.wording.languages import chinese, english
from tests.operations.worlds import listed, only
from tests.report.test_layout import plain, text_of

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
INTERNAL = (
    "催促尽快赔付",
    "疑似重大",
    "颅脑损伤",
    "既往高血压",
    "答复要点不外发",
    "审核人李",
    "申报偏高",
    "4444.44",
    "4,444.44",
)
ANSWERS: tuple[Mapping[str, object], ...] = (
    {"check_id": "chk_loss_cause", "choice": "collision"},
    {"check_id": "chk_recovery_case", "answer": "yes", "note": "第三方逃逸"},
    {"check_id": "chk_place", "answer": "yes", "choice": "urban"},
    {"check_id": "chk_third_casualties", "answer": "yes", "injured_n": 2, "dead_n": 0},
    {"check_id": "chk_commercial_cover", "choice": "pending", "other_text": "待核实驾驶证"},
)


@pytest.fixture
def found(filled: CaseFile) -> CaseFile:
    """The case with something of every kind of finding."""
    for answer in ANSWERS:
        records.create(filled, CheckAnswer, answer)
    internal = {"is_major_case": True, "major_case_opinion": "疑似重大", "own_vehicle_loss": Decimal("4444.44")}
    records.change(filled, Task, only(filled, Task).id, internal)
    railing = {
        "name": "护栏",
        "unit": "米",
        "quantity": Decimal("2.5"),
        "amount": Decimal("300.00"),
        "note": "申报偏高",
    }
    records.create(filled, PropertyItem, railing)
    records.create(filled, PropertyItem, {"name": "路灯", "quantity": Decimal(1), "amount": Decimal("1200.50")})
    person = listed(filled, Person)[0]
    hurt = {"person_uid": person.id, "hospital": "市一医院", "diagnosis": "颅脑损伤", "medical_history": "既往高血压"}
    injury = records.create(filled, Injury, hurt).id
    records.create(filled, InjuryVisit, {"injury_uid": injury, "visit_kind": "first", "visited_by": "张查勘"})
    records.create(filled, Fee, {"injury_uid": injury, "code": "treatment", "amount": Decimal("4444.44")})
    records.create(filled, RescueCost, {"rescue_kind": "towing", "payee": "救援公司", "amount": Decimal(500)})
    records.create(filled, Salvage, {"item": "旧保险杠", "value": Decimal(50), "disposal": "to_insured"})
    records.create(filled, Document, {"item": "driver_licence", "state": "received", "defects": ("unreadable",)})
    records.create(filled, Document, {"item": "claim_form", "state": "requested", "note": "审核人李"})
    records.create(filled, Notice, {"kind": "one_time", "no": "G-7", "addressee": "王先生", "channel": "handed"})
    asked = {"kind": "hospital", "authority": "市一医院", "state": "answered", "answer_summary": "答复要点不外发"}
    records.create(filled, Enquiry, asked)
    records.create(filled, PromptAnswer, {"prompt_id": "rf_pressure", "answer": "seen", "note": "催促尽快赔付"})
    return filled


def data_of(case: CaseFile) -> ReportData:
    return assemble(case, "both", 4, NOW, draft=True).data


def read(value: Text | str, language: Language | None = None) -> str:
    return value.in_(language or chinese()) if isinstance(value, Text) else value


def cells(table: LossTable | None) -> list[list[str]]:
    assert table is not None
    return [[read(cell) for cell in row] for row in table.rows]


def values(groups: tuple[RowGroup, ...]) -> dict[str, list[str]]:
    return {read(group.title): [read(row.value) for row in group.rows] for group in groups}


def test_the_checks_are_printed_in_the_order_of_the_form_and_the_internal_ones_are_not(found: CaseFile) -> None:
    table = data_of(found).record_form
    assert [(row[0], row[2], row[3]) for row in cells(table)] == [
        ("1", "碰撞", ""),
        ("6", "是", "第三方逃逸"),
        ("8", "是; 城市道路", ""),
        ("21", "是：伤 2 人，亡 0 人", ""),
    ]
    assert table is not None
    assert read(table.rows[3][2], english()) == "Yes: 2 injured, 0 dead"


def test_losses_are_printed_with_their_sums(found: CaseFile) -> None:
    data = data_of(found)
    assert [row[1:4] for row in cells(data.property_items)] == [["护栏", "2.5", "米"], ["路灯", "1", ""]]
    totals = [read(table.totals[0].value) for table in (data.property_items, data.rescue, data.salvage) if table]
    assert totals == ["1,500.50", "500.00", "50.00"]
    (rows,) = values(data.injuries).values()
    assert {"市一医院", "首次", "张查勘"} <= set(rows)


def test_a_report_on_property_says_whose_and_where_each_thing_is_and_has_no_record_form(found: CaseFile) -> None:
    for vehicle in listed(found, Vehicle):
        records.withdraw(found, Vehicle, [vehicle.id], "no vehicle")
    records.change(found, Claim, only(found, Claim).id, {"loss_cause": "fire"})
    records.change(found, Task, only(found, Task).id, {"weather": "clear", "scene_class": None})
    railing = listed(found, PropertyItem)[0]
    photo = listed(found, Evidence)[0].id
    more = {"owner": "市政", "place": "二号库", "photos": (photo,), "claimed_amount": Decimal(900)}
    records.change(found, PropertyItem, railing.id, more)
    data = data_of(found)
    assert data.order == "property"
    assert (data.form_head, data.form_foot) == ((), ())
    assert values(data.property_details) == {"1 · 护栏": ["市政", "二号库", "1"]}
    office = assemble(found, "both", 4, NOW, draft=False, copy=Copy.OFFICE).data
    assert "900.00" in values(office.property_details)["1 · 护栏"]
    assert [read(row.value) for row in office.property_items.totals] == ["900.00", "1,500.50"]  # type: ignore[union-attr]  # there


def test_a_report_on_an_accident_has_the_record_form_and_when_what_happened(found: CaseFile) -> None:
    data = data_of(found)
    assert data.order == "motor"
    forms = values(data.form_head)
    assert forms["保险车辆 · 浙B12345"] == ["浙B12345"]
    assert "王五" in forms["驾驶人 · 浙B12345"]
    assert values(data.form_foot)["附件"] == ["0", "3"]
    assert [row[0] for row in cells(data.timeline)] == ["出险时间", "到达时间"]
    assert {row[2] for row in cells(data.timeline)} == {"手工填写"}


def test_the_losses_come_to_a_sum_a_subject_and_one_of_all(found: CaseFile) -> None:
    table = data_of(found).loss_totals
    assert [row[2:] for row in cells(table)] == [
        ["浙B12345", "1,500.50"],
        ["护栏", "300.00"],
        ["路灯", "1,200.50"],
        ["拖车", "500.00"],
        ["旧保险杠", "-50.00"],
    ]
    assert read(table.totals[0].value) == "3,451.00"  # type: ignore[union-attr]  # it is there
    office = assemble(found, "both", 4, NOW, draft=False, copy=Copy.OFFICE).data.loss_totals
    assert ["王五", "4,444.44"] in [row[2:] for row in cells(office)], "what an injury costs is the office's"


def test_marks_that_fit_each_other_stand_beside_each_other(found: CaseFile) -> None:
    mark = only(found, DamageMark)
    records.change(found, DamageMark, mark.id, {"height_min_cm": Decimal(0), "height_max_cm": Decimal(40)})
    for low in (Decimal(40), Decimal(41)):
        fitting = {
            "part_id": "rear_bumper",
            "matches_mark": mark.id,
            "height_min_cm": low,
            "height_max_cm": Decimal(60),
        }
        records.create(found, DamageMark, fitting)
    lines = cells(data_of(found).matches)
    assert [(line[1], line[3], line[4]) for line in lines] == [("40–60", "0–40", "是"), ("41–60", "0–40", "否")]


def test_the_estimates_of_the_form_are_added_up_for_the_office(found: CaseFile) -> None:
    assert data_of(found).estimate is None
    table = assemble(found, "both", 4, NOW, draft=False, copy=Copy.OFFICE).data.estimate
    assert [row[1:] for row in cells(table)] == [["标的车: 车损", "", "4,444.44"]]
    assert table is not None
    assert [read(row.value) for row in table.totals] == ["4,444.44"]


def test_marks_are_compared_by_number_height_and_photo(found: CaseFile) -> None:
    mark, photo = only(found, DamageMark), listed(found, Evidence)[0]
    high = {"height_min_cm": Decimal("52.5"), "height_max_cm": Decimal(61), "areas": ("c12",), "photos": (photo.id,)}
    records.change(found, DamageMark, mark.id, high)
    fitting = {"vehicle_uid": mark.vehicle_uid, "part_id": "rear_bumper", "matches_mark": mark.id, "age": "new"}
    records.create(found, DamageMark, fitting)
    first, second = cells(data_of(found).traces)
    assert first[3:] == ["正前", "52.5", "61", "", "", "1"], "a column that no mark fills is left out"
    assert (second[0], second[2], second[-3:]) == ("2", "后保险杠皮", ["新", "1", ""])


def test_papers_stand_in_the_order_of_the_checklist_with_notice_and_enquiries(found: CaseFile) -> None:
    data = data_of(found)
    rows = cells(data.documents)
    taken = [row for row in rows if row[2] != "未要求"]
    assert [row[1:3] for row in taken] == [["索赔申请书", "已要求"], ["驾驶证", "已收"]]
    assert "不清晰" in taken[1]
    assert ["行驶证", "未要求"] in [row[1:3] for row in rows], "what is needed and not taken up is listed too"
    assert [row[0] for row in rows] == [str(n) for n, _ in enumerate(rows, start=1)]
    assert values(data.notices) == {"一次性告知书": ["G-7", "王先生", "当面签收"]}
    assert values(data.enquiries) == {"1 · 医院": ["市一医院", "已答复"]}


def test_what_is_the_offices_is_on_no_page(found: CaseFile) -> None:
    said = repr(data_of(found))
    assert not [word for word in (*INTERNAL, "待核实驾驶证") if word in said]
    text = plain(text_of(draft_report(found, ReportOptions(language="both"))))
    assert not [word for word in (*INTERNAL, "待核实驾驶证") if plain(word) in text]
    for word in ("查验事项", "护栏", "救援公司", "旧保险杠", "索赔申请书", "G-7", "外部调查"):
        assert plain(word) in text


def test_a_case_without_findings_has_no_such_sections(filled: CaseFile) -> None:
    data = data_of(filled)
    assert (data.record_form, data.property_items, data.rescue, data.salvage, data.documents) == (None,) * 5
    assert (data.injuries, data.notices, data.enquiries) == ((), (), ())
