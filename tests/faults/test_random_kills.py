"""SIGKILL at any moment of a delivery, fifty times on the laptop and fifty times at the centre: no named step is aimed at.

Each job is killed as often as chance has it and then goes on, until nothing is left of it; then the next begins.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from surveyor_app.central.serving import EmbeddedCentre
from tests.faults.campaigns import LONG
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import KILLED, Launcher
from tests.faults.test_kills import SYNC, follow
from tests.faults.wholeness import require_whole
from tests.faults.worlds import ENVIRONMENT, Stage, World, go_on

KILLS = 50
pytestmark = [pytest.mark.faults, LONG, pytest.mark.timeout(1800)]


@contextmanager
def jobs(make_world: MakeWorld, folder: Path) -> Iterator[Iterator[World]]:
    """Give out jobs that are ready to be delivered, one after another, each in a folder of its own."""
    first = make_world(Stage.SIGNED)
    yield (first.copy(folder / f"job-{number}") for number in range(10 * KILLS))


def killed_at(launcher: Launcher, pid: int, moment: float) -> bool:
    """Kill a process after so many seconds; tell whether it was still at work."""
    time.sleep(moment)
    os.kill(pid, signal.SIGKILL)
    return launcher.wait(pid).status == KILLED


def test_the_laptop_is_killed_at_any_moment(make_world: MakeWorld, launcher: Launcher, tmp_path: Path) -> None:
    chance, kills = random.Random(50), 0
    with jobs(make_world, tmp_path) as made:
        last_s = duration(launcher, next(made))
        for world in made:
            with EmbeddedCentre(world.central) as centre:
                follow(world, centre.url)
                words = SYNC.words(world, centre.url)
                moment = chance.uniform(0, last_s)
                while killed_at(launcher, launcher.start(words, ENVIRONMENT), moment):
                    kills += 1
                    moment = chance.uniform(0, last_s)
                # It was done before that: later moments hit nobody.
                last_s = moment
                go_on(world, centre.url)
                require_whole(world, centre.centre)
            if kills >= KILLS:
                return
    pytest.fail(f"only {kills} kills came in time")


def duration(launcher: Launcher, world: World) -> float:
    """Return how long a delivery takes here that nobody kills: moments are chosen from that."""
    with EmbeddedCentre(world.central) as centre:
        follow(world, centre.url)
        started = time.monotonic()
        assert launcher.run(SYNC.words(world, centre.url), ENVIRONMENT).status == 0
        return time.monotonic() - started


def test_the_centre_is_killed_at_any_moment(make_world: MakeWorld, launcher: Launcher, tmp_path: Path) -> None:
    chance, kills = random.Random(51), 0
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    with jobs(make_world, tmp_path) as made:
        for world in made:
            serve = ("central", "serve", "--data", world.central, "--port", str(port))
            centre = launcher.start(serve)
            laptop = launcher.start(SYNC.words(world, f"http://127.0.0.1:{port}"), ENVIRONMENT)
            while not launcher.has_ended(laptop):
                assert killed_at(launcher, centre, chance.uniform(0, 3))
                kills += not launcher.has_ended(laptop)
                centre = launcher.start(serve)
                if kills % 5 == 4:
                    # Else the laptop might never get anywhere.
                    launcher.wait(laptop)
            delivered = launcher.wait(laptop)
            assert delivered.status == 0, delivered.err
            launcher.kill(centre)
            with EmbeddedCentre(world.central) as again:
                go_on(world, again.url)
                require_whole(world, again.centre)
            if kills >= KILLS:
                return
    pytest.fail(f"only {kills} kills came in time")
