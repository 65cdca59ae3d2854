"""Checks what a PDF says of its accessible copy; says codes, never sentences."""

from __future__ import annotations

from pyhanko.pdf_utils.reader import PdfFileReader

from surveyor_app.domain.journal.canonical import sha256_hex
from surveyor_app.report.accessible.copies import is_accessible, is_office_copy, stated_copy
from surveyor_app.report.findings import Finding, FindingCode, bad, ok, warn


def check_copy(reader: PdfFileReader, pdf: bytes) -> list[Finding]:
    """Return whether a report begins with the copy it states, or that the file is such a copy itself, or the office's."""
    mark = stated_copy(reader)
    if mark is not None:
        say, code = (ok, FindingCode.COPY_HOLDS) if mark.fits(pdf) else (bad, FindingCode.COPY_DIFFERS)
        return [say(code, sha256=mark.sha256, bytes=mark.size)]
    if is_office_copy(reader):
        return [warn(FindingCode.OFFICE_COPY)]
    return [warn(FindingCode.COPY_ALONE, sha256=sha256_hex(pdf))] if is_accessible(reader) else []
