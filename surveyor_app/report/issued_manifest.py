"""Reads the evidence manifest back out of one of our own reports."""

from __future__ import annotations

import io

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.report.attachments import attachments
from surveyor_app.report.layout import MANIFEST_NAME


def evidence_manifest_of(pdf: bytes) -> bytes | None:
    """Return the attached manifest, ``None`` when there is none.

    Raises:
        PdfUnreadable: the bytes are no PDF.
    """
    try:
        return next((data for name, data in attachments(PdfFileReader(io.BytesIO(pdf))) if name == MANIFEST_NAME), None)
    except PdfError as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
