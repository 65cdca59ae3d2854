"""The repository keeps its own rules: layout, import directions, pinned versions, no traces of one machine."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from PySide6.QtGui import QGuiApplication, QRawFont

from tests.conftest import REPOSITORY

TOP_LEVEL = {
    "surveyor_app",
    "resources",
    "migrations",
    "tests",
    "pyproject.toml",
    "README.md",
    "Makefile",
    "constraints.txt",
    "LICENSE",
    "NOTICE",
    "CHANGELOG.md",
}
BUILT = {"build", "dist"}
VAGUE_NAMES = {"utils", "util", "helpers", "common", "misc", "manager"}
TEXT_SUFFIXES = {".py", ".toml", ".md", ".txt", ".typ", ".ts", ".ini", ".mako", ".json", ".svg", ".qss", ""}
MACHINE_PATH = re.compile(r"(?<![\w.$}/-])/(?:work|root|home/\w+|Users/\w+)/")


def _modules() -> Iterator[Path]:
    for folder in ("surveyor_app", "tests", "migrations"):
        yield from (REPOSITORY / folder).rglob("*.py")


def _texts() -> Iterator[Path]:
    for name in sorted(TOP_LEVEL | {".ci", ".gitignore"}):
        path = REPOSITORY / name
        candidates = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in candidates if file.is_file() and file.suffix in TEXT_SUFFIXES)


def _relative(path: Path) -> str:
    return str(path.relative_to(REPOSITORY))


def test_nothing_else_lies_at_the_top() -> None:
    found = {path.name for path in REPOSITORY.iterdir() if not path.name.startswith(".")}
    assert found - TOP_LEVEL - BUILT == set()


@pytest.mark.parametrize("name", sorted(TOP_LEVEL))
def test_everything_expected_lies_at_the_top(name: str) -> None:
    assert (REPOSITORY / name).exists()


def test_imports_go_down_only() -> None:
    # In a process of its own: the linter sets up logging anew and silences every logger there is.
    linter = Path(sys.executable).with_name("lint-imports")
    command = [str(linter), "--config", str(REPOSITORY / "pyproject.toml"), "--no-cache"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in _modules() if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert [_relative(path) for path in silent] == []


def test_no_function_imports_our_own_code() -> None:
    hidden = []
    for path in _modules():
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                hidden += [f"{_relative(path)}:{line}" for line in _own_imports(function)]
    assert hidden == []


def _own_imports(function: ast.AST) -> Iterator[int]:
    for node in ast.walk(function):
        if isinstance(node, ast.ImportFrom) and (node.level or (node.module or "").startswith("surveyor_app")):
            yield node.lineno
        if isinstance(node, ast.Import) and any(alias.name.startswith("surveyor_app") for alias in node.names):
            yield node.lineno


def test_no_module_has_a_vague_name() -> None:
    assert [_relative(path) for path in _modules() if path.stem in VAGUE_NAMES] == []


def test_no_text_names_a_path_of_one_machine() -> None:
    named = [path for path in _texts() if MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert [_relative(path) for path in named] == []


def _pins() -> list[str]:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


EXACT = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+]+(; (sys_platform|platform_machine) [=!]= '\w+'.*)?")
HERE: dict[str, str] = {}
INTEL_MAC = {"sys_platform": "darwin", "platform_machine": "x86_64"}
"""Some wheels are no longer made for it, so that older versions stand for it."""


def test_constraints_name_exact_versions_and_no_addresses() -> None:
    assert [pin for pin in _pins() if not EXACT.fullmatch(pin)] == []


@pytest.mark.parametrize("machine", [HERE, INTEL_MAC], ids=["here", "Intel Mac"])
def test_constraints_lie_within_the_ranges_we_declare(machine: dict[str, str]) -> None:
    pins = [pin for pin in map(Requirement, _pins()) if pin.marker is None or pin.marker.evaluate(machine)]
    versions = {_canonical(pin.name): next(iter(pin.specifier)).version for pin in pins}
    assert len(versions) == len(pins), "one version of each"
    declared = [need for need in _declared() if need.marker is None or need.marker.evaluate(machine)]
    outside = [str(need) for need in declared if not need.specifier.contains(versions.get(_canonical(need.name), "0"))]
    assert outside == []


def test_notice_names_every_part_we_declare() -> None:
    notice = (REPOSITORY / "NOTICE").read_text(encoding="utf-8").lower()
    needed = _project()["dependencies"] + _project()["optional-dependencies"]["central"]
    names = {_canonical(Requirement(need).name) for need in needed}
    known_as = {"pyside6-essentials": "pyside6", "pyside6-addons": "pyside6", "av": "pyav"}
    assert [name for name in sorted(names) if known_as.get(name, name) not in notice] == []


def _declared() -> Iterator[Requirement]:
    for group in (_project()["dependencies"], *_project()["optional-dependencies"].values()):
        yield from (need for need in map(Requirement, group) if need.specifier)


def _project() -> dict[str, Any]:
    loaded: dict[str, Any] = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return loaded


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_bundled_font_covers_chinese_and_latin(style: str) -> None:
    assert QGuiApplication.instance() is not None
    font = QRawFont(str(REPOSITORY / "resources" / "fonts" / f"NotoSansSC-{style}.ttf"), 12.0)
    gb2312 = [
        pair.decode("gb2312", "ignore")
        for pair in (bytes((a, b)) for a in range(0xA1, 0xF8) for b in range(0xA1, 0xFF))
    ]
    latin = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100))]
    assert font.familyName() == "Noto Sans SC"
    assert [sign for sign in [*gb2312, *latin] if sign and not font.supportsCharacter(ord(sign))] == []
