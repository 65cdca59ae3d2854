"""Runs the figures and prints them beside their goals: ``python -m tests.bench [--quick] [--only NAME] [--json]``."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from surveyor_app.domain.errors import SurveyorError
from tests.bench import append_entries, calculation, report
from tests.bench.delivery import bad_line, claim_lists, good_line, loopback, pushes, wire_bytes
from tests.bench.figures import Figure
from tests.bench.growth import growing, long_journals, many_cases, small_photos
from tests.bench.importing import bulk_import, first_stored, hostile_window, import_window, large_video, stored_safely
from tests.bench.opening import many_losses, open_case, open_window, show_pages, start_command, start_window
from tests.bench.place import REPOSITORY, Place

MEASURES: Mapping[str, Callable[[Place], list[Figure]]] = {
    "bulk_import": bulk_import.measure,
    "stored_safely": stored_safely.measure,
    "first_stored": first_stored.measure,
    "import_window": import_window.measure,
    "hostile_window": hostile_window.measure,
    "large_video": large_video.measure,
    "open_case": open_case.measure,
    "open_window": open_window.measure,
    "start_command": start_command.measure,
    "start_window": start_window.measure,
    "report": report.measure,
    "show_pages": show_pages.measure,
    "many_losses": many_losses.measure,
    "wire_bytes": wire_bytes.measure,
    "bad_line": bad_line.measure,
    "good_line": good_line.measure,
    "loopback": loopback.measure,
    "append_entries": append_entries.measure,
    "pushes": pushes.measure,
    "claim_lists": claim_lists.measure,
    "calculation": calculation.measure,
    "growing": growing.measure,
    "many_cases": many_cases.measure,
    "long_journals": long_journals.measure,
    "small_photos": small_photos.measure,
}
SAID = {True: "reached", False: "missed", None: "not measured"}


def main() -> int:
    """Measure and print. The exit status says whether all could be measured, not whether the goals are reached."""
    arguments = _parser().parse_args()
    cache = REPOSITORY / "build" / "bench"
    found: dict[str, list[Figure]] = {}
    for name in arguments.only or MEASURES:
        found[name] = _run(name, cache, is_quick=arguments.quick)
    if arguments.json:
        print(json.dumps(_document(found, is_quick=arguments.quick), ensure_ascii=False, indent=1))
    else:
        print(_table(found, is_quick=arguments.quick))
    return 0 if all(found.values()) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small: minutes become seconds, figures become rough")
    parser.add_argument("--only", action="append", choices=list(MEASURES), metavar="NAME", help=", ".join(MEASURES))
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _run(name: str, cache: Path, *, is_quick: bool) -> list[Figure]:
    scratch = cache / f"scratch-{os.getpid()}"
    scratch.mkdir(parents=True)
    print(f"{name} …", file=sys.stderr, flush=True)
    if hasattr(os, "sync"):
        # What the figure before left to be written would be written during this one.
        os.sync()
    started = time.monotonic()
    figures: list[Figure] = []
    try:
        figures = MEASURES[name](Place(scratch, cache, is_quick))
    except (SystemExit, SurveyorError, OSError, subprocess.SubprocessError) as error:
        # The others are measured all the same.
        print(f"    failed: {error}", file=sys.stderr, flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"    {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)
    return figures


def _table(found: Mapping[str, list[Figure]], *, is_quick: bool) -> str:
    lines = [f"{_machine()}{'; quick run: small, rough figures' if is_quick else ''}", ""]
    for name, figures in found.items():
        if not figures:
            lines.append(f"{name:<15} could not be measured, see above")
        for figure in figures:
            measured = "—" if figure.measured is None else f"{_number(figure.measured)} {figure.unit}"
            goal = f"{figure.direction.value} {_number(figure.goal)} {figure.unit}"
            lines.append(f"{name:<15} {measured:>12}   {goal:>12}   {SAID[figure.is_reached]:<12}  {figure.what}")
            if figure.note:
                lines.append(f"{'':<15} {'':>12}   {'':>12}   {'':<12}    {figure.note}")
    return "\n".join(lines)


def _document(found: Mapping[str, list[Figure]], *, is_quick: bool) -> object:
    rows = [
        {"name": name, **asdict(figure), "reached": figure.is_reached}
        for name, figures in found.items()
        for figure in figures
    ]
    return {"machine": _machine(), "quick": is_quick, "figures": rows}


def _number(value: float) -> str:
    """Three digits that count, thousands in groups."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _machine() -> str:
    load, _, _ = os.getloadavg()
    return (
        f"{os.cpu_count()} processors, load {load:.1f} at the end (above the number of processors, figures are noisy)"
    )


if __name__ == "__main__":
    sys.exit(main())
