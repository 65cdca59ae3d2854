"""The pictures of a report: the previews of its photos, read while the rest of it is put together, and handwriting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from surveyor_app.casefile import previews
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, InputError
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.statements.inks import Ink
from surveyor_app.operations.statements.paper_inks import load_drawings
from surveyor_app.records import reading
from surveyor_app.report.data import PhotoEntry


def photo_previews(case: CaseFile) -> Mapping[str, bytes]:
    """Return the previews of all photos of the case (JPEG by the original's SHA-256), those that there are. On any thread."""
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Evidence, ("evidence_class", "sha256"))
    hashes = [sha256 for _id, _withdrawn, evidence_class, sha256 in rows if evidence_class == "photo" and sha256]
    return previews.load_previews(case, hashes, PreviewKind.PREVIEW)


def pictures_of(case: CaseFile, photos: Sequence[PhotoEntry], read: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the pictures by their names in the report: those ``read`` before, and those of photos that came meanwhile."""
    named = {photo.picture_name: photo.sha256 for photo in photos if photo.picture_name}
    late = [sha256 for sha256 in named.values() if sha256 not in read]
    found = {**read, **previews.load_previews(case, late, PreviewKind.PREVIEW)} if late else read
    return {name: found[sha256] for name, sha256 in named.items() if sha256 in found}


def handwriting_of(case: CaseFile, inks: Iterable[Ink]) -> dict[str, bytes]:
    """Return handwriting (SVG) by the ink's id; what cannot be read is left out, and no report fails for it."""
    found: dict[str, bytes] = {}
    for ink in inks:
        try:
            drawn = load_drawings(case, (ink,))
        except (BlobMissing, BlobDamaged, InputError):
            continue
        found |= {id_: drawn.files[name] for id_, name in drawn.names.items()}
    return found
