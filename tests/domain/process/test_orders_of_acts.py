"""No order of permitted acts loses a claim: whoever is waited for is named, with a moment, and can do something about it."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import CANCELLED, NORMAL, Claim, Task
from surveyor_app.domain.claim.remarks import Remark, threads
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.claim.reviews import PASSED, RETURNED, SUBMITTED_UP, Review
from surveyor_app.domain.claim.revisions import next_revision
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.facts import Covering, ProcessFacts, receipted
from surveyor_app.domain.process.reviewing import (
    FOR_REVIEWER,
    ReviewAct,
    ReviewState,
    bars,
    review_of,
    reviews_of,
    unsettled,
)
from surveyor_app.domain.process.stages import UNDER_WAY, Stage, Standing, State, Waits, standings
from surveyor_app.wording.findings.process_times import load_process_times

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SURVEYORS, REVIEWERS = ("zhang", "wang"), ("li", "zhao")
TIMES = load_process_times(resources_dir())


@dataclass
class Played:
    """A claim that people work on: what is written so far, and what each could do now."""

    facts: ProcessFacts = field(default_factory=lambda: ProcessFacts(times=TIMES))
    stopped: list[dict[str, str | None]] = field(default_factory=list)
    """How the tasks stood that each cancelling took back."""
    numbers: count[int] = field(default_factory=lambda: count(1))

    def now(self) -> Instant:
        return Instant(NOON + timedelta(minutes=next(self.numbers)), 480, Trust.CENTRE)

    def id(self) -> RecordId:
        return RecordId(f"00000000-0000-7000-8000-{next(self.numbers):012}")

    def possible(self) -> dict[str, list[tuple[str, ...]]]:
        """Return whom each thing could be done by now: the surveyor, the reviewer, the office."""
        facts, found = self.facts, dict[str, list[tuple[str, ...]]]()
        found["report"] = [()] if facts.claim is None else []
        found["number"] = [()] if facts.claim is not None and not facts.claim.claim_no else []
        found["assign"] = [(user,) for user in SURVEYORS] if facts.claim is not None and len(facts.tasks) < 2 else []
        found["sign"] = [
            (review.task.id,)
            for review in reviews_of(facts)
            if len(facts.reports) < 5 or review.state in (ReviewState.OPEN, ReviewState.RETURNED)
        ]
        found["receipt"] = [(report.id,) for report in facts.reports if report.id not in facts.receipted]
        found["ask"] = [
            (role.value, asks)
            for role in (Waits.SURVEYOR, Waits.HANDLER)
            for asks in ("evidence", "answer", "none")
            if facts.tasks and len(facts.remarks) < 5
        ]
        open_threads = [thread for thread in threads(facts.remarks) if not thread.is_settled]
        found["answer"] = [(thread.remark.id,) for thread in open_threads if thread.waits_for_answer]
        found["settle"] = [(thread.remark.id, state) for thread in open_threads for state in ("closed", "withdrawn")]
        is_stopped = facts.claim is not None and facts.claim.is_cancelled
        found["cancel"] = [()] if facts.claim is not None and not is_stopped and len(self.stopped) < 4 else []
        found["reopen"] = [()] if is_stopped else []
        if is_stopped:
            # What the table of acts bars of a cancelled claim; what was on its way arrives all the same.
            found |= {act: list[tuple[str, ...]]() for act in ("number", "assign", "ask")}
        found["accept"] = self._words(ReviewAct.ACCEPT)
        found["return"] = self._words(ReviewAct.RETURN)
        return found

    def _words(self, act: ReviewAct) -> list[tuple[str, ...]]:
        return [
            (review.task.id, who)
            for review in reviews_of(self.facts)
            for who in (*REVIEWERS, *(task.owner or "" for task in self.facts.tasks))
            if not bars(self.facts, review, act, who)
        ]

    def do(self, act: str, how: tuple[str, ...], chance: random.Random) -> None:
        facts = self.facts
        if act == "report":
            claim = Claim(
                id=self.id(), report_no="RD1", reported_at=self.now(), accident_at=self.now(), accident_place="延安路"
            )
            self.facts = replace(facts, claim=replace(claim, loss_cause="collision"))
        elif act == "number":
            assert facts.claim is not None
            self.facts = replace(facts, claim=replace(facts.claim, claim_no=("CL1",)))
        elif act == "assign":
            due = self.now() if chance.random() < 0.5 else None
            task = Task(id=self.id(), task_kind="scene", owner=how[0], dispatched_at=self.now(), due_at=due)
            self.facts = replace(facts, tasks=[*facts.tasks, task])
        elif act == "sign":
            before = [report for report in facts.reports if report.task_uid == how[0]]
            made = Report(id=self.id(), task_uid=how[0], revision=next_revision(before), issued_at=self.now())
            self.facts = replace(facts, reports=[*facts.reports, made])
        elif act == "receipt":
            report = next(report for report in facts.reports if report.id == how[0])
            self.facts = replace(
                facts,
                receipted={**facts.receipted, report.id: "ab" * 32},
                received=frozenset({*facts.received, report.task_uid or ""}),
            )
        elif act == "ask":
            due = self.now() if chance.random() < 0.5 else None
            asked = Remark(id=self.id(), to_role=how[0], asks=how[1], due_at=due, written_at=self.now())
            self.facts = replace(facts, remarks=[*facts.remarks, asked])
        elif act == "answer":
            said = Remark(id=self.id(), answer_of=how[0], written_at=self.now(), text="here")
            self.facts = replace(facts, remarks=[*facts.remarks, said])
        elif act in ("cancel", "reopen"):
            self._stop_or_go_on(act)
        elif act == "settle":
            changed = [replace(item, state=how[1]) if item.id == how[0] else item for item in facts.remarks]
            self.facts = replace(facts, remarks=changed)
        else:
            self._review(act, how, chance)

    def _stop_or_go_on(self, act: str) -> None:
        facts = self.facts
        assert facts.claim is not None
        flow = CANCELLED if act == "cancel" else NORMAL
        signed = {report.task_uid for report in facts.reports}
        if act == "cancel":
            back = {task.id: task.task_status for task in facts.tasks if task.id not in signed}
            self.stopped.append({str(task): status for task, status in back.items()})
        taken = self.stopped[-1]
        tasks = [
            replace(task, task_status=CANCELLED if act == "cancel" else taken[task.id]) if task.id in taken else task
            for task in facts.tasks
        ]
        said = replace(facts.claim, flow=flow, flow_at=self.now(), flow_by="li", flow_reason="why")
        self.facts = replace(facts, claim=said, tasks=tasks)

    def _review(self, act: str, how: tuple[str, ...], chance: random.Random) -> None:
        task = next(task for task in self.facts.tasks if task.id == how[0])
        review = review_of(self.facts, task)
        is_first = review.state is not ReviewState.SECOND_REVIEW
        status = RETURNED if act == "return" else SUBMITTED_UP if is_first and chance.random() < 0.3 else PASSED
        said = Review(
            id=self.id(),
            task_uid=task.id,
            report_uid=review.report.id if review.report else None,
            status=status,
            reviewed_by=how[1],
            reviewed_at=self.now(),
        )
        self.facts = replace(self.facts, reviews=[*self.facts.reviews, said])


WHOSE = {
    Waits.INTAKE: {"report"},
    Waits.DISPATCHER: {"assign"},
    Waits.HANDLER: {"number", "answer", "settle"},
    Waits.SURVEYOR: {"sign", "receipt", "answer"},
    Waits.VERIFIER: {"accept", "return", "settle"},
}
"""What whoever is waited for can do about it."""


def survey_of(played: Played) -> Standing:
    return standings(played.facts)[list(Stage).index(Stage.SURVEY)]


def assert_back_where_it_was(played: Played) -> None:
    """Whatever arrived meanwhile: cancelled and opened again, every stage stands as if nobody had cancelled it."""
    again = Played(played.facts, [*played.stopped], played.numbers)
    again.do("reopen", (), random.Random(0))
    look_at(again)
    never = replace(again.facts, claim=replace(again.facts.claim, flow=None))  # type: ignore[type-var]
    assert standings(never) == standings(again.facts)


def look_at(played: Played) -> None:
    facts = played.facts
    possible = {act for act, ways in played.possible().items() if ways}
    for standing in standings(facts):
        assert (standing.waits_for is not None) == (standing.state in UNDER_WAY)
        if standing.waits_for is None:
            continue
        assert standing.since is not None, standing
        assert standing.due is not None, standing
        assert WHOSE[standing.waits_for] & possible, (standing, possible)
    survey = survey_of(played)
    if facts.claim is not None and facts.claim.is_cancelled:
        assert {item.state for item in standings(facts)} <= {State.CANCELLED, State.DONE}
        assert all(item.since == facts.claim.flow_at for item in standings(facts) if item.state is State.CANCELLED)
        assert not possible & {"accept", "return"}, "nobody reviews what was cancelled"
        assert "reopen" in possible
        assert_back_where_it_was(played)
        return
    reviews = reviews_of(facts)
    is_done = bool(reviews) and all(review.state is ReviewState.ACCEPTED for review in reviews) and not unsettled(facts)
    assert (survey.state is State.DONE) == is_done
    for review in reviews:
        if review.state is ReviewState.ACCEPTED:
            assert review.report is not None
            assert review.report.id in facts.receipted
            assert review.last is not None
            assert review.last.reviewed_by in REVIEWERS, "no surveyor of the case"
            passed_up = [
                item.reviewed_by
                for item in facts.reviews
                if item.report_uid == review.report.id and item.status == SUBMITTED_UP
            ]
            assert review.last.reviewed_by not in passed_up, "four eyes"
        if review.state in FOR_REVIEWER:
            assert any(not bars(facts, review, ReviewAct.RETURN, who) for who in REVIEWERS)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 40))
def test_whatever_is_done_in_whatever_order_nobody_is_waited_for_in_vain(seed: int, steps: int) -> None:
    chance, played = random.Random(seed), Played()
    for _ in range(steps):
        ways = [(act, way) for act, found in played.possible().items() for way in found]
        if not ways:
            assert survey_of(played).state is State.DONE, "what is left undone somebody can do"
            break
        # Each act as often as the others, however many ways there are to do it.
        act = chance.choice(sorted({item for item, _ in ways}))
        way = chance.choice([how for item, how in ways if item == act])
        played.do(act, way, chance)
        look_at(played)
        shuffled = {
            name: chance.sample(list(getattr(played.facts, name)), len(getattr(played.facts, name)))
            for name in ("reports", "reviews")
        }
        assert standings(replace(played.facts, **shuffled)) == standings(played.facts)  # type: ignore[arg-type]


@given(st.permutations([(5, "zhang", "c"), (9, "zhang", "d"), (4, "zhang", "a"), (7, "wang", "b")]))
def test_the_first_receipt_that_covers_a_report_counts_in_whatever_order_they_are_read(
    given_: list[tuple[int, str, str]],
) -> None:
    task = Task(id=RecordId("t"), owner="zhang")
    report = Report(id=RecordId("r"), task_uid="t")
    found = receipted([report], [task], {"r": 5}, [Covering(*item) for item in given_])
    assert found == {"r": "c"}, "not the one before it, not another's, and not a later one with another root"
    assert receipted([report], [task], {}, [Covering(*item) for item in given_]) == {}, "it is not at the centre"
