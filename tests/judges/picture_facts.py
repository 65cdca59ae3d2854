"""Compares what we say of pictures and recordings with ExifTool: ``python -m tests.judges.picture_facts [FOLDER]``.

Each file of the folder (the corpus that ``SURVEYOR_CORPUS`` names, unless one is given) is examined by both. Of each fact it
prints how many files either says it of, how many agree, and each that does not. Where we differ on purpose the record must say
ExifTool's value too: a HEIF that its container turns or crops has its stored size beside the shown one. Of the size of what
ExifTool refuses nothing is compared. Wants ``exiftool`` (Debian: ``libimage-exiftool-perl``). Exit status 0 when all goals are
reached, or when it is not here, which is said.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from surveyor_app.media.facts import Facts, MediaClass
from surveyor_app.media.worker import MediaWorkers

Told = Mapping[str, Any]
"""What ExifTool says of one file, by ``Group:Tag``."""

GOALS = {"date": 99.0, "GPS": 99.0, "orientation": 99.0, "dimensions": 99.0, "make": 99.0, "sub-seconds": 98.0}
_COMPARED = (MediaClass.PHOTO, MediaClass.VIDEO, MediaClass.SOUND)
_NEAR_DEG = 0.0001
_ASK_S = 600


@dataclass(slots=True)
class Tally:
    """One fact over all files: how many either says it of, and what differs."""

    told: int = 0
    differing: list[tuple[str, object, object]] = field(default_factory=list)

    @property
    def percent(self) -> float:
        """Return how many agree."""
        return 100.0 if not self.told else 100.0 * (self.told - len(self.differing)) / self.told


def exiftool(folder: Path) -> Mapping[str, Told]:
    """Return what ExifTool says of each file of a folder, by its path."""
    command = ["exiftool", "-j", "-n", "-G1", "-a", "-r", str(folder)]
    # Its exit status is 1 where it cannot read one of the files.
    done = subprocess.run(command, capture_output=True, timeout=_ASK_S, check=False)
    return {item["SourceFile"]: item for item in json.loads(done.stdout or b"[]")}


def compare(ours: Facts, theirs: Told) -> Mapping[str, tuple[object, object]]:
    """Return what either says, theirs first: equal where they agree."""
    return {
        "date": _dates(ours, theirs),
        "GPS": _places(ours, theirs),
        "orientation": _orientations(ours, theirs),
        "dimensions": _sizes(ours, theirs),
        "make": (_text(_any(theirs, "Make")), ours.make),
        "sub-seconds": (_text(_of(theirs, "ExifIFD:SubSecTimeOriginal", "XMP-exif:SubSecTimeOriginal")), _subsec(ours)),
    }


def main() -> int:
    """Ask both, print."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SURVEYOR_CORPUS", ""))
    if shutil.which("exiftool") is None or not folder.is_dir():
        print("not compared: exiftool or a folder of pictures is not here")
        return 0
    theirs = exiftool(folder)
    tallies = {name: Tally() for name in GOALS}
    files = 0
    with MediaWorkers() as workers:
        for path in sorted(path for path in folder.rglob("*") if str(path) in theirs):
            facts = workers.examine_path(path).facts
            if facts.media_class not in _COMPARED:
                continue
            files += 1
            for name, (said, found) in compare(facts, theirs[str(path)]).items():
                if said is not None or found is not None:
                    tallies[name].told += 1
                    if said != found:
                        tallies[name].differing.append((str(path.relative_to(folder)), said, found))
    print(f"{files} pictures and recordings of {folder}, beside ExifTool")
    for name, tally in tallies.items():
        verdict = "reached" if tally.percent >= GOALS[name] else "missed"
        print(f"{name:<12} {tally.told:>5} told {tally.percent:>6.1f} %   ≥ {GOALS[name]:.0f} %   {verdict}")
        for where, said, found in tally.differing:
            print(f"    {where}: ExifTool {said}, we {found}")
    return 0 if all(tally.percent >= GOALS[name] for name, tally in tallies.items()) else 1


def _dates(ours: Facts, theirs: Told) -> tuple[str | None, str | None]:
    found = ours.taken_at.replace("T", " ").replace("-", ":") if ours.taken_at else None
    if ours.media_class is MediaClass.PHOTO:
        names = ("ExifIFD:DateTimeOriginal", "IFD0:DateTimeOriginal", "ExifIFD:CreateDate", "XMP-exif:DateTimeOriginal")
        return _moment(_of(theirs, *names) or _any(theirs, "DateTimeOriginal", "CreateDate")), found
    said = _of(theirs, "Keys:CreationDate", "QuickTime:CreateDate", "Matroska:DateTimeOriginal")
    return _moment(said or _any(theirs, "CreateDate")), found


def _moment(said: object) -> str | None:
    text = str(said or "")[:19].replace("-", ":").replace("T", " ")
    return text if text.strip(" :0") else None


def _places(ours: Facts, theirs: Told) -> tuple[object, object]:
    found = None if ours.gps_lat is None or ours.gps_lon is None else (float(ours.gps_lat), float(ours.gps_lon))
    said = _of(theirs, "Composite:GPSLatitude"), _of(theirs, "Composite:GPSLongitude")
    if not all(isinstance(part, int | float) for part in said):
        said = _any(theirs, "GPSLatitude"), _any(theirs, "GPSLongitude")
    if not all(isinstance(part, int | float) for part in said):
        return None, found
    if found is None:
        return said, found
    # FLIR's own tags leave the hemisphere to another one.
    is_unsigned = _of(theirs, "FLIR:GPSLatitude") is not None
    both = [(float(str(a)), abs(b) if is_unsigned else b) for a, b in zip(said, found, strict=True)]
    return (found, found) if all(abs(a - b) < _NEAR_DEG for a, b in both) else (said, found)


def _orientations(ours: Facts, theirs: Told) -> tuple[object, object]:
    """Return how each has the picture shown; 1 stands for no word, and a video's turn is in degrees there."""
    said = _of(theirs, "IFD0:Orientation")
    said = _any(theirs, "Orientation") if said is None else said
    if ours.media_class is not MediaClass.PHOTO:
        turns = {0: 1, 90: 6, 180: 3, 270: 8}
        angle = _of(theirs, "Composite:Rotation")
        shown = turns.get(int(angle)) if isinstance(angle, int | float) else None
        # A mirror is no angle.
        return (None, None) if ours.orientation in {2, 4, 5, 7} else (shown or 1, ours.orientation or 1)
    return said or 1, ours.orientation or 1


def _sizes(ours: Facts, theirs: Told) -> tuple[object, object]:
    found = None if ours.width_px is None else (ours.width_px, ours.height_px)
    composite = str(_of(theirs, "Composite:ImageSize") or "").split()
    said = (int(composite[0]), int(composite[1])) if len(composite) == 2 else None
    if said is None:
        return None, None
    both = {found, (ours.coded_width_px, ours.coded_height_px)}
    return (found, found) if said in both else (said, found)


def _subsec(ours: Facts) -> str | None:
    # Those of other tags (XMP, a maker's block, QuickTime) have no tag of this name there.
    return ours.taken_subsec if ours.media_class is MediaClass.PHOTO and not _is_apart(ours) else None


def _is_apart(ours: Facts) -> bool:
    return any(name in (ours.taken_found or "") for name in ("XMP ", "IPTC ", "FLIR "))


def _text(said: object) -> str | None:
    text = "" if said is None else str(said).strip("\0 ")
    return text or None


def _of(theirs: Told, *names: str) -> object:
    return next((theirs[name] for name in names if theirs.get(name) not in {None, ""}), None)


def _any(theirs: Told, *tags: str) -> object:
    matching: Callable[[str], list[str]] = lambda tag: [key for key in theirs if key.endswith(f":{tag}")]  # noqa: E731
    return _of(theirs, *(name for tag in tags for name in matching(tag)))


if __name__ == "__main__":
    sys.exit(main())
