"""The centre checks hash, chain, signature, certificate and ownership of entries before it stores any."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import event, func, select, update
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.central.storage.schema import certificates
from surveyor_app.domain.errors import BadEntry, SurveyorError
from surveyor_app.domain.journal.canonical import canonical
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_case_id, new_record_id
from surveyor_app.domain.kinds import KINDS
from surveyor_app.domain.wire_errors import (
    BadHash,
    BadMessage,
    BadSignature,
    CertificateUnknown,
    ChainFork,
    ChainGap,
    DeviceRevoked,
    Forbidden,
    UnknownCase,
)
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, PushRequest, WireEntry, to_wire
from surveyor_app.protocol.messages import CaseAnswer, RegisterCase
from surveyor_app.records.journal import Author
from surveyor_app.records.keys import DeviceKey
from surveyor_app.records.reading import list_records
from surveyor_app.records.schema import journal
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.exchanging import Exchange
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience

PUSH_ALL = 10_000_000


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def client(live: EmbeddedCentre, laptop: Laptop) -> Iterator[CentreClient]:
    """A client whose case is registered."""
    with laptop.client(live.url) as made:
        made.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
        yield made


def push(client: CentreClient, laptop: Laptop, entries: Sequence[SignedEntry]) -> PushAnswer:
    request = PushRequest(tuple(to_wire(entry) for entry in entries))
    return client.post(f"/v1/cases/{laptop.case_id}/entries", request, PushAnswer)


def person(name: str) -> Step:
    return Step(Action.CREATE, "person", new_record_id(), {"name": name})


def stored(live: EmbeddedCentre, laptop: Laptop) -> int:
    count = select(func.count()).select_from(journal).where(journal.c.case_id == laptop.case_id)
    with live.centre.database.read() as session:
        return session.scalar(count) or 0


def resigned(laptop: Laptop, entry: SignedEntry, **changes: object) -> SignedEntry:
    """The entry with other members, signed anew by the laptop's own key."""
    line = replace(entry.entry, **changes).to_bytes()  # type: ignore[arg-type]
    return SignedEntry(line, laptop.key.sign(line), entry.body)


# ------------------------------------------------------------------------------------------ what is right


def test_numbers_follow_and_a_repeated_push_changes_nothing(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    laptop.write(person("王"), person("李"))
    entries = laptop.unsent_entries(PUSH_ALL)
    first = push(client, laptop, entries)
    assert [first.numbers[entry.hash] for entry in entries] == [1, 2, 3, 4]
    assert (first.head_seq, first.head_hash) == (4, entries[-1].hash)
    assert push(client, laptop, entries) == first
    assert push(client, laptop, entries[2:]).numbers == {entry.hash: first.numbers[entry.hash] for entry in entries[2:]}
    assert stored(live, laptop) == 4


def test_pull_returns_what_was_pushed_with_the_devices(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    entries = laptop.unsent_entries(PUSH_ALL)
    push(client, laptop, entries)
    answer = client.get(f"/v1/cases/{laptop.case_id}/entries?after=1", PullAnswer)
    assert [entry.line.encode() for entry in answer.entries] == [entries[1].line]
    assert [(device.device, device.holder) for device in answer.devices] == [(laptop.key.device_id, "zhang")]
    assert answer.devices[0].certificate is not None
    assert (answer.number, answer.more) == (2, False)


def test_a_long_case_is_pulled_in_pages(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    for _ in range(6):
        laptop.write(*(person("名" * 3000) for _ in range(25)))
    while entries := laptop.unsent_entries(500_000):
        laptop.mark_numbered(push(client, laptop, entries).numbers)
    pages, after, more = [], 0, True
    while more:
        answer = client.get(f"/v1/cases/{laptop.case_id}/entries?after={after}", PullAnswer)
        pages.append(len(answer.entries))
        after, more = answer.entries[-1].number or 0, answer.more
    assert sum(pages) == 152
    assert len(pages) == 2


def test_the_incomplete_rest_of_an_operation_is_left(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    laptop.write(person("王"), person("李"), person("赵"))
    entries = laptop.unsent_entries(PUSH_ALL)
    assert len(push(client, laptop, entries[:4]).numbers) == 2
    with pytest.raises(BadEntry):
        push(client, laptop, entries[2:4])
    assert len(push(client, laptop, entries).numbers) == 5


def test_a_record_of_the_wrong_owner_is_kept_numbered_and_named(live: EmbeddedCentre, make_laptop: MakeLaptop) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": "RD7"})
    laptop = make_laptop("zhang", case)
    office.assign(live.centre, "li", case, "zhang")
    with laptop.client(live.url) as client:
        pulled = client.get(f"/v1/cases/{case}/entries", PullAnswer)
        claim = next(entry for entry in pulled.entries if '"kind":"claim"' in entry.line)
        record = claim.line.split('"id":"')[1].split('"')[0]
        (entry,) = laptop.write(Step(Action.CHANGE, "claim", record, {"report_no": "forged"}))
        answer = push(client, laptop, [entry])
    assert answer.quarantined == {entry.hash: "not_owner"}
    assert answer.numbers == {entry.hash: pulled.number + 1}
    assert next(line for line in office.list_claims(live.centre) if line.case == case).report_no == "RD7"


@pytest.mark.parametrize(
    ("action", "kind"),
    [(Action.CHANGE, "evidence"), (Action.WITHDRAW, "evidence"), (Action.CREATE, "evidence"), (Action.SEAL, "task")],
)
def test_one_surveyor_cannot_change_what_another_found_in_the_same_case(
    live: EmbeddedCentre, make_laptop: MakeLaptop, action: Action, kind: str
) -> None:
    case = office.open_claim(live.centre, "li", {"report_no": f"RD{new_record_id()[-12:]}"})
    first, second = make_laptop("zhang", case), make_laptop("wang", case)
    task = office.assign(live.centre, "li", case, "zhang")
    office.assign(live.centre, "li", case, "wang", task_kind="resurvey")
    record = task if kind == "task" else new_record_id()
    with first.client(live.url) as client:
        Exchange(first, client, patience()).run()
        if kind == "evidence":
            first.write(Step(Action.CREATE, kind, record, {"caption": "zhang's"}))
        Exchange(first, client, patience()).run()
    with second.client(live.url) as client:
        Exchange(second, client, patience()).run()
        (wrong,) = second.write(Step(action, kind, record, {"caption": "wang's"}))
        (shared,) = second.write(person("王"))
        exchange = Exchange(second, client, patience())
        exchange.run()
    assert exchange.quarantined == {wrong.hash: "not_owner"}
    with first.client(live.url) as client:
        Exchange(first, client, patience()).run()
    with live.centre.database.read() as session:
        sides = [_state(session, case, kind, record)]
    for laptop in (first, second):
        with Session(laptop.engine) as session:
            sides.append(_state(session, case, kind, record))
    assert sides == [sides[0]] * 3
    assert sides[0][:3] == (None if kind == "task" else "zhang's", False, False)
    assert {wrong.hash, shared.hash} <= sides[0][3]


def _state(session: Session, case: str, kind: str, record: str) -> tuple[str | None, bool, bool, frozenset[str]]:
    (found,) = [item for item in list_records(session, case, KINDS[kind]) if item.id == record]
    hashes = session.scalars(select(journal.c.hash).where(journal.c.case_id == case, journal.c.number.is_not(None)))
    return getattr(found, "caption", None), found.withdrawn, found.sealed, frozenset(hashes)


def test_entries_of_another_version_are_kept_and_passed_on(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient
) -> None:
    first = laptop.unsent_entries(PUSH_ALL)
    push(client, laptop, first)
    (later,) = laptop.write(person("王"))
    newer = resigned(laptop, later, v=2)
    answer = push(client, laptop, [newer])
    assert answer.quarantined == {newer.hash: "newer_version"}
    pulled = client.get(f"/v1/cases/{laptop.case_id}/entries?after=2", PullAnswer)
    assert [entry.line.encode() for entry in pulled.entries] == [newer.line]


# ------------------------------------------------------------------------------------------ what is wrong


def _other_salt(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    body = entries[0].body
    assert body is not None
    return [replace(entries[0], body=replace(body, salt=b"x" * 16)), *entries[1:]]


def _no_body(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [replace(entries[0], body=None), *entries[1:]]


def _other_signature(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [replace(entries[0], signature=entries[1].signature), *entries[1:]]


def _gap(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return entries[2:]


def _hole(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [entries[0], *entries[2:]]


def _other_actor(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [resigned(laptop, entries[0], actor="wang")]


def _other_case(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [resigned(laptop, entries[0], case=new_case_id())]


def _late_start(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [resigned(laptop, entries[0], seq=2)]


def _epoch_from_nowhere(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [resigned(laptop, entries[0], epoch=1, prev="f" * 64, seq=2)]


def _not_canonical(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [replace(entries[0], line=entries[0].line + b" ")]


def _nothing(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return []


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_other_salt, BadHash),
        (_no_body, BadHash),
        (_other_signature, BadSignature),
        (_gap, ChainGap),
        (_hole, BadEntry),
        (_other_actor, CertificateUnknown),
        (_other_case, BadEntry),
        (_late_start, ChainGap),
        (_epoch_from_nowhere, ChainGap),
        (_not_canonical, BadEntry),
        (_nothing, BadEntry),
    ],
)
def test_a_wrong_entry_is_refused_and_nothing_stored(
    live: EmbeddedCentre,
    laptop: Laptop,
    client: CentreClient,
    spoil: Callable[[Laptop, list[SignedEntry]], list[SignedEntry]],
    expected: type[SurveyorError],
) -> None:
    laptop.write(person("王"))
    laptop.write(person("李"))
    with pytest.raises(expected) as caught:
        push(client, laptop, spoil(laptop, list(laptop.unsent_entries(PUSH_ALL))))
    assert type(caught.value) is expected
    assert stored(live, laptop) == 0


def test_a_fork_is_refused_and_names_the_head(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    laptop.write(person("王"))
    entries = laptop.unsent_entries(PUSH_ALL)
    push(client, laptop, entries)
    with pytest.raises(ChainFork) as caught:
        push(client, laptop, [resigned(laptop, entries[2], at="2026-11-20T07:00:00.000000Z")])
    assert caught.value.data == {"head_seq": 3, "head_hash": entries[2].hash}
    assert stored(live, laptop) == 3


def test_a_gap_names_the_head(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    known = laptop.unsent_entries(PUSH_ALL)
    push(client, laptop, known)
    laptop.write(person("王"))
    (second,) = laptop.write(person("李"))
    with pytest.raises(ChainGap) as caught:
        push(client, laptop, [second])
    assert caught.value.data == {"head_seq": 2, "head_hash": known[-1].hash}


def test_an_uncertified_device_is_refused(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    laptop.author = Author(DeviceKey.generate(), "zhang", laptop.author.clock)
    entries = laptop.write(person("王"))
    with pytest.raises(CertificateUnknown):
        push(client, laptop, entries)


def test_another_users_device_is_refused(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    other = make_laptop("wang", laptop.case_id)
    with pytest.raises(CertificateUnknown):
        push(client, laptop, other.write(person("王")))


def test_a_revoked_certificate_is_refused(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    with live.centre.database.write() as session:
        mine = certificates.c.device == laptop.key.device_id
        session.execute(update(certificates).where(mine).values(revoked_at="2026-11-20T00:00:00.000000Z"))
    with pytest.raises(DeviceRevoked):
        push(client, laptop, laptop.unsent_entries(PUSH_ALL))


def test_a_case_of_someone_else_is_forbidden(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    push(client, laptop, laptop.unsent_entries(PUSH_ALL))
    other = make_laptop("wang", laptop.case_id)
    with other.client(live.url) as theirs:
        with pytest.raises(Forbidden):
            push(theirs, other, other.write(person("王")))
        with pytest.raises(Forbidden):
            theirs.get(f"/v1/cases/{laptop.case_id}/entries", PullAnswer)
        with pytest.raises(Forbidden):
            theirs.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
    office.assign(live.centre, "li", laptop.case_id, "wang")
    with other.client(live.url) as theirs:
        assert theirs.get(f"/v1/cases/{laptop.case_id}/entries", PullAnswer).number == 3


def test_an_unknown_case_is_said_so(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    with pytest.raises(UnknownCase):
        client.get(f"/v1/cases/{new_case_id()}/entries", PullAnswer)
    with pytest.raises(BadMessage):
        client.post("/v1/cases", RegisterCase("../../etc"), CaseAnswer)


def test_a_line_that_is_no_entry_is_refused(live: EmbeddedCentre, laptop: Laptop, client: CentreClient) -> None:
    line = canonical({"hello": 1}).decode()
    request = PushRequest((WireEntry(line=line, signature="AAAA", salt="AAAA", body='{"fields":{},"reason":null}'),))
    with pytest.raises(BadEntry):
        client.post(f"/v1/cases/{laptop.case_id}/entries", request, PushAnswer)


MOST_QUESTIONS = 12
"""Statements of a push of one entry, who is calling and the mark for the work list included; the rate of a node hangs on them."""


def test_a_push_asks_the_same_few_questions_however_much_is_known(
    live: EmbeddedCentre, laptop: Laptop, client: CentreClient, make_laptop: MakeLaptop
) -> None:
    asked: list[str] = []
    engine = live.centre.database.engine
    event.listen(engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    def questions() -> list[str]:
        laptop.write(person("王"))
        asked.clear()
        laptop.mark_numbered(push(client, laptop, laptop.unsent_entries(PUSH_ALL)).numbers)
        return list(asked)

    laptop.mark_numbered(push(client, laptop, laptop.unsent_entries(PUSH_ALL)).numbers)
    first = questions()
    make_laptop("zhao")
    laptop.write(*(person(f"{number}") for number in range(40)))
    laptop.mark_numbered(push(client, laptop, laptop.unsent_entries(PUSH_ALL)).numbers)
    assert questions() == first
    assert len(first) <= MOST_QUESTIONS


def test_a_stranger_learns_nothing_but_that(live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop) -> None:
    """Whatever is wrong with what they push to a case that is not theirs."""
    laptop.write(person("王"))
    with make_laptop("qian").client(live.url) as stranger:
        for entries in (
            [],
            [WireEntry("no line", "no signature")],
            [to_wire(item) for item in laptop.unsent_entries(9)],
        ):
            request = PushRequest(tuple(entries))
            with pytest.raises(UnknownCase):
                stranger.post(f"/v1/cases/{laptop.case_id}/entries", request, PushAnswer)
        with laptop.client(live.url) as own:
            own.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer)
        with pytest.raises(Forbidden):
            stranger.post(f"/v1/cases/{laptop.case_id}/entries", PushRequest(()), PushAnswer)
