"""The command line prints the recovery code of a new profile; a code that could not be printed is not lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.casefile.profiles.profile import Profile
from tests.casefile.conftest import PASSPHRASE
from tests.cli.commands import Surveyor, require_sentence
from tests.faults.launcher import Launcher
from tests.faults.worlds import World

FULL = Path("/dev/full")
"""A device that takes nothing: no room is left on it."""
CREATE = ("profile", "create", "--user", "wang")


@pytest.fixture
def surveyor(launcher: Launcher, tmp_path: Path) -> Surveyor:
    return Surveyor(launcher, World(tmp_path / "alone", tmp_path, ""))


def _kept(surveyor: Surveyor) -> str | None:
    with Profile.unlock(surveyor.world.profile, PASSPHRASE) as profile:
        return profile.unconfirmed_code()


def _create_into_full_disk(surveyor: Surveyor, *words: str) -> subprocess.CompletedProcess[str]:
    """Make a profile while standard output cannot be written."""
    command = [sys.executable, "-m", "surveyor_app", *CREATE, *words, "--profile", str(surveyor.world.profile)]
    environment = {**os.environ, **surveyor.environment}
    with FULL.open("w") as full:
        return subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)


def test_a_code_that_was_printed_is_kept_no_more(surveyor: Surveyor) -> None:
    code = surveyor.tell(*CREATE)["recovery_code"]
    assert _kept(surveyor) is None
    surveyor.refuse("recovery_code_confirmed", "profile", "code")
    Profile.recover(surveyor.world.profile, code, PASSPHRASE).close()


@pytest.mark.skipif(not FULL.exists(), reason="needs a device without room")
@pytest.mark.parametrize("words", [(), ("--json",)], ids=["people", "json"])
def test_a_code_that_could_not_be_printed_is_told_and_printed_later(surveyor: Surveyor, words: tuple[str, ...]) -> None:
    ended = _create_into_full_disk(surveyor, *words)
    assert ended.returncode == 1
    require_sentence(ended.stderr, "recovery_code_not_shown")
    code = _kept(surveyor)
    assert code is not None
    assert code in surveyor.say("profile", "code")
    assert _kept(surveyor) is None
    surveyor.refuse("recovery_code_confirmed", "profile", "code")
