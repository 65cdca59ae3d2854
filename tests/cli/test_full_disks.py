"""A full disk during import, edit, report and export: a clear word, nothing half-written, and it goes on with room."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.protocol.limits import KIB, MIB
from tests.cli.commands import Surveyor, require_sentence
from tests.faults import edits
from tests.faults.campaigns import LONG
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Launcher
from tests.faults.wholeness import require_whole
from tests.faults.worlds import ENVIRONMENT, Stage, World, go_on

REPORT = ("report", "--despite", "the insured could not be reached")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; only the system's administrator may make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(disk: Path, *, leave: int) -> Path:
    """Fill the disk until only ``leave`` bytes are free."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize - leave
        for start in range(0, room, MIB):
            file.write(bytes(min(MIB, room - start)))
    return ballast


def laptop_on(disk: Path, make_world: MakeWorld, launcher: Launcher, stage: Stage) -> Surveyor:
    """Return a laptop whose profile and case lie on the disk; its centre has another."""
    world = make_world(stage)
    shutil.copytree(world.folder, disk / "world", ignore=shutil.ignore_patterns("central"))
    placed = World(disk / "world", world.photos, world.case_id)
    placed.central.symlink_to(world.central)
    return Surveyor(launcher, placed)


def require_the_rest_goes_well(surveyor: Surveyor) -> None:
    with EmbeddedCentre(surveyor.world.central) as centre:
        go_on(surveyor.world, centre.url)
        require_whole(surveyor.world, centre.centre)


def test_full_while_importing(disk: Path, make_world: MakeWorld, launcher: Launcher) -> None:
    laptop = laptop_on(disk, make_world, launcher, Stage.FETCHED)
    ballast = fill(disk, leave=MIB)
    laptop.refuse("disk_full", "import", laptop.world.case, laptop.world.photos)
    ballast.unlink()
    assert laptop.tell("case", "verify", laptop.world.case)["holds"] is True
    kept = laptop.tell("case", "info", laptop.world.case)["counts"]["evidence"]
    items = laptop.tell("import", laptop.world.case, laptop.world.photos)
    assert [item["outcome"] for item in items].count("duplicate") == kept
    require_the_rest_goes_well(laptop)


def test_full_while_typing(disk: Path, make_world: MakeWorld, launcher: Launcher) -> None:
    laptop = laptop_on(disk, make_world, launcher, Stage.FETCHED)
    ballast = fill(disk, leave=220 * KIB)
    typed = launcher.run((laptop.world.profile, laptop.world.case), ENVIRONMENT, program="edits")
    assert typed.status != 0
    assert "disk_full" in typed.err
    ballast.unlink()
    with laptop.world.opened() as case:
        assert edits.people(case) == typed.out.split()
    require_the_rest_goes_well(laptop)


def test_full_while_looking(disk: Path, make_world: MakeWorld, launcher: Launcher) -> None:
    """Nothing is left of the disk, and still everybody sees what is in the case; a write is told as what it is."""
    laptop = laptop_on(disk, make_world, launcher, Stage.TOLD)
    before = laptop.tell("case", "info", laptop.world.case)
    ballast = fill(disk, leave=0)
    assert os.statvfs(disk).f_bavail == 0
    assert laptop.tell("case", "info", laptop.world.case) == before
    assert laptop.tell("case", "list") != []
    assert laptop.tell("case", "history", laptop.world.case) != []
    laptop.refuse("disk_full", "import", laptop.world.case, laptop.world.photos)
    ballast.unlink()
    assert laptop.tell("case", "verify", laptop.world.case)["holds"] is True
    require_the_rest_goes_well(laptop)


def test_full_while_signing(disk: Path, make_world: MakeWorld, launcher: Launcher, tmp_path: Path) -> None:
    laptop = laptop_on(disk, make_world, launcher, Stage.TOLD)
    ballast = fill(disk, leave=300 * KIB)
    laptop.refuse("disk_full", *REPORT, laptop.world.case, "--out", tmp_path / "report.pdf")
    assert not (tmp_path / "report.pdf").exists()
    ballast.unlink()
    info = laptop.tell("case", "info", laptop.world.case)
    assert (info["counts"]["report"], info["counts"]["signature"]) == (0, 0)
    require_the_rest_goes_well(laptop)


def test_full_where_the_report_shall_go(told: Surveyor, disk: Path) -> None:
    ballast = fill(disk, leave=50 * KIB)
    pdf = disk / "report.pdf"
    told.refuse("disk_full", *REPORT, told.world.case, "--out", pdf)
    assert [path.name for path in disk.iterdir()] == [ballast.name]
    ballast.unlink()
    # It was signed, and is handed out now; nobody signs twice.
    assert told.tell(*REPORT, told.world.case, "--out", pdf)["again"] is True
    assert told.tell("case", "info", told.world.case)["counts"]["report"] == 1


def test_full_while_handing_out_a_bag_or_a_copy(signed: Surveyor, disk: Path) -> None:
    ballast = fill(disk, leave=MIB)
    case = signed.world.case
    signed.refuse("disk_full", "export", case, "--bag", disk / "bag")
    assert [path.name for path in disk.iterdir()] == [ballast.name]
    signed.refuse("disk_full", "case", "backup", case, disk / "copy.survey")
    ballast.unlink()
    signed.say("export", case, "--bag", disk / "bag")
    signed.say("case", "backup", case, disk / "copy.survey")
    assert signed.tell("verify", disk / "bag", status=2)["holds"] is True  # not delivered yet: its end is not proven


def test_full_while_delivering(disk: Path, make_world: MakeWorld, launcher: Launcher) -> None:
    laptop = laptop_on(disk, make_world, launcher, Stage.SIGNED)
    ballast = fill(disk, leave=150 * KIB)
    with EmbeddedCentre(laptop.world.central) as centre:
        sync = ("sync", laptop.world.case, "--server", centre.url)
        laptop.refuse("disk_full", *sync)
        ballast.unlink()
        assert laptop.tell(*sync)["receipt"] == "full"
    require_the_rest_goes_well(laptop)


def test_full_at_the_centre(disk: Path, signed: Surveyor) -> None:
    world = signed.world
    shutil.copytree(world.central, disk / "central")
    shutil.rmtree(world.central)
    world.central.symlink_to(disk / "central")
    with EmbeddedCentre(world.central) as centre:
        ballast = fill(disk, leave=MIB)
        sync = ("sync", world.case, "--server", centre.url)
        data = signed.tell(*sync, "--patience", "2", status=1)
        assert data["error"]["code"] == "server_failed"
        ballast.unlink()
        assert signed.tell(*sync)["receipt"] == "full"
    require_the_rest_goes_well(signed)


@pytest.mark.parametrize("largest", [1200 * KIB, pytest.param(2 * MIB, marks=[LONG, pytest.mark.faults])])
def test_a_file_system_that_takes_no_larger_files(fetched: Surveyor, largest: int) -> None:
    """Like a stick with FAT, or a quota: works without being root."""
    fetched.largest_file = largest
    refused = fetched.run("import", fetched.world.case, fetched.world.photos)
    assert refused.status == 1
    require_sentence(refused.err, "disk_full" if "disk_full" in refused.err else "storage_failed")
    fetched.largest_file = None
    assert fetched.tell("case", "verify", fetched.world.case)["holds"] is True
    fetched.tell("import", fetched.world.case, fetched.world.photos)
    require_the_rest_goes_well(fetched)
