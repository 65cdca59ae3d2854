"""The sheet of a calculation: sources with photo numbers, every formula, what is unconfirmed, and the disclaimer on each page."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pikepdf
import pypdfium2
import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import BY_HAND, Wishes
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.calculation.reckoning import lines_of
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.operations.calculation.calculating import calculate_case, keep
from surveyor_app.operations.calculation.sheets import sheet_of, sheet_pdf
from surveyor_app.operations.editing import records
from surveyor_app.operations.report.reporting import ReportOptions, draft_report
from surveyor_app.report.calculations.data import SheetData
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.rules.rule_packs import own_packs
from surveyor_app.wording.rules.sheet_words import Reached, load_sheet_words
from tests.operations.calculation.collision import collide
from tests.operations.worlds import listed, moment

PACKS = own_packs(resources_dir()).packs
WISHES = Wishes(figures={"own_damage": {"deductible": Given(Decimal(300), BY_HAND)}})


def sheet(case: CaseFile) -> SheetData:
    return sheet_of(case, calculate_case(case, PACKS, WISHES, chinese())[0], moment(55), "both")


def pages(case: CaseFile, language: str) -> list[str]:
    reckoning = calculate_case(case, PACKS, WISHES, chinese())[0]
    document = pypdfium2.PdfDocument(sheet_pdf(case, reckoning, moment(55), language))
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(
    ("language", "disclaimer", "formula"),
    [
        ("zh_CN", "估算，不构成赔付承诺", "min(应承担部分;责任限额)×(1−附加绝对免赔率)"),
        ("en", "Estimate:notapromisetopay", "min(Ownshare;Limit)×(1−Extraabsolutedeductiblerate)"),
    ],
)
def test_every_page_says_that_it_is_an_estimate(case: CaseFile, language: str, disclaimer: str, formula: str) -> None:
    collide(case)
    found = pages(case, language)
    assert len(found) > 1
    assert all(disclaimer in page for page in found)
    assert formula in "".join(found)


def test_figures_name_their_records_and_photos(filled: CaseFile) -> None:
    for vehicle in listed(filled, Vehicle):
        records.withdraw(filled, Vehicle, [vehicle.id], "另一起事故")
    ids = collide(filled)
    photos = listed(filled, Evidence)
    own = next(mark for mark in listed(filled, DamageMark) if mark.vehicle_uid == ids["ours"])
    records.change(filled, DamageMark, own.id, {"photos": (photos[1].id,)})
    part = next(part for part in sheet(filled).parts if part.pack.startswith("od_core_2020"))
    sources = {figure.name.in_(english()): figure.source.in_(english()) for figure in part.figures}
    assert sources["Assessed loss (net of salvage)"] == f"Damage mark {own.id[-8:]}; photos 2"
    assert sources["Paid by compulsory cover"] == "compulsory cover above"
    assert sources["Absolute deductible"] == "put in by hand"
    assert sources["Liability ratio"] == f"Liability {ids['our_share'][-8:]}"


def test_shares_say_their_basis_and_what_is_provisional(case: CaseFile) -> None:
    ids = collide(case)
    assert sheet(case).cautions == ()
    police = {"party_uid": ids["theirs"], "ratio": Decimal(20), "basis": "police_certificate"}
    records.create(case, Liability, police)
    rows = [row.value.in_(chinese()) for row in sheet(case).rows if row.label.in_(chinese()) == "责任"]
    assert [row.partition(" ")[2] for row in rows] == ["70 %(查勘意见,暂定)", "20 %(事故认定书)"]
    assert [text.in_(chinese()) for text in sheet(case).cautions] == ["各方责任合计 90 %，不是 100 %"]


def test_what_is_unconfirmed_and_what_else_fits_is_printed(case: CaseFile) -> None:
    collide(case)
    text = "".join(pages(case, "zh_CN"))
    assert "未见2020版条款原文" in text
    assert "tp_clause_2020" in text


def test_the_left_over_cent_is_said_and_so_is_what_nobody_pays(case: CaseFile) -> None:
    collide(case)
    compulsory = sheet(case).parts[0]
    got = [step.name.in_(chinese()) for step in compulsory.steps if step.note.in_(chinese())]
    assert got == ["财产损失 沪A12345 赔付 护栏", "财产损失 沪B67890 赔付 沪A12345"]
    assert any("李四 的医疗费用超出交强险限额部分：4,000.00" in note.in_(chinese()) for note in compulsory.cautions)


def test_a_cover_that_lacks_a_figure_says_which(case: CaseFile) -> None:
    ids = collide(case)
    for name in ("our_share", "their_share"):
        records.withdraw(case, Liability, [ids[name]], "另行认定")
    problem = next(part for part in sheet(case).parts if part.pack.startswith("tp_")).problem
    assert "(tp_core_2020, ratio): missing. Nothing" in problem.in_(english())
    assert problem.in_(chinese()).startswith("数字无法使用（tp_core_2020，ratio）：")
    assert "Nothing" not in problem.in_(chinese())


def test_each_line_has_the_tier_of_its_sum(case: CaseFile) -> None:
    collide(case)
    found = calculate_case(case, PACKS, WISHES, chinese())[0]
    assert sum(found.by_line[line] for line in ("ci", "bi")) == found.total
    assert [tier.in_(english()) for tier in sheet(case).tiers] == [
        "Compulsory: level 1 (example)", "Commercial: level 1 (example)", "Injury: level 1 (example)",
    ]  # fmt: skip


def test_tiers_go_by_line_step_and_day_and_say_their_exceptions() -> None:
    words = load_sheet_words(resources_dir())
    day = date(2026, 11, 20)

    def level(line: str, amount: int, step: str = "claim") -> int | None:
        found = words.tier(line, Decimal(amount), day, step)
        return None if found is None else found.level

    assert [level("bi", amount) for amount in (5000, 5001, 300_000, 300_001)] == [0, 1, 2, 3]
    assert level("injury", 2001) == 1
    assert level("ci", 1, "price") is None, "no example of every step is given"
    assert level("bi", 300_000, "loss") == 1
    loss = words.tier("bi", Decimal(300_000), day, "loss")
    assert loss is not None
    said = words.tier_name(Reached(words.lines["bi"], Decimal(1), loss)).in_(english())
    assert said.startswith("Commercial: level 1 (example) (but not rare models; coaches")
    later = replace(loss, valid_from=date(2027, 1, 1), level=9, most=None)
    with_later = replace(words, tiers=[*words.tiers, later])
    assert with_later.tier("bi", Decimal(1), day, "loss") == words.tier("bi", Decimal(1), day, "loss")
    assert with_later.tier("bi", Decimal(1), date(2027, 1, 1), "loss") == later


def test_the_same_sheet_is_the_same_bytes_and_lasts(case: CaseFile) -> None:
    collide(case)
    reckoning = calculate_case(case, PACKS, WISHES, chinese())[0]
    first, second = (sheet_pdf(case, reckoning, moment(55), "both") for _ in range(2))
    assert first == second
    with pikepdf.open(io.BytesIO(first)) as document:
        assert document.open_metadata().pdfa_status == "3A"


def test_no_word_or_figure_of_a_calculation_stands_in_a_partys_report(case: CaseFile) -> None:
    ids = collide(case)
    policy = records.create(case, Policy, {"policy_no": "P3", "line": "commercial", "clause_form": "2020"}).id
    records.create(case, Cover, {"policy_uid": policy, "kind": "occupants", "per_seat": Decimal("4321.09")})
    person = records.create(case, Person, {"name": "王一", "roles": ("injured",)}).id
    injury = records.create(case, Injury, {"person_uid": person, "vehicle_uid": ids["ours"]}).id
    fee = {"injury_uid": injury, "code": "treatment", "amount": Decimal(90_000), "within_insurance": Decimal(70_000)}
    records.create(case, Fee, fee)
    records.create(case, CheckAnswer, {"check_id": "chk_drink_driving", "answer": "yes"})
    reckoning = calculate_case(case, PACKS, Wishes(), chinese())[0]
    keep(case, reckoning, "只给理赔中心看")
    words = load_sheet_words(resources_dir())
    told = [words.caution(caution).in_(chinese()) for caution in reckoning.cautions]
    told += [str(line.amount) for part in reckoning.parts for line in lines_of(part) if line.amount % 1000]
    told += [words.disclaimer.forms["zh"], words.words["title"].forms["zh"], "只给理赔中心看"]
    hidden = {"".join(text.replace(",", "").split()) for text in told}
    assert {"4321.09"} < hidden
    assert any("垫付抢救费用" in text for text in hidden)
    assert found_in(draft_report(case, ReportOptions("zh_CN")), hidden) == set()
    own = sheet_pdf(case, reckoning, moment(55), "zh_CN")
    assert hidden - found_in(own, hidden) <= {"只给理赔中心看"}, "the sheet itself says all of it"


def found_in(pdf: bytes, texts: set[str]) -> set[str]:
    document = pypdfium2.PdfDocument(pdf)
    said = "".join("".join(page.get_textpage().get_text_range().replace(",", "").split()) for page in document)
    return {text for text in texts if text in said}
