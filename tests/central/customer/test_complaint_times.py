"""A complaint is answered by a time of the insurer's table: whoever is late is in the work list, and an answer ends it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from surveyor_app.central.claims import cancelling
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.contacts import Complaint
from surveyor_app.domain.journal.identifiers import RecordId
from surveyor_app.domain.journal.instants import Instant, Trust
from surveyor_app.domain.process.complaining import due_of, open_ones
from tests.central.customer.customers import opened, phone, written
from tests.central.desk.clerks import Clerk, signed_in

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIMES = {"": timedelta(days=3), "visit": timedelta(days=1)}


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    return shared_centre


@pytest.fixture
def handler(live: EmbeddedCentre) -> Iterator[Clerk]:
    with signed_in(live, "handler") as made:
        yield made


def at(days: float) -> Instant:
    return Instant(NOON + timedelta(days=days), 480, Trust.CENTRE)


def complaint(number: int, **fields: object) -> Complaint:
    return Complaint(id=RecordId(f"00000000-0000-7000-8000-{number:012}"), **fields)  # type: ignore[arg-type]


def test_the_way_it_came_says_how_long_an_answer_may_take_and_its_record_goes_before() -> None:
    assert due_of(complaint(1, channel="visit", received_at=at(0)), TIMES) == at(1)
    assert due_of(complaint(1, channel="link", received_at=at(0)), TIMES) == at(3)
    assert due_of(complaint(1, received_at=at(0)), TIMES) == at(3)
    assert due_of(complaint(1, received_at=at(0), due_at=at(9)), TIMES) == at(9)
    assert due_of(complaint(1), TIMES) is None
    late, soon, unsaid = complaint(3, received_at=at(0)), complaint(2, received_at=at(1)), complaint(1)
    done = complaint(4, received_at=at(-9), state="answered")
    assert [item.id for item, _ in open_ones([unsaid, done, soon, late], TIMES)] == [late.id, soon.id, unsaid.id]


def test_a_complaint_stands_in_the_work_list_until_it_is_answered(live: EmbeddedCentre, handler: Clerk) -> None:
    case, token = opened(live, report_no="RDC-1")
    with phone(live, token) as browser:
        browser.post(f"/c/{token}/words", data={"kind": "complaint", "text": "Nobody calls"})
    (made,) = handler.read(case, Complaint)
    assert made.due_at is not None
    assert made.received_at is not None
    assert made.due_at.utc - made.received_at.utc == timedelta(days=3)
    assert "To be answered by" in handler.page(f"/claims/{case}/customer")
    found = handler.page("/?complained=1&mine=1&due=week&find=RDC-1")
    assert "Complaint · Handler" in found
    # A claim that was cancelled is no reason to leave a complaint unanswered.
    cancelling.cancel(live.centre, "li", case, "withdrawn")
    assert "RDC-1" in handler.get("/?complained=1&cancelled=1&mine=1&due=week&find=RDC-1").text
    handler.post(f"/claims/{case}/complaints/{made.id}/answer", answer="We are sorry")
    assert "No claims." in handler.page("/?complained=1&find=RDC-1")
    assert "To be answered by" not in handler.page(f"/claims/{case}/customer")


def test_a_complaint_that_is_late_says_so_whoever_wrote_it_down(live: EmbeddedCentre, handler: Clerk) -> None:
    case, _ = opened(live, report_no="RDC-2")
    long_ago = Instant(live.centre.now() - timedelta(days=30), 480, Trust.CENTRE)
    written(live, case, Complaint.KIND, {"channel": "phone", "text": "<b>late</b>", "received_at": long_ago})
    page = handler.get(f"/claims/{case}/customer").text
    assert "<b>late" not in page
    assert "overdue" in page
    assert "RDC-2" in handler.page("/?complained=1&due=overdue&find=RDC-2")
