"""EU DSS, the European Commission's validator of signatures: fetched through Maven, and asked by a small Java program.

It is told whom to trust and which lists of revoked certificates are at hand, and fetches nothing.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.judges.maven import require_programs, run_maven

VERSION = "6.3"
MODULES = ("pades-pdfbox", "validation", "policy-jaxb", "utils-apache-commons", "crl-parser-stream", "cms-object")
JUDGE_S = 600
PROGRAM = Path(__file__).with_name("DssJudge.java")
PASSED = "TOTAL_PASSED"
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>judges</groupId><artifactId>judges</artifactId><version>1</version>
<dependencies>{dependencies}</dependencies></project>
"""
_DEPENDENCY = (
    "<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId><version>{version}</version></dependency>"
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What it says of one signature: the level it sees, whether it passes, and what speaks against that."""

    level: str
    indication: str
    against: str

    def confirms(self, level: str) -> bool:
        """Tell whether it sees this level (``B-LT``) and has nothing against the signature or its time stamps."""
        return (
            self.indication == PASSED
            and not self.against
            and self.level == f"PAdES-BASELINE-{'B' if level == 'B-B' else level[2:]}"
        )


def fetch(folder: Path) -> Path:
    """Return the folder of its archives in ``folder``, fetched if they are not there.

    Raises:
        NotHere: without a Java compiler or Maven, or when Maven cannot get them.
    """
    archives = folder / f"dss-{VERSION}"
    complete = archives / "complete"
    require_programs(*(("java", "javac") if complete.is_file() else ("java", "javac", "mvn")))
    if not complete.is_file():
        archives.mkdir(parents=True, exist_ok=True)
        wanted = [("eu.europa.ec.joinup.sd-dss", f"dss-{name}", VERSION) for name in MODULES]
        wanted.append(("org.slf4j", "slf4j-nop", "2.0.17"))
        dependencies = "".join(_DEPENDENCY.format(group=group, name=name, version=v) for group, name, v in wanted)
        (archives / "pom.xml").write_text(_POM.format(dependencies=dependencies), encoding="utf-8")
        options = [f"-DoutputDirectory={archives}", "-DincludeScope=runtime"]
        run_maven("copy-dependencies", options, archives, f"EU DSS {VERSION}")
        complete.touch()
    return archives


def judge(
    archives: Path, files: Sequence[Path], trusted: Sequence[Path], lists: Sequence[Path]
) -> dict[str, list[Opinion]]:
    """Return the opinions on each file's signatures by its name."""
    classes = os.pathsep.join(sorted(str(archive) for archive in archives.glob("*.jar")))
    command = ["java", "-cp", classes, str(PROGRAM)]
    for option, paths in (("--trust", trusted), ("--crl", lists), ("--pdf", files)):
        command += [option, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=JUDGE_S, check=True)
    found: dict[str, list[Opinion]] = {}
    for line in done.stdout.splitlines():
        name, level, indication, sub_indication, against = line.split("\t")
        why = " / ".join(part for part in (sub_indication.removeprefix("null"), against) if part)
        found.setdefault(name, []).append(Opinion(level, indication, why))
    return found
