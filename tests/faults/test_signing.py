"""SIGKILL while a statement is signed: what was said to be signed is, and nothing half signed counts as signed."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

import pytest

from surveyor_app.operations.cases.verifying import verify_case
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.pages import page_picture
from surveyor_app.operations.statements.signing import needs
from tests.faults import signing
from tests.faults.campaigns import LONG
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import KILLED, Ended, Launcher
from tests.faults.worlds import ENVIRONMENT, Stage, World
from tests.operations.statement_world import read_drawing, take

QUESTIONS = 8

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


@dataclass(frozen=True, slots=True)
class Job:
    """A world with a statement to be signed."""

    world: World
    statement: str

    def words(self) -> list[str]:
        """Return the arguments of the program."""
        return [str(self.world.profile), str(self.world.case), self.statement]


@pytest.fixture
def job(make_world: MakeWorld) -> Job:
    """A statement that was taken down and not read yet."""
    world = make_world(Stage.CAPTURED)
    with world.opened() as case:
        return Job(world, take(case, QUESTIONS).statement)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param("pages.picture_stored", marks=LONG),
        pytest.param("pages.after_frozen", marks=LONG),
        pytest.param("import.before_stored", marks=LONG),
        "import.before_stored:4",
        "ink.after_stored:2",
        pytest.param("ink.before_stored:3", marks=LONG),
        pytest.param("blob.after_commit:5", marks=LONG),
        pytest.param("statement.before_closed", marks=LONG),
        "statement.after_closed",
    ],
)
def test_killed_at_a_step_nothing_signed_is_lost_or_made_up(launcher: Launcher, job: Job, point: str) -> None:
    ended = launcher.run(job.words(), {**ENVIRONMENT, "SURVEYOR_KILL_AT": point}, program="signing")
    assert ended.status == KILLED, ended.err
    _require_honest(job, ended)
    _finish(launcher, job)


@LONG
@pytest.mark.parametrize("seed", range(50))
def test_killed_at_any_moment_nothing_signed_is_lost_or_made_up(launcher: Launcher, job: Job, seed: int) -> None:
    """50 moments between the first word and the last, wherever they fall."""
    pid = launcher.start(job.words(), ENVIRONMENT, program="signing")
    time.sleep(random.Random(seed).uniform(0.05, 2.5))
    launcher.kill(pid)
    _require_honest(job, launcher.wait(pid))
    _finish(launcher, job)


def _require_honest(job: Job, ended: Ended) -> None:
    """What was said is kept, and whatever counts as signed is whole."""
    said = {line for line in ended.out.splitlines(keepends=True) if line.endswith("\n")}
    said = {line.strip() for line in said}
    with job.world.opened() as case:
        contents = load_contents(case, job.statement)
        assert contents.statement.sealed or "closed" not in said
        if not contents.statement.sealed:
            assert said <= signing.given(contents)
        for ink in contents.inks:
            assert ink.sha256 is not None
            assert not read_drawing(case, ink.sha256).is_blank
        for page in contents.pages:
            assert page_picture(case, page).startswith(b"\x89PNG")
        asked = needs(contents)
        assert not contents.statement.sealed or contents.statement.sha256 is not None
        assert all(need.is_given for need in asked) or not contents.statement.sealed
    with job.world.unlock() as profile:
        assert verify_case(profile, job.world.case) == []


def _finish(launcher: Launcher, job: Job) -> None:
    """Started again, the rest is signed and the statement closed."""
    ended = launcher.run(job.words(), ENVIRONMENT, program="signing")
    assert ended.status == 0, ended.err
    with job.world.opened() as case:
        contents = load_contents(case, job.statement)
        assert (contents.statement.status, contents.statement.sealed) == ("closed", True)
        assert [item.new for item in contents.corrections] == [signing.CORRECTED]
        assert all(ink.sealed for ink in contents.inks)
    with job.world.unlock() as profile:
        assert verify_case(profile, job.world.case) == []
