"""States the accessible copy in a report, and cuts it off again."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, NameObject, StreamObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.rw_common import PdfHandler

from surveyor_app.domain.errors import InputError, PdfUnreadable
from surveyor_app.domain.journal.canonical import sha256_hex

_CLAIM = b"<pdfuaid:part>1</pdfuaid:part>"
_KEYWORDS_END = b"</pdf:Keywords>"
OFFICE_KEYWORD = "copy:office"
"""What the template writes among the keywords of an office copy."""
_STATED = re.compile(r", accessible-copy:([0-9a-f]{64}):([0-9]{1,12})$")


@dataclass(frozen=True, slots=True)
class CopyMark:
    """Which bytes are the copy: so many from the beginning of the report, with this hash."""

    sha256: str
    size: int

    @classmethod
    def of(cls, pages: bytes) -> CopyMark:
        """Return that of a report as it was laid out."""
        return cls(sha256_hex(pages), len(pages))

    def fits(self, pdf: bytes) -> bool:
        """Tell whether a report begins with these bytes."""
        return len(pdf) > self.size and sha256_hex(pdf[: self.size]) == self.sha256


def is_accessible(pdf: PdfHandler) -> bool:
    """Tell whether a PDF claims PDF/UA-1, as what was laid out does and a report made of it no longer does."""
    try:
        return _CLAIM in bytes(pdf.root["/Metadata"].data)
    except (KeyError, TypeError, AttributeError):
        return False


def is_office_copy(reader: PdfFileReader) -> bool:
    """Tell whether a PDF says that it is the office copy of a report."""
    return OFFICE_KEYWORD in _keywords(reader).split(", ")


def state_copy(writer: IncrementalPdfFileWriter, mark: CopyMark) -> None:
    """Append to the report that its beginning is the copy; from there on it claims PDF/A-3a alone.

    The keywords say so, in the document's information and in its metadata alike.
    """
    stated = f", accessible-copy:{mark.sha256}:{mark.size}"
    information = writer.trailer["/Info"]
    information[NameObject("/Keywords")] = TextStringObject(str(information["/Keywords"]) + stated)
    writer.mark_update(writer.trailer.raw_get("/Info"))
    metadata = writer.root["/Metadata"]
    content = metadata.data.replace(_CLAIM, b"").replace(_KEYWORDS_END, stated.encode() + _KEYWORDS_END)
    kind = {NameObject(name): metadata[name] for name in ("/Type", "/Subtype")}
    writer.root[NameObject("/Metadata")] = writer.add_object(StreamObject(kind, stream_data=content))
    writer.update_root()  # type: ignore[no-untyped-call]  # the library is typed in part


def print_note(writer: Any, note: bytes, left: int, bottom: int) -> None:
    """Draw the first page of ``note`` on the report's last page, outside the structure of its text.

    ``writer`` is an ``IncrementalPdfFileWriter``, which is typed in part.
    """
    page = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(note)))
    # What is drawn there leaves the page's coordinates turned over; the pair around it brings them back.
    for command, is_first in ((b"q", True), (b"Q", False)):
        writer.add_stream_to_page(-1, writer.add_object(StreamObject(stream_data=command)), prepend=is_first)
    drawing = b"/Artifact BMC q 1 0 0 1 %d %d cm /AccessibleCopy Do Q EMC" % (left, bottom)
    drawings = DictionaryObject({NameObject("/AccessibleCopy"): page})  # type: ignore[no-untyped-call]
    resources = DictionaryObject({NameObject("/XObject"): drawings})  # type: ignore[no-untyped-call]
    writer.add_stream_to_page(-1, writer.add_object(StreamObject(stream_data=drawing)), resources)


def stated_copy(reader: PdfFileReader) -> CopyMark | None:
    """Return what a report states of its accessible copy, ``None`` where it states nothing."""
    found = _STATED.search(_keywords(reader))
    return CopyMark(found[1], int(found[2])) if found else None


def _keywords(reader: PdfFileReader) -> str:
    try:
        keywords: Any = reader.trailer["/Info"]["/Keywords"]
    except (KeyError, TypeError):
        return ""
    return str(keywords)


def accessible_copy(pdf: bytes) -> bytes:
    """Return the accessible copy of a signed report.

    Raises:
        InputError: it was signed without one. PdfUnreadable: it is no PDF, or does not begin with the copy it states.
    """
    try:
        mark = stated_copy(PdfFileReader(io.BytesIO(pdf)))
    except PdfError as error:
        raise PdfUnreadable(path="", reason=str(error)) from error
    if mark is None:
        raise InputError(field="report", reason="it was signed without an accessible copy")
    if not mark.fits(pdf):
        raise PdfUnreadable(path="", reason="its accessible copy is not the one it states")
    return pdf[: mark.size]


def states_copy(report: bytes, pages: bytes) -> bool:
    """Tell whether these bytes are just the accessible copy that a report states and begins with."""
    try:
        return accessible_copy(report) == pages
    except (InputError, PdfUnreadable):
        return False
