"""``surveyor calculate``: every line with its formula and figures, kept and done again to the last letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from surveyor_app.casefile.files import open_case
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.operations.calculation.calculating import kept_calculations
from surveyor_app.operations.editing import records
from tests.cli.commands import Surveyor
from tests.operations.calculation.collision import collide
from tests.operations.worlds import listed


def collided(told: Surveyor) -> Path:
    """A case opened on the spot, so that the claim is the surveyor's to fill in."""
    path = told.world.folder / "collision.survey"
    told.tell("case", "new", "--report-no", "R9", "--out", path)
    with told.world.unlock() as profile, open_case(profile, path) as case:
        collide(case)
    return path


def test_a_case_is_calculated_kept_and_done_again(told: Surveyor) -> None:
    path = collided(told)
    first = told.tell("calculate", path, "--keep")
    assert first["complete"] is True
    assert "not a promise to pay" in first["disclaimer"] or "不构成赔付承诺" in first["disclaimer"]
    third = next(part for part in first["parts"] if part["cover"] == "third_party")
    assert (third["pack"], third["others"]) == ("tp_core_2020 1", ["tp_clause_2020"])
    assert third["lines"][0]["formula"]["zh"] == "min(应承担部分; 责任限额) × (1 − 附加绝对免赔率)"
    with told.world.unlock() as profile, open_case(profile, path) as case:
        for mark in listed(case, DamageMark):
            records.change(case, DamageMark, mark.id, {"labour": mark.part_price})
    again = told.tell("calculate", path, "--as-of", first["id"])
    assert again["same"] is True
    assert again["parts"] == first["parts"]
    assert told.tell("calculate", path)["total"] != first["total"]
    assert [item["version"] for item in told.tell("calculate", path, "--list")] == [1]


def test_what_if_by_another_pack_and_a_figure_by_hand(told: Surveyor) -> None:
    path = collided(told)
    usual = told.tell("calculate", path)
    other = told.tell("calculate", path, "--pack", "third_party=tp_clause_2020", "--set", "own_damage.deductible=1000")
    assert usual["total"] != other["total"]
    assert "tp_clause_2020 1" in other["packs"]
    assert told.tell("calculate", path, "--list") == []


def test_people_read_formula_figures_and_the_disclaimer(told: Surveyor) -> None:
    ended = told.run("calculate", collided(told), "--lang", "zh_CN")
    assert ended.status == 0
    assert "min(应承担部分; 责任限额) × (1 − 附加绝对免赔率)" in ended.out
    assert "估算，不构成赔付承诺" in ended.out
    assert "未经证实：未见 2020 版条款原文" in ended.out


def test_double_insurance_and_united_states_forms_are_calculated_from_what_is_given(told: Surveyor) -> None:
    path = collided(told)
    base = told.tell("calculate", path)["total"]
    shares = ("double_insurance.total=600000", "double_insurance:甲.weight=800000", "double_insurance:乙.weight=400000")
    form = ("value=200000", "carried=120000", "coinsurance=80", "loss=40000", "deductible=1000")
    given = [*shares, *(f"us_coinsurance.{figure}" for figure in form)]
    found = told.tell("calculate", path, *(part for text in given for part in ("--set", text)))
    lines = {(part["cover"], line["payer"]): line["amount"] for part in found["parts"] for line in part["lines"]}
    assert lines["double_insurance", "甲"] == "400000.00"
    assert lines["us_coinsurance", None] == "29000.00"
    assert found["total"] == base, "neither is what this insurer pays of this accident"


def test_a_figure_without_its_cover_is_refused(told: Surveyor) -> None:
    ended = told.run("calculate", collided(told), "--set", "deductible=5")
    assert ended.status != 0
    assert "--set" in ended.err


@pytest.mark.parametrize("value", ["1e400", "NaN", "-Infinity", "1e999999999"])
def test_a_figure_that_nobody_could_write_out_is_refused(told: Surveyor, value: str) -> None:
    ended = told.run("calculate", collided(told), "--set", f"own_damage.deductible={value}")
    assert ended.status != 0
    assert "--set" in ended.err


def test_the_reason_for_a_figure_by_hand_is_kept_with_what_the_records_say(told: Surveyor) -> None:
    path = collided(told)
    given = ("--set", "third_party.limit=100000", "--reason", "批单 3: 保额调整, 2026")
    kept = told.tell("calculate", path, *given, "--keep")
    assert kept["partial"] is False
    again = told.run("calculate", path, "--as-of", kept["id"], "--out", told.world.folder / "sheet.pdf")
    assert again.status == 0
    assert "The same as kept." in again.out
    with told.world.unlock() as profile, open_case(profile, path) as case:
        (kept_as,) = kept_calculations(case)
    said = json.loads(kept_as.inputs or "")
    limit = next(cover["inputs"]["limit"] for cover in said["covers"] if cover["cover"] == "third_party")
    assert limit["source"] == "by_hand:批单 3: 保额调整, 2026"
    assert limit["instead"]["source"].startswith("cover:")


def test_a_total_that_leaves_something_out_says_so(told: Surveyor) -> None:
    path = collided(told)
    ended = told.run("calculate", path, "--set", "double_insurance.total=5")
    assert ended.status == 1
    assert "This insurer pays, in part: " in ended.out
    assert told.tell("calculate", path, "--set", "double_insurance.total=5", status=1)["partial"] is True
