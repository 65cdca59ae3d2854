"""A laptop that lost its case, or was replaced: what was delivered comes back whole, and work goes on without a lost line."""

from __future__ import annotations

import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.central.claims.reassigning import reassign
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.cases.backup import backup_case, restore_case
from surveyor_app.operations.cases.delivery_states import delivery_state
from surveyor_app.operations.cases.exporting import export_bag
from surveyor_app.operations.cases.verifying import verify_bag_folder, verify_case
from surveyor_app.operations.editing import records
from surveyor_app.records import reading, replay
from tests.casefile.conftest import PASSPHRASE
from tests.faults.campaigns import LONG
from tests.integration.colleagues import OFFICE, SMALL, Colleague, joined, make_team
from tests.integration.forking import Forking

LATE = random.Random("late").randbytes(1_200_000)
POINTS = ["epoch.after_commit", "receive.before_commit", "pull.after_commit:1", "pull.after_stored"]
MORE_POINTS = [
    "epoch.before_commit",
    "numbers.before_commit",
    "receive.after_commit",
    "pull.before_stored",
    "receipt.after_commit",
]
_LAPTOP = """
import os
from pathlib import Path
from surveyor_app.casefile.files import open_case
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.pulling import CasePulls
from surveyor_app.operations.cases.delivering import deliver_case
from surveyor_app.operations.cases.enrolled import client_of
from surveyor_app.sync.patience import Patience
from surveyor_app.sync.pulling import pull
def work(arguments):
    folder, passphrase, path = arguments
    with Profile.unlock(Path(folder), passphrase) as profile, open_case(profile, Path(path)) as case:
        with client_of(profile) as client:
            deliver_case(profile, case, until="partial", patience_s=20)
            pull(CasePulls(case), client, originals=True, patience=Patience(20.0))
        deliver_case(profile, case, patience_s=20)
def started(pid):
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def zhang(live: EmbeddedCentre, tmp_path: Path) -> Iterator[Colleague]:
    """A surveyor whose case is at the centre, with an original."""
    made = make_team(live, tmp_path / "zhang", {"car": SMALL}).first
    yield made
    made.profile.close()


def names(colleague: Colleague) -> set[str | None]:
    with colleague.case() as case, case.read() as session:
        return {person.name for person in reading.list_records(session, case.case_id, Person)}


def notes(colleague: Colleague, name: str) -> None:
    with colleague.case() as case:
        records.create(case, Person, {"name": name})


def state(colleague: Colleague) -> str:
    with colleague.case() as case:
        return delivery_state(case)


def require_same(live: EmbeddedCentre, colleague: Colleague) -> None:
    """Both sides show the same, everything that was signed holds, and the case can be handed out."""
    with colleague.case() as case, case.read() as here, live.centre.database.read() as there:
        assert replay.compare(here, there, case.case_id) == []
    assert verify_case(colleague.profile, colleague.path) == []
    with colleague.case() as case:
        export_bag(case, colleague.path.parent / "bag", replace=True)
    found = verify_bag_folder(colleague.path.parent / "bag")
    assert [item.code for item in found if item.level == "bad"] == []


def back_to_an_older_copy(zhang: Colleague, tmp_path: Path) -> None:
    """Keep a copy, go on working, deliver that, lose the file and restore the copy."""
    with zhang.case() as case:
        backup_case(case, tmp_path / "copy.survey")
    zhang.brought["late"] = LATE
    zhang.takes("late", LATE)
    notes(zhang, "delivered")
    zhang.deliver()
    zhang.path.unlink()
    restore_case(zhang.profile, tmp_path / "copy.survey", zhang.path)


@pytest.mark.faults
@pytest.mark.parametrize("points", [POINTS, pytest.param(MORE_POINTS, marks=LONG)])
def test_an_older_copy_gets_back_what_was_delivered_whenever_it_is_killed(
    live: EmbeddedCentre, zhang: Colleague, tmp_path: Path, points: list[str]
) -> None:
    back_to_an_older_copy(zhang, tmp_path)
    laptops = Forking(_LAPTOP, [str(zhang.profile.folder), PASSPHRASE, str(zhang.path)], tmp_path / "log")
    try:
        for point in points:
            assert laptops.start(point) == str(-signal.SIGKILL), f"{point} was never reached: {laptops.said()}"
            if point.startswith("pull.after_commit"):
                assert [item.code for item in verify_case(zhang.profile, zhang.path)] == ["originals_elsewhere"]
        notes(zhang, "after the loss")
        assert state(zhang) != "receipted"
        assert laptops.start() == "0", laptops.said()
    finally:
        laptops.close()
    assert zhang.held()["late"] == LATE
    assert names(zhang) == {"delivered", "after the loss"}
    with zhang.case() as case, case.read() as session:
        own = [head.epoch for head in reading.heads(session, case.case_id) if head.device == zhang.device]
    assert own == [0, 1]
    require_same(live, zhang)
    assert state(zhang) == "receipted"


def test_another_laptop_has_everything_and_goes_on(live: EmbeddedCentre, zhang: Colleague, tmp_path: Path) -> None:
    """The surveyor's new one, and that of whoever the task is given to."""
    notes(zhang, "before")
    zhang.deliver()
    new = joined(live, tmp_path / "new", zhang.case_id, zhang.profile.user)
    other = joined(live, tmp_path / "other", zhang.case_id)
    try:
        new.fetch()
        assert new.pull().originals == 1
        assert verify_case(new.profile, new.path) == []
        notes(new, "on the new laptop")
        assert state(new) != "receipted"
        assert new.deliver().receipt_kind == "full"
        assert names(new) == {"before", "on the new laptop"}
        assert state(new) == "receipted"
        with live.centre.database.read() as session:
            tasks = reading.list_records(session, zhang.case_id, Task)
        (task,) = (task for task in tasks if task.owner == zhang.profile.user)
        reassign(live.centre, OFFICE, zhang.case_id, task.id, other.profile.user)
        other.fetch()
        assert other.pull().originals == 1
        notes(other, "by the other")
        assert other.deliver().outcome.uploaded == 0
        require_same(live, other)
    finally:
        new.profile.close()
        other.profile.close()
