"""Take files into a case as evidence: hash, store, read back, and only then say "stored".

Every file is evidence, whatever a decoder says: hostile or unreadable content is stored and marked "no preview" with the
reason. Only a source that cannot be read is refused. An import that ends early (cancelled, a full disk, a card pulled out)
says of every file what became of it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import errno
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile import blobs, previews, storing
from surveyor_app.casefile.blobs import StoredBlob
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.casefile.previews import PreviewKind
from surveyor_app.casefile.session import Session
from surveyor_app.domain.errors import Cancelled, SourceGone, SurveyorError
from surveyor_app.domain.journal.changes import Changes, Step
from surveyor_app.domain.journal.entries import Action
from surveyor_app.domain.journal.identifiers import RecordId, new_record_id
from surveyor_app.domain.journal.instants import Instant
from surveyor_app.domain.kinds import encode_fields
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.media.facts import Examination, MediaClass
from surveyor_app.media.worker import MediaWorkers
from surveyor_app.operations.intake import likenesses
from surveyor_app.operations.intake.derived import keep_derived
from surveyor_app.operations.intake.evidence_sources import Sent, Source, find_sources
from surveyor_app.operations.intake.found_again import Notes
from surveyor_app.operations.intake.known_files import KnownFiles, Place
from surveyor_app.operations.intake.own_files import OwnFiles
from surveyor_app.operations.intake.source_custody import Custody
from surveyor_app.records import reading

EMPTY = "empty"
"""The outcome of a file without bytes."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of one file, and why.

    ``stored``, ``stored_damaged`` (a part of the picture is shown), ``stored_without_preview``, ``duplicate``, ``empty``,
    ``refused`` or ``not_reached``. An empty file has no bytes and so is no duplicate of another: it is kept by its name, as
    evidence of zero bytes, once for each place and time (``already_there`` when that was before). A duplicate or empty file
    has the reason ``withdrawn`` when its evidence was withdrawn, and is not in the list. What was not reached is not
    stored; its reason is ``source_gone`` when its card was pulled out.
    """

    path: Path
    outcome: str
    reason: str | None = None
    evidence_id: str | None = None

    @property
    def is_new(self) -> bool:
        """Tell whether the file became a new piece of evidence."""
        return self.outcome in {"stored", "stored_damaged", "stored_without_preview"} or (
            self.outcome == EMPTY and self.reason is None
        )

    @property
    def is_safe(self) -> bool:
        """Tell whether the bytes (of an empty file: its name) are in the case now, whoever put them there."""
        return self.is_new or self.outcome in {"duplicate", EMPTY}


@dataclass(frozen=True, slots=True)
class ImportResult:
    """All files of one import in the order they were to be read, and what changed.

    ``ended`` is why the import ended before its last file, ``None`` when it did not.
    """

    items: tuple[ImportedFile, ...]
    changes: Changes
    ended: BaseException | None = None


OnStored = Callable[[Changes], None]
"""Called each time files became safe, so that a window can show them while the import goes on."""


def import_files(
    case: CaseFile,
    paths: Sequence[Path],
    workers: MediaWorkers,
    progress: ReportProgress = silent,
    on_stored: OnStored | None = None,
    *,
    origin: str | None = None,
) -> ImportResult:
    """Import as :func:`take_in` does, for callers to whom an import that ended early is an error.

    Raises:
        Cancelled: by ``progress``; what was stored stays, and ``on_stored`` was called for all of it.
        SourceGone, DiskFull, StorageFailed: what was reported before is safe.
    """
    result = take_in(case, paths, workers, progress, on_stored, origin=origin)
    if result.ended is not None:
        raise result.ended
    return result


def take_in(
    case: CaseFile,
    paths: Sequence[Path],
    workers: MediaWorkers,
    progress: ReportProgress = silent,
    on_stored: OnStored | None = None,
    *,
    origin: str | None = None,
    as_papers: bool = False,
) -> ImportResult:
    """Import files and folders, each file in one transaction with the entry that names it, and say what became of each.

    Args:
        case: Where the files go.
        paths: Files, and folders that are walked.
        workers: Decoders.
        progress: Told with ``total`` 0 while folders are walked; may raise ``Cancelled``, as may an interrupt from the keyboard.
        on_stored: Called for all that was stored, however the import ends.
        origin: Value of ``evidence_origin`` where the caller knows it; else files and cards are told apart.
        as_papers: Pictures are scans of papers, not photos of the scene.
    """
    running = _Import(case, workers, Custody(case.profile, origin), as_papers=as_papers)
    sources: Sequence[Source] = ()
    items: list[ImportedFile] = []
    ended: BaseException | None = None
    try:
        sources = find_sources(paths, lambda count: progress(Progress(0, 0, str(count))))
        progress(Progress(0, len(sources)))
        with contextlib.closing(running.items(sources)) as done:
            for item in done:
                items.append(item)
                if on_stored is not None and item.is_new:
                    on_stored(_noticed([item.evidence_id or ""]))
                progress(Progress(len(items), len(sources), sources[len(items) - 1].name, running.refused))
        ended = running.source_gone
    except BaseException as error:
        # Files are acknowledged in batches: those behind the one that was being reported are safe as well.
        late = running.rest(sources[len(items) :])
        if on_stored is not None and any(item.is_new for item in late):
            on_stored(_noticed([item.evidence_id or "" for item in late if item.is_new]))
        if not isinstance(error, Cancelled | KeyboardInterrupt | SurveyorError):
            raise
        items += late
        # With its traceback it would hold this frame, and so the bytes that were being read.
        ended = error.with_traceback(None)
    return ImportResult(tuple(items), _changes(items, running.noted), ended)


def import_bytes(case: CaseFile, name: str, data: bytes, workers: MediaWorkers) -> ImportResult:
    """Import something that has no file: a picture pasted from the clipboard."""
    running = _Import(case, workers, Custody(case.profile))
    items = tuple(running.items([Source(Path(name), given=data)]))
    return ImportResult(items, _changes(items, running.noted))


def import_sent(case: CaseFile, name: str, sent: Sent, workers: MediaWorkers) -> ImportResult:
    """Import a file that a phone sent, as it came.

    Raises:
        DiskFull, StorageFailed: nothing of it was kept.
    """
    running = _Import(case, workers, Custody(case.profile))
    items = tuple(running.items([Source(Path(name), sent=sent)]))
    return ImportResult(items, _changes(items, running.noted))


def thumbnail(case: CaseFile, sha256: str) -> bytes | None:
    """Return the thumbnail of an original as JPEG, ``None`` when there is none."""
    return previews.load_preview(case, sha256, PreviewKind.THUMBNAIL)


def sent_thumbnail(case: CaseFile, sha256: str) -> bytes | None:
    """Return what the centre says an original looks like that is not here, as a small JPEG; ``None`` when it said nothing."""
    return previews.load_preview(case, sha256, PreviewKind.SENT_THUMBNAIL)


def preview(case: CaseFile, sha256: str) -> bytes | None:
    """Return the preview of an original as JPEG, the centre's of one that is not here, ``None`` when there is none."""
    own = previews.load_preview(case, sha256, PreviewKind.PREVIEW)
    return own or previews.load_preview(case, sha256, PreviewKind.SENT_PREVIEW)


def original(case: CaseFile, sha256: str) -> Iterator[bytes]:
    """Yield an original; raises ``BlobDamaged`` at the end when its bytes are not those that were stored."""
    return blobs.read_blob(case, sha256)


def _noticed(evidence_ids: Sequence[str]) -> Changes:
    return Changes({Evidence.KIND: frozenset(evidence_ids)})


def _changes(items: Sequence[ImportedFile], noted: Collection[str]) -> Changes:
    created = [item.evidence_id for item in items if item.is_new and item.evidence_id]
    steps = tuple(Step(Action.WITHDRAW, Evidence.KIND, item, reason="undo") for item in created)
    touched = {*created, *noted}
    return Changes({Evidence.KIND: frozenset(touched)} if touched else {}, "import", steps)


class _Import:
    """One import under way: examines while files are stored, numbers them in order, knows what the case has already."""

    def __init__(self, case: CaseFile, workers: MediaWorkers, custody: Custody, *, as_papers: bool = False) -> None:
        self._case = case
        self._workers = workers
        self._as_papers = as_papers
        self._custody = custody
        self._own = OwnFiles(case)
        self._clock = case.author.clock
        self.refused = 0
        self.source_gone: SourceGone | None = None
        self._examining: dict[int, Future[Examination]] = {}
        self._examined: dict[int, Examination] = {}
        self._created: dict[int, str] = {}
        self._proved: dict[int, StoredBlob] = {}
        self._known = KnownFiles(case)
        self._notes = Notes(case)
        self._new: set[str] = set()
        self.noted: set[str] = set()

    def items(self, sources: Sequence[Source]) -> Generator[ImportedFile, None, None]:
        """Store the sources and yield what became of each, in order, once it is safe."""
        try:
            incoming = (self.incoming(source) for source in sources)
            for source, done in zip(sources, storing.store_many(self._case, incoming), strict=True):
                item = self.outcome(source, done)
                self.refused += item.outcome == "refused"
                if item.is_safe:
                    self._custody.note(source)
                yield item
        finally:
            self._custody.flush()
            if self._new:
                likenesses.remember_pictures(self._case, self._new)

    def incoming(self, source: Source) -> storing.Incoming:
        """Return the source as the store takes it; reading it starts its examination."""
        key = id(source)

        def chunks() -> Iterator[bytes]:
            if source.is_file and self._own.holds(source.path):
                raise OSError(errno.EBUSY, "a database that is open here")
            yield from source.chunks()
            if source.data is not None:
                self._examining[key] = self._workers.submit_bytes(source.data)
                source.data = None

        def steps(stored: StoredBlob) -> Sequence[Step]:
            self._proved[key] = stored
            place = self._place(source)
            twin = self._known.twin(stored, place, self._created.pop(key, None))
            if twin is not None:
                return self._note(twin, source, stored)
            record_id = new_record_id()
            self._known.add(record_id, stored, place)
            self._created[key] = record_id
            found = self._examined.get(key) or self._examine(source)
            self._examined[key] = found
            return (self._step(record_id, source, stored, found),)

        def rows(session: Session, stored: StoredBlob) -> None:
            found = self._examined.get(key)
            if found is not None:
                keep_derived(session, stored.sha256, found)
                self._new.add(stored.sha256)

        return storing.Incoming(chunks, steps, rows)

    def outcome(self, source: Source, done: storing.Acknowledged) -> ImportedFile:
        """Say what became of a source."""
        key = id(source)
        examined = self._examined.pop(key, None)
        self._examining.pop(key, None)
        self._proved.pop(key, None)
        if done.stored is None:
            return self._unread(source, done.source_error)
        record_id = self._created.pop(key, None)
        if record_id is None:
            twin = self._known.known(done.stored, self._place(source))
            is_withdrawn = twin is not None and self._is_withdrawn(twin)
            return _known_item(source, done.stored, twin, is_withdrawn=is_withdrawn)
        return _new_item(source, record_id, done.stored, examined)

    def rest(self, sources: Sequence[Source]) -> list[ImportedFile]:
        """Say what became of the sources :meth:`outcome` was not asked for, when the import ends early."""
        held: set[str] = set()
        # Of a case that cannot be read any more nothing is claimed.
        with contextlib.suppress(SurveyorError), self._case.read() as session:
            held = set(reading.ids(session, self._case.case_id, Evidence, include_withdrawn=True))
        return [self._late(source, held) for source in sources]

    def _late(self, source: Source, held: set[str]) -> ImportedFile:
        key = id(source)
        created, proved = self._created.get(key), self._proved.get(key)
        if proved is not None and created is not None and created in held:
            return _new_item(source, created, proved, self._examined.get(key))
        twin = None if proved is None else self._known.known(proved, self._place(source))
        if proved is not None and twin in held:
            return _known_item(source, proved, twin)
        return ImportedFile(source.path, "not_reached")

    def _unread(self, source: Source, error: OSError | None) -> ImportedFile:
        if source.is_gone:
            self.source_gone = SourceGone(path=str(source.root.path if source.root else source.path))
            return ImportedFile(source.path, "not_reached", "source_gone")
        if error is not None and error.errno == errno.EBUSY and self._own.holds(source.path):
            return ImportedFile(source.path, "refused", "own_file")
        reason = "not_found" if isinstance(error, FileNotFoundError) else "source_unreadable"
        return ImportedFile(source.path, "refused", reason)

    def _note(self, twin: str, source: Source, stored: StoredBlob) -> tuple[Step, ...]:
        """Return the note that the bytes of a record were found here too; an empty file is known only where it lay before."""
        note = self._notes.step(twin, self._found(source, stored)) if stored.size else None
        if note is None:
            return ()
        self.noted.add(twin)
        return (note,)

    def _is_withdrawn(self, record_id: str) -> bool:
        with self._case.read() as session:
            record = reading.get(session, self._case.case_id, Evidence, RecordId(record_id))
        return record is not None and record.withdrawn

    def _place(self, source: Source) -> Place:
        return Place(source.place, self._custody.volume(source), source.modified_at)

    def _examine(self, source: Source) -> Examination:
        future = self._examining.pop(id(source), None)
        if future is not None:
            return future.result()
        if source.sent is not None:
            return self._workers.examine_ranges(source.sent.size, source.sent.read)
        return self._workers.examine_path(source.path)

    def _step(self, record_id: RecordId, source: Source, stored: StoredBlob, found: Examination) -> Step:
        facts = {field.name: getattr(found.facts, field.name) for field in dataclasses.fields(found.facts)}
        media_class = facts.pop("media_class")
        if self._as_papers and media_class is MediaClass.PHOTO:
            media_class = MediaClass.PAPER
        reading_now = self._clock()
        values = {
            **facts,
            "rank": self._known.next_rank(),
            "evidence_class": media_class.value,
            "imported_at": Instant(reading_now.at, reading_now.offset_min, reading_now.source),
            "no_preview": found.problem.value if found.problem else None,
            **self._found(source, stored),
        }
        present = {name: value for name, value in values.items() if value is not None}
        return Step(Action.CREATE, Evidence.KIND, record_id, encode_fields(Evidence.KIND, present))

    def _found(self, source: Source, stored: StoredBlob) -> dict[str, object]:
        """Return what was found where."""
        values = {
            "sha256": stored.sha256,
            "size_bytes": stored.size,
            "file_name": source.name,
            "file_name_b64": source.name_b64,
            "source": source.place,
            **self._custody.fields(source),
        }
        return {name: value for name, value in values.items() if value is not None}


def _new_item(source: Source, record_id: str, stored: StoredBlob, examined: Examination | None) -> ImportedFile:
    if stored.size == 0:
        return ImportedFile(source.path, EMPTY, None, record_id)
    if examined is not None and examined.problem is not None:
        outcome = "stored_without_preview" if examined.preview is None else "stored_damaged"
        return ImportedFile(source.path, outcome, examined.problem.value, record_id)
    return ImportedFile(source.path, "stored", None, record_id)


def _known_item(source: Source, stored: StoredBlob, twin: str | None, *, is_withdrawn: bool = False) -> ImportedFile:
    reason = "withdrawn" if is_withdrawn else None
    if stored.size == 0:
        return ImportedFile(source.path, EMPTY, reason or "already_there", twin)
    return ImportedFile(source.path, "duplicate", reason, twin)
