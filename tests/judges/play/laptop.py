"""The surveyor's laptop as the play sees it: a window in a process of its own, told what to do line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from surveyor_app.casefile.profiles.profile import Profile
from tests.casefile.conftest import CHEAP, PASSPHRASE, NoVault


class Laptop:
    """A window that does what is asked and says what is seen."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def do(self, deed: str, **more: Any) -> str:
        """Have one deed done; return what is written in the window then.

        Raises:
            AssertionError: it could not be done.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": deed, **more}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the window is gone"
        answer = json.loads(line)
        assert answer["ok"], f"laptop: {deed}: {answer['said']}"
        return str(answer["said"])


@contextmanager
def laptop(folder: Path, user: str, name: str) -> Iterator[Laptop]:
    """Make a surveyor's profile and have the window run on it meanwhile; off screen where no screen is given."""
    profile, _code = Profile.create(
        folder / "profile", PASSPHRASE, user=user, display_name=name, cost=CHEAP, vault=NoVault()
    )
    profile.close()
    command = [sys.executable, "-m", "tests.judges.play.window", str(folder / "profile"), str(folder / "settings.toml")]
    surroundings = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "LC_ALL": "C.UTF-8"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=surroundings
    ) as process:
        try:
            yield Laptop(process)
        finally:
            if process.stdin is not None:
                process.stdin.close()
