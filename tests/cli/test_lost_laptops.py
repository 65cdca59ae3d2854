"""The laptop is gone: a copy of the case, the keys beside it and the recovery code open it on another one."""

from __future__ import annotations

from pathlib import Path

import httpx2
import pytest

from surveyor_app.central.serving import EmbeddedCentre
from tests.cli.commands import Surveyor
from tests.faults.launcher import Launcher
from tests.faults.worlds import World


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def lost(launcher: Launcher, tmp_path: Path, stick: Path) -> str:
    """A laptop that left a copy on the stick; its recovery code."""
    surveyor = Surveyor(launcher, World(tmp_path / "lost", tmp_path, ""))
    code = str(surveyor.tell("profile", "create", "--user", "wang")["recovery_code"])
    made = surveyor.tell("case", "new", "--report-no", "RDAA1")["path"]
    surveyor.tell("case", "backup", made, stick / "copy.survey")
    return code


@pytest.fixture
def another(launcher: Launcher, tmp_path: Path) -> Surveyor:
    return Surveyor(launcher, World(tmp_path / "another", tmp_path, ""))


def test_copy_and_code_open_the_case_on_another_laptop(
    lost: str, another: Surveyor, stick: Path, tmp_path: Path
) -> None:
    keys = stick / "copy.survey.keys.toml"
    another.environment["SURVEYOR_RECOVERY_CODE"] = "WRONG-WRONG"
    another.refuse("recovery_code_wrong", "profile", "recover", "--keys", keys, "--user", "wang")
    another.environment["SURVEYOR_RECOVERY_CODE"] = lost
    another.refuse("input_invalid", "profile", "recover", "--keys", keys)
    another.refuse("profile_missing", "profile", "recover", "--keys", stick / "nothing.toml", "--user", "wang")
    assert not another.world.profile.exists()
    another.tell("profile", "recover", "--keys", keys, "--user", "wang", "--name", "王查勘")
    another.refuse("target_exists", "profile", "recover", "--keys", keys, "--user", "wang")
    another.tell("case", "restore", stick / "copy.survey", tmp_path / "back.survey")
    assert another.tell("case", "info", tmp_path / "back.survey")["report_no"] == "RDAA1"
    another.tell("case", "verify", tmp_path / "back.survey")


def test_a_locked_out_laptop_is_told_and_its_case_stays_whole(told: Surveyor, tmp_path: Path) -> None:
    """From the office's command to the laptop's, and to who checks what it hands out."""
    case, centre = told.world.case, told.world.central
    with EmbeddedCentre(centre) as live:
        (device,) = [line["device"] for line in told.tell("central", "device", "list", "--data", centre)]
        told.say("export", case, "--bag", tmp_path / "before")
        assert told.tell("central", "device", "revoke", "--data", centre, device)["revoked"] == 2
        for _ in range(2):
            data = told.refuse("device_revoked", "sync", case, "--server", live.url)
            assert data["device"] == device
        said = told.run("--lang", "zh_CN", "sync", case, "--server", live.url)
        assert said.status == 1
        assert "停用本机" in said.err
        (tmp_path / "newer.crl").write_bytes(httpx2.get(f"{live.url}/v1/authority.crl").content)
    told.tell("case", "verify", case)
    assert told.tell("case", "info", case)["report_no"]
    bag = tmp_path / "before"
    assert told.tell("verify", bag, status=2)["holds"] is True  # not delivered yet: its end is not proven
    found = told.tell("verify", bag, "--crl", tmp_path / "newer.crl", status=1)["findings"]
    assert {item["data"]["reason"] for item in found if item["level"] == "bad"} == {"revoked"}
