"""The shot lists of the program say what the domain reference says."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InstallationIncomplete
from surveyor_app.domain.photos.shot_lists import Requirement
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.shot_lists import FILE, load_shot_lists

LISTS = load_shot_lists(resources_dir())
COUNTS = {
    "motor": (30, 17, 10, 3),
    "motor_multi": (4, 2, 2, 0),
    "motor_flood": (2, 2, 0, 0),
    "resurvey": (2, 2, 0, 0),
    "fire": (7, 6, 1, 0),
    "property": (7, 5, 2, 0),
    "flood": (6, 6, 0, 0),
    "injury": (5, 1, 4, 0),
}
"""All, required, conditional, optional."""


def test_each_list_has_as_many_shots_of_each_kind_as_the_reference() -> None:
    for name, expected in COUNTS.items():
        kinds = Counter(shot.requirement for shot in LISTS.of_list(name))
        assert (sum(kinds.values()), *(kinds[kind] for kind in Requirement)) == expected, name
    assert set(LISTS.names) == set(COUNTS)


@pytest.mark.parametrize(
    ("key", "zh", "en", "per", "count", "requirement", "guidance"),
    [
        (
            "motor.scene_overview", "现场概览(前后左右)", "Scene overview, four sides", "scene", 4, "R",
            "四个方向各一张，含全部车辆与道路",
        ),
        ("motor.vin_stamp", "车架号钢印", "Stamped VIN", "vehicle", 1, "R", "17 位完整清晰，避免反光"),
        ("motor.driver_licence", "驾驶证正副页", "Driving licence, both pages", "driver", 2, "R", "被扣留的拍扣证凭证"),
        ("motor_multi.contact_pair", "接触部位对应", "Matching contact areas", "pair", 2, "R", "双方痕迹同高度对比，带尺"),
        ("fire.premises_sign", "门牌/铭牌", "Name plate or house number", "site", 1, "R", "首张，证明标的地址"),
        ("flood.premises_sign", "单位门牌", "Company sign", "site", 1, "R", "首张"),
        ("injury.clothing_vehicle", "衣物/非机动车", "Clothing, bicycle", "person", 1, "C", "接触痕迹带尺"),
    ],
)  # fmt: skip
def test_rows_are_those_of_the_reference(
    key: str, zh: str, en: str, per: str, count: int, requirement: str, guidance: str
) -> None:
    shot = LISTS.shots[key]
    assert (*shot.name.forms.values(), shot.per, shot.count, shot.requirement, shot.guidance.in_(chinese())) == (
        zh, en, per, count, requirement, guidance,
    )  # fmt: skip


def test_the_vehicle_is_taken_from_its_four_corners() -> None:
    corners = [LISTS.shots[f"motor.vehicle_45_{corner}"] for corner in ("fl", "fr", "rl", "rr")]
    assert {corner.guidance.in_(english()) for corner in corners} == {"Full outline, plate readable, damage visible"}
    assert {corner.count for corner in corners} == {1}


def test_sets_name_causes_roles_and_severities_that_exist() -> None:
    labels = Labels.load(resources_dir())
    known = {
        name: {choice.id for choice in labels.choices(name)}
        for name in ("loss_cause", "person_role", "injury_severity")
    }
    assert {cause for item in LISTS.sets.values() for cause in item.causes} <= known["loss_cause"]
    assert {role for rule in LISTS.people.values() for role in rule.roles} <= known["person_role"]
    assert {name for rule in LISTS.people.values() for name in rule.severities} <= known["injury_severity"]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("n = 4", "n = 0"),
        ('req = "O"', 'req = "X"'),
        ('per = "scene"', 'per = "sky"'),
        ('list = "flood"', 'list = "floods"'),
        ('id = "nameplate"', 'id = "odometer"'),
        ('id = "motor_multi"\nlists', 'id = "motor_some"\nlists'),
        ('only = ["motor_multi.third_papers"]', 'only = ["motor_multi.no_such"]'),
        ('zh = "铭牌"', 'zh = ""'),
        ("[people.injury]", "[people.nobody]"),
    ],
)
def test_a_table_that_is_not_whole_is_refused(copied: Path, good: str, bad: str) -> None:
    text = (resources_dir() / FILE).read_text(encoding="utf-8")
    assert good in text
    (copied / FILE).write_text(text.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises(InstallationIncomplete) as caught:
        load_shot_lists(copied)
    assert caught.value.data["what"] == FILE
