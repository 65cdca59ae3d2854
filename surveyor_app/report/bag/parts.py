"""Groups what was found in a bag by its parts, and says of each who vouches for it.

Originals hang on the lines that took them in, on the reports whose manifest names them and on the receipt; statements on the line
that sealed them; lines on the certificate of their device.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.oid import NameOID

from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records.lines import Parsed
from surveyor_app.report.bag import content as names
from surveyor_app.report.bag.hand_signed import KnownStatement
from surveyor_app.report.bag.journal import BagJournal
from surveyor_app.report.bag.places import statement_places
from surveyor_app.report.bag.receipt import BagReceipt
from surveyor_app.report.bag.records import BagRecords
from surveyor_app.report.bag.trust import Anchors, BagDevices
from surveyor_app.report.findings import Finding, FindingCode
from surveyor_app.report.parts import Part, PartKind, Proof, TimeSource, with_findings
from surveyor_app.report.verification import PdfVerdict

Placed = tuple[PartKind, str, Finding]
_CLOCKS = {"gps": TimeSource.GPS, "centre": TimeSource.CENTRE}
_OF_ORIGINALS = frozenset({names.EVIDENCE_MANIFEST, names.CUSTODY})
_OF_RECEIPT = frozenset({names.RECEIPT, names.RECEIPT_SIGNATURE})
_ABOUT_LINES = ("journal_", "device_", "lines_", "seen_")
_ABOUT_AUTHORITY = ("trust_", "certificate_", "revocation")


def bag_parts(
    findings: Iterable[Finding],
    journal: BagJournal,
    devices: BagDevices,
    anchors: Anchors,
    receipt: BagReceipt,
    records: BagRecords,
    known: Sequence[KnownStatement],
    reports: Mapping[str, PdfVerdict | None],
) -> tuple[Part, ...]:
    """Return all parts of a bag; every finding is in one of them."""
    lines = journal.lines.values()
    signed = [report_part(path, verdict, anchors) for path, verdict in reports.items()]
    signed.append(receipt_part(receipt, anchors))
    numbers = {item.sha256: str(item.number) for item in known if item.sha256}
    places = statement_places(records.statements, (), ())
    folders = {PurePosixPath(path).parts[2]: numbers[sha256] for path, sha256 in places.items() if sha256 in numbers}
    found = tuple(placed(findings, folders))
    vouching = with_findings(signed, [place for place in found if place[0] in {PartKind.REPORT, PartKind.RECEIPT}])
    originals = originals_part(records.evidence, takers(lines), vouching, devices, anchors)
    made = [originals, *journal_parts(lines, devices, anchors), *statement_parts(known, devices, anchors)]
    if not journal.is_sound:
        # Of lines that do not hold nobody vouches for anything.
        made = [
            replace(part, proven_by=tuple(replace(proof, authority="") for proof in part.proven_by)) for part in made
        ]
    return with_findings([anchor_part(anchors), *made, *signed], found)


def anchor_part(anchors: Anchors) -> Part:
    """Return whose word counts; the bag's own authority is named, and that nobody vouches for it."""
    subjects = [_subject(root) for root in anchors.roots]
    named = anchors.roots if anchors.are_given else ()
    proofs = tuple(Proof(_common(root), _subject(root), _subject(root), fingerprint=sha256_hex(root)) for root in named)
    return Part(PartKind.ANCHOR, "", proofs, facts={"given": anchors.are_given, "authorities": subjects})


def device_proof(device: str, devices: BagDevices, anchors: Anchors, at: str = "", clock: str = "") -> Proof:
    """Return who stands behind a device: the holder in its certificate, and the authority that certificate leads to."""
    certificate = devices.certificates.get(device)
    source = _CLOCKS.get(clock, TimeSource.DEVICE) if at else None
    if certificate is None:
        return Proof("", device=device, at=at, time_source=source)
    return Proof(
        signer=_name_in(certificate.subject),
        authority=_authority(device, devices, anchors),
        subject=certificate.subject.rfc4514_string(),
        device=device,
        at=at,
        time_source=source,
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
    )


def journal_parts(lines: Iterable[Parsed], devices: BagDevices, anchors: Anchors) -> Iterator[Part]:
    """Yield the journal as a whole, then one part for each device that wrote lines."""
    own: dict[str, list[Parsed]] = {}
    for parsed in lines:
        own.setdefault(parsed.entry.device, []).append(parsed)
    everybody = tuple(device_proof(device, devices, anchors) for device in own)
    yield Part(PartKind.JOURNAL, "", everybody, facts={"lines": sum(map(len, own.values()))})
    for device, written in own.items():
        last = max(written, key=lambda parsed: (parsed.entry.epoch, parsed.entry.seq)).entry
        first = min(written, key=lambda parsed: (parsed.entry.epoch, parsed.entry.seq)).entry
        proof = device_proof(device, devices, anchors, last.at, str(last.clock.get("source") or ""))
        facts = {"lines": len(written), "first": first.at, "last": last.at}
        yield Part(PartKind.JOURNAL, device, (proof,), facts=facts)


def statement_parts(known: Sequence[KnownStatement], devices: BagDevices, anchors: Anchors) -> Iterator[Part]:
    """Yield one part for each sealed statement."""
    for statement in known:
        if statement.sealing is None or statement.sha256 is None:
            continue
        sealing = statement.sealing
        proof = device_proof(sealing.device, devices, anchors, sealing.at, sealing.clock)
        facts: dict[str, object] = {
            "statement": statement.id,
            "sha256": statement.sha256,
            "pages": len(statement.pages),
        }
        facts |= {"withdrawn": statement.is_withdrawn}
        by_hand = tuple((who.role, who.name, who.signatures) for who in statement.signers)
        yield Part(PartKind.STATEMENT, str(statement.number), (proof,), facts=facts, by_hand=by_hand)


def report_part(path: str, verdict: PdfVerdict | None, anchors: Anchors) -> Part:
    """Return a report with those who signed it."""
    if verdict is None:
        return Part(PartKind.REPORT, path)
    root = _subject(anchors.roots[0]) if anchors.roots and anchors.are_given else ""
    proofs = tuple(
        Proof(
            signer=signature.signer,
            authority=root if signature.trusted else "",
            at=signature.signed_at.isoformat() if signature.signed_at is not None else "",
            time_source=TimeSource.TIMESTAMP if signature.timestamped else TimeSource.SIGNER,
        )
        for signature in verdict.signatures
    )
    facts = {"pages": verdict.pages, "evidence_root": verdict.evidence_root}
    return Part(PartKind.REPORT, path, proofs, facts=facts)


def receipt_part(receipt: BagReceipt, anchors: Anchors) -> Part:
    """Return the receipt; without a signer there is none that holds."""
    signer, told = receipt.signer, receipt.told
    if signer is None or told is None:
        return Part(PartKind.RECEIPT)
    root = _subject(anchors.roots[0]) if anchors.roots and anchors.are_given else ""
    name = next((part[3:] for part in signer.split(",") if part.startswith("CN=")), signer)
    proof = Proof(name, root, signer, at=told.issued_at, time_source=TimeSource.RECEIPT)
    return Part(PartKind.RECEIPT, "", (proof,), facts={"kind": told.kind})


def originals_part(
    evidence: Sequence[Evidence],
    takers: Mapping[str, tuple[str, str, str]],
    vouching: Iterable[Part],
    devices: BagDevices,
    anchors: Anchors,
) -> Part:
    """Return all originals: proven by the devices that took them in and by whoever signed reports and receipt.

    ``takers`` are device, time and clock of the last original that each device took in.
    """
    proofs = [device_proof(device, devices, anchors, at, clock) for device, at, clock in takers.values()]
    proofs += [proof for part in vouching if part.state == "proven" for proof in part.proven_by]
    return Part(PartKind.ORIGINALS, "", tuple(proofs), facts={"originals": sum(1 for item in evidence if item.sha256)})


def takers(lines: Iterable[Parsed]) -> dict[str, tuple[str, str, str]]:
    """Return for each device that took originals in: itself, time and clock of the last; where none did, of all lines.

    That there is no original is what the journal as a whole says.
    """
    found: dict[str, tuple[str, str, str]] = {}
    every: dict[str, tuple[str, str, str]] = {}
    for parsed in lines:
        entry = parsed.entry
        every[entry.device] = (entry.device, entry.at, str(entry.clock.get("source") or ""))
        if entry.kind == Evidence.KIND and parsed.fields is not None and parsed.fields.get("sha256"):
            found[entry.device] = every[entry.device]
    return found or every


def placed(findings: Iterable[Finding], folders: Mapping[str, str]) -> Iterator[Placed]:
    """Say which part each finding is about; ``folders`` are numbers of statements by their folder in the bag."""
    for finding in findings:
        yield (*_place(finding, folders), finding)


def _place(finding: Finding, folders: Mapping[str, str]) -> tuple[PartKind, str]:
    code, path = finding.code, str(finding.data.get("path") or "")
    if code.value.startswith(_ABOUT_AUTHORITY):
        return PartKind.ANCHOR, ""
    if code.value.startswith(_ABOUT_LINES) or code is FindingCode.NEWER_VERSION or path == names.JOURNAL:
        return PartKind.JOURNAL, str(finding.data.get("device") or "")
    if code.value.startswith("receipt_") or code is FindingCode.AFTER_RECEIPT or path in _OF_RECEIPT:
        return PartKind.RECEIPT, ""
    if path.startswith(f"{names.STATEMENTS}/"):
        return PartKind.STATEMENT, folders.get(path.split("/")[2], "")
    if path.startswith("data/") and path.endswith(".pdf") and path.count("/") == 1:
        return PartKind.REPORT, path
    if path.startswith("data/originals/") or path in _OF_ORIGINALS or code is FindingCode.EVIDENCE_ROOT:
        return PartKind.ORIGINALS, ""
    return PartKind.FILES, ""


def _authority(device: str, devices: BagDevices, anchors: Anchors) -> str:
    if not anchors.are_given or device not in devices.proven or not anchors.roots:
        return ""
    issuer = devices.certificates[device].issuer.rfc4514_string()
    subjects = [_subject(root) for root in anchors.roots]
    return issuer if issuer in subjects else subjects[0]


def _subject(der: bytes) -> str:
    return x509.load_der_x509_certificate(der).subject.rfc4514_string()


def _common(der: bytes) -> str:
    return _name_in(x509.load_der_x509_certificate(der).subject)


def _name_in(name: x509.Name) -> str:
    found = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else name.rfc4514_string()
