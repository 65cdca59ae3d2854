"""The first look at a photo whose own thumbnail is not made yet: the one its camera put into it, never kept."""

from __future__ import annotations

from surveyor_app.casefile import blobs
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.media.worker import EMBEDDED_HEAD_BYTES, MediaWorkers

JPEG = b"\xff\xd8\xff"
"""Only of these cameras leave a thumbnail that is read here; a video need not be read for that."""
MAX_BYTES = 64_000_000
"""Reading all of a larger original takes longer than a first look may."""


def first_look(case: CaseFile, sha256: str, workers: MediaWorkers) -> bytes | None:
    """Return a JPEG of the size of a thumbnail, upright; ``None`` where the camera left none.

    The whole original is read and compared first: of a damaged one nothing is shown.
    """
    try:
        if blobs.size_of(case, sha256) > MAX_BYTES:
            return None
        if blobs.read_range(case, sha256, 0, len(JPEG)) != JPEG:
            return None
        data = b"".join(blobs.read_blob(case, sha256))
    except (BlobDamaged, BlobMissing):
        return None
    return workers.embedded_thumbnail(memoryview(data)[:EMBEDDED_HEAD_BYTES])
