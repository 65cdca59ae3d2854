"""The drawings of vehicles from above: whole, within their frame, one for every kind of vehicle."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.outlines import FILE, load_outlines, read_path
from tests.wording.third_language import copied_resources


def test_there_is_a_drawing_for_every_kind_of_vehicle() -> None:
    outlines = load_outlines(resources_dir())
    kinds = [choice.id for choice in Labels.load(resources_dir()).choices("vehicle_kind")]
    drawn = {kind: outlines.of_kind(kind).id for kind in kinds}
    assert drawn["car"] == "car" == outlines.of_kind(None).id
    assert (drawn["coach"], drawn["truck"], drawn["motorcycle"]) == ("coach", "lorry", "motorcycle")
    assert {item.id for item in outlines.drawn} == {"car", "suv", "van", "lorry", "coach", "motorcycle"}
    assert outlines.called("suv").id == "suv"


def test_every_drawing_stays_in_its_frame_and_is_the_same_on_both_sides() -> None:
    outlines = load_outlines(resources_dir())
    width, height = outlines.size
    for outline in outlines.drawn:
        for strokes in (outline.body, *outline.wheels, *outline.glass, *outline.details):
            points = [point for _, points in strokes for point in points]
            assert all(0 <= x <= width and 0 <= y <= height for x, y in points), outline.id
        body = {point for _, points in outline.body for point in points}
        assert {(width - x, y) for x, y in body} == body, outline.id


@pytest.mark.parametrize(
    "text", ["", "L 1 2", "M 1", "M 1 2 L 3", "M 1 2 A 3 4", "M 1 2 C 1 2 3 4 5", "M a b", "M 1 2 Z 3"]
)
def test_what_is_no_path_is_refused(text: str) -> None:
    if not text:
        assert read_path(text) == ()
        return
    with pytest.raises(ValueError, match=r".+"):
        read_path(text)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("columns = [112, 188]", "columns = [188, 112]", "188"),
        ("columns = [112, 188]", "columns = [112]", "112"),
        ("columns = [112, 188]", "columns = [112, 1880]", "1880"),
        ("rows = [100, 190, 290, 385]", 'rows = [100, 190, 290, "x"]', "x"),
        ('kinds = ["coach"]', 'kinds = ["ship"]', "ship"),
        ('kinds = ["coach"]', 'kinds = ["car"]', "twice"),
        ('body = "M 150 20 C 196', 'body = "150 20 C 196', "no path"),
    ],
)
def test_a_drawing_that_is_not_whole_says_what(tmp_path: Path, old: str, new: str, named: str) -> None:
    resources = copied_resources(tmp_path / "resources")
    table = (resources / FILE).read_text(encoding="utf-8")
    assert old in table
    (resources / FILE).write_text(table.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InstallationIncomplete, match=named):
        load_outlines(resources)
