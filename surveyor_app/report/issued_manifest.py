"""Reads the evidence manifest back out of one of our own reports."""

from __future__ import annotations

import io
from typing import BinaryIO

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.report.attachments import attachments
from surveyor_app.report.layout import MANIFEST_NAME


def evidence_manifest_of(pdf: bytes | BinaryIO) -> bytes | None:
    """Return the attached manifest, ``None`` when there is none; of a file only the pieces that lead to it are read.

    Raises:
        PdfUnreadable: the bytes are no PDF.
    """
    file = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    try:
        return next((data for name, data in attachments(PdfFileReader(file)) if name == MANIFEST_NAME), None)
    except PdfError as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
