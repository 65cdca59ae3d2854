"""What goes into a bag, and under which names: the one place both the writer and the check take them from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from surveyor_app.domain.journal.entries import SignedEntry, Signer

MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
CASE_LABEL = "External-Identifier"
"""The label in bag-info.txt under which the case's id stands."""
HANDOVER = "tagmanifest-sha256.txt.sig"
"""The signature (Ed25519, raw) over the exact bytes of the tag manifest, and so over every file, by who hands the bag out."""
HANDOVER_LABEL = "Handed-Out-By"
"""The label in bag-info.txt under which that device stands."""

JOURNAL = "data/journal.jsonl"
CUSTODY = "data/custody.csv"
REPORT = "data/report.pdf"
RECEIPT = "data/receipt.json"
RECEIPT_SIGNATURE = "data/receipt.json.p7s"
LEFT_OUT = "data/left-out.txt"
"""What could not be read where the bag was made, one line each: its SHA-256 and its name. Only where there was such a thing."""
EVIDENCE_MANIFEST = "data/evidence-manifest.txt"
CERTIFICATES = "data/certificates"
STATEMENTS = "data/statements"
AUTHORITY = f"{CERTIFICATES}/authority.pem"
REVOCATIONS = f"{CERTIFICATES}/authority.crl"


@dataclass(frozen=True, slots=True)
class BagOriginal:
    """One original: its number, its name as found, and its bytes, asked for once and streamed."""

    number: int
    file_name: str
    sha256: str
    size_bytes: int
    chunks: Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class CustodyEvent:
    """One line of the custody list; every member is text as it shall be read."""

    at: str
    actor: str
    action: str
    item: str
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class BagContent:
    """Everything one bag holds.

    ``journal`` gives the lines in the order in which each device wrote them. ``evidence_manifest`` is the file attached to
    the report. ``reports`` are PDFs, ``statements`` papers, pictures of pages and handwriting, both by their path in the bag
    (:mod:`surveyor_app.report.bag.places`). ``authority`` is the PEM of the root that issued receipts and certificates;
    ``certificates`` are PEM by file name: of devices and surveyors, and the bare public key of a device that has none yet.
    ``revocations`` is the PEM of the newest list of certificates that it took back. ``receipt`` and ``receipt_cms`` come together
    or not at all. ``hands_out`` is the device that signs for the whole bag. ``left_out`` are reports and papers that could not
    be read: hash and name.
    """

    case_id: str
    report_no: str
    organisation: str
    made_on: date
    originals: tuple[BagOriginal, ...]
    journal: Iterable[SignedEntry]
    custody: Iterable[CustodyEvent]
    evidence_manifest: bytes
    reports: Mapping[str, bytes] = field(default_factory=dict)
    statements: Mapping[str, bytes] = field(default_factory=dict)
    authority: bytes | None = None
    revocations: bytes | None = None
    certificates: Mapping[str, bytes] = field(default_factory=dict)
    receipt: bytes | None = None
    receipt_cms: bytes | None = None
    hands_out: Signer | None = None
    left_out: tuple[tuple[str, str], ...] = ()
