"""Makes signatures last: appends a time stamp over the document, and the data that prove its certificates long afterwards.

::

    B-B ──time stamp──▶ B-T ──certificates, lists of revoked ones──▶ B-LT ──time stamp──▶ B-LTA ──both again──▶ B-LTA
    B-T ─────────────────────▲                                                             before the last stamp's
                                                                                           certificate ends
Each arrow is a revision of its own behind what is there; nothing that is signed changes.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import pem
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.domain.wire_errors import Unreachable
from surveyor_app.report.fields import TIMESTAMP, UnchangedMetadata
from surveyor_app.report.signatures.chains import Leaf, Material, chain_of, self_signed
from surveyor_app.report.signatures.levels import is_proven
from surveyor_app.report.signatures.stamps import Stamp, attached_stamps, document_stamp, is_document_stamp
from surveyor_app.report.signatures.timestamps import TimestampAuthority, Timestamps

FetchList = Callable[[str], bytes]
"""Fetches the list of revoked certificates at an address; raises Unreachable."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where proofs come from: where chains may end, lists at hand, and how others are fetched (``None``: not at all).

    ``published`` names where authorities publish theirs whose certificates do not say it.
    """

    anchors: tuple[Any, ...] = ()
    lists: tuple[Any, ...] = ()
    fetch: FetchList | None = None
    published: tuple[tuple[Any, str], ...] = ()

    def about(self, certificate: Any) -> tuple[list[Any], list[str]]:
        """Return the lists of who certified this one, and why some could not be had."""
        found = [item for item in self.lists if item.issuer == certificate.issuer]
        if found or self.fetch is None:
            return found, []
        why: list[str] = []
        of_issuer = [address for issuer, address in self.published if issuer.subject == certificate.issuer]
        for address in _addresses(certificate) or of_issuer:
            try:
                return [load_list(self.fetch(address))], why
            except Unreachable as error:
                why.append(f"{address}: {error.data['reason']}")
            except ValueError:
                why.append(address)
        return [], why


@dataclass(frozen=True, slots=True)
class Unproven:
    """A signer or time-stamp authority whose chain cannot be proven: the name, and where lists were looked for in vain."""

    name: str
    tried: tuple[str, ...] = ()


def load_list(data: bytes) -> Any:
    """Return a list of revoked certificates from DER or PEM.

    Raises:
        ValueError: the bytes are none.
    """
    if pem.detect(data):
        _name, _headers, data = pem.unarmor(data)
    found = asn1_crl.CertificateList.load(data, strict=True)
    # Parsed only when looked at.
    if found["tbs_cert_list"]["this_update"].native is None:
        raise ValueError("no list of revoked certificates")
    return found


def needs_stamp(pdf: bytes) -> bool:
    """Tell whether a signature in the file has no time stamp at all.

    Raises:
        PdfUnreadable: ``pdf`` is no PDF.
    """
    signatures, stamps = _signers(pdf)
    last = max((stamp.revision or 0 for stamp in stamps), default=0)
    return any(not attached and signature.signed_revision > last for signature, attached in signatures)


def add_stamp(pdf: bytes, authority: TimestampAuthority) -> bytes:
    """Return the file with a time stamp over all of it: in the prepared field while that is empty, else in a new one.

    Raises:
        TimestampFailed: none was had.
        PdfUnreadable: ``pdf`` is no PDF.
    """
    try:
        writer = UnchangedMetadata(io.BytesIO(pdf))
        fields = list(enumerate_sig_fields(writer))
        is_prepared = any(name == TIMESTAMP and value is None for name, value, _reference in fields)
        # Numbers of one length: no name is the beginning of another.
        name = TIMESTAMP if is_prepared else f"DTS{len(fields) + 1:06d}"
        stamper = PdfTimeStamper(Timestamps(authority), field_name=name, readable_field_name=name)
        output = stamper.timestamp_pdf(writer, "sha256", output=io.BytesIO())
    except (PdfError, SigningError) as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
    return bytes(output.getvalue())


def add_proofs(pdf: bytes, sources: Sources) -> tuple[bytes, tuple[Unproven, ...]]:
    """Return the file with what proves the chains of all who signed or stamped it, and whose chain is not proven even so.

    Who is proven already gets nothing more; where that is everybody the file is returned as it is.

    Raises:
        PdfUnreadable: ``pdf`` is no PDF.
    """
    signatures, stamps = _signers(pdf)
    writer = UnchangedMetadata(io.BytesIO(pdf))
    kept = Material.of(writer)
    unproven: list[Unproven] = []
    certificates: list[Any] = []
    lists: list[Any] = []
    for leaf in _leaves(signatures, stamps):
        if is_proven(leaf, kept, sources.anchors):
            continue
        chain, found, tried = _proof(leaf, kept, sources)
        if chain is None:
            unproven.append(Unproven(leaf.name, tuple(tried)))
        else:
            certificates += chain
            lists += found
    if not certificates:
        return pdf, tuple(unproven)
    DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=certificates, crls=lists)
    output = io.BytesIO()
    writer.write(output)  # type: ignore[no-untyped-call]  # the library is typed in part
    return output.getvalue(), tuple(unproven)


def _proof(leaf: Leaf, kept: Material, sources: Sources) -> tuple[list[Any] | None, list[Any], list[str]]:
    """Return the chain and the lists that prove it; no chain where they do not, and what was tried."""
    anchors = (*sources.anchors, *self_signed((*leaf.others, *kept.certificates)))
    chain = chain_of(leaf, anchors, kept, needs_revocation=False)
    if chain is None:
        return None, [], []
    lists, tried = [], []
    for certificate in chain[1:]:
        found, why = sources.about(certificate)
        lists += found
        tried += why
    proven = chain_of(leaf, anchors, kept.with_crls(lists), needs_revocation=True)
    return proven, lists, tried


def _leaves(signatures: Sequence[tuple[EmbeddedPdfSignature, list[Stamp]]], stamps: Sequence[Stamp]) -> Iterable[Leaf]:
    """Yield all who signed or stamped; a signer as of the first stamp, for that is the moment that can be proven."""
    for signature, attached in signatures:
        after = [stamp for stamp in stamps if (stamp.revision or 0) > signature.signed_revision]
        for moment in sorted(stamp.at for stamp in (*attached, *after))[:1]:
            yield Leaf(signature.signer_cert, tuple(signature.other_embedded_certs), moment)
        yield from (stamp.by for stamp in attached)
    yield from (stamp.by for stamp in stamps)


def _signers(pdf: bytes) -> tuple[list[tuple[EmbeddedPdfSignature, list[Stamp]]], list[Stamp]]:
    """Return the signatures with the stamps that lie in them, and the stamps over the document."""
    signatures, stamps = [], []
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        for name, value, reference in list(enumerate_sig_fields(reader)):
            if value is None:
                continue
            embedded = EmbeddedPdfSignature(reader, reference.get_object(), name)
            if is_document_stamp(embedded):
                stamps.append(document_stamp(embedded, (), Material()))
            else:
                signatures.append((embedded, attached_stamps(embedded, (), Material())))
    except (PdfError, SigningError, ValueError) as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
    return signatures, stamps


def _addresses(certificate: Any) -> list[str]:
    """Return where the list of who certified this one is said to be had over HTTP."""
    found = []
    for point in certificate.crl_distribution_points:
        url = point.url
        if url and url.lower().startswith(("http://", "https://")):
            found.append(url)
    return found
