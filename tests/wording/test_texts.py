"""Texts in several languages: picked, filled in, and completed by a language that somebody adds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.checks.findings import Finding
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.texts import Language, Text
from surveyor_app.operations.cases.checking import load_checks
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import find_language
from surveyor_app.wording.notices import load_notices
from surveyor_app.wording.parts import load_parts
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.shot_lists import load_shot_lists
from surveyor_app.wording.statement_words import statement_words
from tests.wording.pseudo_messages import BEGIN, END, pseudo
from tests.wording.third_language import MARKED, TAG, unmarked

CHINESE = Language("zh_CN", "zh", "中文", "zh_CN", "、", "、")
ENGLISH = Language("en", "en", "English", "en_GB", ", ", " and ")
JAPANESE = Language("ja", "ja", "日本語", "ja_JP", "・", "と", (CHINESE,))


@pytest.mark.parametrize(
    ("forms", "picked"),
    [
        ({"zh": "红", "en": "Red", "ja": "赤"}, "赤"),
        ({"zh": "红", "en": "Red"}, "红"),
        ({"en": "Red", "de": "Rot"}, "Red"),
        ({"de": "Rot"}, "Rot"),
    ],
)
def test_a_text_is_read_in_the_nearest_language(forms: dict[str, str], picked: str) -> None:
    assert Text(forms).in_(JAPANESE) == picked


def test_what_fills_a_text_is_said_in_the_same_language() -> None:
    text = Text({"zh": "缺: {what} {n}", "en": "Missing: {what} {n}"}).filled(
        what=Text({"zh": "{n} 天", "en": "{n} d", "ja": "{n} 日"}).filled(n=2), n="{n}"
    )
    assert text.in_(CHINESE) == "缺: 2 天 {n}"
    assert text.in_(ENGLISH) == "Missing: 2 d {n}"
    assert text.in_(JAPANESE) == "缺: 2 日 {n}"


def test_a_plate_is_the_same_everywhere() -> None:
    assert {Text.same("沪A12345").in_(language) for language in (CHINESE, ENGLISH, JAPANESE)} == {"沪A12345"}


def test_texts_that_say_the_same_are_the_same() -> None:
    assert len({Text({"zh": "红", "en": "Red"}), Text({"en": "Red", "zh": "红"})}) == 1


# ------------------------------------------------------------------------------------------ a third language


def complete(resources: Path, name: str, content: str) -> Language:
    path = resources / "languages" / TAG / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return find_language(TAG, resources)


def test_a_language_completes_tables_without_code(with_japanese: Path) -> None:
    complete(with_japanese, "fields.toml", '[claim]\nja = "事故届"\n[claim.fields]\nreport_no = { ja = "届出番号" }\n')
    complete(with_japanese, "enumerations.toml", '[liability]\nvalues = [{ id = "full", ja = "全責任" }]\n')
    complete(with_japanese, "parts.toml", '[[part]]\nid = "front_bumper"\nja = "前バンパー"\n')
    complete(with_japanese, "notices.toml", '[[notice]]\nid = "notice_other"\nversion = "2"\nja = "{opening}"\n')
    shot = '[[shot]]\nlist = "motor"\nid = "vehicle_45_fl"\nja = "左前"\nguidance_ja = "全体"\n'
    complete(with_japanese, "shots.toml", shot)
    complete(with_japanese, "report/texts.toml", '[st_title]\nja = "聴取書"\n')
    language = complete(with_japanese, "checks.toml", '[[check]]\nid = "V01"\nja = "原因を記入"\n')
    labels = Labels.load(with_japanese)
    assert labels.kind("claim", language) == "事故届"
    assert labels.field("claim", "report_no", language) == "届出番号"
    assert labels.value("liability", "full", language) == "全責任"
    assert load_parts(with_japanese)["front_bumper"].label.in_(language) == "前バンパー"
    assert load_notices(with_japanese).for_kind("other").read(language, {"opening": "王"}) == "王"
    corner = load_shot_lists(with_japanese).shots["motor.vehicle_45_fl"]
    assert (corner.name.in_(language), corner.guidance.in_(language)) == ("左前", "全体")
    assert statement_words(with_japanese, language).say("title") == "聴取書"
    check = next(check for check in load_checks(with_japanese) if check.id == "V01")
    assert Finding(check, "", None).text(language) == "原因を記入"
    # What it does not say is said in Chinese, its fallback.
    assert labels.field("claim", "policy_no", language) == "保险单号码"


@pytest.mark.parametrize(
    "content",
    [
        '[[part]]\nid = "no_such_part"\nja = "部品"\n',
        '[[part]]\nja = "部品"\n',
        '[[part]]\nid = "front_bumper"\nja = " "\n',
        '[[part]]\nid = "front_bumper"\nen = "Bumper"\n',
        '[[part]]\nid = "front_bumper"\nareas = ["c12"]\nja = "部品"\nde = "Teil"\n',
        'part = ["front_bumper"]\n',
        'part = "front_bumper"\n',
        '[no_such_table]\nja = "部品"\n',
        "[[part]\n",
    ],
)
def test_what_does_not_fit_a_table_is_refused_by_name(with_japanese: Path, content: str) -> None:
    complete(with_japanese, "parts.toml", content)
    with pytest.raises(InstallationIncomplete) as caught:
        load_parts(with_japanese)
    assert caught.value.data["what"] == f"languages/{TAG}/parts.toml"
    assert caught.value.data["reason"]


def test_a_text_that_stands_there_is_not_replaced(with_japanese: Path) -> None:
    (with_japanese / "languages" / "en" / "parts.toml").write_text(
        '[[part]]\nid = "front_bumper"\nen = "Bumper"\n', encoding="utf-8"
    )
    with pytest.raises(InstallationIncomplete):
        read_table(with_japanese, "parts.toml")


# ------------------------------------------------------------------------------------------ a language that says everything


def tables() -> list[str]:
    resources = resources_dir()
    names = (path.relative_to(resources) for path in resources.rglob("*.toml"))
    return sorted(str(name) for name in names if name.parts[0] != "languages")


def texts_in(value: object) -> Iterator[Text]:
    """Yield every text in a table."""
    if isinstance(value, Item):
        for name in value:
            if name.endswith("en") and value.has_text(name[:-2]) and f"{name[:-2]}zh" in value and value[name]:
                yield value.text(name[:-2])
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from texts_in(item)


@pytest.mark.parametrize("name", tables())
def test_every_text_of_every_table_can_be_said_in_a_further_language(marked_program: Path, name: str) -> None:
    resources = marked_program / "resources"
    language = find_language(MARKED, resources)
    for text in texts_in(read_table(resources, name)):
        assert text.in_(language) == pseudo(text.in_(ENGLISH))


def test_what_stands_outside_the_marks_is_found() -> None:
    assert list(unmarked(f"a {BEGIN}b {BEGIN}c{END} d{END} \n{BEGIN}e{END}f")) == ["a ", "f"]
