"""What records of a case put into its covers, and what they do not say: from real case files (domain §12.2 to §12.5)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.errors import PackMissing
from surveyor_app.domain.calculation.evaluating import Given
from surveyor_app.domain.calculation.gathering.actual_value import months
from surveyor_app.domain.calculation.gathering.case_figures import BY_HAND, Wishes
from surveyor_app.domain.calculation.reckoning import Part, Reckoning, lines_of, reckon
from surveyor_app.domain.calculation.worksheets import worksheet_of
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.claim.policies import Cover, Policy
from surveyor_app.domain.losses.injuries import Fee, Injury
from surveyor_app.domain.losses.property_items import PropertyItem
from surveyor_app.domain.losses.rescue import RescueCost, Salvage
from surveyor_app.domain.losses.vehicles import Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.survey.check_answers import CheckAnswer
from surveyor_app.operations.calculation.calculating import calculate_case
from surveyor_app.operations.editing import records
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.rules.rule_packs import own_packs
from tests.operations.calculation.collision import OURS, THEIRS, collide
from tests.operations.worlds import listed, moment, only

PACKS = own_packs(resources_dir()).packs


def calculated(case: CaseFile, **figures: dict[str, object]) -> Reckoning:
    """Calculate; figures by hand under the cover, ``__`` standing for the colon before a subject."""
    by_hand = {
        cover.replace("__", ":"): {name: Given(value, BY_HAND) for name, value in given.items()}  # type: ignore[arg-type]
        for cover, given in figures.items()
    }
    return calculate_case(case, PACKS, Wishes(figures=by_hand), chinese())[0]


def part(reckoning: Reckoning, cover: str, subject: str | None = None) -> Part:
    return next(part for part in reckoning.parts if part.cover == cover and subject in (None, part.subject))


def codes(reckoning: Reckoning) -> set[str]:
    return {caution.code for caution in reckoning.cautions}


def hurt(case: CaseFile, name: str, vehicle: str | None, **fee: object) -> str:
    person = records.create(case, Person, {"name": name, "roles": ("injured",)}).id
    injury = records.create(case, Injury, {"person_uid": person, "vehicle_uid": vehicle}).id
    records.create(case, Fee, {"injury_uid": injury, "code": "treatment", **fee})
    return injury


def commercial(case: CaseFile) -> str:
    return next(policy.id for policy in listed(case, Policy) if policy.line == "commercial")


def cover_of(case: CaseFile, kind: str) -> str:
    return next(cover.id for cover in listed(case, Cover) if cover.kind == kind)


@pytest.fixture
def burnt(case: CaseFile) -> str:
    """A fire under one cover of 8 million: a hall of 8 million at 100 % and 0.1 million of rescue; returns the item."""
    records.change(case, Claim, only(case, Claim).id, {"accident_at": moment(0), "loss_cause": "fire"})
    policy = records.create(case, Policy, {"policy_no": "F1", "line": "property"}).id
    records.create(case, Cover, {"policy_uid": policy, "kind": "other", "sum_insured": Decimal(8_000_000)})
    hall = {"party": "insured", "name": "厂房", "amount": Decimal(8_000_000)}
    records.create(case, RescueCost, {"rescue_kind": "other", "amount": Decimal(100_000)})
    return records.create(case, PropertyItem, hall).id


# ------------------------------------------------------------------------------------------ property


def test_property_names_the_value_as_missing_and_takes_it_by_hand(case: CaseFile, burnt: str) -> None:
    problem = part(calculated(case), "property").problem
    assert problem is not None
    assert (problem.data["field"], problem.data["reason"]) == ("value", "missing")
    found = calculated(case, property={"value": Decimal(10_000_000)})
    assert part(found, "property").total == Decimal("6480000.00")  # K50
    inputs = found.worksheet.covers[0].inputs
    assert inputs["loss"].source == f"property_item:{burnt}"
    assert inputs["rescue"].source.startswith("rescue_cost:")


def test_salvage_and_deductibles_of_the_records_are_counted(case: CaseFile, burnt: str) -> None:
    records.create(case, Salvage, {"subject_uid": burnt, "value": Decimal(500_000), "disposal": "to_insured"})
    deductible = {"deductible_amount": Decimal(30_000), "deductible_rate": Decimal(10)}
    records.change(case, Cover, only(case, Cover).id, deductible)
    first = part(calculated(case, property={"value": Decimal(8_000_000)}), "property")
    assert first.total == Decimal(7_500_000) + Decimal(100_000) - Decimal(750_000)
    whole = {"value": Decimal(10_000_000), "basis": "first_loss", "salvage_order": "after"}
    assert part(calculated(case, property=whole), "property").total == first.total
    records.change(case, Cover, only(case, Cover).id, {"deductible_amount": Decimal(800_000)})
    assert part(calculated(case, property=whole), "property").total == Decimal(7_500_000 + 100_000 - 800_000)


def test_salvage_of_the_line_is_not_taken_off_twice(case: CaseFile, burnt: str) -> None:
    records.create(case, Salvage, {"subject_uid": burnt, "value": Decimal(500_000), "disposal": "to_insured"})
    counted = {"amount": None, "quantity": Decimal(1), "unit_price": Decimal(1_000_000), "loss_rate": Decimal(50)}
    records.change(case, PropertyItem, burnt, counted | {"salvage": Decimal(20_000)})
    inputs = calculated(case).worksheet.covers[0].inputs
    assert (inputs["loss"].value, inputs["salvage"].value) == (Decimal(500_000), Decimal(20_000))


def test_an_item_that_may_fall_under_two_covers_is_said(case: CaseFile, burnt: str) -> None:
    second = {"policy_uid": only(case, Policy).id, "kind": "other", "sum_insured": Decimal(1)}
    records.create(case, Cover, second)
    found = calculated(case, property={"value": Decimal(10_000_000)})
    assert "items_under_no_cover" in codes(found)
    assert [item.problem.data["field"] for item in found.parts if item.problem] == ["loss", "loss"]


# ------------------------------------------------------------------------------------------ motor


@pytest.mark.parametrize(
    ("form", "waiver", "pays"),
    # min((30,000 − 18,000) × 70 %, 5,000), less 15 % where it is not waived
    [("2014", False, "4250.00"), ("2014", True, "5000.00"), ("2020", False, "5000.00")],
)
def test_each_injured_occupant_has_a_seat(case: CaseFile, form: str, waiver: bool, pays: str) -> None:
    ids = collide(case, form)
    seats = {"kind": "occupants", "per_seat": Decimal(5000), "seats": 1, "waiver": waiver}
    records.create(case, Cover, {"policy_uid": commercial(case), **seats})
    hurt(case, "王一", ids["ours"], amount=Decimal(30_000))
    hurt(case, "王二", ids["ours"], amount=Decimal(10))
    found = calculated(case)
    assert {item.subject for item in found.parts if item.cover == "occupants"} == {"王一", "王二"}
    inputs = next(sheet.inputs for sheet in found.worksheet.covers if sheet.subject == "王一")
    assert inputs["loss"].value == Decimal(30_000)
    due = sum((line.amount for line in lines_of(found.parts[0]) if line.payee == "王一"), Decimal(0))
    assert inputs["ctpl_due"].value == due > 0
    assert part(found, "occupants", "王一").total == Decimal(pays)
    said = next(caution for caution in found.cautions if caution.code == "more_injured_than_seats")
    assert said.values == {"injured": "2", "seats": "1"}


def test_a_seat_without_its_limit_is_named(case: CaseFile) -> None:
    ids = collide(case)
    records.create(case, Cover, {"policy_uid": commercial(case), "kind": "occupants"})
    hurt(case, "王一", ids["ours"], amount=Decimal(30_000))
    problem = part(calculated(case), "occupants").problem
    assert problem is not None
    assert problem.data["field"] == "seat_limit"


@pytest.mark.parametrize(("form", "kind", "pays"), [("2014", "theft", "96000.00"), ("2020", "own_damage", "120000.00")])
def test_a_stolen_vehicle_is_paid_by_the_cover_that_holds_theft(
    case: CaseFile, form: str, kind: str, pays: str
) -> None:
    collide(case, form)
    records.change(case, Claim, only(case, Claim).id, {"loss_cause": "theft"})
    if kind == "theft":
        records.create(case, Cover, {"policy_uid": commercial(case), "kind": kind})
    records.change(case, Cover, cover_of(case, kind), {"sum_insured": Decimal(120_000)})
    found = calculated(case)
    assert part(found, "theft").total == Decimal(pays)  # K41, none missing
    assert all(item.cover != "own_damage" for item in found.parts)
    if form == "2014":
        missing = calculated(case, theft={"missing_papers": Decimal(2)}, compulsory={"advance_only": False})
        assert part(missing, "theft").total == Decimal("93600.00")


def test_rescue_is_counted_where_it_was_and_only_where_it_was_needed(case: CaseFile) -> None:
    ids = collide(case)
    theirs = {"subject_uid": ids["theirs"], "amount": Decimal(800)}
    records.create(case, RescueCost, theirs)
    records.create(case, RescueCost, theirs | {"necessary": "no"})
    records.create(case, RescueCost, {"amount": Decimal(90)})
    found = calculated(case)
    sheets = {sheet.cover: sheet.inputs for sheet in found.worksheet.covers}
    assert sheets["own_damage"]["rescue"].value == Decimal(500)
    assert sheets["third_party"]["rescue"].value == Decimal(800)
    assert sheets["third_party"]["assessed"].value == Decimal(71_000)
    assert {"rescue_unnecessary", "rescue_of_nothing"} <= codes(found)


def test_other_property_that_was_saved_bears_its_part(case: CaseFile) -> None:
    ids = collide(case, "2014")
    (cost,) = (item for item in listed(case, RescueCost) if item.subject_uid == ids["ours"])
    saved = {"insured_property_value": Decimal(80_000), "uninsured_property_value": Decimal(40_000)}
    records.change(case, RescueCost, cost.id, {"amount": Decimal(3000), **saved})
    result = part(calculated(case), "own_damage").result
    assert result is not None
    assert result.amount("rescue_payment") == Decimal("2000.00")  # K40


@pytest.mark.parametrize("form", ["2014", "2020"])
def test_medical_cost_outside_insurance_is_paid_only_by_its_own_cover(case: CaseFile, form: str) -> None:
    collide(case, form)
    records.change(case, Fee, only(case, Fee).id, {"within_insurance": Decimal(30_000)})
    outside = part(calculated(case), "third_party")
    extra = {"policy_uid": commercial(case), "kind": "outside_insurance_medical", "limit": Decimal(4000)}
    records.create(case, Cover, extra)
    found = calculated(case)
    inputs = next(sheet.inputs for sheet in found.worksheet.covers if sheet.cover == "third_party")
    assert inputs["outside_insurance"].value == Decimal(6000)
    assert inputs["outside_insurance"].source.startswith("fee:")
    ids = {vehicle.category: vehicle.id for vehicle in listed(case, Vehicle)}
    records.create(case, Cover, {"policy_uid": commercial(case), "kind": "occupants", "per_seat": Decimal(20_000)})
    hurt(case, "王一", ids["insured"], amount=Decimal(9000), within_insurance=Decimal(8000))
    seat = next(sheet.inputs for sheet in calculated(case).worksheet.covers if sheet.subject == "王一")
    assert seat["outside_insurance"].value == Decimal(1000), "its limit is used up by the third party"
    # 4,000 more × 70 %, and in 2014 less the 15 % of the grade
    more = Decimal("2380.00") if form == "2014" else Decimal("2800.00")
    assert (part(found, "third_party").total or 0) - (outside.total or 0) == more


@pytest.mark.parametrize("is_lapsed", [False, True])
def test_without_compulsory_cover_nothing_is_paid_within_its_limits(case: CaseFile, is_lapsed: bool) -> None:
    collide(case, "2014")
    before = part(calculated(case), "third_party")
    policy = next(item for item in listed(case, Policy) if item.line == "compulsory")
    if is_lapsed:
        on = only(case, Claim).accident_at
        assert on is not None
        records.change(case, Policy, policy.id, {"period_to": on.local.date() - timedelta(days=1)})
    else:
        records.withdraw(case, Policy, [policy.id], "不是本车的")
    found = calculated(case)
    assert {"compulsory_lapsed" if is_lapsed else "no_compulsory_cover"} <= codes(found)
    assert all(line.payer != OURS for line in lines_of(found.parts[0]))
    assert part(found, "third_party").total == before.total
    again = calculated(case, compulsory={"insured": True})
    assert any(line.payer == OURS for line in lines_of(again.parts[0]))


def test_a_policy_in_force_on_its_last_day_counts(case: CaseFile) -> None:
    collide(case)
    on = only(case, Claim).accident_at
    assert on is not None
    policy = next(item for item in listed(case, Policy) if item.line == "compulsory")
    records.change(case, Policy, policy.id, {"period_from": date(2020, 1, 1), "period_to": on.local.date()})
    assert any(line.payer == OURS for line in lines_of(calculated(case).parts[0]))


@pytest.mark.parametrize(("check", "answer"), [("chk_drink_driving", "yes"), ("chk_licence_valid", "no")])
def test_after_drink_or_without_licence_only_rescue_is_advanced(case: CaseFile, check: str, answer: str) -> None:
    collide(case)
    records.create(case, CheckAnswer, {"check_id": check, "answer": answer})
    found = calculated(case)
    assert "advance_only" in codes(found)
    assert all(line.payer != OURS for line in lines_of(found.parts[0]))
    urgent = calculated(case, compulsory__李四={"emergency": Decimal(5000)})
    ours = [line for line in lines_of(urgent.parts[0]) if line.payer == OURS]
    assert [(line.payee, line.item, line.mark) for line in ours] == [("李四", "medical", "advance")]
    usual = calculated(case, compulsory={"advance_only": False})
    assert "advance_only" not in codes(usual)


def test_a_total_loss_and_subrogation_are_what_the_visit_says(case: CaseFile) -> None:
    collide(case)
    records.change(case, Task, only(case, Task).id, {"is_subrogation": True})
    assert part(calculated(case), "own_damage").total == Decimal("8500.00")
    collide_2014 = next(policy for policy in listed(case, Policy) if policy.line == "commercial")
    records.change(case, Policy, collide_2014.id, {"clause_form": "2014"})
    records.change(case, Task, only(case, Task).id, {"is_total_loss": True})
    result = part(calculated(case), "own_damage").result
    assert result is not None
    assert result.amount("payment") == Decimal("85000.00")


# ------------------------------------------------------------------------------------------ injured people


def test_fees_without_an_amount_follow_the_table_of_the_region(case: CaseFile) -> None:
    ids = collide(case)
    injury = hurt(case, "赵五", ids["theirs"], code="disability_compensation")
    records.change(case, Injury, injury, {"disability_grade": 10})
    person = next(item for item in listed(case, Person) if item.name == "赵五")
    on = only(case, Claim).accident_at
    assert on is not None
    born = on.local.date().replace(year=on.local.year - 63) + timedelta(days=1)
    records.change(case, Person, person.id, {"birth": born, "age": 20})
    records.create(
        case, Fee, {"injury_uid": injury, "code": "lost_earnings", "daily_rate": Decimal(200), "days": Decimal(30)}
    )
    problem = part(calculated(case), "injury", "赵五").problem
    assert problem is not None
    assert problem.data["field"] == "income"
    found = calculated(case, injury={"region": "sample"})
    amounts = {loss.amount for loss in found.worksheet.compulsory.losses if loss.victim == "赵五"}  # type: ignore[union-attr]
    # 50,000 × 18 years × 10 %; 200 × 30 days
    assert amounts == {Decimal("90000.00"), Decimal("6000.00")}
    assert part(found, "injury").total == 0, "it is paid where it is a loss, not twice"
    assert worksheet_of(found.worksheet.to_text()).to_text() == found.worksheet.to_text()


# ------------------------------------------------------------------------------------------ by hand alone


def test_what_no_record_holds_is_calculated_from_figures_by_hand(case: CaseFile) -> None:
    collide(case)
    base = calculated(case).total
    shares: dict[str, dict[str, object]] = {
        "double_insurance": {"total": Decimal(600_000)},
        "double_insurance__甲": {"weight": Decimal(800_000)},
        "double_insurance__乙": {"weight": Decimal(400_000)},
    }
    found = calculated(case, **shares)
    lines = {line.payer: line.amount for line in lines_of(part(found, "double_insurance"))}
    assert lines == {"甲": Decimal("400000.00"), "乙": Decimal("200000.00")}  # K55
    assert found.total == base
    with pytest.raises(PackMissing):
        calculated(case, nothing_of_ours={"loss": Decimal(1)})


def test_a_figure_that_no_pack_asks_for_is_named(case: CaseFile) -> None:
    collide(case)
    problem = part(calculated(case, third_party={"nosuch": Decimal(1)}), "third_party").problem
    assert problem is not None
    assert (problem.data["field"], problem.data["reason"]) == ("nosuch", "no such figure")


# ------------------------------------------------------------------------------------------ what the records say besides


def test_the_actual_value_follows_from_price_first_registration_and_use(case: CaseFile) -> None:
    collide(case)
    ours = next(vehicle for vehicle in listed(case, Vehicle) if vehicle.category == "insured")
    assert "actual_value" not in {item.cover for item in calculated(case).parts}
    records.change(case, Policy, commercial(case), {"new_price": Decimal(150_000)})
    accident = only(case, Claim).accident_at
    assert accident is not None
    first = accident.local.date().replace(day=1).replace(year=accident.local.year - 5)
    said = {"first_registered": first, "vehicle_kind": "car", "use_nature": "private"}
    records.change(case, Vehicle, ours.id, said)
    found = part(calculated(case), "actual_value")
    assert found.result is not None
    assert found.result.total == Decimal("96000.00")  # 150,000 × (1 − 60 × 0.6 %)
    assert found.inputs["months"].source == f"vehicle:{ours.id}"
    assert calculated(case).paid(found) == 0, "a value is no payment"
    assert "constructive_total" not in codes(calculated(case))
    records.change(case, Vehicle, ours.id, {"use_nature": "ride_hailing"})
    dearer = part(calculated(case), "actual_value")
    assert dearer.result is not None
    assert dearer.result.total == Decimal("69000.00")  # 0.9 % a month
    records.change(case, Policy, commercial(case), {"new_price": Decimal(1000)})
    assert "constructive_total" in codes(calculated(case)), "a prompt for the office, and nothing more"


@pytest.mark.parametrize(
    ("since", "on", "used"),
    [
        ("2026-01-31", "2026-02-28", 0),
        ("2026-01-31", "2026-03-31", 2),
        ("2020-02-29", "2026-02-28", 71),
        ("2026-05-01", "2026-05-01", 0),
    ],
)
def test_a_month_that_is_not_whole_does_not_count(since: str, on: str, used: int) -> None:
    assert months(date.fromisoformat(since), date.fromisoformat(on)) == used


def test_a_trailer_has_its_tractors_limits_and_is_no_third_party(case: CaseFile) -> None:
    collide(case)
    trailer = {"category": "insured", "plate_no": "沪A1234挂", "estimate": Decimal(5000), "has_loss": True}
    records.create(case, Vehicle, trailer)
    found = calculated(case)
    sheet = found.worksheet.compulsory
    assert sheet is not None
    (towed,) = [vehicle for vehicle in sheet.vehicles if vehicle.towed_by is not None]
    assert towed.towed_by == sheet.own
    assert "trailer_damage" in codes(found)
    assert found.is_partial
    third = part(found, "third_party").inputs["assessed"]
    assert third.value == part(calculated(case), "third_party").inputs["assessed"].value
    paid = [line for line in lines_of(part(found, "compulsory")) if line.payee == towed.id]
    assert {line.payer for line in paid} == {THEIRS}, "the other side pays for it, its tractor does not"
    ours = [line for line in lines_of(part(found, "compulsory")) if line.payer == sheet.own and line.item == "property"]
    assert sum(line.amount for line in ours) <= 2000, "it brings no limit of its own"


def test_a_trailer_of_another_side_is_towed_by_the_only_one_that_can(case: CaseFile) -> None:
    collide(case)
    records.create(case, Vehicle, {"category": "third", "plate_no": "苏B5678挂", "vehicle_kind": "trailer"})
    assert "trailer_of_nobody" in codes(calculated(case))
    records.create(case, Vehicle, {"category": "third", "plate_no": "苏B00001", "vehicle_kind": "tractor_unit"})
    found = calculated(case)
    assert "trailer_of_nobody" not in codes(found)
    sheet = found.worksheet.compulsory
    assert sheet is not None
    assert [vehicle.towed_by for vehicle in sheet.vehicles if vehicle.towed_by] == ["苏B00001"]


def test_the_book_value_of_the_items_is_taken_over(case: CaseFile, burnt: str) -> None:
    records.change(case, PropertyItem, burnt, {"book_value": Decimal(6_000_000)})
    by_hand: dict[str, object] = {
        "basis": "book_value",
        "replacement_value": Decimal(8_000_000),
        "value": Decimal(8_000_000),
    }
    found = part(calculated(case, property=by_hand), "property")
    assert found.inputs["book_value"].source == f"property_item:{burnt}"
    assert found.total == Decimal(6_000_000) + Decimal(75_000)  # three quarters, rescue alike


def test_one_deductible_for_the_event_stands_instead_of_those_of_the_items(case: CaseFile, burnt: str) -> None:
    records.change(case, Cover, only(case, Cover).id, {"deductible_amount": Decimal(30_000)})
    worth: dict[str, object] = {"value": Decimal(8_000_000)}
    apart = calculated(case, property=worth)
    assert apart.total == Decimal(8_000_000 + 100_000 - 30_000)
    found = calculated(case, property=worth, property_event={"deductible_rate": Decimal(10)})
    event = part(found, "property_event")
    assert event.inputs["deductible"].source.startswith("cover:"), "what the covers say alike is the event's"
    assert found.paid(part(found, "property")) == 0
    assert found.total == found.paid(event) == Decimal(8_100_000 - 810_000)
    assert sum(found.by_line.values()) == found.total
    assert calculated(case, property_event={"deductible_rate": Decimal(10)}).is_partial, "the value is missing"
    again = worksheet_of(found.worksheet.to_text())
    assert reckon(again, PACKS).total == found.total
