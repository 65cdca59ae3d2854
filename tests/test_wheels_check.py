"""The check for wheels elsewhere, against a small registry of our own: it names what is missing, for whom, and what there is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import wheels_check
from tests.wheels_check import OutOfReach, Registry, machines, missing

WINDOWS, MAC, INTEL_MAC, LINUX = (machine for machine in machines() if machine.python == (3, 12))


def publish(registry: Path, name: str, version: str, platform: str, needs: tuple[str, ...] = ()) -> None:
    """Put a wheel where pip finds it."""
    folder = registry / name
    folder.mkdir(parents=True, exist_ok=True)
    wheel = f"{name}-{version}-py3-none-{platform}.whl"
    metadata = "".join(f"Requires-Dist: {need}\n" for need in needs)
    with zipfile.ZipFile(folder / wheel, "w") as file:
        file.writestr(
            f"{name}-{version}.dist-info/METADATA",
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{metadata}",
        )
        file.writestr(f"{name}-{version}.dist-info/WHEEL", f"Wheel-Version: 1.0\nTag: py3-none-{platform}\n")
        file.writestr(f"{name}-{version}.dist-info/RECORD", "")
    links = "".join(f'<a href="{path.name}">{path.name}</a>' for path in sorted(folder.glob("*.whl")))
    (folder / "index.html").write_text(f"<!DOCTYPE html><html><body>{links}</body></html>", encoding="utf-8")


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A registry with nothing but what is always there."""
    folder = tmp_path / "simple"
    publish(folder, "packaging", "1.0", "any")
    monkeypatch.setenv("PIP_INDEX_URL", folder.as_uri())
    monkeypatch.delenv("PIP_EXTRA_INDEX_URL", raising=False)
    return folder


def told(machine: wheels_check.Machine, needs: list[str], pins: list[str]) -> list[str]:
    return list(missing(Registry(), machine, map(Requirement, needs), list(map(Requirement, pins))))


def test_what_has_no_wheel_for_a_machine_is_named_with_the_newest_that_has_one(registry: Path) -> None:
    publish(registry, "lib", "1.0", "win_amd64")
    for platform in ("manylinux_2_28_x86_64", "macosx_11_0_arm64"):
        publish(registry, "lib", "1.1", platform)
    publish(registry, "other", "3.0", "manylinux_2_28_x86_64")
    needs, pins = ["lib>=1.0", "other"], ["lib==1.1", "other==3.0"]
    assert told(LINUX, needs, pins) == []
    assert told(WINDOWS, needs, pins) == [
        "lib==1.1 has no wheel for Windows x86-64, Python 3.12; the newest with one is 1.0",
        "other==3.0 has no wheel for Windows x86-64, Python 3.12",
    ]
    assert told(MAC, ["lib"], pins) == []


def test_needs_and_versions_are_those_of_the_other_machine(registry: Path) -> None:
    publish(registry, "lib", "1.0", "any", ("secret; sys_platform == 'win32'", "bus; sys_platform == 'linux'"))
    publish(registry, "bus", "1.0", "manylinux_2_28_x86_64")
    assert told(LINUX, ["lib"], []) == []
    assert told(WINDOWS, ["lib"], []) == ["secret has no wheel for Windows x86-64, Python 3.12"]
    publish(registry, "old", "1.0", "macosx_10_9_x86_64")
    publish(registry, "old", "2.0", "macosx_11_0_arm64")
    pins = ["old==1.0; platform_machine == 'x86_64'", "old==2.0; platform_machine != 'x86_64'"]
    assert told(INTEL_MAC, ["old"], pins) == []
    assert told(MAC, ["old"], pins) == []


def test_extras_are_followed(registry: Path) -> None:
    publish(registry, "lib", "1.0", "any", ("fast; extra == 'binary'",))
    assert told(LINUX, ["lib"], []) == []
    assert told(LINUX, ["lib[binary]"], []) == ["fast has no wheel for Linux x86-64, Python 3.12"]


def test_a_registry_that_does_not_answer_fails_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(wheels_check, "REMEMBERED", tmp_path / "remembered")
    with pytest.raises(OutOfReach):
        Registry().require_answer()
    assert wheels_check.main() == 0
    assert "out of reach" in capsys.readouterr().out
    assert not (tmp_path / "remembered").exists()


def test_ci_does_not_ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CI", "true")
    assert wheels_check.main() == 0
    assert "not asked in CI" in capsys.readouterr().out
