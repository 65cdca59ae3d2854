"""Entries both ways: a restored backup opens an epoch, two devices see each other, nothing is sent twice."""

from __future__ import annotations

import http.server
import threading

import pytest
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import Forbidden, Unreachable
from surveyor_app.records.reading import list_records
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.fetching import fetch_case, inbox
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.integration.network import Network


def person(name: str) -> Step:
    return Step(Action.CREATE, "person", new_record_id(), {"name": name})


def names(laptop: Laptop) -> set[str | None]:
    with Session(laptop.engine) as session:
        return {item.name for item in list_records(session, laptop.case_id, Person)}


def test_an_assignment_is_fetched(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": "RD9", "insured_name": "王五"})
    laptop = make_laptop("zhang", case)
    office.assign(live.centre, "li", case, "zhang", due_at="2026-11-21T00:00:00.000000Z")
    with laptop.client(live.url) as client:
        (assignment,) = inbox(client)
        assert (assignment.number, assignment.case, assignment.report_no) == (1, case, "RD9")
        assert assignment.due_at == "2026-11-21T00:00:00.000000Z"
        assert inbox(client, after=1) == []
        fetched = fetch_case(client, case)
        laptop.receive(fetched.entries, fetched.devices)
        laptop.write(person("王五"))
        outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert (outcome.pushed, outcome.pulled) == (1, 0)
    assert laptop.numbers() == [1, 2, 3, 4]


def test_two_surveyors_of_one_case_see_each_other(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": "RD9"})
    one, two = make_laptop("zhang", case), make_laptop("wang", case)
    for user in ("zhang", "wang"):
        office.assign(live.centre, "li", case, user)
    one.write(person("甲"))
    two.write(person("乙"))
    for laptop in (one, two, one):
        with laptop.client(live.url) as client:
            Exchange(laptop, client, patience()).run()
    assert names(one) == names(two) == {"甲", "乙"}
    assert one.delivery_lines() == two.delivery_lines()


def test_a_restored_backup_goes_on_in_a_new_epoch(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.engine.connect() as connection:
        backup = connection.connection.dbapi_connection.serialize()  # type: ignore[union-attr]
    laptop.write(person("before the loss"))
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
        with laptop.engine.connect() as connection:
            connection.connection.dbapi_connection.deserialize(backup)  # type: ignore[union-attr]
        assert names(laptop) == set()
        laptop.write(person("after the loss"))
        outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert outcome.new_epochs == 1
    assert names(laptop) == {"before the loss", "after the loss"}
    assert {head.epoch for head in laptop.heads()} == {0, 1}
    with live.centre.database.read() as session:
        held = {item.name for item in list_records(session, laptop.case_id, Person)}
    assert held == {"before the loss", "after the loss"}


def test_a_lost_answer_leads_to_the_same_numbers(network: Network, laptop: Laptop) -> None:
    kept = laptop.mark_numbered
    lost: list[object] = []

    def forget(numbers: dict[str, int]) -> None:
        if lost:
            kept(numbers)
        lost.append(numbers)

    laptop.mark_numbered = forget  # type: ignore[method-assign, assignment]
    with laptop.client(network.url) as client:
        outcome = deliver(laptop, client, laptop.verify, patience=patience())
    assert lost[0] == lost[1]
    assert outcome.receipt
    assert laptop.numbers() == [1, 2]


def test_many_entries_travel_in_several_requests(live: EmbeddedCentre, laptop: Laptop) -> None:
    for n in range(12):
        laptop.write(*(person(f"{n}-{m}-{'名' * 1000}") for m in range(40)))
    with laptop.client(live.url) as client:
        exchange = Exchange(laptop, client, patience())
        exchange.run()
    assert exchange.pushed == 482
    assert sorted(number for number in laptop.numbers() if number) == list(range(1, 483))


def test_someone_elses_case_stays_theirs(live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop) -> None:
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()
    other = make_laptop("wang", laptop.case_id)
    with other.client(live.url) as client, pytest.raises(Forbidden):
        fetch_case(client, laptop.case_id)


def test_a_sign_in_page_is_not_the_centre(network: Network, laptop: Laptop) -> None:
    """A hotel's network answers every request with a page of its own."""

    class Page(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.send_header("content-length", "5")
            self.end_headers()
            self.wfile.write(b"hello")

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        network.retarget(f"http://127.0.0.1:{server.server_port}")
        try:
            with laptop.client(network.url) as client, pytest.raises(Unreachable):
                deliver(laptop, client, laptop.verify, patience=patience(5))
        finally:
            server.shutdown()
            thread.join()
