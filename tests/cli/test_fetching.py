"""A replaced laptop by the command line alone: fetch, originals too, check, hand out; and a centre that was backed up."""

from __future__ import annotations

import shutil
from pathlib import Path

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from tests.cli.commands import Surveyor
from tests.faults.launcher import Launcher
from tests.faults.worlds import World


def test_a_replaced_laptop_and_a_lost_centre(told: Surveyor, launcher: Launcher, tmp_path: Path) -> None:
    world = told.world
    new = Surveyor(launcher, World(tmp_path / "new", world.photos, ""))
    with EmbeddedCentre(world.central) as centre:
        told.tell("sync", world.case, "--server", centre.url)
        user = told.tell("case", "info", world.case)["user"]
        new.tell("profile", "create", "--user", user)
        new.environment["SURVEYOR_ENROLL_CODE"] = office.create_user(centre.centre, user, user).code or ""
        new.tell("enroll", "--server", centre.url, "--user", user)
        (fetched,) = new.tell("case", "fetch")
        path = Path(fetched["path"])
        verdict = new.tell("case", "verify", path)
        assert verdict["holds"] is True
        assert [item["code"] for item in verdict["findings"]] == ["originals_elsewhere"]
        count = new.refuse("originals_elsewhere", "export", path, "--bag", tmp_path / "bag")["count"]
        assert int(count) > 0
        (fetched,) = new.tell("case", "fetch", "--originals")
        assert fetched["originals"] == {"fetched": int(count), "left": 0, "wrong": 0}
        assert new.tell("case", "verify", path)["findings"] == []
        new.tell("export", path, "--bag", tmp_path / "bag")
        assert "Originals fetched: 0." in new.say("sync", path, "--originals")
        backup = new.tell("central", "backup", "--data", world.central, "--out", tmp_path / "backup")
        assert (backup["damaged"], backup["copied"]) == ([], backup["blobs"])
        assert "0 of them new" in new.say("central", "backup", "--data", world.central, "--out", tmp_path / "backup")
    new.refuse("target_exists", "central", "restore", tmp_path / "backup", "--data", world.central)
    shutil.rmtree(world.central)
    assert new.tell("central", "restore", tmp_path / "backup", "--data", world.central)["blobs"] == backup["blobs"]
    with EmbeddedCentre(world.central) as centre:
        assert new.tell("sync", path, "--server", centre.url)["receipt"] == "full"
    shutil.rmtree(tmp_path / "backup" / "store")
    said = new.refuse("input_invalid", "central", "restore", tmp_path / "backup", "--data", tmp_path / "other")
    assert said["reason"] == "the backup is damaged"
