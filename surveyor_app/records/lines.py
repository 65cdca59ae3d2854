"""Entries between their three forms: as they travel, as they are checked, and as rows of the journal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveyor_app.domain.errors import BadEntry, InputError
from surveyor_app.domain.journal.canonical import Json, body_digest, sha256_hex
from surveyor_app.domain.journal.entries import MAX_ENTRY_BYTES, Action, Body, Entry, SignedEntry, is_hash
from surveyor_app.domain.journal.identifiers import EntryHash
from surveyor_app.domain.kinds import CASE_KIND
from surveyor_app.domain.ownership import Writer
from surveyor_app.domain.projection import Line
from surveyor_app.domain.vocabulary import is_understood
from surveyor_app.domain.wire_errors import BadHash
from surveyor_app.records.upcasting import upcast

Key = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry that was read and whose body, if it is there, fits the line. The signature is checked elsewhere."""

    hash: EntryHash
    entry: Entry
    line: bytes
    signature: bytes
    salt: bytes | None
    content: bytes | None
    number: int | None = None

    @property
    def key(self) -> Key:
        """Kind and id of the record the entry is about."""
        return self.entry.kind, self.entry.id

    @property
    def fields(self) -> Mapping[str, Json] | None:
        """The fields as they stand in the body, ``None`` when the body is absent."""
        return None if self.content is None else load_content(self.content)[0]

    def signed(self) -> SignedEntry:
        """Return the entry as it travels."""
        return SignedEntry(self.line, self.signature, body_of(self.salt, self.content), self.number)


def parse(signed: SignedEntry, case_id: str) -> Parsed:
    """Read an entry that came from outside.

    Raises:
        BadEntry: when line or body are malformed, too long, or of another case.
        BadHash: when the body is not the one the line names.
    """
    entry = signed.entry
    if entry.case != case_id:
        raise BadEntry(reason="another case")
    if signed.number is not None and signed.number < 1:
        raise BadEntry(reason="number")
    salt = content = None
    if signed.body is not None:
        try:
            salt, content = signed.body.salt, signed.body.content()
        except InputError as error:
            raise BadEntry(reason="body") from error
        digest = body_digest(salt, content)
        if digest != entry.body:
            raise BadHash(expected=entry.body, found=digest)
    if len(signed.line) + len(content or b"") > MAX_ENTRY_BYTES:
        raise BadEntry(reason="too long")
    return Parsed(signed.hash, entry, signed.line, signed.signature, salt, content, signed.number)


def reparse(row: Mapping[str, Any]) -> Parsed:
    """Return the entry of a row of our own tables (line, signature, salt, content, number), whose parts were checked before.

    Raises:
        BadEntry: when the line was changed since and is no entry any more.
    """
    line = row["line"]
    entry = Entry.from_bytes(line)
    return Parsed(
        EntryHash(sha256_hex(line)), entry, line, row["signature"], row["salt"], row["content"], row["number"]
    )


def body_of(salt: bytes | None, content: bytes | None) -> Body | None:
    """Return the body of stored bytes.

    Raises:
        BadEntry: when the bytes were changed since and are no body any more.
    """
    return None if salt is None or content is None else Body.from_members(salt, _members_of(content))


def load_content(content: bytes) -> tuple[Mapping[str, Json], str | None]:
    """Return fields and reason of a body's stored bytes.

    Raises:
        BadEntry: when the bytes were changed since and are no body any more.
    """
    value = _members_of(content)
    try:
        fields, reason = value["fields"], value["reason"]
    except KeyError as error:
        raise BadEntry(reason="body") from error
    if not isinstance(fields, dict) or not isinstance(reason, str | None):
        raise BadEntry(reason="body")
    return fields, reason


def _members_of(content: bytes) -> Mapping[str, Any]:
    try:
        value = json.loads(content)
    except ValueError as error:
        raise BadEntry(reason="body") from error
    if not isinstance(value, dict):
        raise BadEntry(reason="body")
    return value


def journal_row(parsed: Parsed) -> dict[str, Any]:
    """Return the row of the ``journal`` table: the exact bytes, and beside them what queries need."""
    entry = parsed.entry
    return {
        "hash": parsed.hash,
        "case_id": entry.case,
        "v": entry.v,
        "device": entry.device,
        "epoch": entry.epoch,
        "seq": entry.seq,
        "prev": entry.prev,
        "base": entry.base,
        "op": entry.op,
        "op_n": entry.op_n,
        "op_of": entry.op_of,
        "action": str(entry.action),
        "kind": entry.kind,
        "record_id": entry.id,
        "body_hash": entry.body,
        "number": parsed.number,
        "line": parsed.line,
        "signature": parsed.signature,
    }


def waiting_row(parsed: Parsed) -> dict[str, Any]:
    """Return the row of the ``waiting`` table."""
    return {
        "hash": parsed.hash,
        "case_id": parsed.entry.case,
        "device": parsed.entry.device,
        "number": parsed.number,
        "line": parsed.line,
        "signature": parsed.signature,
        "salt": parsed.salt,
        "content": parsed.content,
    }


def line_of(parsed: Parsed, writer: Writer, *, waits: bool = False, revoked: bool = False) -> Line:
    """Return what the projection needs of an entry at hand; ``waits`` and ``revoked`` as in :class:`Line`."""
    entry = parsed.entry
    fields, reason = (None, None) if parsed.content is None else load_content(parsed.content)
    return Line(
        hash=parsed.hash,
        v=entry.v,
        writer=writer,
        epoch=entry.epoch,
        seq=entry.seq,
        number=parsed.number,
        base=entry.base,
        action=entry.action,
        kind=entry.kind,
        fields=None if fields is None else upcast(entry.kind, entry.v, fields),
        reason=reason,
        waits=waits,
        revoked=revoked,
    )


def is_erasure(entry: Entry) -> bool:
    """Tell whether an entry erases: one about the case itself. Whether it has an effect turns on its operation as well."""
    about_case = entry.kind == CASE_KIND and str(entry.id) == entry.case
    return entry.action is Action.ERASE and about_case and is_understood(entry)


def named_bodies(fields: Mapping[str, Json] | None) -> set[str]:
    """Return the hashes of the bodies that an erasure with these fields names."""
    listed = (fields or {}).get("bodies")
    if not isinstance(listed, list):
        return set()
    return {item for item in listed if isinstance(item, str) and is_hash(item)}


def erased_by(parsed: Parsed) -> set[str]:
    """Return the hashes of the bodies that an entry erases; none for any entry but an erasure."""
    return named_bodies(parsed.fields) if is_erasure(parsed.entry) else set()
