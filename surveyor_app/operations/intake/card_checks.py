"""Whether a card may be formatted: every file on it hashed anew, and its bytes read back from a case of this profile.

Names, sizes and dates prove nothing here. Only what systems write on every disk by themselves is left out of account. An empty
file alone has no bytes to be proved: it is looked for by its place and time among those kept by name, and is always named in
the answer, because a camera that lost power leaves one where it should have recorded.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile import blobs, health
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, SourceGone, SurveyorError
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.operations.intake.evidence_sources import CHUNK_BYTES, LITTER, Root, is_left_out, shown_path
from surveyor_app.operations.intake.file_times import modified_at
from surveyor_app.operations.intake.known_files import named_empty
from surveyor_app.operations.intake.own_files import OwnFiles

_HIDDEN_LITTER = frozenset({
    ".apdisk", ".documentrevisions-v100", ".ds_store", ".fseventsd", ".metadata_never_index", ".spotlight-v100",
    ".temporaryitems", ".trashes", ".volumeicon.icns",
})  # fmt: skip
EMPTY = "empty"
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of the card: ``stored`` (and read back just now), ``empty`` (kept by name), ``not_stored`` or ``unreadable``."""

    path: Path
    state: str


@dataclass(frozen=True, slots=True)
class CardState:
    """All files of a card in the order of their paths: those that an import of it takes.

    ``hidden`` are the others, which whoever says that the card is safe says beside it: what a phone's owner has put into the
    trash, its own small copies, and what somebody hid. Litter of systems is in neither.
    """

    root: Path
    files: tuple[CheckedFile, ...]
    hidden: tuple[Path, ...] = ()

    @property
    def missing(self) -> tuple[CheckedFile, ...]:
        """The files that would be lost."""
        return tuple(item for item in self.files if item.state not in {"stored", EMPTY})

    @property
    def empty(self) -> tuple[CheckedFile, ...]:
        """The files without bytes that are kept by name; whoever says that the card is safe says these beside it."""
        return tuple(item for item in self.files if item.state == EMPTY)

    @property
    def is_safe(self) -> bool:
        """Tell whether formatting loses nothing.

        A card with nothing on it, or with empty files alone, is not called safe: it may be one that cannot be read.
        """
        return any(item.state == "stored" for item in self.files) and not self.missing


def card_state(case: CaseFile, root: Path, progress: ReportProgress = silent) -> CardState:
    """Read every file below ``root`` and find its bytes in the open case, else in the profile's other cases.

    ``progress`` counts bytes, those of the card and then those read back.

    Raises:
        SourceGone: the card was taken away; nothing is said of it.
        Cancelled: by ``progress``.
    """
    if not root.is_dir():
        raise SourceGone(path=str(root))
    card = Root(root, is_chosen=True)
    files, hidden = _everything(root)
    running = _Check(case, progress, sum(_size(file) for file in files))
    hashes = {file: running.hash_of(file) for file in files}
    card.check()
    if card.is_gone:
        raise SourceGone(path=str(root))
    held = running.held({found[0]: found[1] for found in hashes.values() if found is not None and found[1]})
    empty = [file for file, found in hashes.items() if found is not None and not found[1]]
    named = running.named(root, empty) if empty else frozenset()
    checked = tuple(CheckedFile(file, _state(file, found, held, named)) for file, found in hashes.items())
    return CardState(root, checked, tuple(hidden))


def _state(file: Path, found: tuple[str, int] | None, held: frozenset[str], named: frozenset[Path]) -> str:
    if found is None:
        return "unreadable"
    if not found[1]:
        return EMPTY if file in named else "not_stored"
    return "stored" if found[0] in held else "not_stored"


class _Check:
    """One check under way, with its place in the bytes to be read."""

    def __init__(self, case: CaseFile, progress: ReportProgress, size: int) -> None:
        self._case = case
        self._own = OwnFiles(case)
        self._progress = progress
        self._done = 0
        self._total = max(1, 2 * size)

    def hash_of(self, file: Path) -> tuple[str, int] | None:
        """Return hash and size of a file on the card; ``None`` when it cannot be read to its end, or is open here."""
        if self._own.holds(file):
            return None
        whole, size = hashlib.sha256(), 0
        try:
            descriptor = os.open(file, _READ)
            try:
                _forget_cached(descriptor)
                while chunk := os.read(descriptor, CHUNK_BYTES):
                    whole.update(chunk)
                    size += len(chunk)
                    self._tell(len(chunk), file.name)
                if size < os.fstat(descriptor).st_size:
                    return None
            finally:
                os.close(descriptor)
        except (OSError, ValueError):
            return None
        return whole.hexdigest(), size

    def held(self, wanted: Mapping[str, int]) -> frozenset[str]:
        """Return which hashes are originals that read back now, here or in another case of the profile."""
        held = {sha256 for sha256 in wanted if self._holds(sha256)}
        for path in self._other_cases():
            rest = {sha256: size for sha256, size in wanted.items() if sha256 not in held}
            if not rest:
                break
            # A case that cannot be read holds nothing for sure.
            with contextlib.suppress(SurveyorError):
                held |= health.held_originals(self._case.profile, path, rest)
                self._tell(0, path.name)
        self._progress(Progress(self._total, self._total))
        return frozenset(held)

    def named(self, root: Path, files: Sequence[Path]) -> frozenset[Path]:
        """Return which empty files are kept by name, here or in another case of the profile."""
        named = _named(root, files, named_empty(self._case))
        for path in self._other_cases():
            rest = [file for file in files if file not in named]
            if not rest:
                break
            with contextlib.suppress(SurveyorError):
                named |= _named(root, rest, health.named_empty(self._case.profile, path))
        return named

    def _other_cases(self) -> list[Path]:
        found = self._case.profile.registry.cases()
        return [known.path for known in found if known.case_id != self._case.case_id and known.path.exists()]

    def _holds(self, sha256: str) -> bool:
        try:
            for chunk in blobs.read_blob(self._case, sha256):
                self._tell(len(chunk), sha256[:12])
        except (BlobMissing, BlobDamaged):
            return False
        return True

    def _tell(self, count: int, text: str) -> None:
        self._done = min(self._done + count, self._total)
        self._progress(Progress(self._done, self._total, text))


def _named(root: Path, files: Sequence[Path], kept: Sequence[tuple[str, str | None]]) -> frozenset[Path]:
    """Return the files that were found empty at the same time and place; where the card is mounted now does not matter."""
    sources: dict[str | None, set[str]] = defaultdict(set)
    for source, modified in kept:
        sources[modified].add(source)

    def is_kept(file: Path) -> bool:
        here, below = shown_path(str(file.absolute())), shown_path(os.sep + str(file.relative_to(root)))
        return any(source == here or source.endswith(below) for source in sources[_modified(file)])

    return frozenset(file for file in files if is_kept(file))


def _everything(root: Path) -> tuple[list[Path], list[Path]]:
    """Return all files that an import takes, links and folders that stay closed included, and the hidden ones."""
    found: list[Path] = []
    hidden: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, files in os.walk(root, onerror=closed):
        place = Path(folder)
        folders[:] = sorted(name for name in folders if not _is_litter(name))
        links = [name for name in folders if (place / name).is_symlink()]
        is_hidden = any(is_left_out(root, part) for part in place.relative_to(root).parts)
        for name in sorted([*files, *links]):
            if not _is_litter(name):
                (hidden if is_hidden or is_left_out(place, name) else found).append(place / name)
    return found, hidden


def _is_litter(name: str) -> bool:
    small = name.casefold()
    return small in LITTER or small in _HIDDEN_LITTER or small.startswith(("._", ".trash-"))


def _modified(file: Path) -> str | None:
    try:
        return modified_at(file.stat())
    except OSError:
        return None


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _forget_cached(descriptor: int) -> None:
    """Have the bytes read from the card itself, not from what the system kept of an earlier reading."""
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
