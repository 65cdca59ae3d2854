"""Rule packs in files: those that come with the program, an insurer's own, and what is said of wrong ones."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.calculation.errors import FigureMissing, PackInvalid, PackMissing
from surveyor_app.domain.calculation.evaluating import calculate, given
from surveyor_app.domain.calculation.packs import Method, RulePack, by_id, choose
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.rules.rule_packs import load_packs, own_packs, read_pack

OWN = """
id = "own_tp"
version = "7"
zh = "本公司三者险"
en = "Our third-party cover"
method = "formulas"
cover = "third_party"
line = "commercial"
clause_forms = ["own"]
source_zh = "本公司条款"
source_en = "Our clauses"

[words.share]
zh = "分担比例"
en = "Share"
unit = "percent"

[[rules]]
id = "payment"
zh = "赔款"
en = "Payment"
payable = true
formula = "min(loss * share, limit) * (1 - 0.5 %)"
"""


def packs() -> tuple[RulePack, ...]:
    return tuple(own_packs(resources_dir()).packs)


def written(folder: Path, text: str, name: str = "own.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_packs_of_the_program_say_where_they_are_from_in_both_languages() -> None:
    assert len(packs()) > 20
    for pack in packs():
        assert pack.source.in_(chinese()) != pack.source.in_(english()), pack.id
        assert pack.name.in_(chinese()) != pack.name.in_(english()), pack.id


def test_what_is_unconfirmed_is_marked() -> None:
    marked = {pack.id for pack in packs() if pack.unconfirmed}
    assert {"tp_clause_2020", "od_clause_2020", "ctpl_2008", "ctpl_2006", "theft_2020", "actual_value"} <= marked
    assert "theft_2014" not in marked


@pytest.mark.parametrize(
    ("day", "pack_id"),
    [
        (date(2006, 7, 1), "ctpl_2006"),
        (date(2008, 1, 31), "ctpl_2006"),
        (date(2008, 2, 1), "ctpl_2008"),
        (date(2020, 9, 18), "ctpl_2008"),
        (date(2020, 9, 19), "ctpl_2020"),
        (date(2026, 1, 1), "ctpl_2020"),
    ],
)
def test_compulsory_cover_goes_by_the_day_of_the_accident(day: date, pack_id: str) -> None:
    chosen = choose(packs(), "compulsory", accident_on=day, clause_form="2014")
    assert (chosen.pack.id, chosen.others) == (pack_id, ())


@pytest.mark.parametrize("day", [None, date(2006, 6, 30)])
def test_without_a_day_or_before_there_was_any_nothing_is_chosen(day: date | None) -> None:
    with pytest.raises(PackMissing):
        choose(packs(), "compulsory", accident_on=day)


def test_a_commercial_cover_goes_by_the_clauses_of_its_policy() -> None:
    old = choose(packs(), "third_party", accident_on=date(2026, 1, 1), clause_form="2014")
    assert (old.pack.id, old.others) == ("tp_2014", ())
    new = choose(packs(), "third_party", accident_on=date(2015, 1, 1), clause_form="2020")
    assert (new.pack.id, [other.id for other in new.others]) == ("tp_core_2020", ["tp_clause_2020"])
    electric = choose(packs(), "own_damage", accident_on=None, clause_form="2021_nev")
    assert (electric.pack.id, [other.id for other in electric.others]) == ("od_core_2020", ["od_clause_2020"])


def test_the_insurers_setting_chooses_among_those_that_fit() -> None:
    asked = {"accident_on": None, "clause_form": "2020"}
    assert choose(packs(), "third_party", setting="tp_clause_2020", **asked).pack.id == "tp_clause_2020"  # type: ignore[arg-type]  # by name
    assert choose(packs(), "third_party", setting="tp_2014", **asked).pack.id == "tp_core_2020"  # type: ignore[arg-type]  # by name


# ------------------------------------------------------------------------------------------ an insurer's own


def test_an_insurer_adds_a_pack_without_code(tmp_path: Path) -> None:
    written(tmp_path, OWN)
    found = load_packs(resources_dir(), [tmp_path])
    assert found.errors == []
    chosen = choose(found.packs, "third_party", accident_on=None, clause_form="own").pack
    result = calculate(chosen, given(loss=Decimal(1000), share=Decimal(30), limit=Decimal(5000)))
    assert result.total == Decimal("298.50")
    tree = result.step("payment").tree
    assert tree.words(chinese()) == "min(核定损失 × 分担比例; 责任限额) × (1 − 0.5 %)"
    assert tree.words(english()) == "min(Approved loss × Share; Limit) × (1 − 0.5 %)"
    assert tree.figures() == "min(1,000.00 × 30 %; 5,000.00) × (1 − 0.5 %)"


def test_a_pack_of_a_region_comes_before_one_for_everywhere(tmp_path: Path) -> None:
    written(
        tmp_path,
        OWN.replace('["own"]', '["2014"]').replace('line = "commercial"', 'line = "commercial"\nregion = "SH"'),
    )
    found = load_packs(resources_dir(), [tmp_path]).packs
    assert choose(found, "third_party", accident_on=None, clause_form="2014", region="SH").pack.id == "own_tp"
    assert choose(found, "third_party", accident_on=None, clause_form="2014", region="BJ").pack.id == "tp_2014"


def test_a_newer_version_of_the_insurers_counts_and_the_older_is_still_found(tmp_path: Path) -> None:
    changed = OWN.replace("own_tp", "tp_2014").replace('["own"]', '["2014"]')
    written(tmp_path, changed)
    found = load_packs(resources_dir(), [tmp_path]).packs
    assert choose(found, "third_party", accident_on=None, clause_form="2014").pack.version == "1"
    written(tmp_path, changed.replace('version = "7"', 'version = "7"\nusual = true'))
    found = load_packs(resources_dir(), [tmp_path]).packs
    assert choose(found, "third_party", accident_on=None, clause_form="2014").pack.version == "7"
    assert by_id(found, "tp_2014", "1").version == "1"
    with pytest.raises(PackMissing):
        by_id(found, "tp_2014", "2")


def test_a_wrong_pack_is_left_out_and_named(tmp_path: Path) -> None:
    written(tmp_path, OWN)
    written(tmp_path, OWN.replace("own_tp", "other").replace("limit)", "limt)"), "wrong.toml")
    found = load_packs(resources_dir(), [tmp_path])
    assert "other" not in {pack.id for pack in found.packs}
    assert [(Path(str(error.data["path"])).name, error.data["line"]) for error in found.errors] == [("wrong.toml", 23)]


def test_the_same_pack_twice_is_an_error(tmp_path: Path) -> None:
    written(tmp_path, OWN)
    written(tmp_path, OWN, "second.toml")
    found = load_packs(resources_dir(), [tmp_path])
    assert [error.data["reason"] for error in found.errors] == ["an id stands twice"]


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("limit)", "limt)", 23, "no such word"),
        ("min(loss", "avg(loss", 23, "not understood"),
        ("* share,", "* share", 23, "a sign is missing"),
        ("min(loss * share, limit)", "loss *", 23, "a figure or a word is missing"),
        ("(1 - 0.5 %)", "__import__('os')", 23, "not understood"),
        ("min(loss * share, limit)", "(" * 40 + "loss" + ")" * 40, 23, "too deep"),
        ('unit = "percent"', 'unit = "procent"', 16, "not known"),
        ('unit = "percent"', 'units = "percent"', 16, "not known"),
        ('unit = "percent"', "default = -1", 16, "not a number from 0"),
        ('unit = "percent"', 'by = "nothing"', 16, "no such word"),
        ('en = "Share"', "", 13, "missing"),
        ('zh = "分担比例"', 'zh = ""', 13, "empty"),
        ("payable = true", 'payable = "yes"', 22, "neither true nor false"),
        ("payable = true", "", 18, "nothing is payable"),
        ('id = "payment"', 'id = "share"', 19, "an id stands twice"),
        ('id = "payment"', 'id = "Payment!"', 19, "not an id"),
        ('method = "formulas"', 'method = "python"', 6, "not known"),
        ('method = "formulas"', 'method = "compulsory"', 1, "death, medical and property"),
        ('method = "formulas"', 'method = "shares"', 13, "no such word"),
        ('version = "7"', "version = 7", 3, "not a text"),
        ('version = "7"', "", 1, "missing"),
        ('clause_forms = ["own"]', "clause_forms = [1]", 9, "not a list of texts"),
        ('line = "commercial"', 'line = "commercial"\nvalid_from = "2020"', 9, "not a day"),
        ('formula = "', 'by = "grade"\nformula = "', 18, "one formula, or formulas with the choice they go by"),
        ("[words.share]", "[[words.share]]", 13, "not a table"),
    ],
)  # fmt: skip
def test_a_wrong_pack_says_line_and_reason(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    assert old in OWN
    with pytest.raises(PackInvalid) as caught:
        read_pack(written(tmp_path, OWN.replace(old, new, 1)), resources_dir())
    assert (caught.value.data["reason"], caught.value.data["line"]) == (reason, line)


def test_each_choice_needs_its_formula_and_its_place_in_the_table(tmp_path: Path) -> None:
    by = OWN.replace(
        'formula = "min(loss * share, limit) * (1 - 0.5 %)"', 'by = "grade"\n[rules.formulas]\nfull = "loss"'
    )
    with pytest.raises(PackInvalid) as caught:
        read_pack(written(tmp_path, by), resources_dir())
    assert (caught.value.data["reason"], caught.value.data["line"]) == ("not a formula for each choice", 24)
    table = OWN.replace('unit = "percent"', 'unit = "percent"\nby = "grade"\ntable = { full = 20 }')
    with pytest.raises(PackInvalid) as caught:
        read_pack(written(tmp_path, table), resources_dir())
    assert (caught.value.data["reason"], caught.value.data["line"]) == ("nothing for this choice", 18)


@pytest.mark.parametrize("content", [b"id = \n", b"\xff\xfe", b"[" * 5000, b"\n" * 1_000_001])
def test_what_is_no_toml_is_an_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    with pytest.raises(PackInvalid):
        read_pack(path, resources_dir())


def test_a_fault_in_the_toml_says_its_line(tmp_path: Path) -> None:
    with pytest.raises(PackInvalid) as caught:
        read_pack(written(tmp_path, OWN.replace('en = "Payment"', "en = Payment")), resources_dir())
    assert caught.value.data["line"] == 21


# ------------------------------------------------------------------------------------------ figures that are missing


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "missing"),
        ({"loss": Decimal(-1)}, "below 0"),
        ({"loss": Decimal("NaN")}, "not a figure"),
        ({"loss": "many"}, "not a figure"),
        ({"lost": Decimal(1)}, "no such figure"),
    ],
)
def test_nothing_is_calculated_without_its_figures(values: dict[str, Decimal | str], reason: str) -> None:
    whole: dict[str, Decimal | str] = {"ratio": Decimal(70), "limit": Decimal(1), "ctpl_limit": Decimal(0)}
    whole |= values
    with pytest.raises(FigureMissing) as caught:
        calculate(by_id(packs(), "tp_clause_2020"), given(**whole))
    assert caught.value.data["reason"] == reason


def test_a_choice_has_to_be_one_of_its_own() -> None:
    figures = given(sum_insured=Decimal(1), repair=Decimal(1), grade="mostly")
    with pytest.raises(FigureMissing) as caught:
        calculate(by_id(packs(), "od_2014"), figures)
    assert (caught.value.data["field"], caught.value.data["reason"]) == ("grade", "not one of its choices")


def test_nothing_is_divided_by_0() -> None:
    figures = given(sum_insured=Decimal(1), value=Decimal(0), loss=Decimal(1))
    with pytest.raises(FigureMissing) as caught:
        calculate(by_id(packs(), "property"), figures)
    assert caught.value.data["reason"] == "divided by 0"


def test_the_sample_of_regions_says_that_it_is_one() -> None:
    regions = [region for pack in packs() if pack.method is Method.REGIONS for region in pack.regions]
    assert [region.is_sample for region in regions] == [True]


@pytest.mark.parametrize(("age", "years"), [("30", 20), ("60", 20), ("61", 19), ("74", 6), ("75", 5), ("90", 5)])
def test_years_of_compensation_go_by_age(age: str, years: int) -> None:
    figures = given(kind="death_compensation", income=Decimal(1000), age=Decimal(age))
    assert calculate(by_id(packs(), "injury_items"), figures).total == 1000 * years


def test_disability_is_paid_by_its_grade() -> None:
    figures = given(kind="disability_compensation", income=Decimal(50000), age=Decimal(40), disability_grade="9")
    assert calculate(by_id(packs(), "injury_items"), figures).total == 200_000
