"""Finding parts while typing: Chinese, English, the initials of pinyin; the chosen zone first, never the whole list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.losses.zones import ZONES
from surveyor_app.wording.part_search import MOST, areas_of_mark, find_parts
from surveyor_app.wording.parts import FILE, INSIDE, Part, load_parts
from tests.wording.third_language import copied_resources


@pytest.fixture(scope="module")
def parts() -> Mapping[str, Part]:
    return load_parts(resources_dir())


def ids(found: tuple[Part, ...]) -> list[str]:
    return [part.id for part in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("前保险", "front_bumper"),
        ("qbxgp", "front_bumper"),
        ("qbx", "front_bumper"),
        ("QBX", "front_bumper"),
        ("front bumper", "front_bumper"),
        ("bonnet", "bonnet"),
        ("fdjz", "bonnet"),
        ("zqdd", "headlamp_l"),
        ("qdd", "headlamp_l"),
        ("前大灯", "headlamp_l"),
        ("右 大灯", "headlamp_r"),
        ("right headlamp", "headlamp_r"),
        ("headlamp right", "headlamp_r"),
        ("雷达", "front_radar"),
        ("yz b", "front_fender_l"),
        ("tailgate", "boot_lid"),
    ],
)
def test_what_a_surveyor_types_finds_the_part(parts: Mapping[str, Part], typed: str, first: str) -> None:
    assert ids(find_parts(parts.values(), typed).elsewhere)[0] == first


@pytest.mark.parametrize("part_id", ["front_bumper", "front_airbag_l", "charging_port", "a_pillar_r", "wiring_ecu"])
def test_every_name_of_a_part_finds_it(parts: Mapping[str, Part], part_id: str) -> None:
    part = parts[part_id]
    for typed in (*part.label.forms.values(), part.initials):
        assert ids(find_parts(parts.values(), typed).elsewhere)[0] == part_id


def test_nothing_typed_and_no_zone_offers_nothing(parts: Mapping[str, Part]) -> None:
    found = find_parts(parts.values(), "   ")
    assert (found.here, found.elsewhere) == ((), ())


@pytest.mark.parametrize("zone", [zone for zone in ZONES if zone not in ("cargo", "all")])
def test_a_zone_offers_its_parts_and_only_those(parts: Mapping[str, Part], zone: str) -> None:
    found = find_parts(parts.values(), "", zone)
    assert ids(found.here) == [part.id for part in parts.values() if zone in part.areas]
    assert found.here
    assert found.elsewhere == ()


def test_a_word_in_a_zone_puts_the_zone_first_and_names_the_rest_apart(parts: Mapping[str, Part]) -> None:
    found = find_parts(parts.values(), "保险杠", "c06")
    assert ids(found.here) == ["rear_bumper"]
    assert ids(found.elsewhere) == ["front_bumper"]


def test_a_word_that_is_no_part_finds_nothing(parts: Mapping[str, Part]) -> None:
    for typed in ("方向舵", "zzzz", "%", "front\x00bumper", "保险杠 zzzz"):
        found = find_parts(parts.values(), typed, "c12")
        assert (found.here, found.elsewhere) == ((), ())


def test_one_letter_does_not_bring_up_the_whole_list(parts: Mapping[str, Part]) -> None:
    assert len(find_parts(parts.values(), "e").elsewhere) == MOST


@pytest.mark.parametrize(
    ("part_id", "zone", "areas"),
    [
        ("front_bumper", "c11", ("c11",)),
        ("front_bumper", None, ()),  # it shows in three zones: which one is hit, nobody said
        ("headlamp_l", None, ("c11",)),
        ("headlamp_l", "c06", ("c11",)),  # looked at the rear, typed a lamp of the front
        ("front_bumper", "c06", ()),
        ("headlamp_l", "all", ("all",)),
        ("dashboard", "top", ("top",)),
        ("dashboard", None, ()),
        ("charging_port", "c04", ("c04",)),
        (None, "c09", ("c09",)),
        (None, None, ()),
    ],
)
def test_the_place_of_a_mark_is_known_or_left_open(
    parts: Mapping[str, Part], part_id: str | None, zone: str | None, areas: tuple[str, ...]
) -> None:
    assert areas_of_mark(parts[part_id] if part_id else None, zone) == areas


def test_all_initials_fit_their_names(parts: Mapping[str, Part]) -> None:
    for part in parts.values():
        characters = [char for char in part.label.forms["zh"] if char.isalnum()]
        assert len(part.initials) == len(characters), part.id
        letters = [(char, got) for char, got in zip(characters, part.initials, strict=True) if char.isascii()]
        assert all(char.lower() == got for char, got in letters), part.id


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('pinyin = "qbxgp"\n', "", "pinyin"),
        ('pinyin = "qbxgp"', 'pinyin = "QBX GP"', "QBX GP"),
        ('pinyin = "qbxgp"', 'pinyin = "保险"', "保险"),
        ('areas = ["c11", "c12", "c01"]', 'areas = ["c13"]', "c13"),
        ('areas = ["c11", "c12", "c01"]', 'areas = "c11"', "areas"),
        ('id = "front_bumper_grille"', 'id = "front_bumper"', "twice"),
    ],
)
def test_a_table_of_parts_that_is_not_whole_says_what(tmp_path: Path, old: str, new: str, named: str) -> None:
    resources = copied_resources(tmp_path / "resources")
    table = (resources / FILE).read_text(encoding="utf-8")
    assert old in table
    (resources / FILE).write_text(table.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InstallationIncomplete, match=named):
        load_parts(resources)


def test_parts_inside_are_offered_by_name_only(parts: Mapping[str, Part]) -> None:
    inside = {part.id for part in parts.values() if INSIDE in part.areas}
    assert inside
    assert not inside & {part.id for zone in ZONES for part in find_parts(parts.values(), "", zone).here}
