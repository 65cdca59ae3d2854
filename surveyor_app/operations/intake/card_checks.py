"""Whether a card may be formatted: every file on it hashed anew, and its bytes read back from a case of this profile.

Names, sizes and dates prove nothing here. Only what systems write on every disk by themselves is left out of account.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile import blobs, health
from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.errors import BlobDamaged, BlobMissing, SourceGone, SurveyorError
from surveyor_app.domain.progress import Progress, ReportProgress, silent
from surveyor_app.operations.intake.evidence_sources import CHUNK_BYTES, LITTER, Root
from surveyor_app.operations.intake.own_files import OwnFiles

_HIDDEN_LITTER = frozenset({
    ".apdisk", ".documentrevisions-v100", ".ds_store", ".fseventsd", ".metadata_never_index", ".spotlight-v100",
    ".temporaryitems", ".trashes", ".volumeicon.icns",
})  # fmt: skip
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file of the card: ``stored`` (and read back just now), ``not_stored`` or ``unreadable``."""

    path: Path
    state: str


@dataclass(frozen=True, slots=True)
class CardState:
    """All files of a card in the order of their paths."""

    root: Path
    files: tuple[CheckedFile, ...]

    @property
    def missing(self) -> tuple[CheckedFile, ...]:
        """The files that would be lost."""
        return tuple(item for item in self.files if item.state != "stored")

    @property
    def is_safe(self) -> bool:
        """Tell whether formatting loses nothing. An empty card is not called safe: it may be one that cannot be read."""
        return bool(self.files) and not self.missing


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
    files = _everything(root)
    running = _Check(case, progress, sum(_size(file) for file in files))
    hashes = {file: running.hash_of(file) for file in files}
    card.check()
    if card.is_gone:
        raise SourceGone(path=str(root))
    held = running.held({found[0]: found[1] for found in hashes.values() if found is not None})
    return CardState(root, tuple(CheckedFile(file, _state(found, held)) for file, found in hashes.items()))


def _state(found: tuple[str, int] | None, held: frozenset[str]) -> str:
    if found is None:
        return "unreadable"
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
        profile = self._case.profile
        for known in profile.cases():
            rest = {sha256: size for sha256, size in wanted.items() if sha256 not in held}
            if not rest:
                break
            if known.case_id == self._case.case_id or not known.path.exists():
                continue
            try:
                held |= health.held_originals(profile, known.path, rest)
            except SurveyorError:
                # A case that cannot be read holds nothing for sure.
                continue
            self._tell(0, known.path.name)
        self._progress(Progress(self._total, self._total))
        return frozenset(held)

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


def _everything(root: Path) -> list[Path]:
    """Return all files, hidden ones, links and folders that stay closed included; only litter of systems is left out."""
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for folder, folders, files in os.walk(root, onerror=closed):
        place = Path(folder)
        folders[:] = sorted(name for name in folders if not _is_litter(name))
        links = [name for name in folders if (place / name).is_symlink()]
        found.extend(place / name for name in sorted([*files, *links]) if not _is_litter(name))
    return found


def _is_litter(name: str) -> bool:
    small = name.casefold()
    return small in LITTER or small in _HIDDEN_LITTER or small.startswith(("._", ".trash-"))


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _forget_cached(descriptor: int) -> None:
    """Have the bytes read from the card itself, not from what the system kept of an earlier reading."""
    if sys.platform == "linux":
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
