"""The centre's door: what only a newer version understands is taken, numbered and passed on, and checked like all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from surveyor_app.central.claims import office
from surveyor_app.central.serving import EmbeddedCentre
from surveyor_app.domain.errors import BadEntry, SurveyorError
from surveyor_app.domain.journal.entries import MAX_ENTRY_BYTES, SignedEntry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.wire_errors import BadHash, BadSignature, CertificateUnknown, ChainGap
from surveyor_app.protocol.entries import PushAnswer, PushRequest, to_wire
from surveyor_app.records.reading import quarantine_of
from surveyor_app.records.schema import journal
from surveyor_app.records.sending import entries_after
from surveyor_app.sync.exchanging import Exchange
from tests.integration.centres import MakeLaptop
from tests.integration.laptop import Laptop, patience
from tests.records.newer_program import NewerDevice, Said

PUSH_ALL = 10_000_000


@pytest.fixture
def live(shared_centre: EmbeddedCentre) -> EmbeddedCentre:
    """One centre for all tests here."""
    return shared_centre


@pytest.fixture
def pair(live: EmbeddedCentre, make_laptop: MakeLaptop) -> tuple[Laptop, Laptop]:
    """Two surveyors of one case."""
    case = office.open_claim(live.centre, "office", {"report_no": "RD7"}, again_reason="another test")
    pair = make_laptop("zhang", case), make_laptop("li", case)
    for laptop in pair:
        office.assign(live.centre, "office", case, laptop.user)
    return pair


def _push(live: EmbeddedCentre, laptop: Laptop, entries: Sequence[SignedEntry]) -> PushAnswer:
    request = PushRequest(tuple(to_wire(entry) for entry in entries))
    with laptop.client(live.url) as client:
        return client.post(f"/v1/cases/{laptop.case_id}/entries", request, PushAnswer)


def _exchange(live: EmbeddedCentre, laptop: Laptop) -> None:
    with laptop.client(live.url) as client:
        Exchange(laptop, client, patience()).run()


def _newer(laptop: Laptop) -> list[SignedEntry]:
    """Operations of a newer version, with one in their midst that everybody understands."""
    device = NewerDevice(laptop.author, laptop.case_id)
    return [
        *device.says(Said("transfer", "task"), Said("create", fields={"name": "王五"})),
        *device.says(Said("create", fields={"name": "赵六"}, id="p2")),
        *device.says(Said("create", "sketch", members={"witness": "wu"}, beside={"strokes": [1, 2]})),
        *device.says(Said("erase", CASE_KIND, laptop.case_id, {"bodies": []}, v=2)),
    ]


def test_what_the_centre_does_not_understand_reaches_the_other_laptop_as_it_was(
    live: EmbeddedCentre, pair: tuple[Laptop, Laptop]
) -> None:
    zhang, li = pair
    _exchange(live, li)
    entries = _newer(li)
    answer = _push(live, li, entries)
    assert answer.numbers == {
        entry.hash: number for number, entry in enumerate(entries, start=answer.numbers[entries[0].hash])
    }
    waiting = {entry.hash for entry in [*entries[:2], *entries[3:]]}
    assert answer.quarantined == dict.fromkeys(waiting, "newer_version")
    assert _push(live, li, entries) == answer
    _exchange(live, zhang)
    with Session(zhang.engine) as session:
        held = entries_after(session, zhang.case_id, answer.numbers[entries[0].hash] - 1)
        assert held == [replace(entry, number=answer.numbers[entry.hash]) for entry in entries]
        assert {item.hash for item in quarantine_of(session, zhang.case_id)} == waiting
    # The pull goes on after it.
    _push(live, li, NewerDevice(li.author, li.case_id, after=entries[-1]).says(Said("note", CASE_KIND, li.case_id)))
    _exchange(live, zhang)
    assert zhang.head_number() == answer.numbers[entries[-1].hash] + 1


def test_no_body_is_asked_of_what_waits_and_nothing_follows_from_its_erasures(
    live: EmbeddedCentre, pair: tuple[Laptop, Laptop]
) -> None:
    _, li = pair
    device = NewerDevice(li.author, li.case_id)
    known, newer = device.says(Said("create")), device.says(Said("transfer", "task"))
    erasure = device.says(Said("erase", CASE_KIND, li.case_id, {"bodies": [known[0].entry.body]}, v=2))
    absent = [replace(entry, body=None) for entry in (*known, *newer)]
    with pytest.raises(BadHash):
        _push(live, li, [absent[0], *newer, *erasure])
    answer = _push(live, li, [*known, absent[1], *erasure])
    assert len(answer.numbers) == 3


# ------------------------------------------------------------------------------------------ what is wrong


def _resigned(laptop: Laptop, entry: SignedEntry, **changes: object) -> SignedEntry:
    line = replace(entry.entry, **changes).to_bytes()  # type: ignore[arg-type]
    return SignedEntry(line, laptop.key.sign(line), entry.body)


def _altered(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    changed = entries[3].line.replace(b'"witness":"wu"', b'"witness":"ma"')
    return [*entries[:3], replace(entries[3], line=changed)]


def _other_signature(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [replace(entries[0], signature=entries[3].signature), *entries[1:]]


def _other_body(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [*entries[:3], replace(entries[3], body=entries[0].body)]


def _fewer_members(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    body = entries[3].body
    assert body is not None
    return [*entries[:3], replace(entries[3], body=replace(body, more={}))]


def _hole(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [entries[0], *entries[2:]]


def _gap(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return entries[3:]


def _part(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return entries[:1]


def _other_operation(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [entries[0], _resigned(laptop, entries[1], op="another")]


def _other_actor(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [*entries[:3], _resigned(laptop, entries[3], actor="wang")]


def _too_long(laptop: Laptop, entries: list[SignedEntry]) -> list[SignedEntry]:
    return [*entries[:3], _resigned(laptop, entries[3], more={"witness": "x" * MAX_ENTRY_BYTES})]


@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        (_altered, BadSignature),
        (_other_signature, BadSignature),
        (_other_body, BadHash),
        (_fewer_members, BadHash),
        (_hole, BadEntry),
        (_gap, ChainGap),
        (_part, BadEntry),
        (_other_operation, BadEntry),
        (_other_actor, CertificateUnknown),
        (_too_long, BadEntry),
    ],
)
def test_a_wrong_line_of_a_newer_version_is_refused_and_nothing_stored(
    live: EmbeddedCentre,
    pair: tuple[Laptop, Laptop],
    spoil: Callable[[Laptop, list[SignedEntry]], list[SignedEntry]],
    expected: type[SurveyorError],
) -> None:
    _, li = pair
    before = _stored(live, li)
    with pytest.raises(expected) as caught:
        _push(live, li, spoil(li, _newer(li)))
    assert type(caught.value) is expected
    assert _stored(live, li) == before


def _stored(live: EmbeddedCentre, laptop: Laptop) -> int:
    count = select(func.count()).select_from(journal).where(journal.c.case_id == laptop.case_id)
    with live.centre.database.read() as session:
        return session.scalar(count) or 0
