"""Entries of other devices that a laptop hands back are checked like all others before they are stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import BadEntry, SurveyorError
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import (
    BadHash,
    BadMessage,
    BadSignature,
    CertificateUnknown,
    ChainFork,
    ChainGap,
    Forbidden,
    UnknownCase,
)
from surveyor_app.protocol.entries import PushAnswer, ReturnRequest, to_wire
from surveyor_app.records.reading import list_records
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.fetching import fetch_case
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

PUSH_ALL = 10_000_000


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


def person(name: str) -> Step:
    return Step(Action.CREATE, "person", new_record_id(), {"name": name})


@pytest.fixture
def case(live: EmbeddedCentre) -> str:
    """A case of the office with a task for two surveyors."""
    case_id = office.open_claim(live.centre, "li", {"report_no": "RD3"}, again_reason="another test")
    for user in ("zhang", "wang"):
        office.create_user(live.centre, user, user.title())
        office.assign(live.centre, "li", case_id, user)
    return case_id


@pytest.fixture
def wang(make_laptop: MakeLaptop, case: str) -> Laptop:
    """A colleague whose entries the centre does not hold."""
    made = make_laptop("wang", case)
    made.write(person("one"), person("two"))
    made.write(person("three"))
    return made


@pytest.fixture
def client(live: EmbeddedCentre, make_laptop: MakeLaptop, case: str) -> Iterator[CentreClient]:
    """Who hands them back."""
    with make_laptop("zhang", case).client(live.url) as made:
        yield made


def give_back(client: CentreClient, case: str, entries: Sequence[SignedEntry], common: int = 0) -> PushAnswer:
    request = ReturnRequest(tuple(to_wire(entry) for entry in entries), common)
    return client.post(f"/v1/cases/{case}/entries:return", request, PushAnswer)


def names(live: EmbeddedCentre, case: str) -> list[str]:
    with live.centre.database.read() as session:
        return sorted(item.name or "" for item in list_records(session, case, Person))


def test_they_are_numbered_and_shown_and_their_author_finds_them_there(
    live: EmbeddedCentre, client: CentreClient, case: str, wang: Laptop
) -> None:
    entries = wang.unsent_entries(PUSH_ALL)
    answer = give_back(client, case, entries)
    assert sorted(answer.numbers.values()) == [5, 6, 7]
    assert give_back(client, case, entries) == answer
    assert names(live, case) == ["one", "three", "two"]
    with wang.client(live.url) as hers:
        exchange = Exchange(wang, hers, patience())
        exchange.run()
    assert wang.unsent_entries(PUSH_ALL) == []
    assert names(live, case) == ["one", "three", "two"]


def test_the_offices_own_that_it_holds_already_change_nothing(
    live: EmbeddedCentre, client: CentreClient, case: str
) -> None:
    held = fetch_case(client, case).entries
    answer = give_back(client, case, held)
    assert answer.numbers == {entry.hash: entry.number for entry in held}
    assert fetch_case(client, case).entries == held


def changed(wang: Laptop, entry: SignedEntry, **changes: object) -> SignedEntry:
    """The entry with other members, signed anew by its own device."""
    line = replace(entry.entry, **changes).to_bytes()  # type: ignore[arg-type]
    return SignedEntry(line, wang.key.sign(line), entry.body)


REFUSED: dict[str, type[SurveyorError]] = {
    "no entries": BadEntry,
    "part of an operation": BadEntry,
    "a signature of somebody else": BadSignature,
    "no body": BadHash,
    "another body": BadHash,
    "a beginning is missing": ChainGap,
    "it has seen more than both agree on": BadEntry,
    "another actor": CertificateUnknown,
    "another case": BadEntry,
}


def spoilt(name: str, wang: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    first = entries[0]
    return {
        "no entries": [],
        "part of an operation": entries[:1],
        "a signature of somebody else": [replace(first, signature=entries[1].signature), *entries[1:]],
        "no body": [replace(first, body=None), *entries[1:]],
        "another body": [replace(first, body=entries[1].body), *entries[1:]],
        "a beginning is missing": entries[2:],
        "it has seen more than both agree on": [changed(wang, entries[0], base=3, op_of=1)],
        "another actor": [changed(wang, entries[0], actor="zhang", op_of=1)],
        "another case": [changed(wang, entries[0], case=new_case_id(), op_of=1)],
    }[name]


@pytest.mark.parametrize("name", list(REFUSED))
def test_what_is_not_as_good_as_at_first_is_refused(
    live: EmbeddedCentre, client: CentreClient, case: str, wang: Laptop, name: str
) -> None:
    entries = list(wang.unsent_entries(PUSH_ALL))
    before = fetch_case(client, case).entries
    with pytest.raises(REFUSED[name]):
        give_back(client, case, spoilt(name, wang, entries))
    assert fetch_case(client, case).entries == before


def test_a_device_that_is_not_certified_here_is_refused(
    live: EmbeddedCentre, client: CentreClient, case: str, wang: Laptop
) -> None:
    stranger = Laptop("wang", case)
    stranger.write(person("stranger"))
    with pytest.raises(CertificateUnknown):
        give_back(client, case, stranger.unsent_entries(PUSH_ALL))
    stranger.close()


def test_a_surveyors_second_history_is_not_taken(
    live: EmbeddedCentre, client: CentreClient, case: str, wang: Laptop
) -> None:
    entries = wang.unsent_entries(PUSH_ALL)
    give_back(client, case, entries)
    with pytest.raises(ChainFork):
        give_back(client, case, [changed(wang, entries[2], at="2026-11-20T09:00:00.000000Z")])


def test_only_who_may_work_on_the_case_hands_back(
    live: EmbeddedCentre, make_laptop: MakeLaptop, case: str, wang: Laptop
) -> None:
    with make_laptop("chen").client(live.url) as stranger:
        with pytest.raises(Forbidden):
            give_back(stranger, case, wang.unsent_entries(PUSH_ALL))
        with pytest.raises(UnknownCase):
            give_back(stranger, new_case_id(), wang.unsent_entries(PUSH_ALL))


def test_a_message_that_is_none_is_refused(client: CentreClient, case: str) -> None:
    with pytest.raises(BadMessage):
        client.post(
            f"/v1/cases/{case}/entries:return", {"entries": [{"line": "x", "signature": "!"}], "common": 0}, PushAnswer
        )
