"""A case is calculated from its records, kept, and comes out the same years later; what-if changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.calculations import Calculation, CalculationLine
from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.case_figures import BY_HAND, Wishes
from surveyor_app.domain.calculation.liabilities import Liability
from surveyor_app.domain.calculation.reckoning import Reckoning, lines_of
from surveyor_app.domain.calculation.worksheets import worksheet_of
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.domain.errors import InputError, NotFound
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.operations.calculation.calculating import calculate_case, keep, kept_calculations, repeat
from surveyor_app.operations.editing import records
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.rules.rule_packs import own_packs
from tests.operations.calculation.collision import OURS, THEIRS, collide
from tests.operations.worlds import listed, moment, only

PACKS = own_packs(resources_dir()).packs


def calculated(case: CaseFile, wishes: Wishes | None = None) -> Reckoning:
    return calculate_case(case, PACKS, wishes or Wishes(), chinese())[0]


def totals(reckoning: Reckoning) -> dict[str, Decimal | None]:
    return {part.cover: part.result.total if part.result else None for part in reckoning.parts}


def test_a_collision_is_calculated_from_its_records(case: CaseFile) -> None:
    collide(case)
    found = calculated(case)
    assert found.is_complete
    lines = {(line.payer, line.payee, line.item): line.amount for line in lines_of(found.parts[0])}
    assert lines == {
        (OURS, THEIRS, "property"): Decimal("1967.21"),
        (OURS, "护栏", "property"): Decimal("32.79"),
        (THEIRS, OURS, "property"): Decimal("1888.89"),
        (THEIRS, "护栏", "property"): Decimal("111.11"),
        (OURS, "李四", "medical"): Decimal("18000.00"),
        (THEIRS, "李四", "medical"): Decimal("18000.00"),
    }
    # (30,000 + 1,000 + 40,000 − 38,111.11) × 70 %; (8,000 − 1,777.78) × 70 % + (500 − 111.11) × 70 %
    assert totals(found)["third_party"] == Decimal("23022.22")
    assert totals(found)["own_damage"] == Decimal("4627.78")
    # What the other vehicle's insurer pays is no part of what this one does.
    assert found.parts[0].total == Decimal("20000.00")
    assert found.total == Decimal("20000.00") + Decimal("23022.22") + Decimal("4627.78")


def test_each_figure_names_the_records_it_is_from(case: CaseFile) -> None:
    ids = collide(case)
    marks = {mark.vehicle_uid: mark.id for mark in listed(case, DamageMark)}
    sheet = calculated(case).worksheet
    assert sheet.compulsory is not None
    sources = {loss.victim: loss.source for loss in sheet.compulsory.losses}
    assert sources[THEIRS] == f"damage_mark:{marks[ids['theirs']]}"
    own = next(cover for cover in sheet.covers if cover.cover == "own_damage")
    assert own.inputs["ratio"].source == f"liability:{ids['our_share']}"


def test_a_certificate_replaces_the_opinion(case: CaseFile) -> None:
    ids = collide(case)
    police = {"party_uid": ids["ours"], "grade": "equal", "ratio": Decimal(50), "basis": "police_certificate"}
    records.create(case, Liability, police)
    assert totals(calculated(case))["own_damage"] == Decimal("3305.56")


def test_what_is_kept_comes_out_the_same_whatever_changes_later(case: CaseFile) -> None:
    collide(case)
    first = calculated(case)
    kept = keep(case, first)
    for mark in listed(case, DamageMark):
        records.change(case, DamageMark, mark.id, {"part_price": Decimal(99999)})
    again = repeat(case, kept.id, PACKS)
    assert again.is_same
    assert again.reckoning.total == first.total == again.found.total
    assert again.reckoning.worksheet.to_text() == first.worksheet.to_text()
    assert calculated(case).total != first.total


def test_versions_count_up_and_are_found_by_number(case: CaseFile) -> None:
    collide(case)
    keep(case, calculated(case))
    second = keep(case, calculated(case, Wishes(packs={"third_party": "tp_clause_2020"})), "另一种规则")
    assert [item.version for item in kept_calculations(case)] == [1, 2]
    assert repeat(case, "2", PACKS).found.id == second.id
    with pytest.raises(NotFound):
        repeat(case, "3", PACKS)


def test_the_lines_are_kept_with_formulas_in_both_languages(case: CaseFile) -> None:
    collide(case)
    reckoning = calculated(case)
    kept = keep(case, reckoning)
    lines = [line for line in listed(case, CalculationLine) if line.calculation_uid == kept.id]
    assert sum((line.amount or Decimal(0) for line in lines), Decimal(0)) == sum(
        (line.amount for part in reckoning.parts for line in lines_of(part)), Decimal(0)
    )
    assert only(case, Calculation).total == reckoning.total
    payment = next(line for line in lines if line.pack == "tp_core_2020 1")
    assert payment.formula_chinese == "min(应承担部分; 责任限额) × (1 − 附加绝对免赔率)"
    assert payment.formula_english == "min(Own share; Limit) × (1 − Extra absolute deductible rate)"


def test_a_forged_sum_or_input_is_noticed(case: CaseFile) -> None:
    collide(case)
    kept = keep(case, calculated(case))
    inputs = only(case, Calculation).inputs or ""
    records.change(case, Calculation, kept.id, {"inputs": inputs.replace('"30000"', '"31000"')})
    assert not repeat(case, kept.id, PACKS).is_same


def test_a_pack_that_is_gone_is_said_and_nothing_else_taken(case: CaseFile) -> None:
    collide(case)
    kept = keep(case, calculated(case))
    with pytest.raises(PackMissing):
        repeat(case, kept.id, [pack for pack in PACKS if pack.id != "tp_core_2020"])


def test_what_if_changes_nothing(case: CaseFile) -> None:
    collide(case)
    base = calculated(case)
    other = calculated(case, Wishes(packs={"third_party": "tp_clause_2020"}, ratios={OURS: Decimal(100)}))
    assert totals(base)["third_party"] != totals(other)["third_party"]
    assert listed(case, Calculation) == []
    assert calculated(case).worksheet.to_text() == base.worksheet.to_text()


def test_the_other_pack_that_would_fit_is_named(case: CaseFile) -> None:
    collide(case)
    parts = {part.cover: part for part in calculated(case).parts}
    assert parts["third_party"].others == ("tp_clause_2020",)


def test_the_clauses_of_the_policy_choose(case: CaseFile) -> None:
    collide(case, "2014")
    assert [f"{pack.id}" for pack in calculated(case).worksheet.packs] == ["ctpl_2020", "tp_2014", "od_2014"]


def test_what_is_missing_stops_only_its_cover(case: CaseFile) -> None:
    ids = collide(case)
    for name in ("our_share", "their_share"):
        records.withdraw(case, Liability, [ids[name]], "另行认定")
    found = calculated(case)
    assert not found.is_complete
    assert {part.cover: part.problem is None for part in found.parts} == {
        "compulsory": True, "third_party": False, "own_damage": False,
    }  # fmt: skip
    by_hand = {"ratio": Given(Decimal(70), BY_HAND)}
    assert calculated(case, Wishes(figures={"third_party": by_hand, "own_damage": by_hand})).is_complete


def test_without_the_time_of_the_accident_nothing_is_calculated(case: CaseFile) -> None:
    collide(case)
    records.change(case, Claim, only(case, Claim).id, {"accident_at": None})
    with pytest.raises(PackMissing):
        calculated(case)


def test_limits_go_by_the_day_of_the_accident_where_it_was(case: CaseFile) -> None:
    collide(case)
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(0)})
    assert calculated(case).worksheet.packs[0].id == "ctpl_2020"


def test_too_much_for_one_record_is_refused(case: CaseFile) -> None:
    collide(case)
    for number in range(120):
        item = {"party": "ground", "name": f"护栏第 {number} 段", "amount": Decimal(10)}
        records.create(case, PropertyItem, item)
    with pytest.raises(InputError) as caught:
        keep(case, calculated(case))
    assert caught.value.data["reason"] == "too long"


@pytest.mark.parametrize("text", ["", "{}", '{"form":2}', '{"form":1,"accident_on":"x"}', "[1]"])
def test_what_is_no_worksheet_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        worksheet_of(text)
