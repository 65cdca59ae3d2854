"""What the bundled font lacks is printed in a font of this machine, and the report says which; never as an empty box."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from surveyor_app.report import more_fonts
from surveyor_app.report.data import Row
from surveyor_app.report.layout import lay_out
from surveyor_app.report.more_fonts import fonts_for
from surveyor_app.report.typesetting import ReportFiles
from tests.report.made_fonts import made_font, write_font
from tests.report.samples import both, sample
from tests.report.test_layout import plain, text_of

RARE, OTHER, TIBETAN = "𠮷", "𣱛", "ཀ"


def printed(files: ReportFiles, *texts: str) -> str:
    data, pictures, manifest = sample(0)
    rows = tuple(Row(both("说明", "Note"), text) for text in texts)
    return plain(text_of(lay_out(replace(data, claim=rows), pictures, manifest, files)))


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place of fonts that this machine has."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    monkeypatch.setattr(more_fonts, "places", lambda: (folder,))
    return folder


def test_a_rare_name_is_printed_in_a_font_of_the_machine_that_the_report_names(files: ReportFiles, fonts: Path) -> None:
    write_font(fonts / "deep" / "folder", "rare.ttf", made_font("Made Rare", RARE))
    text = printed(files, f"张{RARE}", "普通")
    assert f"张{RARE}" in text
    assert "〔" not in text
    assert "MadeRare" in text


def test_each_script_takes_its_font_and_what_none_has_is_named(files: ReportFiles, fonts: Path) -> None:
    write_font(fonts, "rare.ttf", made_font("Made Rare", RARE))
    write_font(fonts, "tibetan.ttf", made_font("Made Tibetan", TIBETAN))
    text = printed(files, f"张{RARE}", TIBETAN * 3, f"陈{OTHER}", "😀")
    assert f"张{RARE}" in text
    assert TIBETAN * 3 in text
    assert f"陈〔U+{ord(OTHER):04X}〕" in text
    assert "〔U+1F600〕" in text
    assert "MadeRare" in text
    assert "MadeTibetan" in text


def test_without_a_rare_character_no_font_is_looked_for(
    files: ReportFiles, fonts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(more_fonts, "places", lambda: pytest.fail("nobody needs one"))
    assert "embedded:" not in printed(files, "普通", "plain", "😀")


@pytest.mark.parametrize(("embedding", "allowed"), [(0, True), (4, True), (8, True), (2, False)])
def test_a_font_that_may_not_be_embedded_is_not(embedding: int, allowed: bool, fonts: Path) -> None:
    write_font(fonts, "rare.ttf", made_font("Made Rare", RARE, embedding=embedding))
    assert [font.family for font in fonts_for(RARE)] == (["Made Rare"] if allowed else [])


def test_a_font_for_plain_text_goes_before_one_for_titles(fonts: Path) -> None:
    write_font(fonts, "a-Bold.ttf", made_font("Made Bold", RARE))
    write_font(fonts, "b-Regular.ttf", made_font("Made Plain", RARE))
    assert [font.family for font in fonts_for(RARE)] == ["Made Plain"]


def test_broken_and_hostile_fonts_are_passed_over(files: ReportFiles, fonts: Path) -> None:
    whole = made_font("Made Rare", RARE)
    write_font(fonts, "a.ttf", b"")
    write_font(fonts, "b.ttf", b"\0\1\0\0" + b"\xff" * 500)
    write_font(fonts, "c.otf", whole[:2000])
    write_font(fonts, "d.ttf", whole.replace(b"head", b"daeh").replace(b"glyf", b"fylg"))
    (fonts / "folder.ttf").mkdir()
    assert f"张〔U+{ord(RARE):04X}〕" in printed(files, f"张{RARE}")
    more_fonts._files.cache_clear()
    write_font(fonts, "e.ttf", whole)
    assert f"张{RARE}" in printed(files, f"张{RARE}")
