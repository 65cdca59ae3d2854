"""Makes map sheets: small MBTiles files, good and bad."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from PIL import Image

from surveyor_app.domain.places.tiles import TILE_PX, Tile, tiles_in, world_px

PLACE = (31.2304, 121.4737)
SAID = {
    "name": "Shanghai",
    "format": "png",
    "bounds": "121.40,31.15,121.55,31.30",
    "attribution": '© <a href="https://example.org">Survey office</a> 2026',
}


def picture(colour: tuple[int, int, int] = (180, 210, 190), form: str = "PNG") -> bytes:
    """Return one tile."""
    with io.BytesIO() as file:
        Image.new("RGB", (TILE_PX, TILE_PX), colour).save(file, form)
        return file.getvalue()


def around(zoom: int) -> list[Tile]:
    """Return the tiles about the place."""
    x, y = world_px(*PLACE, zoom)
    return tiles_in(x - 400, y - 300, 800, 600, zoom)


def make_sheet(
    path: Path,
    said: Mapping[str, str] = SAID,
    tiles: Mapping[Tile, bytes] | None = None,
    script: str = "",
) -> Path:
    """Write a sheet; ``script`` runs last, to make it something else."""
    shown = {tile: picture() for zoom in (15, 16) for tile in around(zoom)} if tiles is None else tiles
    with closing(sqlite3.connect(path)) as sheet:
        sheet.executescript(
            "CREATE TABLE metadata (name TEXT, value TEXT);"
            "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
            "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);"
        )
        sheet.executemany("INSERT INTO metadata VALUES (?, ?)", said.items())
        rows = [(tile.zoom, tile.x, (1 << tile.zoom) - 1 - tile.y, data) for tile, data in shown.items()]
        sheet.executemany("INSERT INTO tiles VALUES (?, ?, ?, ?)", rows)
        sheet.commit()
        sheet.executescript(script)
    return path
