"""The chapters of the report: every part stands once in each of them, and a table that forgets one is not taken."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.report.chapters import FILE, PARTS, load_plan
from surveyor_app.report.data import ReportOrder
from surveyor_app.report.layout import lay_out
from surveyor_app.report.typesetting import ReportFiles
from tests.report.samples import sample
from tests.report.test_layout import plain, text_of
from tests.wording.third_language import copied_resources


@pytest.mark.parametrize("order", get_args(ReportOrder))
def test_every_part_stands_in_one_chapter(order: str) -> None:
    parts = [part for chapter in load_plan(resources_dir()).chapters[order] for part in chapter.parts]
    assert sorted(parts) == sorted(PARTS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('parts = ["opinion"]', 'parts = ["opinions"]'),
        ('parts = ["opinion"]', "parts = []"),
        ('parts = ["opinion"]', 'parts = ["opinion", "scene"]'),
        ('id = "conclusion"', 'id = "no_such_title"'),
        ('id = "conclusion"', 'id = "summary"'),
        ("pages_each = 20", "pages_each = 0"),
    ],
)
def test_a_table_that_forgets_or_invents_a_part_is_an_incomplete_installation(
    tmp_path: Path, old: str, new: str
) -> None:
    resources = copied_resources(tmp_path / "resources")
    table = (resources / FILE).read_text(encoding="utf-8")
    assert old in table
    (resources / FILE).write_text(table.replace(old, new), encoding="utf-8")
    with pytest.raises(InstallationIncomplete):
        load_plan(resources)


def test_a_report_on_property_has_its_own_title_and_chapters(files: ReportFiles) -> None:
    data, pictures, manifest = sample(2)
    said = plain(text_of(lay_out(replace(data, order="property"), pictures, manifest, files)))
    chapters = ("PropertySurveyReport", "概况Summary", "事故情况Event", "损失核定Assessment", "附件Attachments")
    places = [said.find(chapter) for chapter in chapters]
    assert -1 not in places
    assert places == sorted(places)
    assert "SceneSurveyReport" not in said
