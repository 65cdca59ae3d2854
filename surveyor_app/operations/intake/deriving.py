"""Make again what is derived from originals and missing: previews, thumbnails, measures.

They are missing in a case of an older program, in one that came from elsewhere, and after they were dropped. Originals are
read part by part from the encrypted file; no plain copy is made.
"""

from __future__ import annotations

from collections.abc import Callable

from surveyor_app.casefile import blobs, measures, previews
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import BlobDamaged, BlobMissing
from surveyor_app.domain.journal.changes import Changes
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.media.facts import MEASURES_VERSION, Examination
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import likenesses
from surveyor_app.operations.intake.derived import keep_derived
from surveyor_app.records import reading


def underived(case: CaseFile) -> list[str]:
    """Return the originals (SHA-256) that could be shown when they were taken in, but lack a picture or measures now."""
    return list(_wanting(case))


def _wanting(case: CaseFile) -> dict[str, set[str]]:
    """Return the evidence that names each of these originals."""
    missing = set(measures.missing_measures(case, MEASURES_VERSION))
    for kind in previews.OWN:
        missing |= set(previews.missing_previews(case, kind))
    found: dict[str, set[str]] = {}
    if not missing:
        return found
    fields = ("sha256", "evidence_class", "no_preview")
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Evidence, fields, include_withdrawn=True)
    for id_, _withdrawn, sha256, evidence_class, no_preview in rows:
        if sha256 in missing and no_preview in {None, Evidence.DAMAGED} and evidence_class in {"photo", "video"}:
            found.setdefault(sha256, set()).add(id_)
    return found


def derive_missing(
    case: CaseFile,
    workers: MediaWorkers,
    progress: ReportProgress = silent,
    on_made: Callable[[Changes], None] | None = None,
) -> int:
    """Make what is missing and return for how many originals; a damaged original is left to the case's check.

    ``progress`` may raise :class:`~surveyor_app.domain.errors.Cancelled`: what was made stays. ``on_made`` is told each time
    which evidence can be shown now, so that a window can show it while the rest is made.
    """
    wanted = _wanting(case)
    made = 0
    progress(Progress(0, len(wanted)))
    for done, (sha256, ids) in enumerate(wanted.items(), 1):
        try:
            found = examine_stored(case, sha256, workers)
        except (BlobDamaged, BlobMissing):
            found = None
        if found is not None and found.preview and found.thumbnail and found.measures:
            with case.write() as session:
                keep_derived(session, sha256, found)
            made += 1
            if on_made is not None:
                on_made(Changes({Evidence.KIND: frozenset(ids)}))
        progress(Progress(done, len(wanted)))
    if made:
        likenesses.remember_pictures(case)
    return made


def examine_stored(case: CaseFile, sha256: str, workers: MediaWorkers) -> Examination:
    """Examine an original that lies in a case, of any size.

    Raises:
        BlobMissing: none has this hash.
        BlobDamaged: a part that was needed is not what was stored.
    """

    def read(offset: int, size: int) -> bytes:
        return blobs.read_range(case, sha256, offset, size)

    return workers.examine_ranges(blobs.size_of(case, sha256), read)
