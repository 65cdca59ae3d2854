"""veraPDF, the reference validator of PDF/A: fetched as one Java archive through Maven, and asked about files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.judges.maven import require_programs, run_maven

ARTIFACT, VERSION = "org.verapdf.apps:cli", "1.30.2"
JUDGE_S = 1800


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the judge says of one file: whether it keeps the standard, and the rules it breaks (clause-test × times)."""

    keeps: bool
    broken: tuple[str, ...] = ()


def fetch(folder: Path) -> Path:
    """Return the archive in ``folder``, fetched if it is not there.

    Raises:
        NotHere: without Java or Maven, or when Maven cannot get it.
    """
    archive = folder / f"cli-{VERSION}.jar"
    require_programs(*(("java",) if archive.is_file() else ("java", "mvn")))
    if not archive.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        what = f"{ARTIFACT}:{VERSION}"
        run_maven("copy", [f"-Dartifact={what}", f"-DoutputDirectory={folder}"], folder, what)
    return archive


def judge(archive: Path, files: Sequence[Path], flavour: str) -> dict[str, Opinion]:
    """Return the opinion on each file by its name; ``flavour`` is what they must keep, such as ``3a``."""
    command = ["java", "-jar", str(archive), "--flavour", flavour, "--format", "json", *map(str, files)]
    # Its exit status is 1 where a file breaks a rule: what it printed counts.
    done = subprocess.run(command, capture_output=True, timeout=JUDGE_S, check=False)
    jobs: list[dict[str, Any]] = json.loads(done.stdout)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]).name: _opinion(job) for job in jobs}


def _opinion(job: dict[str, Any]) -> Opinion:
    results = job.get("validationResult") or []
    if not results:
        return Opinion(False, (f"not judged: {job.get('taskException') or job}",))
    broken = tuple(
        f"{rule['clause']}-{rule['testNumber']} ×{rule['failedChecks']}"
        for result in results
        for rule in result["details"]["ruleSummaries"]
        if rule["ruleStatus"] == "FAILED"
    )
    return Opinion(all(result["compliant"] for result in results), broken)
