"""The program is killed while somebody types without a pause: of what was typed only the last moment is lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.statements.statements import Answer
from surveyor_app.operations.editing.correction_drafts import typed_for
from surveyor_app.operations.editing.drafting import recover_drafts
from surveyor_app.operations.statements.answers import Wording, ask
from surveyor_app.operations.statements.contents import load_contents
from surveyor_app.operations.statements.reading import begin_reading
from surveyor_app.operations.statements.taking import begin_statement
from surveyor_app.ui.forms import record_access
from tests.operations.statement_world import take
from tests.ui.typist import typed

PASSPHRASE = "现场查勘 2026"
OLDEST_LOST_S = 1.0
"""Design §2.1: a draft 500 ms after the first unsaved key and every 500 ms; the rest is for the machine to write it."""

IS_LONG = os.environ.get("SURVEYOR_FAULTS") == "long"
"""Seconds are counted in the long campaign alone, on a machine that does nothing else."""
MOMENTS = sorted(random.Random(7).sample(range(100, 460), 25)) if IS_LONG else [275]


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.faults
@pytest.mark.parametrize("keys", MOMENTS)
def test_a_kill_in_mid_typing_loses_the_last_moment_only(profile: Profile, case: CaseFile, keys: int) -> None:
    statement = begin_statement(case, "zh_CN").id
    answer = ask(case, statement, Wording("多远？"), is_put=True).id
    safe = _typed_and_killed(profile, case, keys)
    with open_case(profile, case.path) as again:
        recovered = recover_drafts(again)
        assert recovered.left == ()
        found = record_access.get(again, Answer, answer)
        assert found is not None
        said = found.answer or ""
        assert typed(keys).startswith(said)
        assert len(said) >= safe
    assert verify_case(profile, case.path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
@pytest.mark.faults
@pytest.mark.parametrize("keys", MOMENTS[::5] if IS_LONG else MOMENTS[:1])
def test_a_kill_while_a_correction_is_typed_loses_the_last_moment_only(
    profile: Profile, case: CaseFile, keys: int
) -> None:
    """It is no correction yet: that waits for the person. What was typed is shown again where it was typed."""
    taken = take(case, 1)
    begin_reading(case, taken.statement, "self_read")
    safe = _typed_and_killed(profile, case, keys, taken.statement)
    with open_case(profile, case.path) as again:
        assert recover_drafts(again).left == ()
        contents = load_contents(again, taken.statement)
        assert contents.corrections == ()
        ((answer, part), kept) = typed_for(again, {answer.id for answer in contents.answers}).popitem()
        assert (answer, part) == (contents.answers[0].id, "answer")
        assert typed(keys).startswith(kept.text)
        assert len(kept.text) >= safe
    assert verify_case(profile, case.path) == []


def _typed_and_killed(profile: Profile, case: CaseFile, keys: int, *more: str) -> int:
    """Run the typist to its end, and return how many keys must not be lost."""
    case.close()
    program = [sys.executable, "-m", "tests.ui.typist", str(profile.folder), PASSPHRASE, str(case.path), str(keys)]
    done = subprocess.run(
        [*program, *more],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    pressed = [float(line.split()[1]) for line in done.stdout.splitlines()]
    assert len(pressed) == keys
    return sum(at <= pressed[-1] - OLDEST_LOST_S for at in pressed) if IS_LONG else 1
