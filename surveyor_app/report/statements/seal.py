"""The seal of a paper of a statement: the signed lines of the journal that seal it, carried by the paper itself.

The paper's own hash cannot stand in it. So the lines are attached in an increment after the sealed bytes, which is as the
program makes it and nothing else (:mod:`surveyor_app.report.statements.increment`)::

    sealed bytes ─SHA-256─▶ signed line of the statement ─Ed25519─▶ device certificate ─▶ authority
    pages, handwriting ◀─hashes─ signed lines of the same device

Without our program: ``head -c SIZE paper.pdf | sha256sum`` gives the hash that the line names.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.canonical import Json, canonical, sha256_hex
from surveyor_app.domain.journal.entries import SignedEntry
from surveyor_app.report.bag.journal import signed_entry_of
from surveyor_app.report.statements.increment import appended
from surveyor_app.report.statements.paper import SEAL_NAME

VERSION = 1
LARGEST = 8 << 20
_MALFORMED = (ValueError, TypeError, KeyError, AttributeError, RecursionError, SurveyorError)


class SealBroken(Exception):
    """The seal is not one; ``reason`` is a code of :data:`surveyor_app.report.findings.FindingCode.STATEMENT_SEAL_BROKEN`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Seal:
    """``size`` is the length of the sealed bytes; ``certificates`` are PEM by file name: of devices, or bare keys of theirs."""

    size: int
    lines: tuple[SignedEntry, ...]
    certificates: Mapping[str, bytes]
    authority: bytes | None


def sealed_copy(
    sealed: bytes, lines: Iterable[SignedEntry], certificates: Mapping[str, bytes], authority: bytes | None
) -> bytes:
    """Return the paper with its seal; the sealed bytes alone where their form does not allow one."""
    content: dict[str, Json] = {
        "v": VERSION,
        "size": len(sealed),
        "lines": [_members(entry) for entry in lines],
        "certificates": {name: pem.decode("ascii") for name, pem in certificates.items()},
        "authority": None if authority is None else authority.decode("ascii"),
    }
    return sealed + (appended(sealed, SEAL_NAME, canonical(content)) or b"")


def read_seal(pdf: bytes, content: bytes) -> Seal:
    """Return the seal that is attached to a paper; the bytes before it are then ``pdf[:seal.size]``.

    Raises:
        SealBroken: ``malformed``, or ``appended`` where something else than the seal follows the sealed bytes.
    """
    try:
        seal = _seal(content)
    except _MALFORMED as error:
        raise SealBroken("malformed") from error
    if not 0 < seal.size < len(pdf) or appended(pdf[: seal.size], SEAL_NAME, content) != pdf[seal.size :]:
        raise SealBroken("appended")
    return seal


def sealed_bytes(pdf: bytes, content: bytes | None) -> bytes:
    """Return the paper without its seal; all of it where it carries none that is one."""
    try:
        return pdf if content is None else pdf[: read_seal(pdf, content).size]
    except SealBroken:
        return pdf


def sealed_sha256(pdf: bytes, content: bytes | None) -> str:
    """Return the SHA-256 of the paper without its seal, as the journal names it."""
    return sha256_hex(sealed_bytes(pdf, content))


def _seal(content: bytes) -> Seal:
    if len(content) > LARGEST:
        raise ValueError("too large")
    value = json.loads(content)
    if value["v"] != VERSION or not isinstance(value["size"], int) or not isinstance(value["lines"], list):
        raise TypeError("members")
    authority = value["authority"]
    return Seal(
        size=value["size"],
        lines=tuple(signed_entry_of(line) for line in value["lines"]),
        certificates={str(name): pem.encode("ascii") for name, pem in value["certificates"].items()},
        authority=None if authority is None else authority.encode("ascii"),
    )


def _members(entry: SignedEntry) -> Json:
    """Return a line's members as they stand in the journal of a bag."""
    body = entry.body
    return {
        "line": entry.line.decode(),
        "signature": base64.b64encode(entry.signature).decode(),
        "salt": None if body is None else base64.b64encode(body.salt).decode(),
        "body": None if body is None else json.loads(body.content()),
    }
