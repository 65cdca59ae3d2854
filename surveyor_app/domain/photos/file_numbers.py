"""The numbers that cameras give their files: they count up, so the times of one camera must go the same way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from surveyor_app.domain.photos.capture_times import Camera, camera_of
from surveyor_app.domain.photos.evidence import Evidence

_NUMBERED = re.compile(r"(.*?)([0-9]{3,8})")
_Series = tuple[Camera, str, str]


def forerunners(items: Iterable[Evidence], widest_gap: int) -> Mapping[str, Evidence]:
    """Return for each picture the one that its camera took just before, by the number in the file's name.

    Numbers are compared within one folder of one camera. Beyond ``widest_gap`` numbers two files say nothing about each
    other: the card may have been formatted, or the counter have started again.
    """
    series: dict[_Series, dict[int, Evidence]] = {}
    for item in items:
        camera, place = camera_of(item), _place_of(item)
        if camera is not None and place is not None:
            folder, prefix, number = place
            # Of two files with one number (another extension) the first stands for both.
            series.setdefault((camera, folder, prefix), {}).setdefault(number, item)
    found: dict[str, Evidence] = {}
    for numbered in series.values():
        before: int | None = None
        for number in sorted(numbered):
            if before is not None and number - before <= widest_gap:
                found[numbered[number].id] = numbered[before]
            before = number
    return found


def _place_of(item: Evidence) -> tuple[str, str, int] | None:
    """Return folder, what stands before the number, and the number at the end of the name."""
    stem = PurePosixPath(item.file_name or "").stem
    numbered = _NUMBERED.fullmatch(stem)
    if numbered is None:
        return None
    folder = re.split(r"[\\/]", item.source or "")[-2:-1]
    return (folder[0] if folder else ""), numbered[1], int(numbered[2])
