"""Tasks given on and taken back: entries of the office, notices to those concerned, and nothing that was found is lost."""

from __future__ import annotations

import pytest

from surveyor_app.central.claims import office, reassigning
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Task
from surveyor_app.domain.errors import InputError, NotFound, Sealed
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.wire_errors import Forbidden
from surveyor_app.protocol.entries import PullAnswer
from surveyor_app.protocol.items import ItemState
from surveyor_app.records.reading import history, list_records
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.fetching import inbox
from surveyor_app.sync.office import OfficeClient
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop, patience


@pytest.fixture
def given(live: EmbeddedCentre, make_laptop: MakeLaptop) -> tuple[str, str, Laptop, Laptop]:
    """A case whose scene task zhang holds, and the laptops of zhang and wang."""
    case = office.open_claim(live.centre, "li", {"report_no": "R1"})
    zhang, wang = make_laptop("zhang", case), make_laptop("wang", case)
    return case, office.assign(live.centre, "li", case, "zhang", due_at="2026-11-20T06:03:22.000000Z"), zhang, wang


def tasks(live: EmbeddedCentre, case: str) -> list[tuple[str | None, str | None]]:
    with live.centre.database.read() as session:
        return [(task.owner, task.task_status) for task in list_records(session, case, Task)]


def notices(live: EmbeddedCentre, laptop: Laptop) -> list[tuple[str, str | None]]:
    with laptop.client(live.url) as client:
        return [(item.task, item.task_status) for item in inbox(client, patience=patience())]


def exchange(live: EmbeddedCentre, laptop: Laptop) -> Exchange:
    with laptop.client(live.url) as client:
        made = Exchange(laptop, client, patience())
        made.run()
    return made


def test_a_task_is_given_on_and_both_are_told(
    live: EmbeddedCentre, given: tuple[str, str, Laptop, Laptop], office_user: str
) -> None:
    case, task, zhang, wang = given
    exchange(live, zhang)
    zhang.write(Step(Action.CREATE, "evidence", new_record_id(), {"caption": "zhang's"}))
    with pytest.raises(Forbidden):
        exchange(live, wang)
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as desk:
        new = desk.reassign(case, task, "wang", reason="ill")
        (line,) = desk.list_claims()
    assert [(item.task, item.owner, item.task_status) for item in line.tasks] == [
        (task, "zhang", "reassigned"),
        (new, "wang", "new"),
    ]
    assert notices(live, zhang) == [(task, "reassigned"), (task, "reassigned")]
    assert notices(live, wang) == [(new, "new")]
    assert exchange(live, zhang).quarantined == {}, "what was found before still arrives"
    exchange(live, wang)
    wang.write(Step(Action.CHANGE, "task", new, {"weather": "rain"}))
    assert exchange(live, wang).quarantined == {}
    with live.centre.database.read() as session:
        due = {item.due_at for item in list_records(session, case, Task)}
        reasons = [entry.reason for entry in history(session, case, "task") if entry.action is Action.CHANGE]
    assert len(due) == 1
    assert reasons == ["ill", None]


def test_a_task_is_taken_back_once(live: EmbeddedCentre, given: tuple[str, str, Laptop, Laptop]) -> None:
    case, task, zhang, _ = given
    reassigning.recall(live.centre, "li", case, task)
    reassigning.recall(live.centre, "li", case, task)
    assert tasks(live, case) == [("zhang", "cancelled")]
    assert notices(live, zhang) == [(task, "cancelled")] * 2
    with pytest.raises(InputError):
        reassigning.reassign(live.centre, "li", case, task, "wang")


def test_giving_on_with_the_same_id_twice_is_one_task(
    live: EmbeddedCentre, given: tuple[str, str, Laptop, Laptop]
) -> None:
    case, task, _, wang = given
    new = new_record_id()
    for _ in range(2):
        assert reassigning.reassign(live.centre, "li", case, task, "wang", new=new) == new
    assert tasks(live, case) == [("zhang", "reassigned"), ("wang", "new")]
    assert len(notices(live, wang)) == 1


def test_what_cannot_be_given_on_is_refused(live: EmbeddedCentre, given: tuple[str, str, Laptop, Laptop]) -> None:
    case, task, zhang, _ = given
    with pytest.raises(NotFound):
        reassigning.reassign(live.centre, "li", case, new_record_id(), "wang")
    with pytest.raises(NotFound):
        reassigning.reassign(live.centre, "li", case, task, "nobody")
    for unfit in ({"user": "zhang"}, {"user": "wang", "new": "x"}):
        with pytest.raises(InputError):
            reassigning.reassign(live.centre, "li", case, task, **unfit)
    exchange(live, zhang)
    zhang.write(Step(Action.SEAL, "task", task))
    exchange(live, zhang)
    with pytest.raises(Sealed):
        reassigning.reassign(live.centre, "li", case, task, "wang")
    with pytest.raises(Sealed):
        reassigning.recall(live.centre, "li", case, task)
    assert tasks(live, case) == [("zhang", "new")]


def test_who_was_recalled_reads_and_delivers_what_was_found_before_and_writes_nothing_more(
    live: EmbeddedCentre, given: tuple[str, str, Laptop, Laptop]
) -> None:
    case, task, zhang, _ = given
    exchange(live, zhang)
    reassigning.recall(live.centre, "li", case, task)
    early = zhang.add_evidence(b"found before it was told")
    assert exchange(live, zhang).quarantined == {}
    zhang.write(Step(Action.CREATE, "evidence", new_record_id(), {"caption": "afterwards"}))
    with pytest.raises(Forbidden):
        exchange(live, zhang)
    sha256 = zhang.add_evidence(b"found when it was too late")
    with zhang.client(live.url) as client:
        with pytest.raises(Forbidden):
            deliver(zhang, client, zhang.verify, patience=patience())
        assert [zhang.items[item].state for item in (early, sha256)] == [ItemState.STORED, ItemState.LOCAL]
        assert client.get(f"/v1/cases/{case}/entries", PullAnswer).number == 5
    with live.centre.database.read() as session:
        assert [item.sha256 for item in list_records(session, case, Evidence)] == [early]
    office.assign(live.centre, "li", case, "zhang")
    assert exchange(live, zhang).pushed == 2, "with a new task it is delivered"


def test_nobody_gives_a_task_on_or_takes_it_back_without_saying_why(live: EmbeddedCentre, office_user: str) -> None:
    office.create_user(live.centre, "zhang", "Zhang")
    office.create_user(live.centre, "wang", "Wang")
    case = office.open_claim(live.centre, "li", {"report_no": "RD1"})
    task = office.assign(live.centre, "li", case, "zhang")
    with OfficeClient(live.url, office_user, OFFICE_PASSWORD) as client:
        for silence in (None, "", "  "):
            with pytest.raises(InputError):
                client.reassign(case, task, "wang", reason=silence)
            with pytest.raises(InputError):
                client.recall(case, task, reason=silence)
    assert tasks(live, case) == [("zhang", "new")]
