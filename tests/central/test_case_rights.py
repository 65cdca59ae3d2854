"""Who may tie two cases and who may erase: a modified client tries it over HTTP, and nothing comes of it on either side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.claims.office_entries import write_entries
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError, NotFound, SurveyorError
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, SignedEntry
from surveyor_app.domain.journal.identifiers import new_record_id
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.domain.wire_errors import BadHash, Forbidden, NotSignedIn
from surveyor_app.protocol.delivery import BlobAsk, DeliverAnswer, DeliverRequest, NeedAnswer, NeedRequest
from surveyor_app.protocol.entries import PullAnswer, PushAnswer, PushRequest, to_wire
from surveyor_app.protocol.items import DeviceInfo
from surveyor_app.protocol.messages import CaseAnswer, EraseBodies, RegisterCase
from surveyor_app.protocol.roots import delivery_root
from surveyor_app.records import replay
from surveyor_app.records.cases import resolve
from surveyor_app.records.reading import history, list_records, quarantine_of
from surveyor_app.records.schema import bodies, journal
from surveyor_app.sync.agreeing import device_info
from surveyor_app.sync.client import CentreClient
from surveyor_app.sync.delivering import deliver
from surveyor_app.sync.exchanging import Exchange
from surveyor_app.sync.office import OfficeClient
from surveyor_app.sync.store import marks
from tests.integration.centres import OFFICE_PASSWORD, MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.records.sides import DEMAND, sqlite_engine

PUSH_ALL = 10_000_000


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def two(live: EmbeddedCentre, make_laptop: MakeLaptop) -> tuple[Laptop, Laptop]:
    """Two surveyors of one case that the office opened, both up to date."""
    case = office.open_claim(
        live.centre, "li", {"report_no": "RD7", "insured_name": "王五"}, again_reason="another test"
    )
    laptops = make_laptop("eve", case), make_laptop("wang", case)
    for laptop in laptops:
        office.assign(live.centre, "li", case, laptop.user)
    for laptop in laptops:
        exchange(live, laptop)
    return laptops


def exchange(live: EmbeddedCentre, laptop: Laptop) -> Exchange:
    with laptop.client(live.url) as client:
        made = Exchange(laptop, client, patience())
        made.run()
    return made


def push(client: CentreClient, case: str, entries: Sequence[SignedEntry]) -> PushAnswer:
    request = PushRequest(tuple(to_wire(entry) for entry in entries))
    return client.post(f"/v1/cases/{case}/entries", request, PushAnswer)


def person(name: str) -> Step:
    return Step(Action.CREATE, Person.KIND, new_record_id(), {"name": name})


def erasure(laptop: Laptop, *digests: str) -> Step:
    return Step(Action.ERASE, CASE_KIND, laptop.case_id, {"bodies": list(digests), **DEMAND})


def claim_body(laptop: Laptop) -> str:
    """The hash of the body of the office's claim."""
    with Session(laptop.engine) as session:
        found = session.scalar(select(journal.c.body_hash).where(journal.c.kind == Claim.KIND))
    assert found is not None
    return str(found)


def shown(session: Session, case: str) -> tuple[list[str | None], list[str]]:
    """Whom the claim insures, and the names of the people."""
    claims, people = list_records(session, case, Claim), list_records(session, case, Person)
    return [item.insured_name for item in claims], sorted(item.name or "" for item in people)


def everywhere(live: EmbeddedCentre, *laptops: Laptop) -> list[tuple[list[str | None], list[str]]]:
    """What the centre and the laptops show; on each of them everything verifies."""
    case = laptops[0].case_id
    found = []
    with live.centre.database.read() as session:
        found.append(shown(session, case))
        assert replay.verify(session, case, sqlite_engine()) == []
    for laptop in laptops:
        with Session(laptop.engine) as session:
            found.append(shown(session, case))
            assert replay.verify(session, case, sqlite_engine()) == []
    return found


# ------------------------------------------------------------------------------------------------------ alias


@pytest.mark.parametrize("opened_first", [True, False])
def test_a_surveyors_alias_opens_nobody_elses_case(
    live: EmbeddedCentre, laptop: Laptop, make_laptop: MakeLaptop, opened_first: bool
) -> None:
    sha256 = laptop.add_evidence(b"an original of somebody else")
    with laptop.client(live.url) as client:
        deliver(laptop, client, laptop.verify, patience=patience())
    eve = make_laptop("eve")
    if opened_first:
        eve.open_case()
    eve.write(Step(Action.CREATE, Task.KIND, new_record_id(), {"task_kind": "scene", "owner": "eve"}))
    (tie,) = eve.write(Step(Action.ALIAS, CASE_KIND, eve.case_id, {"alias_of": laptop.case_id}))
    assert exchange(live, eve).quarantined == {tie.hash: "not_owner"}
    request = DeliverRequest("full", delivery_root(laptop.delivery_lines()), marks(laptop.heads()))
    path = f"/v1/cases/{laptop.case_id}"
    with eve.client(live.url) as client:
        for attempt in (
            lambda: client.get(f"{path}/entries", PullAnswer),
            lambda: client.post("/v1/cases", RegisterCase(laptop.case_id), CaseAnswer),
            lambda: push(client, laptop.case_id, eve.unsent_entries(PUSH_ALL)),
            lambda: client.post(f"{path}/blobs:need", NeedRequest((BlobAsk(sha256, 28),)), NeedAnswer),
            lambda: client.post(f"{path}/deliver", request, DeliverAnswer),
        ):
            with pytest.raises(Forbidden):
                attempt()
    joined = {line.case: line.joined for line in office.list_claims(live.centre)}
    assert (joined[laptop.case_id], joined[eve.case_id]) == ((), ())
    with Session(eve.engine) as session:
        assert resolve(session, eve.case_id) == [eve.case_id]
        assert replay.verify(session, eve.case_id, sqlite_engine()) == []


# ------------------------------------------------------------------------------------------------------ erase


def test_a_surveyor_erases_nothing_that_the_office_wrote(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, wang = two
    (wrong,) = eve.write(erasure(eve, claim_body(eve)))
    assert exchange(live, eve).quarantined == {wrong.hash: "not_owner"}
    assert exchange(live, wang).pulled == 1
    assert everywhere(live, eve, wang) == [(["王五"], [])] * 3
    with wang.client(live.url) as client:
        assert deliver(wang, client, wang.verify, patience=patience()).kind == "full"


def test_a_surveyor_erases_nothing_that_a_colleague_wrote(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, wang = two
    (theirs,) = wang.write(person("李四"))
    exchange(live, wang)
    exchange(live, eve)
    (wrong,) = eve.write(erasure(eve, theirs.entry.body))
    assert exchange(live, eve).quarantined == {wrong.hash: "not_owner"}
    exchange(live, wang)
    assert everywhere(live, eve, wang) == [(["王五"], ["李四"])] * 3


def test_what_was_delivered_is_not_erased_by_who_wrote_it(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, wang = two
    (mine,) = eve.write(person("张三"))
    exchange(live, eve)
    (wrong,) = eve.write(erasure(eve, mine.entry.body))
    # It even claims that its author knew of nothing delivered.
    line = replace(wrong.entry, base=0).to_bytes()
    lie = SignedEntry(line, eve.key.sign(line), wrong.body)
    with eve.client(live.url) as client:
        answer = push(client, eve.case_id, [lie])
    assert answer.quarantined == {lie.hash: "delivered"}
    exchange(live, wang)
    assert everywhere(live, wang) == [(["王五"], ["张三"])] * 2


def test_what_was_never_delivered_is_erased_by_who_wrote_it(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, wang = two
    (secret,) = eve.write(person("张三"))
    eve.write(person("李四"))
    eve.write(erasure(eve, secret.entry.body))
    with eve.client(live.url) as client:
        outcome = deliver(eve, client, eve.verify, patience=patience())
    assert (outcome.kind, outcome.quarantined) == ("full", {})
    exchange(live, wang)
    assert everywhere(live, eve, wang) == [(["王五"], ["", "李四"])] * 3
    with live.centre.database.read() as session:
        assert session.scalar(select(bodies.c.hash).where(bodies.c.hash == secret.entry.body)) is None


def test_what_is_erased_and_its_erasure_are_sent_together(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, _ = two
    (secret,) = eve.write(person("张三"))
    for n in range(5):
        eve.write(person(f"{n}"))
    eve.write(erasure(eve, secret.entry.body))
    eve.write(person("李四"))
    made = Exchange(eve, eve.client(live.url), patience(), push_bytes=1)
    with made.client:
        made.run()
    assert (made.pushed, made.quarantined) == (8, {})


def _nothing(eve: Laptop, digest: str) -> list[SignedEntry]:
    return []


def _another(eve: Laptop, digest: str) -> list[SignedEntry]:
    return eve.write(erasure(eve, "ab" * 32))


def _a_part(eve: Laptop, digest: str) -> list[SignedEntry]:
    return eve.write(erasure(eve, digest), person("never sent"))[:1]


@pytest.mark.parametrize("following", [_nothing, _another, _a_part])
def test_a_body_that_no_erasure_names_is_missing(
    live: EmbeddedCentre, two: tuple[Laptop, Laptop], following: Callable[[Laptop, str], list[SignedEntry]]
) -> None:
    eve, _ = two
    (bare,) = eve.write(person("张三"))
    entries = [replace(bare, body=None), *following(eve, bare.entry.body)]
    with eve.client(live.url) as client, pytest.raises(BadHash):
        push(client, eve.case_id, entries)


def test_an_erasure_is_no_licence_for_what_comes_later(live: EmbeddedCentre, two: tuple[Laptop, Laptop]) -> None:
    eve, _ = two
    elsewhere = Laptop("eve", eve.case_id)
    (later,) = elsewhere.write(person("张三"))
    assert later.body is not None
    (before,) = eve.write(erasure(eve, later.body.digest()))
    line = replace(later.entry, device=before.entry.device, seq=2, prev=before.hash, base=3).to_bytes()
    bare = SignedEntry(line, eve.key.sign(line), None)
    elsewhere.close()
    with eve.client(live.url) as client:
        with pytest.raises(BadHash):
            push(client, eve.case_id, [before, bare])
        assert push(client, eve.case_id, [before]).quarantined == {before.hash: "not_owner"}


def test_a_centre_that_passes_it_on_all_the_same_gains_nothing(
    live: EmbeddedCentre, two: tuple[Laptop, Laptop]
) -> None:
    """As an older centre did, or one that lies: numbered, out of order, and twice."""
    eve, wang = two
    (theirs,) = wang.write(person("李四"))
    exchange(live, wang)
    with eve.client(live.url) as client:
        devices = [device_info(device) for device in client.get(f"/v1/cases/{eve.case_id}/entries", PullAnswer).devices]
    mine = [
        *eve.write(person("张三")),
        *eve.write(Step(Action.ALIAS, CASE_KIND, eve.case_id, {"alias_of": new_record_id()})),
        *eve.write(erasure(eve, claim_body(eve), theirs.entry.body)),
    ]
    mine += eve.write(erasure(eve, mine[0].entry.body))
    passed_on = [replace(entry, number=number) for number, entry in enumerate(mine, start=wang.head_number() + 1)]
    for entry in (*reversed(passed_on), *passed_on):
        wang.receive([entry], [DeviceInfo(eve.key.device_id, eve.key.public_key, "surveyor", "eve"), *devices])
    assert everywhere(live, wang)[1] == (["王五"], ["张三", "李四"])
    with Session(wang.engine) as session:
        assert resolve(session, wang.case_id) == [wang.case_id]
        assert {item.hash: item.reason for item in quarantine_of(session, wang.case_id)} == {
            mine[1].hash: "not_owner",
            mine[2].hash: "not_owner",
            mine[3].hash: "delivered",
        }


# ------------------------------------------------------------------------------------- the office, by two people

SECOND_PASSWORD = "seven brown teapots sing"


@pytest.fixture
def two_clerks(live: EmbeddedCentre, office_user: str) -> tuple[str, str]:
    """Two people of the office."""
    office.create_user(live.centre, "wu", "Wu", Role.OFFICE, SECOND_PASSWORD)
    return office_user, "wu"


def demand(laptop: Laptop, **values: object) -> EraseBodies:
    told = {"basis": "PIPL 47", "due_on": "2026-12-31", "agreed_by": "wu", "agreed_password": SECOND_PASSWORD}
    return EraseBodies(**{**told, **values})  # type: ignore[arg-type]  # the fields of the message


def test_two_people_of_the_office_erase_what_was_delivered(
    live: EmbeddedCentre, two: tuple[Laptop, Laptop], two_clerks: tuple[str, str]
) -> None:
    eve, wang = two
    (theirs,) = wang.write(person("李四"))
    exchange(live, wang)
    exchange(live, eve)
    with OfficeClient(live.url, two_clerks[0], OFFICE_PASSWORD) as desk:
        assert desk.erase(wang.case_id, demand(wang, records=(theirs.entry.id,))) == 1
        with pytest.raises(NotFound):
            desk.erase(wang.case_id, demand(wang, bodies=(theirs.entry.body,)))
    exchange(live, wang)
    exchange(live, eve)
    assert everywhere(live, eve, wang) == [(["王五"], [""])] * 3
    with Session(wang.engine) as session:
        (said,) = (line.fields for line in history(session, wang.case_id, action=Action.ERASE))
    assert said == {"bodies": [theirs.entry.body], **DEMAND}


ALONE: list[tuple[dict[str, object], type[SurveyorError]]] = [
    ({"agreed_by": "li", "agreed_password": OFFICE_PASSWORD}, InputError),
    ({"agreed_by": "LI ", "agreed_password": OFFICE_PASSWORD}, InputError),
    ({"agreed_password": "wrong"}, NotSignedIn),
    ({"agreed_by": "wang"}, NotSignedIn),
    ({"basis": " "}, InputError),
    ({"due_on": "soon"}, InputError),
    ({"records": ()}, InputError),
    ({"records": ("nobody's",)}, NotFound),
]


def test_one_person_alone_erases_nothing(
    live: EmbeddedCentre, two: tuple[Laptop, Laptop], two_clerks: tuple[str, str]
) -> None:
    _, wang = two
    (mine,) = wang.write(person("张三"))
    exchange(live, wang)
    with OfficeClient(live.url, two_clerks[0], OFFICE_PASSWORD) as desk:
        for values, error in ALONE:
            with pytest.raises(error):
                desk.erase(wang.case_id, demand(wang, **{"records": (mine.entry.id,), **values}))
    assert everywhere(live, wang) == [(["王五"], ["张三"])] * 2


def test_an_erasure_in_the_offices_name_counts_only_with_a_whole_demand(
    live: EmbeddedCentre, two: tuple[Laptop, Laptop]
) -> None:
    """Whoever holds the office's key alone: an older centre, or one person at the machine."""
    _, wang = two
    unfit: list[dict[str, Json]] = [{**DEMAND, name: ""} for name in DEMAND]
    for said in ({}, {**DEMAND, "agreed_by": DEMAND["asked_by"]}, {**DEMAND, "due_on": 20261231}, *unfit):
        step = Step(Action.ERASE, CASE_KIND, wang.case_id, {"bodies": [claim_body(wang)], **said})
        with live.centre.database.write() as session:
            write_entries(session, wang.case_id, [step], "li", live.centre.now())
    exchange(live, wang)
    assert everywhere(live, wang) == [(["王五"], [])] * 2
    with Session(wang.engine) as session:
        assert [item.reason for item in quarantine_of(session, wang.case_id)] == ["not_agreed"] * 7
