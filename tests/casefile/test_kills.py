"""Kills between the steps of an edit, a creation and a backup: what was acknowledged is there, the rest is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.copying import MirrorResult
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.health import verify_case
from surveyor_app.casefile.mirror import backup
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.storing import store_blob
from surveyor_app.domain.claim.claims import Claim
from surveyor_app.records import reading
from tests.casefile.conftest import PASSPHRASE, create_step, random_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")

START = """
import sys
from pathlib import Path
from surveyor_app.casefile.files import create_case, open_case
from surveyor_app.casefile.mirror import backup
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id

path = Path(sys.argv[3])
with Profile.unlock(Path(sys.argv[1]), sys.argv[2]) as profile:
"""

EDIT = """
    with open_case(profile, path) as case:
        for n in range(5):
            case.apply([Step(Action.CREATE, "claim", new_record_id(), {"report_no": str(n)})], "new")
            print(n, flush=True)
"""

CREATE = """
    create_case(profile, path)
    print("made", flush=True)
"""

BACKUP = """
    with open_case(profile, path) as case:
        backup(case, path.with_name("mirror"))
        print("copied", flush=True)
"""


def killed(profile: Profile, path: Path, program: str, point: str) -> list[str]:
    """Run the program until it kills itself at the point, and return what it had acknowledged."""
    done = subprocess.run(
        [sys.executable, "-c", START + program, str(profile.folder), PASSPHRASE, str(path)],
        env={**os.environ, "SURVEYOR_KILL_AT": point},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize(
    ("point", "kept"),
    [("edit.before_commit:3", 2), ("edit.after_commit:3", 3)],
)
def test_edits_survive_from_their_commit_on(profile: Profile, case: CaseFile, point: str, kept: int) -> None:
    case.close()
    acknowledged = killed(profile, case.path, EDIT, point)
    with open_case(profile, case.path) as again:
        assert again.notices == ()
        with again.read() as session:
            found = {claim.report_no for claim in reading.list_records(session, again.case_id, Claim)}
        again.apply([create_step("claim", {"report_no": "later"})], "new")
    assert set(acknowledged) <= found
    assert len(found) == kept
    assert verify_case(profile, case.path) == []


@pytest.mark.parametrize(("point", "there"), [("create.before_publish", False), ("create.after_publish", True)])
def test_a_case_is_made_whole_or_not_at_all(profile: Profile, case_path: Path, point: str, there: bool) -> None:
    assert killed(profile, case_path, CREATE, point) == []
    assert case_path.exists() is there
    made = open_case(profile, case_path) if there else create_case(profile, case_path)
    made.close()
    assert [item.name for item in case_path.parent.iterdir()] == [case_path.name]
    assert [known.path for known in profile.registry.cases()] == [case_path]


@pytest.mark.parametrize(
    ("point", "left"),
    [
        ("mirror.before_commit:2", 1),
        ("mirror.after_commit:1", 1),
        ("mirror.before_tables", 0),
        ("mirror.after_tables", 0),
    ],
)
def test_a_killed_backup_goes_on(profile: Profile, case: CaseFile, point: str, left: int) -> None:
    sha256 = store_blob(case, [random_bytes(17 * 2**20)]).sha256
    case.apply([create_step("evidence", {"sha256": sha256})], "import")
    case.close()
    assert killed(profile, case.path, BACKUP, point) == []
    with open_case(profile, case.path) as again:
        assert backup(again, case.path.with_name("mirror")) == MirrorResult(new_parts=left, parts=17)
    assert verify_case(profile, case.path) == []
