"""Signs a report: PAdES (ETSI.CAdES.detached) into one of its prepared fields, with a picture of name and time.

Without a time-stamp authority the signature is B-B; with one it is B-T. Each signature is its own revision of the file, so an
earlier one stays valid.
"""

from __future__ import annotations

import io
import json
import uuid
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer, SimpleSigner
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

from surveyor_app.domain.errors import InputError, PdfUnreadable
from surveyor_app.report.data import ReportLanguage
from surveyor_app.report.fields import SURVEYOR, VISIBLE_BOXES, FieldBox, UnchangedMetadata
from surveyor_app.report.printed_texts import paper_words
from surveyor_app.report.signatures.credentials import Credential
from surveyor_app.report.signatures.timestamps import TimestampAuthority, Timestamps
from surveyor_app.report.signatures.tokens import TokenKey
from surveyor_app.report.typesetting import ReportFiles, Typesetting, typeset
from surveyor_app.wording.report_languages import BOTH, report_languages


def sign(
    pdf: bytes,
    credential: Credential,
    *,
    at: datetime,
    reason: str,
    location: str,
    field: str = SURVEYOR,
    files: ReportFiles | None = None,
    language: ReportLanguage = BOTH,
    stamp: bytes | None = None,
    timestamps: TimestampAuthority | None = None,
) -> bytes:
    """Return ``pdf`` with a signature in ``field``, appended as a new revision.

    Args:
        pdf: A report made by ``lay_out`` (not a draft), signed before or not.
        credential: Who signs.
        at: The moment of signing, aware; it is printed and stands in the signature.
        reason: Why, as printed.
        location: Where, as printed; may be empty.
        field: One of the prepared fields.
        files: Templates and fonts; those that come with the program if not given.
        language: Of the words around name and time.
        stamp: The picture from :func:`draw_stamp` for the same arguments; drawn here if not given.
        timestamps: Who confirms the time; without it the signature is PAdES B-B, with it B-T.

    Raises:
        CertificateExpired: the certificate is not valid at ``at``.
        InputError: ``field`` does not exist or is signed already.
        PdfUnreadable: ``pdf`` is no PDF.
        TimestampFailed: no time stamp that can be used was had.
        TokenModuleMissing, TokenNotFound, TokenPinWrong, TokenFailed: the token with the key cannot be used.
    """
    credential.require_valid(at)
    _box(field)
    margins = Margins.uniform(0)  # type: ignore[no-untyped-call]  # the library is typed in part
    if stamp is None:
        stamp = draw_stamp(
            credential, at=at, reason=reason, location=location, field=field, files=files, language=language
        )
    metadata = PdfSignatureMetadata(
        field_name=field,
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason or None,
        location=location or None,
        name=credential.name,
    )
    with _signer(credential) as signer:
        dated = _DatedSigner(
            at,
            metadata,
            signer,
            timestamper=Timestamps(timestamps) if timestamps is not None else None,
            stamp_style=StaticStampStyle(
                background=_StampPage(stamp),
                background_opacity=1.0,
                border_width=0,
                background_layout=SimpleBoxLayoutRule(
                    AxisAlignment.ALIGN_MID, AxisAlignment.ALIGN_MID, margins=margins
                ),
            ),
        )
        return _append(pdf, dated, field)


def _append(pdf: bytes, signer: PdfSigner, field: str) -> bytes:
    try:
        writer = UnchangedMetadata(io.BytesIO(pdf))
        empty = {name for name, _value, _reference in enumerate_sig_fields(writer, filled_status=False)}
        if field not in empty:
            raise InputError(field=field, reason="absent or already signed")
        output = signer.sign_pdf(writer, existing_fields_only=True, output=io.BytesIO())
    except (PdfError, SigningError) as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
    return bytes(output.getvalue())


def _signer(credential: Credential) -> AbstractContextManager[Signer]:
    """Return what signs, for as long as it is needed: a session with a token, or the key itself."""
    if isinstance(credential.key, TokenKey):
        return credential.key.signer()
    key = credential.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # the library is typed in part
    store.register_multiple([asn1_x509.Certificate.load(issuer) for issuer in credential.chain])
    return nullcontext(
        SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(credential.certificate),
            signing_key=keys.PrivateKeyInfo.load(key),
            cert_registry=store,
        )
    )


def _box(field: str) -> FieldBox:
    box = next((box for box in VISIBLE_BOXES if box.name == field), None)
    if box is None:
        raise InputError(field=field, reason="no such signature field")
    return box


def draw_stamp(
    credential: Credential,
    *,
    at: datetime,
    reason: str,
    location: str,
    field: str = SURVEYOR,
    files: ReportFiles | None = None,
    language: ReportLanguage = BOTH,
) -> bytes:
    """Return what a signature shows: a one-page PDF of the field's size with the embedded font.

    pyHanko alone could not write Chinese. It needs nothing of the report, so it can be drawn while that is laid out.

    Raises:
        InputError: ``field`` does not exist.
        FontMissing, LayoutFailed: as :func:`~surveyor_app.report.typesetting.typeset`.
    """
    box = _box(field)
    files = files or ReportFiles.installed()
    show = files.literal
    content = {
        **paper_words(report_languages(language), show),
        "width": box.width,
        "height": box.height,
        "signer": show(credential.name),
        "subject": show(credential.subject),
        "signed_at": show(at.isoformat(sep=" ", timespec="seconds")),
        "reason": show(reason),
        "location": show(location),
    }
    job = Typesetting(
        template="stamp.typ",
        files={"data.json": json.dumps(content).encode()},
        standards=["1.7"],
        timestamp=int(at.timestamp()),
        tags=False,
    )
    return typeset(job, files)


class _StampPage(PdfContent):
    """Draws the first page of a PDF held in memory."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Import the page and return the drawing command."""
        page = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        name = f"/Stamp{uuid.uuid4().hex}"
        self.resources.xobject[name] = page
        left, bottom, right, top = page.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(right - left), height=abs(top - bottom))
        return f"{name} Do".encode()


class _DatedSigner(PdfSigner):
    """Signs with the moment it is given instead of the clock's: what is printed and what is signed are the same."""

    def __init__(self, at: datetime, metadata: PdfSignatureMetadata, signer: Signer, **options: Any) -> None:
        super().__init__(metadata, signer, **options)
        self._at = at.replace(microsecond=0)

    def init_signing_session(self, *arguments: Any, **options: Any) -> Any:
        """Set the session's time."""
        session = super().init_signing_session(*arguments, **options)
        session.system_time = self._at
        return session
