"""Marks as the page makes them: one entry each, and never into what another owns or a signed report rests on."""

from __future__ import annotations

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import NotFound, Sealed
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.losses.vehicles import DamageMark
from surveyor_app.domain.wire_errors import NotOwner
from surveyor_app.operations.editing import records
from surveyor_app.operations.editing.damage_marks import add_mark, change_marks, link_photos, name_part
from tests.operations.office import OtherDesk
from tests.operations.worlds import entries, listed, only

BUMPER, LAMP = {"part_id": "front_bumper"}, {"part_id": "headlamp_l"}
FRONT, LEFT = ("c12",), ("c11",)


def named(case: CaseFile) -> list[tuple[str | None, tuple[str, ...] | None]]:
    return [(mark.part_id or mark.part_text, mark.areas) for mark in listed(case, DamageMark)]


def test_the_part_goes_to_the_mark_that_waits_for_it(case: CaseFile) -> None:
    mark = add_mark(case, "v1", FRONT)
    assert name_part(case, mark.id, "v1", FRONT, BUMPER).id == mark.id
    assert named(case) == [("front_bumper", FRONT)]
    assert len(entries(case, "damage_mark")) == 2


def test_a_mark_made_a_moment_ago_is_found_though_nobody_has_seen_it(case: CaseFile) -> None:
    mark = add_mark(case, "v1", FRONT)
    assert name_part(case, None, "v1", FRONT, BUMPER).id == mark.id
    assert name_part(case, None, "v1", FRONT, BUMPER).id != mark.id  # it has its part now: this is the next mark
    assert named(case) == [("front_bumper", FRONT)] * 2


@pytest.mark.parametrize(
    ("vehicle", "areas"),
    [("v2", FRONT), (None, FRONT), ("v1", LEFT), ("v1", ())],
    ids=["another vehicle", "no vehicle", "another zone", "no zone"],
)
def test_a_mark_elsewhere_is_left_alone(case: CaseFile, vehicle: str | None, areas: tuple[str, ...]) -> None:
    add_mark(case, "v1", FRONT)
    name_part(case, None, vehicle, areas, LAMP)
    assert named(case) == [(None, FRONT), ("headlamp_l", areas or None)]


def test_a_mark_without_a_zone_gets_the_zone_of_its_part(case: CaseFile) -> None:
    mark = add_mark(case, None)
    name_part(case, mark.id, None, ("under",), {"part_text": "护板"})
    (made,) = listed(case, DamageMark)
    assert (made.part_text, made.areas, made.level) == ("护板", ("under",), ("underside",))


def test_a_withdrawn_mark_does_not_come_back_with_a_part(case: CaseFile) -> None:
    mark = add_mark(case, "v1", FRONT)
    records.withdraw(case, DamageMark, [mark.id], "错")
    name_part(case, mark.id, "v1", FRONT, BUMPER)
    assert named(case) == [("front_bumper", FRONT)]


def test_anothers_mark_is_never_named_or_linked_or_changed(case: CaseFile) -> None:
    theirs = OtherDesk(case, "wang").makes(DamageMark, {"vehicle_uid": "v1", "areas": ["c12"]})
    mine = name_part(case, theirs, "v1", FRONT, BUMPER)
    assert mine.id != theirs
    with pytest.raises(NotOwner):
        link_photos(case, theirs, ["p1"])
    with pytest.raises(NotOwner):
        change_marks(case, [mine.id, theirs], {"severity": 5})
    # One refused, none written.
    assert {(mark.severity, mark.photos) for mark in listed(case, DamageMark)} == {(None, None)}
    assert sorted(named(case), key=str) == [("front_bumper", FRONT), (None, FRONT)]


def test_under_a_seal_the_next_part_is_a_new_mark_and_the_old_one_stays(case: CaseFile) -> None:
    mark = add_mark(case, "v1", FRONT)
    case.apply([Step(Action.SEAL, Task.KIND, only(case, Task).id)], "seal")
    name_part(case, mark.id, "v1", FRONT, BUMPER)
    assert named(case) == [(None, FRONT), ("front_bumper", FRONT)]
    with pytest.raises(Sealed):
        link_photos(case, mark.id, ["p1"])
    with pytest.raises(Sealed):
        change_marks(case, [mark.id], {"severity": 5})


def test_photos_are_added_to_those_there_are_and_only_once(case: CaseFile) -> None:
    mark = records.create(case, DamageMark, {"photos": ("p2",)}).id
    link_photos(case, mark, ["p1", "p2", "p1"])
    assert only(case, DamageMark).photos == ("p1", "p2")
    assert not link_photos(case, mark, ["p1"]).touched
    with pytest.raises(NotFound):
        link_photos(case, "no-such-mark", ["p1"])


def test_several_marks_are_changed_as_one_step_that_is_taken_back_as_one(case: CaseFile) -> None:
    ids = [add_mark(case, "v1", FRONT).id for _ in range(3)]
    records.change(case, DamageMark, ids[0], {"severity": 4})
    changes = change_marks(case, ids, {"severity": 4})
    assert changes.touched == {"damage_mark": frozenset(ids[1:])}  # the first says so already
    assert len(changes.inverse) == 2
    assert {mark.severity for mark in listed(case, DamageMark)} == {4}
