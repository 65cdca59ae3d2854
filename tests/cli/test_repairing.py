"""A damaged profile on the command line: the sentence says the way back, and the way leads to all cases and the receipt."""

from __future__ import annotations

import shutil

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from tests.cli.commands import Surveyor
from tests.faults.pages import flip
from tests.faults.worlds import USER


def test_a_lost_database_is_made_anew_and_the_work_goes_on(told: Surveyor) -> None:
    world = told.world
    told.say("case", "info", world.case)
    (world.profile / "cases").mkdir()
    moved = world.case.rename(world.profile / "cases" / world.case.name)
    (world.profile / "profile.db").write_bytes(b"a program of somebody else wrote here" * 900)
    told.refuse("profile_damaged", "case", "list")
    assert "surveyor profile repair" in told.run("case", "list").err
    done = told.tell("profile", "repair")
    assert done["cases"] == [str(moved)]
    assert [item["path"] for item in told.tell("case", "list")] == [str(moved)]
    assert told.tell("case", "verify", moved)["holds"] is True
    # The device is the same, so the office enrols it again and takes what it wrote.
    with EmbeddedCentre(world.central) as centre:
        told.environment["SURVEYOR_ENROLL_CODE"] = office.create_user(centre.centre, USER, "张查勘").code or ""
        told.say("enroll", "--server", centre.url, "--user", USER)
        assert told.tell("sync", moved, "--server", centre.url)["receipt"] == "full"


def test_one_bit_in_the_database_costs_nothing(told: Surveyor) -> None:
    told.say("case", "info", told.world.case)
    flip(told.world.profile / "profile.db", 3 * 16384 - 300)
    told.refuse("profile_damaged", "case", "list")
    assert told.tell("profile", "repair") == {
        "folder": str(told.world.profile), "aside": None, "cases": [], "unread": [],
    }  # fmt: skip
    assert told.tell("case", "list") != []


def test_the_file_with_the_slots_heals_by_itself(told: Surveyor) -> None:
    for name in ("profile.toml", "profile.copy.toml"):
        (told.world.profile / name).write_bytes(b"")
        told.say("case", "list")
        assert (told.world.profile / name).stat().st_size > 0
    shutil.rmtree(told.world.profile)
    told.refuse("profile_missing", "case", "list")
