"""A case handed over to another organisation (双代, 移交): a bag made of what the centre holds, which standard tools check.

The bag is the same as a laptop's: originals, journal, custody, reports, statements, certificates and the last receipt, signed as
a whole by the centre's device. It is written beside the centre's data, packed, and removed once it was sent.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select
from sqlalchemy.orm import Session

from surveyor_app.central.authority.office_device import office_key
from surveyor_app.central.authority.revoking import revocation_list
from surveyor_app.central.centre import Centre
from surveyor_app.central.claims.changing import claim_of
from surveyor_app.central.claims.standing import missing_bytes
from surveyor_app.central.storage.assembling import blob_path
from surveyor_app.central.storage.schema import receipts
from surveyor_app.domain.claim.reports import Report
from surveyor_app.domain.errors import BlobMissing
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.domain.statements.statements import Statement, StatementPage
from surveyor_app.protocol.delivery import ReceiptKind
from surveyor_app.records import devices, reading, sending
from surveyor_app.report.bag.content import REPORT, BagContent, BagOriginal
from surveyor_app.report.bag.custody import custody_events
from surveyor_app.report.bag.original_numbers import evidence_manifest, number_originals
from surveyor_app.report.bag.places import report_places, statement_places
from surveyor_app.report.bag.writing import write_bag
from surveyor_app.report.issued_manifest import evidence_manifest_of


def packed_bag(centre: Centre, case: str) -> Path:
    """Write the bag of a case as a zip file and return it; its folder is the caller's to remove.

    Raises:
        BlobMissing: an original that the records name is not here, or not whole.
        BlobDamaged: one does not have its hash. DiskFull, StorageFailed: no bag is made.
    """
    with centre.database.read() as session:
        missing = missing_bytes(session, case)
        if missing:
            raise BlobMissing(sha256=min(missing))
        content = _content(centre, session, case)
        folder = Path(tempfile.mkdtemp(prefix="bag-", dir=centre.config.data_dir))
        try:
            write_bag(folder / "bag", content)
            packed = folder / f"{case}.zip"
            _pack(folder / "bag", packed, content.report_no or case)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    shutil.rmtree(folder / "bag", ignore_errors=True)
    return packed


def _pack(bag: Path, packed: Path, name: str) -> None:
    inside = "".join(character if character.isalnum() or character in "-_" else "_" for character in name)
    # Photos and video are packed already; a bag of many gigabytes is one file all the same.
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
        for path in sorted(bag.rglob("*")):
            if path.is_file():
                archive.write(path, f"{inside}/{path.relative_to(bag).as_posix()}")


def _content(centre: Centre, session: Session, case: str) -> BagContent:
    evidence = reading.list_records(session, case, Evidence, include_withdrawn=True)
    reports = reading.list_records(session, case, Report, include_withdrawn=True)
    claim, own = claim_of(session, case), office_key(session)
    heads = reading.heads(session, case)
    known = devices.known_devices(session, {head.device for head in heads} | {own.device_id})
    pdfs = _files(centre, case, report_places(reports))
    manifest = evidence_manifest_of(pdfs[REPORT]) if REPORT in pdfs else None
    originals = number_originals(evidence, manifest)
    given = _last_receipt(session, case)
    return BagContent(
        case_id=case,
        report_no=(claim.report_no if claim else None) or "",
        organisation=(claim.insurer if claim else None) or centre.config.name,
        made_on=centre.now().date(),
        originals=tuple(
            BagOriginal(n, item.file_name or "", item.sha256, item.size_bytes or 0, _chunks(centre, case, item.sha256))
            for n, item in originals
            if item.sha256
        ),
        journal=sending.all_entries(session, case),
        custody=custody_events(reading.history(session, case), evidence, reports),
        evidence_manifest=manifest or evidence_manifest(originals, heads),
        reports=pdfs,
        statements=_files(
            centre,
            case,
            statement_places(
                reading.list_records(session, case, Statement, include_withdrawn=True),
                reading.list_records(session, case, StatementPage, include_withdrawn=True),
                reading.list_records(session, case, Ink, include_withdrawn=True),
            ),
        ),
        authority=_pem(centre.authority.authority.certificate_der),
        revocations=_list_pem(revocation_list(session, centre.authority, centre.now())),
        certificates={name: pem for device in known for name, pem in [_certificate(device)]},
        receipt=given[0] if given else None,
        receipt_cms=given[1] if given else None,
        hands_out=own,
    )


def _files(centre: Centre, case: str, places: Mapping[str, str]) -> dict[str, bytes]:
    return {path: b"".join(_chunks(centre, case, sha256)()) for path, sha256 in places.items()}


def _chunks(centre: Centre, case: str, sha256: str) -> Callable[[], Iterator[bytes]]:
    path = blob_path(case, sha256)
    return lambda: centre.store.read_range(path, 0, centre.store.size(path))


def _last_receipt(session: Session, case: str) -> tuple[bytes, bytes] | None:
    full = receipts.c.case_id == case, receipts.c.kind == ReceiptKind.FULL.value
    query = select(receipts.c.receipt, receipts.c.signature).where(*full).order_by(receipts.c.issued_at.desc())
    row = session.execute(query.limit(1)).one_or_none()
    return None if row is None else (row.receipt, row.signature)


def _certificate(device: devices.Device) -> tuple[str, bytes]:
    if device.certificate:
        return f"device-{device.id[:16]}.pem", _pem(device.certificate)
    key = Ed25519PublicKey.from_public_bytes(device.public_key)
    return f"key-{device.id[:16]}.pem", key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def _list_pem(der: bytes) -> bytes:
    return x509.load_der_x509_crl(der).public_bytes(Encoding.PEM)


def _pem(der: bytes) -> bytes:
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)
