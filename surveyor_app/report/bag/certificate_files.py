"""Files that lie in a bag so that signatures can be checked hold nothing else: no line of the journal names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

from surveyor_app.report.findings import Finding, FindingCode, bad


def check_certificate_files(paths: Iterable[str], read: Callable[[str], bytes | None]) -> Iterator[Finding]:
    """Find files that hold more than one certificate, key or list of those taken back.

    One in which there is none at all is found elsewhere.
    A certificate more than is needed does no harm: the authority signed it. What is written around it is nobody's word.
    """
    for path in paths:
        pem = read(path)
        written = None if pem is None else _written_again(pem)
        if written is not None and written != pem:
            yield bad(FindingCode.FILE_UNPROVEN, path=path)


def _written_again(pem: bytes) -> bytes | None:
    try:
        if b"X509 CRL" in pem:
            return x509.load_pem_x509_crl(pem).public_bytes(Encoding.PEM)
        if b"CERTIFICATE" in pem:
            return x509.load_pem_x509_certificate(pem).public_bytes(Encoding.PEM)
        return load_pem_public_key(pem).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    except Exception:  # noqa: BLE001  # the parsers raise several kinds on hostile bytes, each means: neither
        return None
