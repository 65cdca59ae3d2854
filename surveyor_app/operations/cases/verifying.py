"""Check a case, a PDF or a bag, and say in words what holds and what does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from surveyor_app.casefile import health
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.domain.errors import CertificateUnreadable, NotFound, PdfUnreadable, RevocationListInvalid
from surveyor_app.domain.progress import ReportProgress, silent
from surveyor_app.operations.cases.verdicts import VerificationFinding, in_words
from surveyor_app.operations.statements.verifying import statement_findings
from surveyor_app.report.bag.checking import verify_bag
from surveyor_app.report.revocation_lists import LARGEST, read_revocation_lists
from surveyor_app.report.revoked_signers import find_revoked_signers
from surveyor_app.report.verification import verify_pdf

_REMARKS = frozenset({"older_than_registry", "newer_version", "originals_elsewhere"})


def verify_case(profile: Profile, path: Path, progress: ReportProgress = silent) -> list[VerificationFinding]:
    """Check every page, entry, signature, record and original of a case file; empty when all of it holds.

    Raises:
        NotFound, NotACaseFile, ForeignCaseFile, NewerFormat, CaseLocked: it could not be checked at all.
    """
    found = health.verify_case(profile, path, progress)
    if all(_case_level(item.code) == "warn" for item in found):
        # What a signed statement says is compared only where every record and every byte is what it was.
        with health.closed_case(profile, path) as closed:
            found += statement_findings(closed)
    return [
        VerificationFinding(item.code, _case_level(item.code), {name: str(value) for name, value in item.data.items()})
        for item in found
    ]


def _case_level(code: str) -> str:
    """Return how grave a finding about a case file is: what differs is bad; an older file or an older program is not wrong."""
    return "warn" if code in _REMARKS else "bad"


def verify_pdf_file(
    path: Path,
    roots: Sequence[bytes] = (),
    timestamp_roots: Sequence[bytes] = (),
    revocation_lists: Sequence[bytes] = (),
) -> list[VerificationFinding]:
    """Check the signatures and the attached evidence manifest of a PDF; both roots are DER certificates.

    Raises:
        NotFound, PdfUnreadable: it could not be checked at all.
        RevocationListInvalid: one of the lists of certificates taken back is of none of the roots.
    """
    return verify_pdf_bytes(read_pdf(path), roots, timestamp_roots, str(path), revocation_lists)


def read_pdf(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        NotFound, PdfUnreadable: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound(what="file", path=str(path)) from error
    except OSError as error:
        raise PdfUnreadable(path=str(path), reason=error.strerror or "unreadable") from error


def verify_pdf_bytes(
    data: bytes,
    roots: Sequence[bytes] = (),
    timestamp_roots: Sequence[bytes] = (),
    path: str = "",
    revocation_lists: Sequence[bytes] = (),
) -> list[VerificationFinding]:
    """Check the signatures of a PDF in memory; both roots are DER certificates."""
    known = read_revocation_lists(revocation_lists, roots)
    try:
        verdict = verify_pdf(data, roots=roots, timestamp_roots=timestamp_roots)
    except PdfUnreadable as error:
        raise PdfUnreadable(path=path, reason=error.data.get("reason", "")) from error
    return list(in_words((*verdict.findings, *find_revoked_signers(data, known, (*roots, *timestamp_roots)))))


def verify_bag_folder(
    folder: Path, roots: Sequence[bytes] = (), revocation_lists: Sequence[bytes] = ()
) -> list[VerificationFinding]:
    """Check a bag: every file, the journal, the receipt and the reports; ``roots`` are DER certificates.

    ``revocation_lists`` (DER or PEM) are newer than the one in the bag, or there is none in it.

    Raises:
        BagInvalid: the folder is no bag.
        RevocationListInvalid: one of the lists is of none of the roots.
    """
    verdict = verify_bag(folder, roots=roots, revocation_lists=revocation_lists)
    return list(in_words(verdict.findings))


def looks_like_pdf(path: Path) -> bool:
    """Tell by the first bytes, never by the name, whether a file is a PDF.

    Raises:
        NotFound: there is no such file.
    """
    try:
        with path.open("rb") as file:
            return b"%PDF-" in file.read(1024)
    except OSError as error:
        raise NotFound(what="file", path=str(path)) from error


def is_pdf(path: Path) -> bool:
    """Tell whether something is a file that looks like a PDF; errors as :func:`looks_like_pdf`."""
    return not path.is_dir() and looks_like_pdf(path)


def read_roots(path: Path) -> list[bytes]:
    """Return the certificates of a PEM file as DER.

    Raises:
        CertificateUnreadable: the file holds none.
    """
    try:
        certificates = x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CertificateUnreadable(path=str(path), reason="no certificate") from error
    return [certificate.public_bytes(Encoding.DER) for certificate in certificates]


def read_list(path: Path) -> bytes:
    """Return a list of certificates taken back as it lies in a file; whose it is, the check says.

    Raises:
        RevocationListInvalid: the file cannot be read, or is far too long to be one.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise RevocationListInvalid(path=str(path), reason=error.strerror or "unreadable") from error
    if len(data) > LARGEST:
        raise RevocationListInvalid(path=str(path), reason="malformed")
    return data
