"""Reads the journal of a bag, without any database, and checks each line by itself and in its chain.

What each line must hold by its own: canonical form, the case of all others, the body it names, the signature of its device, and
a place in a chain whose every line is there. That the end of a chain was not cut off, only a later signature can tell (a receipt
or a report names the heads); that a body was left out rightly, only an erasure.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.demands import demand_of
from surveyor_app.domain.journal.entries import LASTING, Body, SignedEntry
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.domain.vocabulary import Part, lines_that_wait
from surveyor_app.domain.wire_errors import BadHash
from surveyor_app.records.keys import verify_signature
from surveyor_app.records.lines import Parsed, erased_by, parse
from surveyor_app.records.ordering import follows, link_of
from surveyor_app.report.findings import Finding, FindingCode, bad

_MOST_FINDINGS = 20
_NEEDED = {"line", "signature", "salt", "body"}
_MEMBERS = _NEEDED | {"number"}


class Head(Protocol):
    """The last entry of one chain, as something signed names it."""

    @property
    def device(self) -> str:
        """The device that wrote the chain."""

    @property
    def epoch(self) -> int:
        """Which of its chains."""

    @property
    def seq(self) -> int:
        """The entry's place in it."""

    @property
    def hash(self) -> str:
        """The entry's hash."""


@dataclass(slots=True)
class BagJournal:
    """The lines of a journal by their hash, in the order of the file, with the number of each line in it."""

    case: str | None = None
    lines: dict[EntryHash, Parsed] = field(default_factory=dict)
    places: dict[EntryHash, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    signatures: int = 0

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found against it, so that more can be derived from it."""
        return not self.findings

    @property
    def bodies_absent(self) -> int:
        """How many lines have no body beside them."""
        return sum(parsed.content is None for parsed in self.lines.values())

    def blame(self, place: int, reason: str) -> None:
        """Add a finding about a line."""
        if len(self.findings) < _MOST_FINDINGS:
            self.findings.append(bad(FindingCode.JOURNAL_BROKEN, line=place, reason=reason))

    def waiting(self) -> set[str]:
        """Return the hashes of the lines that this version does not understand, and of those of their operations."""
        return lines_that_wait(Part.of(digest, parsed.entry) for digest, parsed in self.lines.items())

    def first_lines(self) -> dict[str, int]:
        """Return the number of the first line of each device."""
        found: dict[str, int] = {}
        for digest, parsed in self.lines.items():
            found.setdefault(parsed.entry.device, self.places[digest])
        return found

    def lacks(self, head: Head) -> bool:
        """Tell whether the line that a head names is not here in just that place."""
        parsed = self.lines.get(EntryHash(head.hash))
        if parsed is None:
            return True
        entry = parsed.entry
        return (entry.device, entry.epoch, entry.seq) != (head.device, head.epoch, head.seq)

    def up_to(self, heads: Iterable[Head]) -> set[EntryHash]:
        """Return the hashes of the lines that heads stand for: themselves and all before them in their chains."""
        return self.reached_from(head.hash for head in heads)

    def reached_from(self, ends: Iterable[str]) -> set[EntryHash]:
        """Return the hashes of these lines and all before them in their chains, as far as they are here."""
        covered: set[EntryHash] = set()
        for end in ends:
            at: EntryHash | None = EntryHash(end)
            while at is not None and at in self.lines and at not in covered:
                covered.add(at)
                at = self.lines[at].entry.prev
        return covered


def read_journal(data: bytes, keys: Mapping[str, bytes]) -> BagJournal:
    """Read a journal.jsonl; ``keys`` are the raw public keys of the devices. After twenty broken lines no more are named."""
    journal = BagJournal()
    texts = data.split(b"\n")
    for place, text in enumerate(texts[:-1], start=1):
        _take(journal, place, text, keys)
    if texts[-1]:
        journal.blame(len(texts), "cut")
    if not journal.lines and not journal.findings:
        journal.blame(1, "empty")
    _check_operations(journal)
    return journal


def _take(journal: BagJournal, place: int, text: bytes, keys: Mapping[str, bytes]) -> None:
    try:
        signed = signed_entry_of(_members(text))
        try:
            parsed = parse(signed, signed.entry.case)
        except BadHash:
            journal.blame(place, "body")
            parsed = parse(replace(signed, body=None), signed.entry.case)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, SurveyorError):
        journal.blame(place, "malformed")
        return
    journal.case = journal.case or parsed.entry.case
    reason = _fault(journal, parsed)
    key = keys.get(parsed.entry.device)
    if key is not None and verify_signature(key, parsed.line, parsed.signature):
        journal.signatures += 1
    elif key is not None:
        reason = reason or "signature"
    if reason:
        journal.blame(place, reason)
    journal.lines.setdefault(parsed.hash, parsed)
    journal.places.setdefault(parsed.hash, place)


def _members(text: bytes) -> Any:
    """Return the members of a line. It has one form, so that nobody reads in it what a program does not, as with a member twice.

    Raises:
        ValueError: it is no JSON, or written otherwise.
    """
    members = json.loads(text)
    if json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode() != text:
        raise ValueError("form")
    return members


def signed_entry_of(value: Any) -> SignedEntry:
    """Return the entry of one line's members.

    Raises:
        TypeError, ValueError, AttributeError, SurveyorError: they are not what a line has.
    """
    if not isinstance(value, dict) or not _NEEDED <= set(value) <= _MEMBERS:
        raise TypeError("members")
    number = value.get("number")
    if isinstance(number, bool) or not isinstance(number, int | None):
        raise TypeError("number")
    signature = base64.b64decode(value["signature"], validate=True)
    return SignedEntry(value["line"].encode(), signature, _body(value["body"], value["salt"]), number)


def _body(body: Any, salt: Any) -> Body | None:
    if body is None or salt is None:
        return None
    if not isinstance(body, dict):
        raise TypeError("body")
    return Body.from_members(base64.b64decode(salt, validate=True), body)


def _fault(journal: BagJournal, parsed: Parsed) -> str | None:
    """Return why a line cannot stand where it does."""
    entry = parsed.entry
    if parsed.hash in journal.lines:
        return "repeated"
    if entry.case != journal.case:
        return "case"
    before = None if entry.prev is None else journal.lines.get(entry.prev)
    if entry.prev is not None and before is None:
        return "chain"
    return None if follows(None if before is None else link_of(before.entry), entry) else "chain"


def _check_operations(journal: BagJournal) -> None:
    """An operation is whole or it was cut: each part but the last is followed by another."""
    followed = {parsed.entry.prev for parsed in journal.lines.values()}
    for digest, parsed in journal.lines.items():
        if parsed.entry.op_n < parsed.entry.op_of and digest not in followed:
            journal.blame(journal.places[digest], "operation")


def check_bodies(journal: BagJournal, writers: Mapping[str, Writer], receipted: Collection[EntryHash]) -> None:
    """Find bodies that were left out although no erasure (PIPL art. 47) says so.

    The office erases, if two of its people agreed; a surveyor only what they wrote themselves and never delivered. Of lines
    that wait for a newer version nobody knows.
    """
    waits = journal.waiting()
    gone: dict[str, list[Writer]] = {}
    for parsed in journal.lines.values():
        eraser = writers.get(parsed.entry.device, _nobody(parsed))
        if parsed.hash in waits or (eraser.role is Role.OFFICE and demand_of(parsed.fields) is None):
            continue
        for digest in erased_by(parsed):
            gone.setdefault(digest, []).append(eraser)
    for digest, parsed in journal.lines.items():
        if parsed.content is not None or digest in waits:
            continue
        own = writers.get(parsed.entry.device, _nobody(parsed))
        erasers = gone.get(parsed.entry.body, []) if parsed.entry.action not in LASTING else []
        if not any(
            eraser.role is Role.OFFICE or (eraser.is_same_as(own) and digest not in receipted) for eraser in erasers
        ):
            journal.blame(journal.places[digest], "body_missing")


def _nobody(parsed: Parsed) -> Writer:
    return Writer(parsed.entry.device, Role.SURVEYOR)
