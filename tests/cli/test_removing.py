"""A case leaves the laptop once the centre has signed for all of it; receipts stay, and the centre gives it back."""

from __future__ import annotations

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.identifiers import CaseId
from surveyor_app.operations.cases import delivering
from tests.cli.commands import Surveyor
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Launcher
from tests.faults.worlds import Stage


def test_only_a_receipted_case_is_removed(told: Surveyor) -> None:
    told.refuse("not_delivered", "case", "remove", told.world.case)
    assert told.world.case.exists()
    assert len(told.tell("case", "list")) == 1


def test_a_receipted_case_is_removed_and_comes_back(make_world: MakeWorld, launcher: Launcher) -> None:
    laptop = Surveyor(launcher, make_world(Stage.DELIVERED))
    world = laptop.world
    path = world.case
    laptop.say("case", "remove", path)
    assert not path.exists()
    assert laptop.tell("case", "list") == []
    with world.unlock() as profile:
        assert "full" in {kept.kind for kept in profile.registry.receipts(CaseId(world.case_id))}
    with EmbeddedCentre(world.central) as centre:
        with world.unlock() as profile:
            delivering.follow_centre(profile, centre.url)
        laptop.say("case", "fetch", "--case", world.case_id, "--dir", path.parent, "--originals")
    (back,) = laptop.tell("case", "list")
    assert laptop.tell("case", "verify", back["path"])["holds"] is True
