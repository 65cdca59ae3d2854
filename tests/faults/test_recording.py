"""SIGKILL while a video or a sound is recorded: what the devices gave becomes evidence, all but the last second of it."""

from __future__ import annotations

import os
import random
import time

import pytest

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.health import verify_case
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.media.examining import examine_bytes
from surveyor_app.operations.intake.capturing import finish_unfinished
from surveyor_app.records import reading
from tests.faults.conftest import MakeWorld
from tests.faults.launcher import Ended, Launcher
from tests.faults.worlds import ENVIRONMENT, Stage, World
from tests.local_rows import count_unfinished

OLDEST_LOST_S = 1.0
RECORDED_S = 5.0
IS_LONG = os.environ.get("SURVEYOR_FAULTS") == "long"
"""Seconds are counted in the long campaign alone, on a machine that does nothing else."""
SEEDS = range(25) if IS_LONG else range(1)

pytestmark = [pytest.mark.faults, pytest.mark.timeout(180)]


@pytest.mark.parametrize("kind", ["video", "sound"])
@pytest.mark.parametrize("seed", SEEDS)
def test_killed_at_any_moment_the_last_second_is_lost_at_most(
    launcher: Launcher, make_world: MakeWorld, kind: str, seed: int
) -> None:
    """Moments from before the first picture to after the last commit, wherever they fall."""
    world = make_world(Stage.FETCHED)
    words = [str(world.profile), str(world.case), kind, str(RECORDED_S)]
    pid = launcher.start(words, ENVIRONMENT, program="recording")
    time.sleep(random.Random(f"{kind}{seed}").uniform(0.3, RECORDED_S + 1.0))
    launcher.kill(pid)
    given_s, is_kept = _said(launcher.wait(pid))
    kept_s = _kept_s(world, kind)
    print(f"{kind} {seed}: given {given_s:.2f} s, kept {kept_s:.2f} s")  # noqa: T201 -- what the campaign measures
    if is_kept:
        assert kept_s >= RECORDED_S - 0.1
    if IS_LONG:
        assert given_s - kept_s <= OLDEST_LOST_S


def _said(ended: Ended) -> tuple[float, bool]:
    lines = [line for line in ended.out.splitlines(keepends=True) if line.endswith("\n")]
    given = [float(line.split()[1]) for line in lines if line.startswith("given")]
    return max(given, default=0.0), "kept\n" in lines


def _kept_s(world: World, kind: str) -> float:
    """Open the case as the program does, and return how many seconds of the recording can be decoded."""
    with world.opened() as case:
        finish_unfinished(case)
        assert count_unfinished(case) == 0
        with case.read() as session:
            found = reading.list_records(session, case.case_id, Evidence)
        kept_s = 0.0
        for item in found:
            facts = examine_bytes(b"".join(read_blob(case, item.sha256 or ""))).facts
            assert (item.evidence_class, item.duration_ms) == (kind, facts.duration_ms)
            kept_s = (facts.duration_ms or 0) / 1000
        assert len(found) <= 1
    with world.unlock() as profile:
        assert verify_case(profile, world.case) == []
    return kept_s
