"""Copies of photos for receivers: scaled, stamped, with the layer; each hashed by itself and tied to its original's hash.

Renditions are derived: they are handed out and never kept. Whoever doubts one compares the hash of the original.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from surveyor_app.casefile.blobs import read_blob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.translation import system_translated
from surveyor_app.data_files import resources_dir
from surveyor_app.domain.claim.claims import Claim, Task
from surveyor_app.domain.errors import InputError, NotFound, TargetExists
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.photos.shapes import Palette, layer_of, only_hiding
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.editing.handing_out import hand_out
from surveyor_app.operations.photos.annotated_pictures import Layer, drawing_font
from surveyor_app.operations.photos.annotating import by_evidence
from surveyor_app.records import reading
from surveyor_app.wording.drawing_table import load_palette
from surveyor_app.wording.languages import chinese
from surveyor_app.wording.rendition_profiles import RenditionProfile, stamp_lines
from surveyor_app.wording.shot_lists import load_shot_lists

MANIFEST = "renditions.tsv"
SUMS = "SHA256SUMS"
MAX_ORIGINAL_BYTES = 300_000_000
"""An original is handed to the decoder as a whole; no camera's photo is larger."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One copy: its JPEG and hash, the hash of its original, and the number and name it is handed out with.

    ``jpeg`` is ``None`` where no picture can be made of the original; ``problem`` is then the reason's code.
    ``written_sha256`` stands for the JPEG's hash once it lies in its file and is no more held here.
    """

    number: int
    original_sha256: str
    jpeg: bytes | None
    problem: str = ""
    written_sha256: str = ""

    @property
    def name(self) -> str:
        """File name: the number of the photo and the beginning of its original's hash."""
        return f"{self.number:04}-{self.original_sha256[:8]}.jpg"

    @property
    def sha256(self) -> str:
        """Hash of the JPEG, empty where there is none."""
        return hashlib.sha256(self.jpeg).hexdigest() if self.jpeg is not None else self.written_sha256


ShotName = Callable[[Evidence], str]
"""Says what a photo shows, in words of the shot list; empty for none."""


def shot_names() -> ShotName:
    """Return what says the Chinese name of a photo's shot; a key of another version as it is."""
    shots = load_shot_lists(resources_dir()).shots

    def name(record: Evidence) -> str:
        shot = shots.get(record.shot_key or "")
        return shot.name.in_(chinese()) if shot else record.shot_key or ""

    return name


@dataclass(frozen=True, slots=True)
class _Album:
    """What all copies of one case have in common; read once."""

    photos: Sequence[tuple[int, Evidence]]
    layers: Mapping[str, Layer]
    report_no: str
    surveyor: str
    place: str
    shot_name: ShotName


def make_rendition(
    case: CaseFile,
    evidence_id: str,
    profile: RenditionProfile,
    workers: MediaWorkers,
) -> Rendition:
    """Make the copy of one photo.

    Raises:
        NotFound: no such photo, or it is withdrawn. BlobDamaged: its original is not what was stored.
    """
    album = _read(case)
    for number, record in album.photos:
        if record.id == evidence_id:
            return _render(case, album, number, record, profile, workers)
    raise NotFound(what=Evidence.KIND, id=evidence_id)


def write_renditions(
    case: CaseFile,
    folder: Path,
    profile: RenditionProfile,
    workers: MediaWorkers,
    progress: ReportProgress = silent,
    *,
    only: Collection[str] | None = None,
) -> list[Rendition]:
    """Write copies of all photos, or of ``only`` some (ids), to a new folder, and last the manifest that ties them to originals.

    ``renditions.tsv`` has a line for every photo (file, original's SHA-256, copy's SHA-256, reason where there is no copy, or one
    of a part only);
    ``SHA256SUMS`` is for ``sha256sum -c``. A folder without them was not finished. The list is in order, without the JPEGs
    being kept.

    Raises:
        TargetExists: the folder holds something already.
        BlobDamaged: an original is damaged; what was written before stays, without a manifest.
        DiskFull, StorageFailed: likewise.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise TargetExists(path=str(folder))
    with system_translated(folder):
        folder.mkdir(parents=True, exist_ok=True)
    album = _read(case)
    lines, sums, made = ["file\toriginal_sha256\trendition_sha256\tproblem"], [], []
    photos = [(number, record) for number, record in album.photos if only is None or record.id in only]
    for done, (number, record) in enumerate(photos):
        progress(Progress(done, len(photos), record.file_name or ""))
        item = _render(case, album, number, record, profile, workers)
        if item.jpeg is not None:
            hand_out(folder / item.name, item.jpeg)
            sums.append(f"{item.sha256}  {item.name}")
        lines.append("\t".join((item.name if item.jpeg else "", item.original_sha256, item.sha256, item.problem)))
        made.append(replace(item, jpeg=None, written_sha256=item.sha256))
    hand_out(folder / SUMS, "".join(f"{line}\n" for line in sums).encode())
    hand_out(folder / MANIFEST, "".join(f"{line}\n" for line in lines).encode())
    progress(Progress(len(photos), len(photos)))
    return made


def profile_named(profiles: Mapping[str, RenditionProfile], name: str) -> RenditionProfile:
    """Return a profile by its id.

    Raises:
        InputError: there is none; ``known`` lists those there are.
    """
    if name not in profiles:
        raise InputError(field="rendition-profile", reason="unknown", known=", ".join(profiles))
    return profiles[name]


def _read(case: CaseFile) -> _Album:
    palette: Palette = load_palette(resources_dir())
    with case.read() as session:
        everything = reading.list_records(session, case.case_id, Evidence)
        claims = reading.list_records(session, case.case_id, Claim)
        tasks = reading.list_records(session, case.case_id, Task)
        layers = {id_: layer_of(found, palette) for id_, found in by_evidence(case, session).items()}
    photos = [(n, item) for n, item in enumerate(everything, start=1) if item.evidence_class == "photo" and item.sha256]
    claim = claims[0] if claims else None
    place = (tasks[0].survey_place if tasks else None) or (claim.accident_place if claim else None)
    return _Album(photos, layers, (claim and claim.report_no) or "", case.profile.user, place or "", shot_names())


def _render(
    case: CaseFile,
    album: _Album,
    number: int,
    record: Evidence,
    profile: RenditionProfile,
    workers: MediaWorkers,
) -> Rendition:
    sha256 = record.sha256 or ""
    if (record.size_bytes or 0) > MAX_ORIGINAL_BYTES:
        return Rendition(number, sha256, None, "too_large")
    # Read to the end first: a damaged original raises there, and nothing is made of it.
    data = b"".join(read_blob(case, sha256))
    layer = album.layers.get(record.id, ()) if profile.layer != "none" else ()
    job = RenderJob(
        profile.longest_px,
        quality=profile.quality,
        max_bytes=profile.max_bytes,
        layer=only_hiding(layer) if profile.layer == "hiding" else layer,
        stamp=stamp_lines(profile.stamp, _values(album, number, record)),
        font=drawing_font(),
    )
    found = workers.render(data, job)
    return Rendition(number, sha256, found.jpeg, found.problem.value if found.problem else "")


def _values(album: _Album, number: int, record: Evidence) -> dict[str, str]:
    taken = (record.taken_at or "").replace("T", " ") if record.captured_here else ""
    return {
        "report_no": album.report_no,
        "surveyor": album.surveyor,
        "time": " ".join(part for part in (taken, record.taken_offset or "") if part) if taken else "",
        "place": album.place,
        "shot": album.shot_name(record),
        "number": str(number),
    }
