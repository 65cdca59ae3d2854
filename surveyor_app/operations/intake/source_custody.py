"""Where the files of one import come from: what each record says of its source, and what the profile remembers of cards."""

from __future__ import annotations

import logging
from pathlib import Path

from surveyor_app import __version__
from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.seen_files import SeenFile
from surveyor_app.domain.errors import CaseFileError
from surveyor_app.operations.intake import card_folders
from surveyor_app.operations.intake.evidence_sources import Source
from surveyor_app.operations.volumes.lookup import Volumes
from surveyor_app.operations.volumes.volume import Volume

IMPORTER = f"surveyor {__version__}"
FILE, CLIPBOARD, WATCHED, SCANNER, PAIRED = "file", "clipboard", "watched_folder", "scanner", "phone_pairing"
"""Values of ``evidence_origin``; those of cards stand in :mod:`surveyor_app.operations.intake.card_folders`."""

REMEMBERED = frozenset({card_folders.CARD, card_folders.PHONE, WATCHED, SCANNER})
"""Sources that are asked for what is new: files from elsewhere are not kept in mind."""

FLUSH = 64
_log = logging.getLogger(__name__)


class Custody:
    """The sources of one import."""

    def __init__(self, profile: Profile, origin: str | None = None) -> None:
        """Look at the volumes as they are now; ``origin`` is what the caller knows of all sources."""
        self._profile = profile
        self._origin = origin
        self._volumes = Volumes()
        self._kinds: dict[Path, str] = {}
        self._seen: dict[str, list[SeenFile]] = {}
        self._count = 0

    def volume(self, source: Source) -> str | None:
        """Return the card or disk a file lies on as one line, ``None`` where the system does not tell."""
        volume = self._volumes.of(source.path) if source.is_file else None
        return volume.text if volume else None

    def fields(self, source: Source) -> dict[str, object]:
        """Return the fields of evidence that tell its source."""
        volume = self._volumes.of(source.path) if source.is_file else None
        return {
            "origin": self.origin(source, volume),
            "captured_here": False,
            "device": volume.device if volume else source.sent.device or None if source.sent else None,
            "volume": volume.text if volume else None,
            "file_modified_at": source.modified_at,
            "file_created_at": source.created_at,
            "importer": IMPORTER,
        }

    def origin(self, source: Source, volume: Volume | None) -> str:
        """Tell a card or phone from other files by its DCIM folder at the top of a volume or of what was chosen."""
        if source.given is not None:
            return CLIPBOARD
        if source.sent is not None:
            return PAIRED
        if self._origin is not None:
            return self._origin
        dcim = card_folders.dcim_above(source.path.absolute())
        if dcim is None:
            return FILE
        chosen = source.root.path.absolute() if source.root is not None and source.root.is_chosen else None
        at_top = volume is not None and (dcim.parent == volume.root or volume.is_phone)
        if not at_top and chosen not in {dcim, dcim.parent}:
            return FILE
        if dcim not in self._kinds:
            is_phone = volume is not None and volume.is_phone
            self._kinds[dcim] = card_folders.PHONE if is_phone else card_folders.kind_of(dcim)
        return self._kinds[dcim]

    def note(self, source: Source) -> None:
        """Remember a file that is safe in the case, so that it is not offered as new again."""
        if not source.is_file or source.size is None:
            return
        volume = self._volumes.of(source.path)
        if volume is None or self.origin(source, volume) not in REMEMBERED:
            return
        path = path_on(volume, source.path.absolute().parent.resolve() / source.path.name)
        self._seen.setdefault(volume.key, []).append(SeenFile(path, source.size, source.modified_at or ""))
        self._count += 1
        if self._count >= FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write what was noted. A profile that cannot be written costs no evidence: the files are offered again."""
        noted, self._seen, self._count = self._seen, {}, 0
        try:
            for volume, files in noted.items():
                self._profile.seen_files.remember(volume, files)
        except CaseFileError:
            _log.warning("files taken in could not be remembered", exc_info=True)


def path_on(volume: Volume, file: Path) -> str:
    """Return the path of a file (links resolved) below its volume, so that it is the same wherever that is mounted."""
    inside = file.relative_to(volume.root) if file.is_relative_to(volume.root) else file
    return inside.as_posix().encode("utf-8", "backslashreplace").decode()
