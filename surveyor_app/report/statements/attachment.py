"""Reads the text of the pages back out of the paper of one of our own statements."""

from __future__ import annotations

import io
import json

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.domain.errors import PdfUnreadable
from surveyor_app.domain.journal.canonical import Json, canonical
from surveyor_app.report.attachments import attachments
from surveyor_app.report.statements.layout import PAGES_NAME


def page_contents_of(pdf: bytes) -> list[Json]:
    """Return the attached text of each page, first page first.

    Raises:
        PdfUnreadable: the bytes are no PDF, or none with the text of its pages.
    """
    try:
        found = next((data for name, data in attachments(PdfFileReader(io.BytesIO(pdf))) if name == PAGES_NAME), None)
        pages = json.loads(found or b"")
        if not isinstance(pages, list):
            raise PdfUnreadable(path="", reason="no list of pages")
        for page in pages:
            canonical(page)
    except (PdfError, ValueError, RecursionError) as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
    return pages
