"""Where a place lies on a map of square tiles (Web Mercator, EPSG:3857), as map sheets and maps of the web are cut.

World pixels count from the upper left corner of the whole world; a world of zoom 0 is one tile.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import asinh, atan, degrees, pi, radians, sinh, tan

TILE_PX = 256
MOST_ZOOM = 22
POLE = 85.051128
"""Degrees: the map ends there."""


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """One tile; ``y`` counts from the north."""

    zoom: int
    x: int
    y: int

    @property
    def tms_row(self) -> int:
        """Return its row as MBTiles count: from the south."""
        return (1 << self.zoom) - 1 - self.y


def world_px(lat: float, lon: float, zoom: int) -> tuple[float, float]:
    """Return where a place lies, in world pixels from the left and from the top."""
    side = TILE_PX << zoom
    flat = radians(min(max(lat, -POLE), POLE))
    return (lon + 180.0) / 360.0 * side, (1.0 - asinh(tan(flat)) / pi) / 2.0 * side


def place_at(x: float, y: float, zoom: int) -> tuple[float, float]:
    """Return latitude and longitude of a world pixel."""
    side = TILE_PX << zoom
    return degrees(atan(sinh(pi * (1.0 - 2.0 * y / side)))), x / side * 360.0 - 180.0


def tiles_in(left: float, top: float, width: int, height: int, zoom: int) -> list[Tile]:
    """Return the tiles that a window of world pixels touches, row by row; none beyond the edge of the world."""
    last = (1 << zoom) - 1
    columns = range(max(int(left // TILE_PX), 0), min(int((left + width - 1) // TILE_PX), last) + 1)
    rows = range(max(int(top // TILE_PX), 0), min(int((top + height - 1) // TILE_PX), last) + 1)
    return [Tile(zoom, x, y) for y in rows for x in columns]
