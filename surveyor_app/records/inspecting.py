"""Checks every line of a journal by itself and in its chain: form, hash, signature, body, order, number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from surveyor_app.domain.errors import BadEntry
from surveyor_app.domain.journal.canonical import Json, body_digest, sha256_hex
from surveyor_app.domain.journal.entries import LASTING, Body, Entry
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Role
from surveyor_app.domain.vocabulary import Part, lines_that_wait
from surveyor_app.records.bases import Limit, Limits, believed, limit_of
from surveyor_app.records.devices import public_keys
from surveyor_app.records.erasing import Erasure, Erasures
from surveyor_app.records.keys import device_id_of, verify_signature
from surveyor_app.records.lines import is_erasure
from surveyor_app.records.ordering import follows, link_of
from surveyor_app.records.schema import LOST, bodies, devices, journal


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold, with a stable code and the names its sentence needs."""

    code: str
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Held:
    """One row of the journal as it lies in the table, whatever its columns claim."""

    digest: str
    line: bytes
    signature: bytes
    number: int | None
    salt: bytes | None
    content: bytes | None

    def entry(self) -> Entry:
        """Return the line as data.

        Raises:
            BadEntry: when it is none.
        """
        return Entry.from_bytes(self.line)


def held_lines(session: Session, case_id: str) -> Iterator[Held]:
    """Yield the rows of the journal in the order of application, without trusting the types of their columns."""
    names = ("hash", "line", "signature", "number", "body_hash")
    raw = [type_coerce(journal.c[name], NullType()).label(name) for name in names]
    beside = [type_coerce(bodies.c[name], NullType()).label(name) for name in ("salt", "content")]
    joined = (bodies.c.case_id == journal.c.case_id) & (bodies.c.hash == journal.c.body_hash)
    query = select(*raw, *beside).outerjoin(bodies, joined).where(journal.c.case_id == case_id).order_by(journal.c.pos)
    for row in session.execute(query).mappings():
        salt, content = row["salt"], row["content"]
        yield Held(
            str(row["hash"]),
            _bytes(row["line"]),
            _bytes(row["signature"]),
            row["number"] if isinstance(row["number"], int) else None,
            None if salt is None else _bytes(salt),
            None if content is None else _bytes(content),
        )


def _bytes(value: Any) -> bytes:
    return value.encode(errors="surrogatepass") if isinstance(value, str) else bytes(value or b"")


def inspect(session: Session, case_id: str) -> list[Finding]:
    """Return what does not hold in the lines of a case.

    Codes: ``entry_malformed``, ``entry_changed`` (the bytes do not have their hash), ``device_unknown``, ``signature_bad``,
    ``body_changed``, ``body_missing``, ``body_not_erased``, ``chain_broken``, ``operation_incomplete``, ``number_order``.
    """
    keys = public_keys(session)
    offices = set(session.scalars(select(devices.c.id).where(devices.c.role == Role.OFFICE.value)))

    def role_of(device: str) -> Role:
        return Role.OFFICE if device in offices else Role.SURVEYOR

    findings: list[Finding] = []
    entries: dict[str, tuple[Entry, int | None]] = {}
    contents: dict[str, Mapping[str, Json]] = {}
    absent: set[str] = set()
    for held in held_lines(session, case_id):
        try:
            entry = held.entry()
        except BadEntry as error:
            findings.append(Finding("entry_malformed", {"entry": held.digest, **error.data}))
            continue
        if sha256_hex(held.line) != held.digest:
            findings.append(Finding("entry_changed", {"entry": held.digest}))
        findings += _check_signature(held, entry, keys)
        body, changed = _body_of(held, entry)
        findings += changed
        if body is not None and entry.kind == CASE_KIND:
            contents[held.digest] = body.fields
        if body is None and not changed:
            absent.add(held.digest)
        entries[held.digest] = (entry, held.number)
    waits = lines_that_wait(Part.of(digest, entry) for digest, (entry, _) in entries.items())
    erasures = Erasures.of(
        Erasure.said(entry.device, role_of(entry.device), (entry.epoch, entry.seq), contents[digest])
        for digest, (entry, _) in entries.items()
        if digest in contents and digest not in waits and is_erasure(entry)
    )
    findings += _check_absent(entries, absent, waits, erasures)
    findings += _check_chains(case_id, entries)
    return findings + _check_numbers(entries, _limits(entries, contents, waits))


def _limits(
    entries: Mapping[str, tuple[Entry, int | None]], contents: Mapping[str, Mapping[str, Json]], waits: Set[str]
) -> Limits:
    limits: dict[str, list[Limit]] = defaultdict(list)
    for digest, (entry, _) in entries.items():
        limit = limit_of(entry.action, entry.kind, entry.epoch, entry.seq, contents.get(digest))
        if digest in waits and entry.kind == CASE_KIND:
            # It may say how far the lines before it had seen; nothing can be held against those until it is understood.
            limit = Limit(entry.epoch, entry.seq, 0)
        if limit is not None:
            limits[entry.device].append(limit)
    return limits


def _check_signature(held: Held, entry: Entry, keys: Mapping[str, bytes]) -> list[Finding]:
    key = keys.get(entry.device)
    if key is None or device_id_of(key) != entry.device:
        return [Finding("device_unknown", {"entry": held.digest, "device": entry.device})]
    if not verify_signature(key, held.line, held.signature):
        return [Finding("signature_bad", {"entry": held.digest, "device": entry.device})]
    return []


def _body_of(held: Held, entry: Entry) -> tuple[Body | None, list[Finding]]:
    """Return the body that is there, or that it is not the one its line names."""
    if held.salt is None or held.content is None:
        return None, []
    changed = [Finding("body_changed", {"entry": held.digest})]
    try:
        body = Body.from_content(held.salt, held.content)
    except BadEntry:
        return None, changed
    return (body, []) if body_digest(held.salt, held.content) == entry.body else (None, changed)


def _check_absent(
    entries: Mapping[str, tuple[Entry, int | None]], absent: Set[str], waits: Set[str], erasures: Erasures
) -> list[Finding]:
    """A body is absent only where an erasure says so or its line waits, and what the office erased is absent."""
    findings: list[Finding] = []
    for digest, (entry, _) in entries.items():
        if digest in absent:
            if digest not in waits and not erasures.explain(entry.device, (entry.epoch, entry.seq), entry.body):
                findings.append(Finding("body_missing", {"entry": digest}))
        elif entry.body in erasures.by_office and entry.action not in LASTING:
            findings.append(Finding("body_not_erased", {"entry": digest}))
    return findings


def _check_chains(case_id: str, entries: Mapping[str, tuple[Entry, int | None]]) -> list[Finding]:
    findings: list[Finding] = []
    followed: dict[str, bool] = defaultdict(bool)
    for digest, (entry, _) in entries.items():
        before = None if entry.prev is None else entries.get(entry.prev)
        link = None if before is None else link_of(before[0])
        if entry.case != case_id or (entry.prev is not None and before is None) or not follows(link, entry):
            findings.append(Finding("chain_broken", {"entry": digest, "device": entry.device, "seq": entry.seq}))
        elif entry.prev is not None:
            followed[entry.prev] = True
    for digest, (entry, _) in entries.items():
        if entry.op_n < entry.op_of and not followed[digest]:
            findings.append(Finding("operation_incomplete", {"entry": digest, "op": entry.op}))
    return findings


def _check_numbers(entries: Mapping[str, tuple[Entry, int | None]], limits: Limits) -> list[Finding]:
    """Numbers are given once each, rise along every chain, and no author had seen their own number or a later one."""
    findings: list[Finding] = []
    of_number: dict[int, str] = {}
    chains: dict[tuple[str, int], list[tuple[int, int, str]]] = defaultdict(list)
    for digest, (entry, number) in entries.items():
        if number is None or number == LOST:
            continue
        seen = believed(entry.base, entry.epoch, entry.seq, limits.get(entry.device, ()))
        if number in of_number or number <= seen:
            findings.append(Finding("number_order", {"entry": digest, "number": number}))
        of_number[number] = digest
        chains[entry.device, entry.epoch].append((entry.seq, number, digest))
    for chain in chains.values():
        findings += _check_rising(sorted(chain))
    return findings


def _check_rising(chain: Sequence[tuple[int, int, str]]) -> list[Finding]:
    return [
        Finding("number_order", {"entry": digest, "number": number})
        for (_, before, _), (_, number, digest) in pairwise(chain)
        if number <= before
    ]
