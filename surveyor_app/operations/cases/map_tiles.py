"""Tiles of map sheets as pictures that may be shown: decoded in the workers, as everything that comes from outside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.errors import MapSheetUnreadable
from surveyor_app.domain.places.tiles import TILE_PX, Tile
from surveyor_app.media.map_sheets import MapSheet, find_sheets, first_tiles, read_sheet, read_tiles, sheets_at
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.worker import MediaWorkers

JOB = RenderJob(longest_px=2 * TILE_PX, max_pixels=4 * TILE_PX * TILE_PX, quality=90)
TILE_TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets that can be shown, and the names of those that cannot."""

    readable: Sequence[MapSheet]
    unreadable: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A sheet or a folder that was named: what is there, and why that cannot be shown."""

    place: Path
    sheets: Sequence[MapSheet] = ()
    problem: MapSheetUnreadable | None = None


def read_sheets(places: Iterable[Path]) -> Sheets:
    """Read what the sheets of some places say of themselves.

    Raises:
        MapSheetUnreadable: there are sheets and none of them can be shown.
    """
    readable: list[MapSheet] = []
    failed: list[tuple[str, MapSheetUnreadable]] = []
    for path in find_sheets(places):
        try:
            readable.append(read_sheet(path))
        except MapSheetUnreadable as error:
            failed.append((path.name, error))
    if failed and not readable:
        raise failed[0][1]
    return Sheets(readable, [name for name, _error in failed])


def known_places(places: Iterable[Path]) -> list[KnownPlace]:
    """Tell of each place which sheets it gives; a damaged one, or none, is the place's problem."""
    return [_known(place) for place in places]


def _known(place: Path) -> KnownPlace:
    found: list[MapSheet] = []
    problem: MapSheetUnreadable | None = None
    for path in sheets_at(place):
        try:
            found.append(read_sheet(path))
        except MapSheetUnreadable as error:
            problem = problem or error
    if not found and problem is None:
        problem = MapSheetUnreadable(path=str(place), detail="gone")
    return KnownPlace(place, found, problem)


def probe_sheet(workers: MediaWorkers, path: Path) -> MapSheet:
    """Return what a file says of itself, after one of its tiles was seen to be a picture.

    Raises:
        MapSheetUnreadable: it is no sheet, is damaged, or holds no pictures.
    """
    if not path.is_file():
        # A pipe or a device would never answer.
        raise MapSheetUnreadable(path=str(path), detail="no file")
    sheet = read_sheet(path)
    if not any(workers.render(data, JOB, timeout_s=TILE_TIMEOUT_S).jpeg for data in first_tiles(sheet)):
        raise MapSheetUnreadable(path=str(path), detail="no pictures")
    return sheet


def tile_picture(workers: MediaWorkers, sheet: MapSheet, tile: Tile) -> bytes | None:
    """Return a tile as JPEG; ``None`` where the sheet has none there, or what it has is no picture.

    Raises:
        MapSheetUnreadable: the sheet is damaged or gone.
    """
    data = read_tiles(sheet, [tile]).get(tile)
    return None if data is None else workers.render(data, JOB, timeout_s=TILE_TIMEOUT_S).jpeg
