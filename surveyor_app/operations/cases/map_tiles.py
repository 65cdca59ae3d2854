"""Tiles of map sheets as pictures that may be shown: decoded in the workers, as everything that comes from outside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.errors import MapSheetUnreadable
from surveyor_app.domain.places.tiles import TILE_PX, Tile
from surveyor_app.media.map_sheets import MapSheet, find_sheets, read_sheet, read_tiles
from surveyor_app.media.render_jobs import RenderJob
from surveyor_app.media.worker import MediaWorkers

JOB = RenderJob(longest_px=2 * TILE_PX, max_pixels=4 * TILE_PX * TILE_PX, quality=90)
TILE_TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheets that can be shown, and the names of those that cannot."""

    readable: Sequence[MapSheet]
    unreadable: Sequence[str] = ()


def read_sheets(place: Path | None) -> Sheets:
    """Read what the sheets of a place say of themselves.

    Raises:
        MapSheetUnreadable: there are sheets and none of them can be shown.
    """
    readable: list[MapSheet] = []
    failed: list[tuple[str, MapSheetUnreadable]] = []
    for path in find_sheets(place):
        try:
            readable.append(read_sheet(path))
        except MapSheetUnreadable as error:
            failed.append((path.name, error))
    if failed and not readable:
        raise failed[0][1]
    return Sheets(readable, [name for name, _error in failed])


def tile_picture(workers: MediaWorkers, sheet: MapSheet, tile: Tile) -> bytes | None:
    """Return a tile as JPEG; ``None`` where the sheet has none there, or what it has is no picture.

    Raises:
        MapSheetUnreadable: the sheet is damaged or gone.
    """
    data = read_tiles(sheet, [tile]).get(tile)
    return None if data is None else workers.render(data, JOB, timeout_s=TILE_TIMEOUT_S).jpeg
