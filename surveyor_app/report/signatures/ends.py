"""Where a PDF ends: after its last revision there is nothing but the end of a line.

What is appended without being a revision no reader need show, and no signature speaks of; but the file is not the one that was
issued, and another program may take just that part for its content.
"""

from __future__ import annotations

import re

from pyhanko.pdf_utils.reader import PdfFileReader

_OF_A_LINE = re.compile(rb"(\r\n|\r|\n){0,2}")
"""The file's own, and the one more that a mail program adds."""


def bytes_behind(reader: PdfFileReader, pdf: bytes) -> int:
    """Return how many bytes stand behind the last revision; none where its end cannot be told."""
    start = reader.last_startxref
    if start is None:
        return 0
    # The first such end behind the revision's own table: a copy of it further on is part of what was appended.
    found = re.compile(rb"startxref\s+%d\s+%%%%EOF" % start).search(pdf, max(start, 0))
    behind = b"" if found is None else pdf[found.end() :]
    return 0 if _OF_A_LINE.fullmatch(behind) else len(behind)
