"""A lost laptop goes on writing: what reaches the centre of it, by whatever way, is kept and has no effect on any side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from surveyor_app.central.authority.revoking import Why
from surveyor_app.central.claims import office
from surveyor_app.central.claims.locking_out import lock_out_device, lock_out_user
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.projection import REVOKED
from surveyor_app.domain.wire_errors import CertificateUnknown, DeviceRevoked
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.protocol.entries import PushAnswer, PushRequest, ReturnRequest, to_wire
from surveyor_app.protocol.messages import InboxAnswer
from surveyor_app.records import journal
from surveyor_app.records.reading import list_records, quarantine_of
from surveyor_app.records.revocations import revocation, revocations_of
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.fetching import fetch_case
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

PUSH_ALL = 10_000_000


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def users(live: EmbeddedCentre) -> tuple[str, str]:
    """Two surveyors of a test's own: who is locked out stays so."""
    names = f"lost-{new_record_id()}", f"other-{new_record_id()}"
    for name in names:
        office.create_user(live.centre, name, name)
    return names


@pytest.fixture
def case(live: EmbeddedCentre, users: tuple[str, str]) -> str:
    case_id = office.open_claim(live.centre, "li", {"report_no": "RD3"}, again_reason="another test")
    for user in users:
        office.assign(live.centre, "li", case_id, user)
    return case_id


@pytest.fixture
def lost(live: EmbeddedCentre, make_laptop: MakeLaptop, case: str, users: tuple[str, str]) -> Laptop:
    """A laptop that delivered one witness before it was lost."""
    made = make_laptop(users[0], case)
    exchange(live, made)
    made.write(person("genuine"))
    exchange(live, made)
    return made


@pytest.fixture
def other(make_laptop: MakeLaptop, case: str, users: tuple[str, str]) -> Laptop:
    return make_laptop(users[1], case)


def person(name: str) -> Step:
    return Step(Action.CREATE, "person", new_record_id(), {"name": name})


def exchange(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()


def give_back(live: EmbeddedCentre, by: Laptop, entries: Sequence[SignedEntry], common: int = 99) -> PushAnswer:
    request = ReturnRequest(tuple(to_wire(entry) for entry in entries), common)
    with by.client(live.url) as client:
        return client.post(f"/v1/cases/{by.case_id}/entries:return", request, PushAnswer)


def at_centre(live: EmbeddedCentre, case: str) -> tuple[list[str], dict[str, str]]:
    """The witnesses shown, and what is set aside and why."""
    with live.centre.database.read() as session:
        names = sorted(item.name or "" for item in list_records(session, case, Person))
        return names, {item.hash: item.reason for item in quarantine_of(session, case)}


def on_laptop(laptop: Laptop) -> tuple[list[str], dict[str, str]]:
    with Session(laptop.engine) as session:
        names = sorted(item.name or "" for item in list_records(session, laptop.case_id, Person))
        return names, {item.hash: item.reason for item in quarantine_of(session, laptop.case_id)}


def forget(live: EmbeddedCentre, device: str) -> None:
    """Set the certificates back to what an older copy of the centre says of them."""
    before = {"revoked_at": None, "revoked_by": None, "revoked_why": None}
    with live.centre.database.write() as session:
        session.execute(update(certificates).where(certificates.c.device == device).values(**before))


def test_what_a_thief_signs_is_kept_without_effect_whoever_hands_it_over(
    live: EmbeddedCentre, case: str, lost: Laptop, other: Laptop
) -> None:
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    lost.write(person("bribed"))
    forged = lost.unsent_entries(PUSH_ALL)
    exchange(live, other)
    answer = give_back(live, other, forged)
    assert answer.quarantined == {forged[0].hash: REVOKED}
    assert at_centre(live, case) == (["genuine"], {forged[0].hash: REVOKED})
    exchange(live, other)
    assert on_laptop(other) == at_centre(live, case)
    with other.client(live.url) as client:
        assert forged[0].hash in {entry.hash for entry in fetch_case(client, case).entries}


def test_a_case_with_such_lines_is_receipted_like_any_other(
    live: EmbeddedCentre, case: str, lost: Laptop, other: Laptop
) -> None:
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    lost.add_evidence(b"a forged photo")
    exchange(live, other)
    give_back(live, other, lost.unsent_entries(PUSH_ALL))
    other.add_evidence(b"a photo")
    with other.client(live.url) as client:
        outcome = deliver(other, client, other.verify, patience=patience())
    assert outcome.kind is ReceiptKind.FULL


def test_the_laptop_itself_gets_nothing_in(live: EmbeddedCentre, case: str, lost: Laptop, other: Laptop) -> None:
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    lost.write(person("bribed"))
    request = PushRequest(tuple(to_wire(entry) for entry in lost.unsent_entries(PUSH_ALL)))
    for sender, refusal in ((lost, DeviceRevoked), (other, CertificateUnknown)):
        with sender.client(live.url) as client, pytest.raises(refusal):
            client.post(f"/v1/cases/{case}/entries", request, PushAnswer)
    assert at_centre(live, case) == (["genuine"], {})


def test_it_keeps_and_shows_what_it_has(live: EmbeddedCentre, lost: Laptop) -> None:
    lost.write(person("just written"))
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    with pytest.raises(DeviceRevoked):
        exchange(live, lost)
    assert on_laptop(lost) == (["genuine", "just written"], {})
    assert len(lost.unsent_entries(PUSH_ALL)) == 1


def test_each_case_of_the_laptop_says_it_once(live: EmbeddedCentre, case: str, lost: Laptop) -> None:
    assert lock_out_device(live.centre, lost.device_id, Why.LOST, "li") == 2
    assert lock_out_device(live.centre, lost.device_id, Why.LOST, "li") == 0
    with live.centre.database.read() as session:
        (said,) = revocations_of(session, case)
        head = journal.head_of(session, case, lost.device_id)
    assert said.device == lost.device_id
    assert head is not None
    assert said.accepted == {head.hash}


def test_a_person_who_left_is_out_of_their_cases_too(
    live: EmbeddedCentre, case: str, lost: Laptop, other: Laptop, users: tuple[str, str]
) -> None:
    lock_out_user(live.centre, users[0], Why.LEFT, "li")
    lost.write(person("afterwards"))
    exchange(live, other)
    give_back(live, other, lost.unsent_entries(PUSH_ALL))
    assert at_centre(live, case)[0] == ["genuine"]


def test_a_case_that_the_laptop_never_delivered_is_told_with_the_first_line(
    live: EmbeddedCentre, make_laptop: MakeLaptop, case: str, users: tuple[str, str], other: Laptop
) -> None:
    lost = make_laptop(users[0], case)
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    lost.write(person("never delivered"))
    (line,) = lost.unsent_entries(PUSH_ALL)
    give_back(live, other, [line])
    assert at_centre(live, case) == ([], {line.hash: REVOKED})


def test_a_centre_that_forgot_it_is_told_by_what_it_had_written_itself(
    live: EmbeddedCentre, case: str, lost: Laptop, other: Laptop
) -> None:
    """Its own entries are handed back like all others after it was restored."""
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    exchange(live, other)
    with Session(other.engine) as session:
        held = journal.all_entries(session, case)
    told = [entry for entry in held if entry.entry.action is Action.REVOKE]
    forget(live, lost.device_id)
    with lost.client(live.url) as client:
        client.get("/v1/inbox", InboxAnswer)
    give_back(live, other, told)
    with lost.client(live.url) as client, pytest.raises(DeviceRevoked):
        client.get("/v1/inbox", InboxAnswer)


def test_what_stood_before_still_stands_when_it_is_handed_back(
    live: EmbeddedCentre, make_laptop: MakeLaptop, case: str, users: tuple[str, str], other: Laptop
) -> None:
    """The centre lost the laptop's lines, but not which of them it had accepted."""
    lost = make_laptop(users[0], case)
    exchange(live, lost)
    lost.write(person("genuine"))
    (genuine,) = lost.unsent_entries(PUSH_ALL)
    lost.write(person("bribed"))
    bribed = lost.unsent_entries(PUSH_ALL)[1]
    with live.centre.database.write() as session:
        step = revocation(case, lost.device_id, [genuine.hash], "lost")
        write_entries(session, case, [step], "li", live.centre.now())
    lock_out_device(live.centre, lost.device_id, Why.LOST, "li")
    exchange(live, other)
    give_back(live, other, [genuine, bribed])
    assert at_centre(live, case) == (["genuine"], {bribed.hash: REVOKED})
