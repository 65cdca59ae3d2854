"""What a later version of the program writes, signed by real devices, and how this one is made to understand some of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest import mock

from surveyor_app.domain import vocabulary
from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import Action, Body, Entry, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId, EntryHash, RecordId
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.people.people import Person
from surveyor_app.records import journal, reading
from surveyor_app.records.appending import new_salt
from surveyor_app.records.catching_up import catch_up
from tests.records.sides import CASE, DEMAND, Side, author, clock, record_id

ONE, TWO, OFFICE = author(1), author(2), author(9, Role.OFFICE)

LEARNT = 2
"""The version that :func:`learnt` understands."""


@dataclass(frozen=True)
class Said:
    """One line of an operation; without more words it is one that this version understands."""

    action: str = "change"
    kind: str = "person"
    id: str = record_id(1)
    fields: Mapping[str, Json] = field(default_factory=dict)
    v: int = 1
    members: Mapping[str, Json] = field(default_factory=dict)
    beside: Mapping[str, Json] = field(default_factory=dict)
    """Members of the body beside fields and reason."""


class NewerDevice:
    """A device whose program writes what it likes at the end of its chain."""

    def __init__(self, by: journal.Author, case: str = CASE, after: SignedEntry | None = None) -> None:
        self.by = by
        self.case = case
        self.seq, self.prev, self.epoch = 0, None if after is None else after.hash, 0
        if after is not None:
            self.seq, self.epoch = after.entry.seq, after.entry.epoch
        self._count = 0

    def says(self, *said: Said, base: int = 0, op: str = "") -> list[SignedEntry]:
        """Return the entries of one operation."""
        self._count += 1
        op = op or f"op{self.seq}-{self._count}"
        return [self._signed(item, base, op, n, len(said)) for n, item in enumerate(said, start=1)]

    def _signed(self, said: Said, base: int, op: str, op_n: int, op_of: int) -> SignedEntry:
        body = Body(new_salt(), said.fields, None, said.beside)
        reading = clock()
        entry = Entry(
            case=CaseId(self.case),
            device=self.by.signer.device_id,
            epoch=self.epoch,
            seq=self.seq + 1,
            prev=self.prev,
            base=base,
            op=op,
            op_n=op_n,
            op_of=op_of,
            at=utc_text(reading.at),
            clock=reading.to_json(),
            actor=self.by.actor,
            action=Action(said.action) if said.action in set(Action) else said.action,
            kind=said.kind,
            id=RecordId(said.id),
            body=body.digest(),
            v=said.v,
            more=said.members,
        )
        line = entry.to_bytes()
        signed = SignedEntry(line, self.by.signer.sign(line), body)
        self.seq, self.prev = entry.seq, EntryHash(signed.hash)
        return signed


@contextmanager
def learnt() -> Iterator[None]:
    """Understand version 2 and the member ``witness``, as though the program had been updated."""
    with (
        mock.patch.object(vocabulary, "VERSION", LEARNT),
        mock.patch.object(vocabulary, "MORE_MEMBERS", frozenset({"witness"})),
    ):
        yield


def creation(name: str = "甲") -> Said:
    """A person, made in a way that everybody understands."""
    return Said("create", fields={"name": name})


def erasure(*entries: SignedEntry, v: int = 1) -> Said:
    """An erasure of the bodies of these entries."""
    return Said("erase", CASE_KIND, CASE, {"bodies": [entry.entry.body for entry in entries], **DEMAND}, v)


def person_of(side: Side, n: int = 1) -> Person:
    """The n-th person as a side shows it."""
    with side.session() as session:
        found = reading.get(session, CASE, Person, record_id(n))
    assert found is not None
    return found


def set_aside(side: Side) -> dict[str, str]:
    """Which lines a side keeps and does not show, and why."""
    with side.session() as session:
        return {item.hash: item.reason for item in reading.quarantine_of(session, CASE)}


def update(side: Side) -> None:
    """Open the database with this program; what is understood may have changed."""
    with side.session() as session:
        catch_up(session)
