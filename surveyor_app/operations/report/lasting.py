"""Makes the signatures of a PDF last: a time stamp, what proves the certificates, and a time stamp over that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from surveyor_app.domain.errors import CertificateUnreadable, InputError
from surveyor_app.report.signatures.chains import load_certificates
from surveyor_app.report.signatures.lasting import (
    FetchList,
    Sources,
    Unproven,
    add_proofs,
    add_stamp,
    load_list,
    needs_stamp,
)
from surveyor_app.report.signatures.levels import PadesLevel
from surveyor_app.report.signatures.timestamps import TimestampAuthority
from surveyor_app.report.verification import verify_pdf

LIST_OF_THE_CENTRE = "/v1/authority.crl"
LEVELS = (PadesLevel.B_T, PadesLevel.B_LT, PadesLevel.B_LTA)


@dataclass(frozen=True, slots=True)
class Lasting:
    """The PDF with what was appended, the level that all of its signatures reach, and whose chain is not proven."""

    pdf: bytes
    level: PadesLevel
    unproven: tuple[Unproven, ...]


@dataclass(frozen=True, slots=True)
class Proofs:
    """Where proofs come from: certificates (DER) in which chains may end, lists of revoked ones, how others are fetched.

    ``centre`` is the centre's authority (DER) and address: not every certificate it gave out says where its list is had.
    """

    roots: tuple[bytes, ...] = ()
    lists: tuple[bytes, ...] = ()
    fetch: FetchList | None = None
    centre: tuple[bytes, str] | None = None


def make_last(
    pdf: bytes, authority: TimestampAuthority, proofs: Proofs, wanted: PadesLevel = PadesLevel.B_LTA
) -> Lasting:
    """Return the PDF with revisions appended until its signatures reach ``wanted``, as far as their chains can be proven.

    One that lasts already is renewed: the last time stamp is proven and covered by a new one.

    Raises:
        PdfUnreadable: ``pdf`` is no PDF.
        InputError: nothing in it is signed, or what is signed does not hold: a time stamp would make nothing better.
        TimestampFailed: no time stamp was had.
        CertificateUnreadable: one of the lists is none.
    """
    if not verify_pdf(pdf).holds:
        raise InputError(field="PDF", reason="its signatures do not hold")
    if needs_stamp(pdf):
        pdf = add_stamp(pdf, authority)
    unproven: tuple[Unproven, ...] = ()
    if wanted is not PadesLevel.B_T:
        pdf, unproven = add_proofs(pdf, _sources(proofs))
        if not unproven and wanted is PadesLevel.B_LTA:
            pdf = add_stamp(pdf, authority)
    reached = [signature.level for signature in verify_pdf(pdf, timestamp_roots=proofs.roots).signatures]
    return Lasting(pdf, min(reached, key=list(PadesLevel).index), unproven)


def read_lists(paths: Sequence[Path]) -> tuple[bytes, ...]:
    """Return the lists of revoked certificates in files.

    Raises:
        CertificateUnreadable: a file cannot be read.
    """
    found = []
    for path in paths:
        try:
            found.append(path.read_bytes())
        except OSError as error:
            raise CertificateUnreadable(path=str(path), reason=error.strerror or "unreadable") from error
    return tuple(found)


def _sources(proofs: Proofs) -> Sources:
    try:
        lists = tuple(load_list(data) for data in proofs.lists)
    except ValueError as error:
        raise CertificateUnreadable(reason="no list of revoked certificates") from error
    published: tuple[tuple[Any, str], ...] = ()
    if proofs.centre is not None:
        ca_der, server = proofs.centre
        published = tuple((ca, f"{server.rstrip('/')}{LIST_OF_THE_CENTRE}") for ca in load_certificates([ca_der]))
    return Sources(load_certificates(proofs.roots), lists, proofs.fetch, published)
