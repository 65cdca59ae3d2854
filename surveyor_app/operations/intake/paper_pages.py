"""Pages of papers that lie in a case (PDF, TIFF of several pages), one at a time as pictures; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from surveyor_app.casefile import blobs
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.media.render_jobs import Page
from surveyor_app.media.worker import MediaWorkers

PAGED = frozenset({"pdf", "tiff"})
"""Formats that have pages."""
PRINTED_PX = 1600
"""Longer side of a page that is printed in a report."""


def page_picture(case: CaseFile, workers: MediaWorkers, sha256: str, number: int, longest_px: int) -> Page:
    """Return one page (from 0) of an original, which is read part by part; bad content is no error.

    Raises:
        BlobMissing: none has this hash.
        BlobDamaged: a part that was needed is not what was stored.
    """

    def read(offset: int, size: int) -> bytes:
        return blobs.read_range(case, sha256, offset, size)

    return workers.page(blobs.size_of(case, sha256), read, number, longest_px)


def page_pictures(case: CaseFile, workers: MediaWorkers, sha256: str, longest_px: int = PRINTED_PX) -> Iterator[Page]:
    """Yield every page of an original in order, for a report; a page that cannot be drawn says why and the next follows.

    Errors as :func:`page_picture`.
    """
    first = page_picture(case, workers, sha256, 0, longest_px)
    yield first
    for number in range(1, first.pages):
        yield page_picture(case, workers, sha256, number, longest_px)
