"""Asks the package registry whether everything we need comes as a wheel for the machines of surveyors, not only for this one.

``make wheels-elsewhere`` runs it, and ``make lint`` with it, as ``python -m tests.wheels_check``. A dependency without a wheel
for Windows cannot be installed there by anyone without a compiler, and nothing here would notice.

pip judges a marker such as ``sys_platform == "win32"`` by the machine it runs on, whatever platform it is asked for. So pip is
asked package by package, and what each needs is followed here, with the markers of the other machine. What was found fit for
one machine is not asked for again where its tags fit another; a success is remembered until a dependency changes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

REPOSITORY = Path(__file__).resolve().parent.parent
REMEMBERED = REPOSITORY / ".make" / "wheels-elsewhere"
PYTHONS = ((3, 11), (3, 12), (3, 13))
LONGEST_ANSWER_S = 60
MISSING = re.compile(r"No matching distribution found for (\S+)")
OLDEST_MACOS = (14, 0)
OLDEST_GLIBC = 34
"""2.34. The oldest systems that the wheels of PyAV (macOS) and Qt (Linux) run on."""


class OutOfReach(Exception):
    """The registry does not answer."""


@dataclass(frozen=True, slots=True)
class Machine:
    """A kind of machine with one version of Python: the tags that fit it, the best first, and what markers say there."""

    name: str
    python: tuple[int, int]
    platforms: Sequence[str]
    asked_by: Sequence[str]
    """Platforms to name to pip, which knows that macOS runs what is older."""
    markers: Mapping[str, str]

    def tags(self) -> frozenset[Tag]:
        """Return all tags of wheels that can be installed."""
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        own = cpython_tags(self.python, [interpreter], self.platforms)
        return frozenset((*own, *compatible_tags(self.python, interpreter, self.platforms)))

    def environment(self) -> dict[str, str]:
        """Return the values of all markers."""
        version = f"{self.python[0]}.{self.python[1]}"
        here = {name: str(value) for name, value in default_environment().items()}
        return {**here, **self.markers, "python_version": version, "python_full_version": f"{version}.0"}

    def __str__(self) -> str:
        return f"{self.name}, Python {self.python[0]}.{self.python[1]}"


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that the registry has, and what it needs in turn."""

    name: str
    version: str
    tags: frozenset[Tag]
    needs: tuple[Requirement, ...]


@dataclass(slots=True)
class Registry:
    """Asks pip, and keeps what it said."""

    known: dict[str, list[Wheel]] = field(default_factory=dict)
    absent: set[tuple[str, str]] = field(default_factory=set)
    """Machine and what there is no wheel of."""

    def find(self, machine: Machine, wanted: Mapping[str, str]) -> dict[str, Wheel]:
        """Return the wheels for a machine by name, as far as there are any; ``wanted`` names versions by name.

        Raises:
            OutOfReach: nobody answers.
        """
        fitting = machine.tags()
        found = self.guess(wanted, lambda wheel: bool(wheel.tags & fitting))
        left = {
            name: version
            for name, version in wanted.items()
            if name not in found and (str(machine), name + version) not in self.absent
        }
        while left:
            answer = self._ask(machine, left)
            if isinstance(answer, str):
                # pip names one and stops; the others are asked for again without it.
                self.absent.add((str(machine), answer + left.pop(answer)))
                continue
            for wheel in answer:
                self.known.setdefault(wheel.name, []).append(wheel)
                found[wheel.name] = wheel
            break
        return found

    def guess(self, wanted: Mapping[str, str], fits: Callable[[Wheel], bool] = lambda wheel: True) -> dict[str, Wheel]:
        """Return by name what is known already of the versions; without ``fits`` for whatever machine."""
        return {
            name: wheel
            for name, version in wanted.items()
            for wheel in self.known.get(name, [])
            if version == f"=={wheel.version}" and fits(wheel)
        }

    def require_answer(self) -> None:
        """Ask for something that is there for sure. Raises OutOfReach."""
        if _pip(["download", "--no-deps", "--no-cache-dir", "--retries", "0", "packaging"]).returncode:
            raise OutOfReach

    def _ask(self, machine: Machine, wanted: Mapping[str, str]) -> list[Wheel] | str:
        """Return all wheels, or the name of one that there is not."""
        platforms = [word for platform in machine.asked_by for word in ("--platform", platform)]
        version = f"{machine.python[0]}.{machine.python[1]}"
        with tempfile.TemporaryDirectory(prefix="surveyor-wheels-") as folder:
            report = Path(folder) / "report.json"
            words = ["install", "--dry-run", "--ignore-installed", "--no-deps", "--only-binary=:all:", "--quiet"]
            words += ["--python-version", version, *platforms, "--target", folder, "--report", str(report)]
            asked = _pip([*words, *(name + version for name, version in wanted.items())])
            if not asked.returncode:
                return [_wheel(item) for item in json.loads(report.read_text(encoding="utf-8"))["install"]]
        if "(from versions: none)" in asked.stdout or not MISSING.search(asked.stdout):
            self.require_answer()
        missing = MISSING.search(asked.stdout)
        name = canonicalize_name(Requirement(missing.group(1)).name) if missing else ""
        if name not in wanted:
            raise SystemExit(f"wheels: pip ended with {asked.returncode}:\n{asked.stdout}")
        return name


def main() -> int:
    """0 when everything is there, or when that cannot be known here."""
    if os.environ.get("CI"):
        print("wheels: not asked in CI, whose result must not hang on the registry")
        return 0
    key = _key()
    if REMEMBERED.is_file() and REMEMBERED.read_text(encoding="ascii") == key:
        print("wheels: all were there for these dependencies")
        return 0
    started = time.monotonic()
    registry = Registry()
    try:
        registry.require_answer()
        needs, pins = declared(), pinned()
        problems = [problem for machine in machines() for problem in missing(registry, machine, needs, pins)]
    except OutOfReach:
        print("wheels: the package registry is out of reach; not checked for other machines")
        return 0
    for problem in problems:
        print(f"wheels: {problem}", file=sys.stderr)
    if problems:
        return 1
    REMEMBERED.parent.mkdir(exist_ok=True)
    REMEMBERED.write_text(key, encoding="ascii")
    print(f"wheels: all are there for Windows, macOS and Linux, asked in {time.monotonic() - started:.0f} s")
    return 0


def machines() -> Iterator[Machine]:
    """Yield the machines that surveyors have."""
    linux = [f"manylinux_2_{minor}_x86_64" for minor in range(OLDEST_GLIBC, 4, -1)]
    linux += ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"]
    kinds = (
        ("Windows x86-64", ["win_amd64"], "nt", "win32", "Windows", "AMD64"),
        ("macOS arm64", list(mac_platforms(OLDEST_MACOS, "arm64")), "posix", "darwin", "Darwin", "arm64"),
        ("macOS x86-64", list(mac_platforms(OLDEST_MACOS, "x86_64")), "posix", "darwin", "Darwin", "x86_64"),
        ("Linux x86-64", linux, "posix", "linux", "Linux", "x86_64"),
    )
    for name, platforms, os_name, sys_platform, system, machine in kinds:
        markers = {
            "os_name": os_name,
            "sys_platform": sys_platform,
            "platform_system": system,
            "platform_machine": machine,
        }
        asked_by = platforms[:1] if sys_platform == "darwin" else platforms
        yield from (Machine(name, python, platforms, asked_by, markers) for python in PYTHONS)


def missing(
    registry: Registry, machine: Machine, declared: Iterable[Requirement], pinned: Iterable[Requirement]
) -> Iterator[str]:
    """Yield what has no wheel for a machine, following what each wheel needs there. Raises OutOfReach."""
    needs = [need for need in declared if _applies(need, machine)]
    pins: dict[str, str] = {canonicalize_name(pin.name): _version(pin) for pin in pinned if _applies(pin, machine)}
    # What other machines needed is most likely needed here: one question instead of one for each step.
    registry.find(machine, dict(_steps(machine, needs, pins, registry.guess)))
    told: list[str] = []

    def look_up(wanted: dict[str, str]) -> dict[str, Wheel]:
        found = registry.find(machine, wanted)
        for name in sorted(wanted.keys() - found.keys()):
            other = registry.find(machine, {name: f"!={pins[name]}"}).get(name) if name in pins else None
            hint = f"; the newest with one is {other.version}" if other else ""
            told.append(f"{name}{wanted[name]} has no wheel for {machine}{hint}")
        return found

    for _ in _steps(machine, needs, pins, look_up):
        yield from told
        told.clear()
    yield from told


def _steps(
    machine: Machine,
    needs: Sequence[Requirement],
    pins: Mapping[str, str],
    look_up: Callable[[dict[str, str]], dict[str, Wheel]],
) -> Iterator[tuple[str, str]]:
    """Yield all that is wanted, names with their versions, as far as ``look_up`` knows what each needs in turn."""
    asked: dict[str, set[str]] = {}
    waiting = list(needs)
    while waiting:
        wanted: dict[str, str] = {}
        for need in waiting:
            name: str = canonicalize_name(need.name)
            if name not in asked or not need.extras <= asked[name]:
                wanted[name] = f"=={pins[name]}" if name in pins else str(need.specifier)
                asked.setdefault(name, set()).update(need.extras)
        yield from wanted.items()
        found = look_up(wanted)
        waiting = [
            need for name, wheel in found.items() for need in wheel.needs if _applies(need, machine, asked[name])
        ]


def declared() -> list[Requirement]:
    """Return what an installation with the centre and for tokens needs."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    return [Requirement(need) for need in project["dependencies"] + extras["central"] + extras["token"]]


def pinned() -> list[Requirement]:
    """Return the versions that were tested together."""
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def _version(pin: Requirement) -> str:
    (only,) = pin.specifier
    return only.version


def _applies(need: Requirement, machine: Machine, extras: Iterable[str] = ()) -> bool:
    environment = machine.environment()
    return need.marker is None or any(need.marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras))


def _wheel(item: Mapping[str, Mapping[str, object]]) -> Wheel:
    metadata = item["metadata"]
    name, version, _build, tags = parse_wheel_filename(str(item["download_info"]["url"]).rpartition("/")[2])
    needs = metadata.get("requires_dist", [])
    assert isinstance(needs, list)
    return Wheel(name, str(version), tags, tuple(Requirement(need) for need in needs))


def _key() -> str:
    parts = [*sorted(map(str, declared())), *sorted(map(str, pinned()))]
    parts.append(Path(__file__).read_text(encoding="utf-8"))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _pip(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run pip away from what lies on this machine: wheels kept here say nothing about the registry."""
    environment = {name: value for name, value in os.environ.items() if name != "PIP_FIND_LINKS"}
    with tempfile.TemporaryDirectory(prefix="surveyor-wheels-") as folder:
        return subprocess.run(
            [sys.executable, "-m", "pip", "--disable-pip-version-check", "--timeout", str(LONGEST_ANSWER_S), *words],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )


if __name__ == "__main__":
    sys.exit(main())
