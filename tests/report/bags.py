"""A bag with two originals, a signed journal, a signed report and a receipt, for the tests to write and to damage."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from surveyor_app.domain.journal.entries import Action, Body, Entry, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId, DeviceId, EntryHash, RecordId
from surveyor_app.domain.journal.merkle import head_line, manifest_line
from surveyor_app.report.bag import BagContent, BagOriginal, CustodyEvent, original_path
from surveyor_app.report.cms import sign_detached
from tests.report.keys import END, START, authority, person

CASE = CaseId("018f3c1e-0000-7000-8000-000000000001")
ORIGINALS = {"IMG_0001.jpg": b"\xff\xd8\xff first" * 5000, "../../现场 照片?.jpg": b"second \x00\r\n" * 70000}
RECEIPT = b'{"case":"018f3c1e","state":"full"}'


@dataclass(frozen=True)
class Device:
    """An Ed25519 key and its id."""

    key: Ed25519PrivateKey
    id: DeviceId


@lru_cache
def device() -> Device:
    """Return the device that wrote the journal."""
    key = Ed25519PrivateKey.generate()
    return Device(key, DeviceId(hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()))


@lru_cache
def device_certificate() -> bytes:
    """Return the PEM the authority issued for the device."""
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Laptop 7")]))
        .issuer_name(authority().certificate.subject)
        .public_key(device().key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(START)
        .not_valid_after(END)
        .sign(authority().key, hashes.SHA256())
    )
    return certificate.public_bytes(Encoding.PEM)


def journal(count: int = 5, *, erased: int | None = 3) -> tuple[SignedEntry, ...]:
    """Return a chain; the body of line ``erased`` is absent."""
    entries: list[SignedEntry] = []
    for seq in range(1, count + 1):
        body = Body(b"s" * 16, {"caption": f"照片 {seq}", "rank": "a"}, "补充" if seq == 2 else None)
        entry = Entry(
            case=CASE,
            device=device().id,
            epoch=0,
            seq=seq,
            prev=EntryHash(entries[-1].hash) if entries else None,
            base=0,
            op=f"op{seq}",
            op_n=1,
            op_of=1,
            at="2026-11-03T08:00:00.000000Z",
            clock={"source": "system"},
            actor="chen",
            action=Action.CREATE,
            kind="evidence",
            id=RecordId(f"record-{seq}"),
            body=body.digest(),
        )
        line = entry.to_bytes()
        entries.append(SignedEntry(line, device().key.sign(line), None if seq == erased else body))
    return tuple(entries)


def evidence_manifest() -> bytes:
    """Return the manifest of the originals and the journal's head."""
    lines = [
        manifest_line(hashlib.sha256(data).hexdigest(), original_path(number, name))
        for number, (name, data) in enumerate(ORIGINALS.items(), start=1)
    ]
    head = journal()[-1]
    return "".join(sorted([*lines, head_line(device().id, 0, 5, head.hash)])).encode()


def content(report: bytes | None = None, *, receipt: bool = True) -> BagContent:
    """Return what the bag shall hold."""
    service = person("Receipts")
    return BagContent(
        case_id=CASE,
        report_no="RDAA2026310000123456",
        organisation="东海财险\r\nExtra: header",
        made_on=date(2026, 11, 3),
        originals=tuple(_original(number, name) for number, name in enumerate(ORIGINALS, start=1)),
        journal=journal(),
        custody=(
            CustodyEvent("2026-11-03T08:00:00Z", "chen", "create", '=HYPERLINK("x"),\n"quoted"', "ab" * 32, "导入"),
        ),
        evidence_manifest=evidence_manifest(),
        reports={} if report is None else {"report.pdf": report},
        authority=authority().pem,
        certificates={f"device-{device().id[:16]}.pem": device_certificate(), "surveyor.pem": person().pem},
        receipt=RECEIPT if receipt else None,
        receipt_cms=sign_detached(RECEIPT, service.key, service.certificate) if receipt else None,
    )


def _original(number: int, name: str) -> BagOriginal:
    data = ORIGINALS[name]

    def chunks() -> Iterator[bytes]:
        for start in range(0, len(data), 65536):
            yield data[start : start + 65536]

    return BagOriginal(number, name, hashlib.sha256(data).hexdigest(), len(data), chunks)
