"""Writes entries: every change of a journaled record goes through here, signed, stored and projected in one transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from surveyor_app.domain.errors import InputError
from surveyor_app.domain.journal.canonical import body_digest, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import MAX_ENTRY_BYTES, SALT_BYTES, Body, Entry, SignedEntry, Signer
from surveyor_app.domain.journal.identifiers import CaseId, EntryHash, RecordId, new_uuid7
from surveyor_app.domain.journal.instants import Clock, utc_text
from surveyor_app.domain.kinds import CASE_KIND, KINDS
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.records.applying import apply
from surveyor_app.records.branches.chains import head_of
from surveyor_app.records.cases import lock_case
from surveyor_app.records.devices import find_device
from surveyor_app.records.lines import Parsed
from surveyor_app.records.read_once import read_once
from surveyor_app.records.registering import register_device

SaltSource = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: the device's key, the person at it, its clock, on whose behalf, and the device's certificate (DER), if any."""

    signer: Signer
    actor: str
    clock: Clock
    role: Role = Role.SURVEYOR
    certificate: bytes | None = None

    @property
    def writer(self) -> Writer:
        """Whom the device writes for: the person only once it is certified for them."""
        return Writer(self.signer.device_id, self.role, None if self.certificate is None else self.actor)


@dataclass(slots=True)
class ChainWriter:
    """Writes operations at the end of one chain; ``seq`` and ``prev`` are those of the last entry written."""

    case_id: str
    author: Author
    epoch: int
    seq: int
    prev: EntryHash | None
    new_salt: SaltSource
    new_op: Callable[[], str] = new_uuid7

    def operation(self, steps: Sequence[Step], base: int) -> list[Parsed]:
        """Return the signed entries of one operation.

        Raises:
            InputError: for a kind that does not exist or an entry that is too long.
        """
        op, reading = self.new_op(), self.author.clock()
        at, clock = utc_text(reading.at), reading.to_json()
        written: list[Parsed] = []
        for n, step in enumerate(steps, start=1):
            if step.kind not in KINDS and step.kind != CASE_KIND:
                raise InputError(field="kind", reason=step.kind)
            body = Body(self.new_salt(), step.fields, step.reason)
            content = body.content()
            entry = Entry(
                case=CaseId(self.case_id),
                device=self.author.signer.device_id,
                epoch=self.epoch,
                seq=self.seq + 1,
                prev=self.prev,
                base=base,
                op=op,
                op_n=n,
                op_of=len(steps),
                at=at,
                clock=clock,
                actor=self.author.actor,
                action=step.action,
                kind=step.kind,
                id=RecordId(step.id),
                body=sha256_hex(body.salt + content),
            )
            written.append(self._sign(entry, body.salt, content))
        return written

    def repeat(self, parts: Sequence[Parsed], base: int) -> list[Parsed]:
        """Return signed entries that say the same again as these, whether or not this program understands them."""
        op, reading = self.new_op(), self.author.clock()
        at, clock = utc_text(reading.at), reading.to_json()
        written: list[Parsed] = []
        said = [(part.entry, part.content) for part in parts if part.content is not None]
        for n, (old, content) in enumerate(said, start=1):
            salt = self.new_salt()
            entry = replace(
                old,
                epoch=self.epoch,
                seq=self.seq + 1,
                prev=self.prev,
                base=base,
                op=op,
                op_n=n,
                op_of=len(said),
                at=at,
                clock=clock,
                actor=self.author.actor,
                body=body_digest(salt, content),
            )
            written.append(self._sign(entry, salt, content))
        return written

    def _sign(self, entry: Entry, salt: bytes, content: bytes) -> Parsed:
        line = entry.to_bytes()
        if len(line) + len(content) > MAX_ENTRY_BYTES:
            raise InputError(field=entry.kind, reason="too long")
        parsed = Parsed(EntryHash(sha256_hex(line)), entry, line, self.author.signer.sign(line), salt, content)
        self.seq, self.prev = entry.seq, parsed.hash
        return parsed


def new_salt() -> bytes:
    """Return a random salt for one body."""
    return secrets.token_bytes(SALT_BYTES)


def append(
    session: Session, case_id: str, steps: Sequence[Step], author: Author, *, new_salt: SaltSource = new_salt
) -> list[SignedEntry]:
    """Write one operation at the end of the author's own chain, within the caller's transaction.

    The author's device becomes known with the author's role if it was not.

    Raises:
        InputError: when a step names a kind that does not exist or does not fit into 32 KiB with its body.
    """
    return append_all(session, case_id, [steps], author, new_salt=new_salt)[0] if steps else []


def append_all(
    session: Session,
    case_id: str,
    operations: Sequence[Sequence[Step]],
    author: Author,
    *,
    new_salt: SaltSource = new_salt,
) -> list[list[SignedEntry]]:
    """Write many operations at once, each atomic and undone by itself: what an import does.

    Raises:
        InputError: as :func:`append`; nothing is written then.
    """
    base = lock_case(session, case_id)
    known = know_author(session, author)
    writer = chain_writer(session, case_id, author, new_salt)
    written = [writer.operation(steps, base) for steps in operations]
    with read_once(session, case_id):
        apply(session, case_id, [parsed for operation in written for parsed in operation], known)
    return [[parsed.signed() for parsed in operation] for operation in written]


def know_author(session: Session, author: Author) -> Writer:
    """Make the author's own device known, and that it is certified, once it is; return whom it writes for here."""
    signer = author.signer
    known = find_device(session, signer.device_id)
    if known is None or (known.certificate is None and author.certificate is not None):
        register_device(session, signer.device_id, signer.public_key, author.role, author.actor, author.certificate)
        return author.writer
    return known.writer


def chain_writer(session: Session, case_id: str, author: Author, new_salt: SaltSource) -> ChainWriter:
    """Return a writer at the end of the author's newest epoch."""
    head = head_of(session, case_id, author.signer.device_id)
    if head is None:
        return ChainWriter(case_id, author, epoch=0, seq=0, prev=None, new_salt=new_salt)
    return ChainWriter(case_id, author, head.epoch, head.seq, head.hash, new_salt)
