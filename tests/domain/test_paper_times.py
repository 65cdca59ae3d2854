"""When the time limit of the decision runs and stands still: what an insurer would gain by counting otherwise is tried."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from surveyor_app.domain.documents.documents import NOT_APPLICABLE, RECEIVED, REJECTED, REQUESTED, Document
from surveyor_app.domain.documents.notices import ONE_TIME, Notice
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.paper_times import papers_from, waits

START = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def on(day: int) -> Instant:
    return Instant(START + timedelta(days=day), 480, Trust.CENTRE)


def paper(id_: str, state: str = REQUESTED, came: int | None = None, item: str = "policy") -> Document:
    return Document(id=RecordId(id_), item=item, state=state, received_at=None if came is None else on(came))


def notice(told: int | None, *items: str, kind: str = ONE_TIME) -> Notice:
    return Notice(id=RecordId(f"n{told}"), kind=kind, items=items, delivered_at=None if told is None else on(told))


def test_it_starts_with_the_claim_and_a_paper_whichever_came_later() -> None:
    claim, policy = paper("a", RECEIVED, 3, "claim_form"), paper("b", RECEIVED, 1)
    assert papers_from([claim, policy], {}) == on(3)
    assert papers_from([claim], {}) is None
    assert papers_from([policy], {}) is None
    assert papers_from([claim, paper("b")], {}) is None


def test_a_copy_handed_in_again_does_not_move_the_start() -> None:
    claim, policy = paper("a", REJECTED, 9, "claim_form"), paper("b", RECEIVED, 8)
    assert papers_from([claim, policy], {"a": on(2), "b": on(1)}) == on(2)


def test_it_waits_from_the_delivery_until_the_last_paper_came() -> None:
    papers = [paper("a", RECEIVED, 6), paper("b", RECEIVED, 9)]
    assert waits(papers, [notice(4, "a", "b")]) == [(on(4), on(9))]
    assert waits([papers[0], paper("b")], [notice(4, "a", "b")]) == [(on(4), None)]


@pytest.mark.parametrize(
    "told",
    [
        notice(None, "a"),
        notice(4, "a", kind="guidance"),
        notice(4, "gone"),
        notice(4),
    ],
)
def test_what_was_not_told_or_asks_for_nothing_stops_nothing(told: Notice) -> None:
    assert waits([paper("a")], [told]) == []


def test_what_was_there_before_or_is_not_needed_is_not_waited_for() -> None:
    assert waits([paper("a", RECEIVED, 2)], [notice(4, "a")]) == []
    assert waits([paper("a", NOT_APPLICABLE)], [notice(4, "a")]) == []
    assert waits([paper("a", REJECTED, 2)], [notice(4, "a")]) == [(on(4), None)], "a defective copy is no paper yet"
    assert waits([paper("a", REJECTED, 6)], [notice(4, "a")]) == [(on(4), on(6))], "what came later ended the wait"


def test_waits_that_overlap_count_once() -> None:
    papers = [paper("a", RECEIVED, 8), paper("b", RECEIVED, 12), paper("c", RECEIVED, 30)]
    told = [notice(20, "c"), notice(6, "b"), notice(4, "a")]
    assert waits(papers, told) == [(on(4), on(12)), (on(20), on(30))]
    assert waits([*papers[1:], paper("a")], told) == [(on(4), None)]
