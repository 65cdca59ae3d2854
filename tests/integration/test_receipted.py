"""Receipted is what this surveyor has done and the centre has signed for, and nothing else; then the task is done everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import receipts
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.people.people import Person
from surveyor_app.operations.cases import delivering
from surveyor_app.operations.cases.delivery_states import delivery_state
from surveyor_app.operations.cases.opening import list_cases, summarise
from surveyor_app.operations.editing import records
from surveyor_app.records import reading
from tests.integration.colleagues import Colleague, Team, make_team


@pytest.fixture(scope="module")
def team(shared_centre: EmbeddedCentre, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    made = make_team(shared_centre, tmp_path_factory.mktemp("first"))
    yield made
    made.first.profile.close()


@pytest.fixture
def wang(team: Team, tmp_path: Path) -> Iterator[Colleague]:
    made = team.join(tmp_path)
    made.fetch()
    yield made
    made.profile.close()


def state(colleague: Colleague) -> tuple[str, str]:
    """Return the state of the case, and how the list of cases shows it."""
    with colleague.case() as case:
        summarise(case)
        found = delivery_state(case)
    (line,) = list_cases(colleague.profile)
    assert line.delivery_state == found
    return found, line.state


def told(team: Team, task_id: str) -> set[str | None]:
    """Return how list and inbox show a task."""
    (line,) = [line for line in office.list_claims(team.centre.centre) if line.case == team.case_id]
    return {task.task_status for task in line.tasks if task.task == task_id}


def test_what_others_brought_makes_nothing_of_mine_receipted(team: Team, wang: Colleague) -> None:
    assert state(team.first) == ("receipted", "receipted")
    assert state(wang)[0] == "local"
    wang.pull()
    assert state(wang)[0] == "stored"
    # The centre signs that it has everything; of this surveyor there is nothing.
    assert wang.deliver().receipt_kind == "full"
    assert state(wang) == ("stored", "draft")
    with wang.case() as case:
        records.create(case, Person, {"name": "seen"})
    assert state(wang)[0] == "local"
    wang.deliver()
    assert state(wang)[0] == "receipted"


def test_a_signed_and_receipted_task_is_done(team: Team, wang: Colleague) -> None:
    with wang.case() as case:
        with case.read() as session:
            tasks = reading.list_records(session, case.case_id, Task)
        (task,) = (task for task in tasks if task.owner == wang.profile.user)
    assert told(team, task.id) == {"new"}
    wang.deliver()
    assert told(team, task.id) == {"new"}
    with wang.case() as case:
        case.apply([Step(Action.SEAL, Task.KIND, task.id)], "seal")
        delivering.deliver_case(wang.profile, case, until="partial", patience_s=20)
    assert told(team, task.id) == {"new"}, "sealed, but no full receipt covers that"
    wang.deliver()
    assert told(team, task.id) == {"done"}
    (assigned,) = delivering.list_assignments(wang.profile)
    assert assigned.task_status == "done"
    assert state(wang) == ("receipted", "receipted")
    # A receipt of somebody else is none for this task, and one that nobody can read is none.
    with team.centre.centre.database.write() as session:
        mine = receipts.c.user == wang.profile.user
        session.execute(update(receipts).where(mine).values(receipt=b"{}"))
    assert told(team, task.id) == {"new"}
