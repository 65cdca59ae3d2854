"""veraPDF, the reference validator of PDF/A and PDF/UA: fetched as one Java archive through Maven, and asked about files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.judges.maven import FETCH_S, require_programs, run_maven

ARTIFACT, VERSION = "org.verapdf.apps:cli", "1.30.2"
JUDGE_S = 1800
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java compiles less of the judge before it begins: a few files take half the time, many no more."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the judge says of one file: which standards it claims, and the rules of them it breaks (clause-test × times)."""

    claims: tuple[str, ...]
    broken: tuple[str, ...] = ()

    def problems(self, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return what keeps the file from being what it must be: one that claims these standards, no others, and keeps them."""
        differs = () if sorted(self.claims) == sorted(wanted) else (f"claims {', '.join(self.claims) or 'nothing'}",)
        return (*differs, *self.broken)


def fetch(folder: Path, timeout_s: float = FETCH_S) -> Path:
    """Return the archive in ``folder``, fetched if it is not there.

    Raises:
        NotHere: without Java or Maven, or when Maven cannot get it in time.
    """
    archive = folder / f"cli-{VERSION}.jar"
    require_programs(*(("java",) if archive.is_file() else ("java", "mvn")))
    if not archive.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        what = f"{ARTIFACT}:{VERSION}"
        run_maven("copy", [f"-Dartifact={what}", f"-DoutputDirectory={folder}"], folder, what, timeout_s)
    return archive


def judge(archive: Path, files: Sequence[Path]) -> Mapping[str, Opinion]:
    """Return the opinion on each file by its name, on every standard that the file itself claims."""
    command = ["java", *QUICKLY, "-jar", str(archive), "--format", "json", *map(str, files)]
    # Its exit status is 1 where a file breaks a rule: what it printed counts.
    done = subprocess.run(command, capture_output=True, timeout=JUDGE_S, check=False)
    jobs: list[dict[str, Any]] = json.loads(done.stdout)["report"]["jobs"]
    return {Path(job["itemDetails"]["name"]).name: opinion_of(job) for job in jobs}


def opinion_of(job: dict[str, Any]) -> Opinion:
    """Return what veraPDF says in one of its jobs."""
    results = job.get("validationResult") or []
    if not results:
        return Opinion((), (f"not judged: {job.get('taskException') or job}",))
    claims = tuple(str(result["profileName"]).removesuffix(" validation profile") for result in results)
    broken = tuple(
        f"{claim} {rule['clause']}-{rule['testNumber']} ×{rule['failedChecks']}"
        for claim, result in zip(claims, results, strict=True)
        for rule in result["details"]["ruleSummaries"]
        if rule["ruleStatus"] == "FAILED"
    )
    silent = tuple(f"{claim} broken" for claim, result in zip(claims, results, strict=True) if not result["compliant"])
    return Opinion(claims, broken or silent)
