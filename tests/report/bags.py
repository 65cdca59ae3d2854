"""A small case that is true in itself, and its bag: originals, a signed statement, a signed report, a receipt; to be damaged.

Each line is signed by its device, each file named by a line, the report states the root over what was there before it, and the
receipt the heads and the root over everything, as the program makes them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from surveyor_app.domain.journal.canonical import Json, sha256_hex
from surveyor_app.domain.journal.changes import Step
from surveyor_app.domain.journal.entries import Action, Body, Entry, SignedEntry
from surveyor_app.domain.journal.identifiers import CaseId, DeviceId, EntryHash, RecordId
from surveyor_app.domain.journal.instants import utc_text
from surveyor_app.domain.ownership import Role, Writer
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.protocol.delivery import Counts, Receipt
from surveyor_app.protocol.roots import HeadMark, delivery_lines, delivery_root
from surveyor_app.records.lines import parse
from surveyor_app.records.revocations import revocation
from surveyor_app.report.bag.content import BagContent, BagOriginal
from surveyor_app.report.bag.custody import custody_events
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.bag.records import BagRecords, HistoryEvent, main_lines, records_of
from surveyor_app.report.cms import sign_detached
from surveyor_app.report.fields import prepare_fields
from surveyor_app.report.layout import lay_out, manifest_root
from surveyor_app.report.signatures.signing import sign
from surveyor_app.report.typesetting import ReportFiles
from tests.records.sides import DEMAND
from tests.report.keys import END, START, Issued, as_pem, authority, for_signing, person, revocation_list
from tests.report.samples import ISSUED_AT, sample

CASE = CaseId("018f3c1e-0000-7000-8000-000000000001")
ORIGINALS = {"IMG_0001.jpg": b"\xff\xd8\xff first" * 5000, "../../现场 照片?.jpg": b"second \x00\r\n" * 70000}
STATEMENT = {"statement": b"%PDF-1.7 a statement", "page": b"\x89PNG a page", "ink": b'{"strokes":[]}'}
LATER = b"\xff\xd8\xff after the receipt"
RECEIPTED_AT = datetime(2026, 11, 3, 9, tzinfo=UTC)


class Device:
    """An Ed25519 key that writes one chain of the journal."""

    def __init__(self, user: str = "chen", role: Role = Role.SURVEYOR) -> None:
        self.user, self.role = user, role
        self.key = Ed25519PrivateKey.generate()
        self.id = DeviceId(hashlib.sha256(self.key.public_key().public_bytes_raw()).hexdigest())
        self.written: list[SignedEntry] = []

    @property
    def device_id(self) -> DeviceId:
        """The id, as a signer has it."""
        return self.id

    @property
    def public_key(self) -> bytes:
        """The raw key."""
        return self.key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """Sign what it hands out."""
        return self.key.sign(data)

    @property
    def writer(self) -> Writer:
        """On whose behalf it writes."""
        return Writer(self.id, self.role, self.user)

    def writes(self, *steps: Step) -> list[SignedEntry]:
        """Write one operation at the end of the chain."""
        first = len(self.written) + 1
        for n, step in enumerate(steps, start=1):
            body = Body(b"s" * 16, step.fields, step.reason)
            entry = Entry(
                case=CASE,
                device=self.id,
                epoch=0,
                seq=len(self.written) + 1,
                prev=EntryHash(self.written[-1].hash) if self.written else None,
                base=0,
                op=f"op{first}",
                op_n=n,
                op_of=len(steps),
                at="2026-11-03T08:00:00.000000Z",
                clock={"source": "system"},
                actor=self.user,
                action=step.action,
                kind=step.kind,
                id=RecordId(step.id),
                body=body.digest(),
            )
            line = entry.to_bytes()
            self.written.append(SignedEntry(line, self.key.sign(line), body))
        return self.written[first - 1 :]

    def certificate(self, issuer: Issued) -> bytes:
        """Return the PEM that an authority issues for the device."""
        subject = [
            (NameOID.ORGANIZATIONAL_UNIT_NAME, self.role.value),
            (NameOID.COMMON_NAME, self.user),
            (NameOID.USER_ID, self.user),
        ]
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(oid, value) for oid, value in subject]))
            .issuer_name(issuer.certificate.subject)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(START)
            .not_valid_after(END)
        )
        return for_signing(builder).sign(issuer.key, hashes.SHA256()).public_bytes(Encoding.PEM)


@dataclass(frozen=True)
class World:
    """A case as it was told, and who wrote it."""

    content: BagContent
    device: Device
    office: Device


@lru_cache
def world(
    *,
    report: bool = True,
    receipt: bool = True,
    addendum: bool = False,
    erased: bool = False,
    locked_out: bool = False,
) -> World:
    """Tell the case.

    Args:
        report: A report was signed.
        receipt: It was delivered, and the centre signed for it.
        addendum: A photo came after that.
        erased: The office had one body erased by law, before delivery.
        locked_out: The office locked the device out before the receipt, and somebody goes on writing with it.
    """
    device, office = Device(), Device("office", Role.OFFICE)
    journal = [*device.writes(_made("claim", "claim-1", {"report_no": "RDAA2026310000123456"}))]
    for n, (name, data) in enumerate(ORIGINALS.items(), start=1):
        journal += device.writes(_original(n, name, data))
    captioned = device.writes(Step(Action.CHANGE, "evidence", RecordId("evidence-1"), {"caption": "照片 1"}, "补充"))
    journal += [*captioned, *device.writes(*_statement())]
    if erased:
        gone = {"bodies": [captioned[0].entry.body], **DEMAND}
        journal += office.writes(Step(Action.ERASE, "case", RecordId(CASE), gone))
        journal = [replace(item, body=None) if item is captioned[0] else item for item in journal]
    records = _records(journal, device, office)
    manifest = evidence_manifest(number_originals(records.evidence, None), _heads(journal))
    pdf = _report(manifest) if report else None
    if pdf is not None:
        journal += device.writes(*_issue(pdf, manifest))
    if locked_out:
        journal += office.writes(revocation(CASE, device.id, [device.written[-1].hash], "lost"))
        journal += device.writes(_original(4, "forged.jpg", b"forged"))
    if receipt:
        journal = [replace(item, number=n) for n, item in enumerate(journal, start=1)]
    signed = _receipt(journal, _records(journal, device, office)) if receipt else None
    if addendum:
        journal += device.writes(_original(3, "later.jpg", LATER))
    return World(_content(journal, device, office, pdf, manifest, signed), device, office)


def content(*, report: bool = True, receipt: bool = True, addendum: bool = False, erased: bool = False) -> BagContent:
    """Return what the bag shall hold."""
    return world(report=report, receipt=receipt, addendum=addendum, erased=erased).content


def _made(kind: str, record_id: str, fields: dict[str, Json]) -> Step:
    return Step(Action.CREATE, kind, RecordId(record_id), fields)


def _original(number: int, name: str, data: bytes) -> Step:
    fields: dict[str, Json] = {"rank": f"a{number}", "file_name": name, "sha256": sha256_hex(data)}
    fields |= {"size_bytes": len(data), "origin": "card", "source": f"=cmd|{name}"}
    return _made("evidence", f"evidence-{number}", fields)


def _statement() -> list[Step]:
    paper, page, ink = (sha256_hex(data) for data in STATEMENT.values())
    return [
        _made("statement", "statement-1", {"seq_no": 1, "sha256": paper}),
        _made("statement_page", "page-1", {"statement_uid": "statement-1", "no": 1, "sha256": page}),
        _made("ink", "ink-1", {"statement_uid": "statement-1", "purpose": "page", "role": "subject", "sha256": ink}),
    ]


def _issue(pdf: bytes, manifest: bytes) -> list[Step]:
    report: dict[str, Json] = {"report_doc_no": "SR-1", "sha256": sha256_hex(pdf)}
    return [
        _made("report", "report-1", report | {"evidence_root": manifest_root(manifest)}),
        _made("signature", "signature-1", {"target_uid": "report-1", "target_sha256": sha256_hex(pdf)}),
        Step(Action.SIGN, "report", RecordId("report-1")),
        Step(Action.SEAL, "report", RecordId("report-1")),
    ]


def _records(journal: list[SignedEntry], *devices: Device) -> BagRecords:
    return records_of(main_lines(parse(item, CASE) for item in journal), {item.id: item.writer for item in devices})


def _heads(journal: list[SignedEntry]) -> list[HeadMark]:
    return sorted(main_lines(parse(item, CASE) for item in journal).heads, key=lambda head: (head.device, head.epoch))


@lru_cache
def _report(manifest: bytes) -> bytes:
    """Return the signed report over a manifest, as the program makes it."""
    data, pictures, _ = sample(1)
    files = ReportFiles.installed()
    pdf = prepare_fields(lay_out(replace(data, evidence_root=manifest_root(manifest)), pictures, manifest, files))
    return sign(pdf, person().credential, at=ISSUED_AT, reason="出具查勘报告 Issue", location="上海", files=files)


def _receipt(journal: list[SignedEntry], records: BagRecords) -> bytes:
    heads = _heads(journal)
    return Receipt(
        kind="full",
        centre=sha256_hex(authority().der),
        case=CASE,
        user="chen",
        number=len(journal),
        heads=tuple(heads),
        delivery_root=delivery_root(delivery_lines(records.named(), heads)),
        counts=Counts(len(journal), len(ORIGINALS), 1, 0, 3),
        bytes=0,
        issued_at=utc_text(RECEIPTED_AT),
    ).to_bytes()


def _content(
    journal: list[SignedEntry], device: Device, office: Device, pdf: bytes | None, manifest: bytes, signed: bytes | None
) -> BagContent:
    records = _records(journal, device, office)
    service = person("Receipts", unit="receipts")
    bytes_of = {sha256_hex(data): data for data in (*ORIGINALS.values(), *STATEMENT.values(), LATER)}
    files = {path: bytes_of[sha256] for path, sha256 in records.files(None).items() if "statements/" in path}
    originals = number_originals(records.evidence, manifest)
    return BagContent(
        case_id=CASE,
        report_no="RDAA2026310000123456",
        organisation="东海财险\r\nExtra: header",
        made_on=date(2026, 11, 3),
        originals=tuple(_bag_original(n, item, bytes_of) for n, item in originals),
        journal=tuple(journal),
        custody=custody_events(
            [HistoryEvent(parse(item, CASE)) for item in journal], records.evidence, records.reports
        ),
        evidence_manifest=manifest
        if pdf is not None
        else evidence_manifest(number_originals(records.evidence, None), _heads(journal)),
        reports={} if pdf is None else {"data/report.pdf": pdf},
        statements=files,
        authority=authority().pem,
        revocations=as_pem(revocation_list({}, at=RECEIPTED_AT)),
        certificates={
            **{
                f"device-{item.id[:16]}.pem": item.certificate(authority()) for item in (device, office) if item.written
            },
            "surveyor.pem": person().pem,
        },
        receipt=signed,
        receipt_cms=None if signed is None else sign_detached(signed, service.key, service.certificate),
        hands_out=device,
    )


def _bag_original(number: int, item: Evidence, bytes_of: dict[str, bytes]) -> BagOriginal:
    data = bytes_of[item.sha256 or ""]

    def chunks() -> Iterator[bytes]:
        for start in range(0, len(data), 65536):
            yield data[start : start + 65536]

    return BagOriginal(number, item.file_name or "", item.sha256 or "", len(data), chunks)
