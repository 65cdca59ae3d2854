"""Which shots a case needs and how far they are, each by the smallest case that shows it."""

from __future__ import annotations

from collections.abc import Sequence

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.losses.vehicles import DamageMark, Vehicle
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.photos.evidence_lines import EvidenceLine
from surveyor_app.domain.photos.shot_lists import Requirement
from surveyor_app.domain.photos.shot_needs import (
    Need,
    NeedGroup,
    Progress,
    ShotCase,
    asked_lists,
    missing_shots,
    need_groups,
)
from surveyor_app.domain.photos.shot_suggestions import Suggestion, suggest
from surveyor_app.domain.photos.shots import ShotState
from surveyor_app.wording.shot_lists import load_shot_lists

LISTS = load_shot_lists(resources_dir())
CAR = Vehicle(id=new_record_id(), category="insured")
OTHER = Vehicle(id=new_record_id(), category="third")
SCENE = Task(id=new_record_id(), task_kind="scene")
CAMERA = ("Maker", "Model", "1")


def photo(key: str | None = None, subject: str | None = None, at: str = "", *, withdrawn: bool = False) -> EvidenceLine:
    return EvidenceLine(
        new_record_id(), 1, withdrawn, "photo", key, subject, f"2026-11-20T{at}" if at else None, camera=CAMERA
    )


def groups(case: ShotCase, *photos: EvidenceLine) -> list[NeedGroup]:
    return need_groups(LISTS, case, photos)


def need(found: Sequence[NeedGroup], key: str, subject: str = "") -> Need:
    (one,) = (item for group in found for item in group.needs if item.shot.key == key and item.subject == subject)
    return one


def asked(task: Task | None = SCENE, claim: Claim | None = None, **records: object) -> tuple[str, ...]:
    return asked_lists(LISTS, ShotCase(claim=claim, task=task, **records)).lists  # type: ignore[arg-type]  # by name


def test_lists_follow_from_vehicles_cause_task_and_people() -> None:
    flood, fire = (Claim(id=new_record_id(), loss_cause=cause) for cause in ("flood", "fire"))
    hurt = Person(id=new_record_id(), severity="minor")
    several = Task(id=new_record_id(), task_kind="scene", accident_kind="multi_party")
    assert asked() == ("motor",)
    assert asked(several) == ("motor", "motor_multi")
    assert asked(vehicles=[CAR, OTHER]) == ("motor", "motor_multi")
    assert asked(claim=flood, vehicles=[CAR]) == ("motor", "motor_flood")
    assert asked(claim=flood) == ("flood", "property")
    assert asked(claim=fire) == ("fire", "property")
    theft = Claim(id=new_record_id(), loss_cause="theft")
    assert asked(claim=theft) == ("property",)
    assert asked(claim=theft, vehicles=[CAR]) == ("motor",)
    assert asked(Task(id=new_record_id(), task_kind="property")) == ("property",)
    assert asked(vehicles=[CAR], people=[hurt]) == ("motor", "injury")
    assert asked(Task(id=new_record_id(), task_kind="injury")) == ("injury",)


def test_a_re_survey_asks_for_its_own_shots_only() -> None:
    task = Task(id=new_record_id(), task_kind="resurvey")
    driver = Person(id=new_record_id(), roles=("driver",))
    missing = missing_shots(groups(ShotCase(task=task, vehicles=[CAR], people=[driver])))
    assert {item.shot.list for item in missing} == {"resurvey"}


def test_a_shot_is_missing_then_partly_then_fully_taken() -> None:
    case = ShotCase(task=SCENE, vehicles=[CAR])
    key = "motor.scene_overview"
    states = [need(groups(case, *[photo(key)] * n), key).progress for n in (0, 3, 4)]
    assert states == [Progress.MISSING, Progress.PARTLY, Progress.TAKEN]
    assert need(groups(case, photo(key, withdrawn=True)), key).taken == 0


def test_each_vehicle_and_damage_has_shots_of_its_own() -> None:
    mark = DamageMark(id=new_record_id(), vehicle_uid=CAR.id)
    found = groups(ShotCase(task=SCENE, vehicles=[CAR, OTHER], damage_marks=[mark]), photo("motor.odometer", CAR.id))
    assert need(found, "motor.odometer", CAR.id).progress is Progress.TAKEN
    assert need(found, "motor.odometer", OTHER.id).progress is Progress.MISSING
    assert need(found, "motor.damage_detail", mark.id).blocks
    assert [(group.kind, group.subject) for group in found[:4]] == [
        ("scene", ""),
        ("vehicle", CAR.id),
        ("vehicle", OTHER.id),
        ("damage_mark", mark.id),
    ]


def test_the_only_vehicle_has_the_photos_sorted_before_it_was_recorded() -> None:
    early = photo("motor.odometer")
    assert not need(groups(ShotCase(task=SCENE), early), "motor.odometer").blocks
    assert need(groups(ShotCase(task=SCENE, vehicles=[CAR]), early), "motor.odometer", CAR.id).taken == 1
    assert need(groups(ShotCase(task=SCENE, vehicles=[CAR, OTHER]), early), "motor.odometer", CAR.id).taken == 0


def test_less_is_required_of_a_third_vehicle() -> None:
    case = ShotCase(task=SCENE, vehicles=[CAR, OTHER])
    found = groups(case, photo("motor.vehicle_45_fr", OTHER.id))
    for key in ("motor.vin_stamp", "motor.nameplate", "motor.odometer"):
        assert need(found, key, CAR.id).requirement is Requirement.REQUIRED
        assert need(found, key, OTHER.id).requirement is Requirement.CONDITIONAL
    sides = {side: need(found, f"motor.vehicle_45_{side}", OTHER.id).blocks for side in ("fl", "fr", "rl", "rr")}
    assert sides == {"fl": False, "fr": False, "rl": True, "rr": False}
    assert all(need(found, f"motor.vehicle_45_{side}", CAR.id).blocks for side in ("fl", "fr", "rl", "rr"))
    assert not [
        item for group in found for item in group.needs if item.shot.id == "third_papers" and item.subject == CAR.id
    ]


def test_a_reason_settles_a_shot_and_a_photo_overrules_it() -> None:
    said = ShotState(
        id=new_record_id(), shot_key="motor.odometer", subject_uid=CAR.id, state="not_applicable", reason="burnt"
    )
    case = ShotCase(task=SCENE, vehicles=[CAR], states=[said])
    one = need(groups(case), "motor.odometer", CAR.id)
    assert (one.progress, one.reason, one.blocks) == (Progress.NOT_APPLICABLE, "burnt", False)
    assert need(groups(case, photo("motor.odometer", CAR.id)), "motor.odometer", CAR.id).progress is Progress.TAKEN


def test_a_whole_list_can_be_left_out_or_asked_for() -> None:
    out = ShotState(id=new_record_id(), shot_key="motor", state="not_applicable", reason="a shop burned")
    added = ShotState(id=new_record_id(), shot_key="fire", state="missing")
    found = groups(ShotCase(task=SCENE, states=[out, added]))
    assert {item.shot.list for group in found for item in group.needs} == {"fire"}
    assert need(found, "fire.origin_area").blocks


def test_only_people_who_are_hurt_are_asked_for_medical_papers() -> None:
    hurt, driver = Person(id=new_record_id(), roles=("injured",)), Person(id=new_record_id(), roles=("driver",))
    found = groups(ShotCase(task=SCENE, vehicles=[CAR], people=[hurt, driver]))
    assert need(found, "injury.medical_papers", hurt.id).blocks
    assert not any(item.shot.list == "injury" and item.subject == driver.id for group in found for item in group.needs)


def test_a_photo_taken_next_to_an_assigned_one_is_suggested_the_next_shot() -> None:
    case = ShotCase(task=SCENE, vehicles=[CAR])
    known = photo("motor.vehicle_45_fl", CAR.id, "14:03:00")
    lines = [known, photo(at="14:04:30"), photo(at="14:06:00")]
    found = groups(case, *lines)
    assert suggest(lines[1], lines, found) == Suggestion("motor.vehicle_45_fr", CAR.id)
    assert suggest(lines[2], lines, found) is None
    stranger = EvidenceLine(
        new_record_id(), 4, False, "photo", None, None, "2026-11-20T14:03:30", camera=("x", "y", "")
    )
    assert suggest(stranger, lines, found) is None
    assert suggest(known, lines, found) is None


def test_a_shot_of_several_photos_is_suggested_until_it_has_them() -> None:
    known = photo("motor.scene_overview", None, "14:03:00")
    lines = [known, photo(at="14:03:20")]
    found = groups(ShotCase(task=SCENE), known)
    assert suggest(lines[1], lines, found) == Suggestion("motor.scene_overview", "")


def test_a_group_nobody_looked_at_is_not_done() -> None:
    case = ShotCase(task=SCENE)
    assert [group.kind for group in groups(case) if group.is_done] == []
    taken = groups(case, photo("motor.vin_stamp"))
    assert [group.kind for group in taken if group.is_done] == ["vehicle"]
