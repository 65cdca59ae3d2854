"""Runs VERIFY.txt word for word where nothing is but the programs that it names: no program of ours, no scripting language."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOOLS = (
    *("sh", "openssl", "pdfsig", "pdfdetach", "pdftotext", "sed", "grep", "find"),
    *(
        "base64",
        "basenc",
        "cat",
        "cmp",
        "comm",
        "cp",
        "cut",
        "head",
        "join",
        "mkdir",
        "mktemp",
        "mv",
        "paste",
        "rm",
        "sha256sum",
    ),
    *("sort", "split", "tac", "tail", "tr", "truncate", "uniq", "wc"),
)
"""Debian's coreutils, openssl and poppler-utils, beside sed, grep and find."""
_MARK = "@@ step ended with "


@dataclass(frozen=True, slots=True)
class Said:
    """What one step ended with, and what it printed."""

    status: int
    words: str

    @property
    def faults(self) -> list[str]:
        """What it says does not hold."""
        return re.findall(r"^DOES NOT HOLD: (.*)$", self.words, re.MULTILINE)

    @property
    def open(self) -> list[str]:
        """What it says is not proven."""
        return re.findall(r"^NOT PROVEN: (.*)$", self.words, re.MULTILINE)


def steps_of(bag: Path, file: str = "VERIFY.txt", text: str | None = None) -> list[str]:
    """Return the commands of VERIFY.txt, those of each step together; ``text`` is one that does not come from the bag."""
    blocks = ((bag / file).read_text(encoding="utf-8") if text is None else text).split("\n\n")
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE) for block in blocks if block.startswith("    ")]


def run_bare(
    bag: Path, authority: Path | None = None, file: str = "VERIFY.txt", *, without: str = "", text: str | None = None
) -> list[Said]:
    """Run the steps one after the other in one shell, with the authority's certificate or not, and ``without`` a program."""
    marked = "\n".join(f"{step}\nprintf '\\n{_MARK}%s\\n' $?" for step in steps_of(bag, file, text))
    done = _shell(bag, marked, authority, without)
    words = re.split(rf"^{_MARK}(\d+)\n", done.stdout, flags=re.MULTILINE)
    assert done.returncode == 0
    return [Said(int(status), text) for text, status in zip(words[::2], words[1::2], strict=False)]


def run_at_once(bag: Path, authority: Path | None = None, file: str = "VERIFY.txt") -> subprocess.CompletedProcess[str]:
    """Run the one line that runs all steps."""
    (line,) = re.findall(r"^  (A=.*)$", (bag / file).read_text(encoding="utf-8"), re.MULTILINE)
    return _shell(bag, line.replace("/path/of/the/insurer.pem", "" if authority is None else str(authority)), None)


def faults_in(said: Sequence[Said]) -> list[str]:
    """Return all that does not hold."""
    return [fault for step in said for fault in step.faults]


def _shell(bag: Path, script: str, authority: Path | None, without: str = "") -> subprocess.CompletedProcess[str]:
    tools, notes = bag.parent / "tools", bag.parent / "notes"
    if not tools.exists():
        tools.mkdir()
        for name in set(TOOLS) - {without}:
            (tools / name).symlink_to(shutil.which(name) or f"/no/{name}")
    notes.mkdir(exist_ok=True)
    environment = {"PATH": str(tools), "TMPDIR": str(notes), "A": "" if authority is None else str(authority)}
    try:
        return subprocess.run(
            [tools / "sh", "-c", script],
            cwd=bag,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment,
            check=False,
        )
    finally:
        shutil.rmtree(notes)
