"""Takes photos, videos and sound with the laptop's own devices, into the encrypted case and nowhere else.

::

    device ──▶ Feed ──▶ record(): encode ──▶ bytes ──some commits a second──▶ recording in the case ──▶ evidence

``record`` runs until the feed ends, the device is gone, a person cancels or the disk is full; whatever ends it, what was
committed becomes evidence, and after a crash it does when the case is opened again. Which evidence that will be is known from
the start: its id follows from what the recording is, so that an answer may point into it while it is being made.
"""

from __future__ import annotations

import dataclasses
import hashlib
import io
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass

from surveyor_app import __version__
from surveyor_app.casefile import recording, storing
from surveyor_app.casefile.blob_reading import BlobReader, BlobStream
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.recording import About, Recording
from surveyor_app.domain.errors import Cancelled, SurveyorError
from surveyor_app.domain.journal.changes import Changes, Step, touched_by
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id, uuid7_of
from surveyor_app.domain.journal.instants import Instant, utc_text
from surveyor_app.domain.journal.ranks import is_rank, rank_between
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.media.camera_photos import encode_photo
from surveyor_app.media.examining import examine_file
from surveyor_app.media.facts import Examination
from surveyor_app.media.frames import Picture, SoundShape
from surveyor_app.media.muxing import Muxer, Plan
from surveyor_app.operations.intake import likenesses
from surveyor_app.operations.intake.derived import keep_derived
from surveyor_app.operations.intake.feeds import Feed
from surveyor_app.operations.intake.source_custody import IMPORTER
from surveyor_app.records import reading

SOFTWARE = f"Surveyor {__version__}"
COMMIT_S = 0.25
"""What the encoders gave out is committed so often; with a fragment it stays well under the second that may be lost."""

KEPT = "recordings_kept"
"""Among the case's notices: a recording that was cut off has become evidence."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Take:
    """What is to be recorded: pictures of a size or none, sound of a shape or none, and the devices' names."""

    size_px: tuple[int, int] | None
    sound: SoundShape | None
    device: str

    @property
    def origin(self) -> str:
        """Where it comes from, as evidence says it."""
        return "camera" if self.size_px else "microphone"


@dataclass(frozen=True, slots=True)
class Announced:
    """A recording that is about to begin, and the evidence that it will be."""

    about: About
    evidence_id: RecordId


@dataclass(frozen=True, slots=True)
class Captured:
    """What became evidence; ``evidence_id`` is ``None`` when nothing came from the device. ``failure`` ended it early."""

    evidence_id: str | None
    changes: Changes
    failure: SurveyorError | None = None


def take_photo(case: CaseFile, picture: Picture, taken: Instant, device: str) -> Captured:
    """Store one picture of the camera, at its full size, as a photo.

    Raises:
        RecordingFailed: it cannot be encoded. DiskFull, StorageFailed: nothing was kept.
    """
    data = encode_photo(picture, taken, device, SOFTWARE)
    found = examine_file(io.BytesIO(data))
    about = About("photo", _name("photo", "jpg", taken), "camera", device, taken)
    steps: list[Step] = []

    def naming(stored: StoredBlob) -> Sequence[Step]:
        steps[:] = [_step(case, about, stored, found, new_record_id())]
        return steps

    incoming = storing.Incoming(
        lambda: (data,), naming, lambda session, stored: keep_derived(session, stored.sha256, found)
    )
    storing.store_blob(case, (data,), incoming)
    likenesses.remember_pictures(case)
    return _captured(steps)


def announce(case: CaseFile, take: Take, subject: str = "") -> Announced:
    """Say that a recording begins now; ``subject`` begins its file name, which a crash does not take from it."""
    began = case.author.clock().instant()
    kind, ending = ("video", "mp4") if take.size_px else ("sound", "ogg")
    name = _name("-".join(filter(None, (subject, kind))), ending, began)
    about = About(kind, name, take.origin, take.device, began)
    return Announced(about, _evidence_id(case, about))


def record(
    case: CaseFile, take: Take, feed: Feed, progress: ReportProgress = silent, announced: Announced | None = None
) -> Captured:
    """Record what comes through ``feed`` until it ends. A Cancel ends it like a stop: what was recorded is kept.

    Raises:
        RecordingFailed, DiskFull, StorageFailed, DamagedFile: and nothing of it could be made evidence now; what is
            committed becomes evidence when the case is opened again.
    """
    about = (announced or announce(case, take)).about
    running = recording.begin(case, about)
    failure: SurveyorError | None = None
    try:
        _encode(running, Plan(take.size_px, take.sound, about.began.local, SOFTWARE), feed, progress)
    except SurveyorError as error:
        failure = error
    finally:
        feed.end()
    try:
        return dataclasses.replace(_finish(case, running), failure=failure)
    except SurveyorError as error:
        raise (failure or error) from error


def finish_unfinished(case: CaseFile) -> list[str]:
    """Make evidence of what was being recorded when the program ended; called when a case is opened.

    Returns the ids of the new evidence. A recording that cannot be read any more is left as it is, and said in the log.
    """
    kept: list[str] = []
    for left in recording.unfinished(case):
        try:
            left.take_up()
            captured = _finish(case, left)
        except SurveyorError:
            _LOG.exception("a recording could not be finished; it stays as it is")
            continue
        if captured.evidence_id is not None:
            kept.append(captured.evidence_id)
    if kept:
        case.notices = (*case.notices, KEPT)
    return kept


def _encode(running: Recording, plan: Plan, feed: Feed, progress: ReportProgress) -> None:
    waiting = bytearray()
    muxer: Muxer | None = None
    committed = time.monotonic()
    try:
        for item in feed.items():
            if item is not None:
                # Not before: a device that never gives anything leaves no empty film.
                muxer = muxer or Muxer(plan, waiting.extend)
                muxer.add(item)
            if time.monotonic() - committed >= COMMIT_S:
                committed = time.monotonic()
                _commit(running, waiting)
                progress(Progress(running.size, 0, running.about.name))
    except Cancelled:
        pass
    finally:
        # Also after a failure of the encoder: what it had given out is whole.
        _commit(running, waiting)
    if muxer is not None:
        muxer.close()
        _commit(running, waiting)


def _commit(running: Recording, waiting: bytearray) -> None:
    running.append(bytes(waiting))
    waiting.clear()


def _finish(case: CaseFile, running: Recording) -> Captured:
    stored = running.seal()
    if stored is None:
        return Captured(None, Changes())
    reader = BlobReader(case, stored.sha256, state="writing")
    # Read by chance access and from the encrypted file; a decoder asks for a few bytes at a time.
    found = examine_file(io.BufferedReader(BlobStream(reader), 1 << 16))
    steps = [_step(case, running.about, stored, found, _evidence_id(case, running.about))]
    running.store(steps, lambda session: keep_derived(session, stored.sha256, found))
    return _captured(steps)


def _captured(steps: Sequence[Step]) -> Captured:
    undo = tuple(Step(Action.WITHDRAW, Evidence.KIND, step.id, reason="undo") for step in steps)
    return Captured(steps[0].id if steps else None, Changes(touched_by(undo), "capture", undo))


def _step(case: CaseFile, about: About, stored: StoredBlob, found: Examination, evidence_id: RecordId) -> Step:
    with case.read() as session:
        known = reading.list_records(session, case.case_id, Evidence, include_withdrawn=True)
    last = max((item.rank for item in known if item.rank and is_rank(item.rank)), default=None)
    facts = {field.name: getattr(found.facts, field.name) for field in dataclasses.fields(found.facts)}
    facts.pop("media_class")
    local, sign = about.began.local, "-" if about.began.offset_min < 0 else "+"
    hours, minutes = divmod(abs(about.began.offset_min), 60)
    values = {
        **facts,
        "rank": rank_between(last, None),
        "evidence_class": about.evidence_class,
        "sha256": stored.sha256,
        "size_bytes": stored.size,
        "file_name": about.name,
        "taken_at": local.replace(tzinfo=None, microsecond=0).isoformat(),
        "taken_subsec": f"{local.microsecond // 1000:03d}",
        "taken_offset": f"{sign}{hours:02d}:{minutes:02d}",
        "software": SOFTWARE,
        "origin": about.origin,
        "captured_here": True,
        "device": about.device,
        "importer": IMPORTER,
        "imported_at": case.author.clock().instant(),
        "no_preview": found.problem.value if found.problem else None,
    }
    present = {name: value for name, value in values.items() if value is not None}
    return Step(Action.CREATE, Evidence.KIND, evidence_id, encode_fields(Evidence.KIND, present))


def _evidence_id(case: CaseFile, about: About) -> RecordId:
    """Return the id of the evidence that a recording becomes: the same again after a crash, from what is kept of it."""
    told = (case.case_id, about.evidence_class, about.name, about.origin, about.device, utc_text(about.began.utc))
    digest = hashlib.sha256("\n".join(told).encode()).digest()
    return RecordId(uuid7_of(int(about.began.utc.timestamp() * 1000), int.from_bytes(digest, "big")))


def _name(kind: str, ending: str, began: Instant) -> str:
    return f"{kind}-{began.local:%Y%m%d-%H%M%S}.{ending}"
