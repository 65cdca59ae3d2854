"""Checks a journal as it stands in a bag, without any database: lines, chains, bodies, signatures."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.domain.journal.entries import Body, Entry
from surveyor_app.report.findings import Finding, FindingCode, bad, ok, warn

_MOST_FINDINGS = 20


def device_keys(certificates: Iterable[bytes]) -> dict[str, Ed25519PublicKey]:
    """Return the Ed25519 keys in PEM certificates by device id (SHA-256 of the raw key); others are passed over."""
    keys = {}
    for pem in certificates:
        try:
            key = x509.load_pem_x509_certificate(pem).public_key()
        except ValueError:
            continue
        if isinstance(key, Ed25519PublicKey):
            keys[hashlib.sha256(key.public_bytes_raw()).hexdigest()] = key
    return keys


def check_journal(journal: bytes, keys: Mapping[str, Ed25519PublicKey]) -> list[Finding]:
    """Return what holds of a journal.jsonl; after twenty broken lines it stops."""
    check = _Check(keys)
    for number, line in enumerate(journal.split(b"\n")[:-1], start=1):
        reason = check.line(line)
        if reason:
            check.findings.append(bad(FindingCode.JOURNAL_BROKEN, line=number, reason=reason))
        if len(check.findings) >= _MOST_FINDINGS:
            return check.findings
    if not journal.endswith(b"\n") and journal:
        check.findings.append(bad(FindingCode.JOURNAL_BROKEN, line=journal.count(b"\n") + 1, reason="cut"))
    if not check.findings:
        counts = {"lines": check.lines, "bodies_absent": check.bodies_absent, "signatures_checked": check.signatures}
        check.findings.append(ok(FindingCode.JOURNAL_HOLDS, **counts))
    check.findings.extend(warn(FindingCode.DEVICE_KEY_MISSING, device=device) for device in sorted(check.keyless))
    return check.findings


class _Check:
    """What is known while reading: heads of the chains and all hashes of each device."""

    def __init__(self, keys: Mapping[str, Ed25519PublicKey]) -> None:
        self._keys = keys
        self._heads: dict[tuple[str, int], tuple[int, str]] = {}
        self._seen: dict[str, set[str]] = {}
        self.findings: list[Finding] = []
        self.keyless: set[str] = set()
        self.lines = 0
        self.bodies_absent = 0
        self.signatures = 0

    def line(self, text: bytes) -> str | None:
        """Check one line; return why it does not hold."""
        self.lines += 1
        try:
            value = json.loads(text)
            line = value["line"].encode()
            signature = base64.b64decode(value["signature"], validate=True)
            entry = Entry.from_bytes(line)
            body = _body(value)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, SurveyorError):
            return "malformed"
        reason = self._chain(entry, hashlib.sha256(line).hexdigest())
        if reason is None and body is None:
            self.bodies_absent += 1
        elif reason is None and body is not None and body.digest() != entry.body:
            reason = "body"
        return reason or self._signature(entry, line, signature)

    def _chain(self, entry: Entry, own_hash: str) -> str | None:
        """The line before must be named; a new epoch starts from any earlier line of the device, or from nothing."""
        chain = (entry.device, entry.epoch)
        head = self._heads.get(chain)
        seen = self._seen.setdefault(entry.device, set())
        self._heads[chain] = (entry.seq, own_hash)
        follows = entry.prev is None or entry.prev in seen
        if head is not None:
            follows = (entry.seq, entry.prev) == (head[0] + 1, head[1])
        seen.add(own_hash)
        return None if follows else "chain"

    def _signature(self, entry: Entry, line: bytes, signature: bytes) -> str | None:
        key = self._keys.get(entry.device)
        if key is None:
            self.keyless.add(entry.device)
            return None
        try:
            key.verify(signature, line)
        except InvalidSignature:
            return "signature"
        self.signatures += 1
        return None


def _body(value: dict[str, object]) -> Body | None:
    body, salt = value["body"], value["salt"]
    if body is None or salt is None:
        return None
    if not isinstance(body, dict) or not isinstance(salt, str) or set(body) != {"fields", "reason"}:
        raise TypeError("body")
    return Body(base64.b64decode(salt, validate=True), body["fields"], body["reason"])
