"""The pictures the project draws itself."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from surveyor_app.media.examining import examine_path
from surveyor_app.media.sample_photos import draw_sample_photos
from surveyor_app.wording.sample_kinds import MOTOR, SAMPLE_KINDS


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return draw_sample_photos(tmp_path_factory.mktemp("drawn"))


def test_twelve_pictures_of_a_camera(drawn: list[Path]) -> None:
    assert len(drawn) == 12
    facts = [examine_path(path).facts for path in drawn]
    assert {(f.width_px, f.height_px) for f in facts} == {(2272, 1704)}
    assert {(f.make, f.model) for f in facts} == {("Surveyor", "Sample camera")}
    assert {f.taken_offset for f in facts} == {"+08:00"}
    assert all(f.taken_subsec for f in facts)
    assert len({f.taken_at for f in facts}) == 12
    assert sorted(f.orientation or 0 for f in facts) == [1] * 11 + [6]
    for f in facts:
        assert f.gps_lat is not None
        assert f.gps_lon is not None
        assert abs(f.gps_lat - Decimal("31.2304")) < Decimal("0.001")
        assert abs(f.gps_lon - Decimal("121.4737")) < Decimal("0.001")


def test_no_two_are_alike(drawn: list[Path]) -> None:
    assert len({path.read_bytes() for path in drawn}) == 12


def test_the_same_pictures_every_time(drawn: list[Path], tmp_path: Path) -> None:
    again = draw_sample_photos(tmp_path / "again", 3)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in drawn[:3]]


def test_each_kind_of_case_has_pictures_of_its_own(drawn: list[Path], tmp_path: Path) -> None:
    first = {kind: draw_sample_photos(tmp_path, 1, kind)[0] for kind in SAMPLE_KINDS if kind != MOTOR}
    assert len({path.read_bytes() for path in (drawn[0], *first.values())}) == len(SAMPLE_KINDS)
    places = {(facts.gps_lat, facts.gps_lon) for facts in (examine_path(path).facts for path in first.values())}
    assert len(places) == len(first)
