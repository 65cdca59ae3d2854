"""The seven stages follow from the records: a stage that waits names whom, and the order of what happened does not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.documents.documents import Document
from surveyor_app.domain.documents.notices import Notice
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.facts import ProcessFacts
from surveyor_app.domain.process.stages import UNDER_WAY, Stage, Standing, State, Waits, standings
from surveyor_app.wording.labels import labels_of

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def at(hours: float) -> Instant:
    return Instant(NOON + timedelta(hours=hours), 480, Trust.CENTRE)


def record(number: int) -> RecordId:
    return RecordId(f"00000000-0000-7000-8000-{number:012}")


REPORTED = Claim(
    id=record(1),
    report_no="RD1",
    reported_at=at(0),
    accident_at=at(-1),
    accident_place="延安路",
    loss_cause="collision",
    claim_no=("CL1",),
)
SCENE = Task(id=record(2), task_kind="scene", owner="zhang", owner_name="Zhang", dispatched_at=at(1), due_at=at(9))


def emptied(*names: str) -> Claim:
    return replace(REPORTED, **dict.fromkeys(names))  # type: ignore[arg-type]


def stage(facts: ProcessFacts, wanted: Stage) -> Standing:
    return standings(facts)[list(Stage).index(wanted)]


def test_nothing_has_begun_without_a_claim() -> None:
    assert {item.state for item in standings(ProcessFacts())} == {State.NOT_BEGUN}
    assert [item.stage for item in standings(ProcessFacts())] == list(Stage)


@pytest.mark.parametrize("name", ["report_no", "accident_at", "accident_place", "loss_cause"])
def test_a_report_waits_for_intake_until_what_opens_a_claim_is_known(name: str) -> None:
    lacking = stage(ProcessFacts(claim=emptied(name)), Stage.REPORT_INTAKE)
    assert (lacking.state, lacking.waits_for, lacking.lacks) == (State.WAITING, Waits.INTAKE, (name,))
    assert stage(ProcessFacts(claim=REPORTED), Stage.REPORT_INTAKE).state is State.DONE


def test_registration_waits_for_an_assignment_and_then_for_the_claim_number() -> None:
    without = replace(REPORTED, claim_no=None)
    assert stage(ProcessFacts(claim=without), Stage.REGISTRATION).waits_for is Waits.DISPATCHER
    for given_away in ("cancelled", "reassigned", "handed_over"):
        away = replace(SCENE, task_status=given_away)
        assert stage(ProcessFacts(claim=without, tasks=[away]), Stage.REGISTRATION).waits_for is Waits.DISPATCHER
    numbered = stage(ProcessFacts(claim=without, tasks=[SCENE]), Stage.REGISTRATION)
    assert (numbered.waits_for, numbered.lacks) == (Waits.HANDLER, ("claim_no",))
    assert stage(ProcessFacts(claim=REPORTED, tasks=[SCENE]), Stage.REGISTRATION).state is State.DONE


def test_the_survey_waits_for_whose_task_is_due_first_until_all_is_received() -> None:
    later = replace(SCENE, id=record(3), owner="wang", owner_name=None, due_at=None)
    standing = stage(ProcessFacts(claim=REPORTED, tasks=[later, SCENE]), Stage.SURVEY)
    assert (standing.waits_for, standing.who, standing.due) == (Waits.SURVEYOR, "Zhang", at(9))
    assert standing.count == 2
    half = stage(ProcessFacts(claim=REPORTED, tasks=[later, SCENE], received={SCENE.id}), Stage.SURVEY)
    assert (half.who, half.due, half.count) == ("wang", None, 1)
    both = ProcessFacts(claim=REPORTED, tasks=[later, SCENE], received={SCENE.id, later.id})
    read = stage(both, Stage.SURVEY)
    assert (read.state, read.waits_for, read.count) == (State.WAITING, Waits.VERIFIER, 2)


def paper(number: int, state: str, **fields: object) -> Document:
    return replace(Document(id=record(number), item=f"paper_{number}", state=state), **fields)  # type: ignore[arg-type]


def test_papers_wait_for_the_customer_only_once_told() -> None:
    lacking = [paper(10, "requested"), paper(11, "rejected"), paper(12, "received", received_at=at(2))]
    untold = stage(ProcessFacts(claim=REPORTED, documents=lacking), Stage.DOCUMENTS)
    assert (untold.waits_for, untold.count, untold.since) == (Waits.HANDLER, 2, None)
    asked = [replace(item, requested_at=at(1)) for item in lacking]
    assert stage(ProcessFacts(claim=REPORTED, documents=asked), Stage.DOCUMENTS).since == at(1)
    on_its_way = Notice(id=record(20), kind="one_time", issued_at=at(2))
    assert stage(ProcessFacts(claim=REPORTED, documents=lacking, notices=[on_its_way]), Stage.DOCUMENTS) == untold
    told = [replace(on_its_way, delivered_at=at(3)), replace(on_its_way, id=record(21), delivered_at=at(5))]
    waiting = stage(ProcessFacts(claim=REPORTED, documents=lacking, notices=told), Stage.DOCUMENTS)
    assert (waiting.waits_for, waiting.since) == (Waits.CUSTOMER, at(5))
    there = [paper(10, "received", received_at=at(4)), paper(12, "received", received_at=at(2))]
    unread = stage(ProcessFacts(claim=REPORTED, documents=there, notices=told), Stage.DOCUMENTS)
    assert (unread.waits_for, unread.since, unread.count) == (Waits.HANDLER, at(2), 2)
    read = [replace(item, reviewed_at=at(6)) for item in there] + [paper(13, "not_applicable")]
    assert stage(ProcessFacts(claim=REPORTED, documents=read), Stage.DOCUMENTS).state is State.DONE


STATES = st.sampled_from(["not_requested", "requested", "received", "rejected", "not_applicable"])


@st.composite
def facts(draw: st.DrawFn) -> ProcessFacts:
    names = draw(st.sets(st.sampled_from(["report_no", "accident_at", "loss_cause", "claim_no", "reported_at"])))
    claim = draw(st.sampled_from([None, emptied(*names)]))
    statuses = draw(st.lists(st.sampled_from([None, "new", "done", "cancelled", "reassigned"]), max_size=4))
    tasks = [replace(SCENE, id=record(100 + n), task_status=status) for n, status in enumerate(statuses)]
    documents = [paper(200 + n, state) for n, state in enumerate(draw(st.lists(STATES, max_size=5)))]
    delivered = draw(st.lists(st.sampled_from([None, at(1), at(2)]), max_size=3))
    notices = [Notice(id=record(300 + n), kind="one_time", delivered_at=moment) for n, moment in enumerate(delivered)]
    received = draw(st.sets(st.sampled_from([task.id for task in tasks]))) if tasks else set()
    return ProcessFacts(claim, tasks, documents, notices, received)


@given(facts(), st.randoms())
def test_every_waiting_stage_names_whom_and_order_does_not_matter(known: ProcessFacts, chance: random.Random) -> None:
    found = standings(known)
    assert len(found) == len(Stage)
    for item in found:
        assert (item.state in UNDER_WAY) == (item.waits_for is not None)
    tasks, documents, notices = list(known.tasks), list(known.documents), list(known.notices)
    for records in (tasks, documents, notices):
        chance.shuffle(records)
    again = standings(replace(known, tasks=tasks, documents=documents, notices=notices))
    assert [replace(item, who=None) for item in again] == [replace(item, who=None) for item in found]


def test_every_stage_state_and_party_has_a_name() -> None:
    labels = labels_of(resources_dir())
    for enumeration, values in (("process_stage", Stage), ("process_state", State), ("process_waits", Waits)):
        assert {choice.id for choice in labels.choices(enumeration)} == {str(value) for value in values}
