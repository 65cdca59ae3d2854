"""Builds the wheel, installs it into an empty environment outside the repository and lets it do the whole job there.

``make test`` runs it after the tests, as ``python -m tests.wheel_check``. What the demo leaves is checked with standard
tools only: ``pdfsig`` for the report, ``sha256sum`` for the bag.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SIGNATURE = re.compile(r"^Signature #\d+:", re.MULTILINE)
VALID = "Signature Validation: Signature is Valid."
UNUSED = "The signature form field is not signed."
"""What pdfsig says of a field that is still empty: the report has some from the start, for those who sign later."""


def main() -> int:
    """0 when the installed wheel did the whole job and standard tools agree."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="surveyor-wheel-") as name:
        folder = Path(name).resolve()
        environment = _install(_build(folder / "dist"), folder / "environment")
        _check_home(environment, folder)
        demo = folder / "demo"
        _run([environment / "bin" / "surveyor", "demo", "--out", demo], folder)
        problems = [*_missing(demo), *_report_problems(demo / "report.pdf"), *_bag_problems(demo / "bag")]
    for problem in problems:
        print(f"wheel: {problem}", file=sys.stderr)
    if not problems:
        print(f"wheel: installed in an empty environment, demo done and checked in {time.monotonic() - started:.0f} s")
    return 1 if problems else 0


def _build(folder: Path) -> Path:
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, REPOSITORY], REPOSITORY)
    return next(folder.glob("*.whl"))


def _install(wheel: Path, environment: Path) -> Path:
    _run([sys.executable, "-m", "venv", "--without-pip", environment], wheel.parent)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        environment / "bin" / "python",
        "install",
        "--quiet",
    ]
    pip += ["--constraint", REPOSITORY / "constraints.txt", f"{wheel}[central]"]
    _run(pip, wheel.parent)
    return environment


def _check_home(environment: Path, folder: Path) -> None:
    """The package that runs must be the installed one, with its own data."""
    code = "import surveyor_app.data_files as d; print(d.__file__, d.resources_dir(), d.migrations_dir(), sep='\\n')"
    for line in _run([environment / "bin" / "python", "-c", code], folder).splitlines():
        if not Path(line).is_relative_to(environment):
            raise SystemExit(f"wheel: {line} is not in the new environment")


def _missing(demo: Path) -> list[str]:
    return [f"demo left no {name}" for name in ("case.survey", "receipt.json") if not (demo / name).is_file()]


def _report_problems(report: Path) -> list[str]:
    said = _run(["pdfsig", report], report.parent)
    signatures, valid = len(SIGNATURE.findall(said)) - said.count(UNUSED), said.count(VALID)
    return [] if signatures == valid > 0 else [f"pdfsig calls {valid} of {signatures} signatures valid:\n{said}"]


def _bag_problems(bag: Path) -> list[str]:
    command = ["sha256sum", "--check", "--quiet", "manifest-sha256.txt"]
    result = subprocess.run(command, cwd=bag, capture_output=True, text=True, check=False)
    return [f"sha256sum: {result.stdout}{result.stderr}"] if result.returncode else []


def _run(command: list[str | Path], cwd: Path) -> str:
    """Run outside any environment of ours; what it printed, or an end with everything it said."""
    clean = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    result = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode:
        raise SystemExit(f"wheel: {command[0]} ended with {result.returncode}:\n{result.stdout}")
    return result.stdout


if __name__ == "__main__":
    sys.exit(main())
