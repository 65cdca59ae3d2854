"""Camera cards and phone folders: which are there, and what on them was not taken in yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.casefile.profiles.profile import Profile
from surveyor_app.casefile.profiles.seen_files import SeenFile
from surveyor_app.operations.intake import card_folders
from surveyor_app.operations.intake.evidence_sources import walked
from surveyor_app.operations.intake.file_times import modified_at
from surveyor_app.operations.intake.source_custody import path_on
from surveyor_app.operations.volumes.lookup import Volumes
from surveyor_app.operations.volumes.volume import Volume


@dataclass(frozen=True, slots=True)
class Card:
    """A card or phone: ``root`` holds its DCIM folder, ``kind`` is ``card`` or ``phone``, ``total`` counts its files.

    ``new`` are the files that no import of this profile took in from this volume, as path, size and time of change tell it;
    what is new there may be known by its bytes all the same, and then is found to be a duplicate.
    """

    root: Path
    name: str
    kind: str
    total: int
    new: tuple[Path, ...]


def volumes_now() -> frozenset[tuple[str, str]]:
    """Return the tops and keys of all volumes: cheap enough to be asked every few seconds whether a card came or went.

    A phone shows its stores only once its owner has allowed it.
    """
    return frozenset((str(top), volume.key) for volume in Volumes().all() for top in _tops(volume))


def find_cards(profile: Profile, volumes: Volumes | None = None) -> list[Card]:
    """Return the cards and phones that are mounted now. Walks their folders: not for the UI thread."""
    found = volumes or Volumes()
    # A volume may be mounted at several places; one without a serial number is known by its place alone.
    different = {volume.key: volume for volume in reversed(found.all())}
    cards = (_card(profile, root, volume) for volume in reversed(different.values()) for root in _tops(volume))
    return [card for card in cards if card is not None]


def card_at(profile: Profile, folder: Path, volumes: Volumes | None = None) -> Card | None:
    """Return the card whose top, or whose DCIM folder, a person pointed at; ``None`` when it is neither."""
    place = folder.absolute().resolve()
    volume = (volumes or Volumes()).of_folder(place)
    if volume is None:
        volume = Volume(place)
    top = place.parent if place.name.upper() == card_folders.DCIM else place
    return _card(profile, top, volume)


def _tops(volume: Volume) -> Iterator[Path]:
    """Yield where DCIM may lie: at the top, on phones also at the top of each of their stores."""
    yield volume.root
    if volume.is_phone:
        try:
            yield from sorted(folder for folder in volume.root.iterdir() if folder.is_dir())
        except OSError:
            return


def _card(profile: Profile, root: Path, volume: Volume) -> Card | None:
    dcim = card_folders.dcim_in(root)
    if dcim is None:
        return None
    kind = card_folders.PHONE if volume.is_phone else card_folders.kind_of(dcim)
    folders = [dcim] if kind == card_folders.PHONE else card_folders.camera_folders(root)
    files = [file for folder in folders for found in walked(folder) for file in found]
    seen = profile.seen_files.of(volume.key)
    place = root.resolve()
    new = tuple(file for file in files if _seen_file(volume, file, place / file.relative_to(root)) not in seen)
    name = volume.name if root == volume.root or volume.is_phone else root.name or volume.name
    return Card(root, name, kind, len(files), new)


def _seen_file(volume: Volume, file: Path, place: Path) -> SeenFile | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return SeenFile(path_on(volume, place), status.st_size, modified_at(status) or "")
