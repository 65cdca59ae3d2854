"""Map sheets for use without a network: MBTiles files, which are SQLite with one picture per tile.

A sheet comes from anywhere. It is opened to be read only and leaves no file beside itself; it may say nothing but what is
asked of it (no function, no attached file, no recursion), and neither long nor large. Its pictures are not decoded here.

See the MBTiles specification 1.3 (Mapbox): tables ``metadata(name, value)`` and ``tiles(zoom_level, tile_column, tile_row,
tile_data)``, rows counted from the south.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from surveyor_app.domain.errors import MapSheetUnreadable
from surveyor_app.domain.places.datums import Datum
from surveyor_app.domain.places.tiles import MOST_ZOOM, Tile

ENDING = ".mbtiles"
MOST_SHEETS = 64
LARGEST_TILE = 2 << 20
TRIED_TILES = 8
"""So many tiles are looked at to learn whether a sheet holds pictures: the first may be empty sea."""
LONGEST_S = 3.0
"""So long one question may take: a view can be written so that it never ends."""
FORMATS = frozenset({"png", "jpg", "jpeg", "webp"})
DATUM_KEYS = ("datum", "crs", "srs", "coordinate_system")
LONGEST_TEXT = 300
_MAGIC = b"SQLite format 3\x00"
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_STEPS = 10_000
_METADATA = "SELECT name, value FROM metadata LIMIT 200"
_ZOOMS = "SELECT zoom_level FROM tiles ORDER BY zoom_level {order} LIMIT 1"
_FIRST = f"SELECT tile_data FROM tiles LIMIT {TRIED_TILES}"
_TILE = "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"
_TAG = re.compile(r"<[^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class MapSheet:
    """What a sheet says of itself. ``centre`` is latitude and longitude in its own ``datum``, ``None`` where it says none."""

    path: Path
    name: str
    attribution: str
    datum: Datum
    zooms: tuple[int, int]
    bounds: tuple[float, float, float, float] | None = None
    """West, south, east, north."""

    @property
    def centre(self) -> tuple[float, float] | None:
        """Return latitude and longitude of its middle."""
        if self.bounds is None:
            return None
        west, south, east, north = self.bounds
        return (south + north) / 2, (west + east) / 2

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether a place, in its datum, lies on it as far as it says."""
        if self.bounds is None:
            return True
        west, south, east, north = self.bounds
        return south <= lat <= north and west <= lon <= east


def find_sheets(places: Iterable[Path]) -> list[Path]:
    """Return the sheets that are named and those of folders that are, each once; none where there is none."""
    found = dict.fromkeys(path for place in places for path in sheets_at(place))
    return list(found)[:MOST_SHEETS]


def sheets_at(place: Path) -> list[Path]:
    """Return the sheet, or the sheets of a folder; nothing where there is nothing."""
    try:
        if place.is_file():
            return [place]
        return sorted(item for item in place.iterdir() if item.suffix.lower() == ENDING and item.is_file())
    except (OSError, ValueError):
        return []


def read_sheet(path: Path) -> MapSheet:
    """Read what a sheet says of itself.

    Raises:
        MapSheetUnreadable: it is no sheet, is damaged, or holds no pictures.
    """
    with _opened(path) as sheet:
        said = {str(name).lower(): str(value)[:LONGEST_TEXT] for name, value in sheet.execute(_METADATA)}
        # Read from the tiles, which are indexed: what the metadata says of zooms is often wrong.
        zooms = [row[0] for order in ("ASC", "DESC") for row in sheet.execute(_ZOOMS.format(order=order))]
    if len(zooms) != 2 or not all(isinstance(zoom, int) and 0 <= zoom <= MOST_ZOOM for zoom in zooms):
        raise MapSheetUnreadable(path=str(path), detail="zoom")
    if said.get("format", "png").lower() not in FORMATS:
        raise MapSheetUnreadable(path=str(path), detail="format")
    return MapSheet(
        path=path,
        name=_plain(said.get("name", "")) or path.stem,
        attribution=_plain(said.get("attribution", "")),
        datum=_datum(path, said),
        zooms=(zooms[0], zooms[1]),
        bounds=_bounds(said.get("bounds", "")),
    )


def read_tiles(sheet: MapSheet, wanted: Iterable[Tile]) -> dict[Tile, bytes]:
    """Return the pictures of tiles as they stand in a sheet; what it does not have is left out. Errors as :func:`read_sheet`."""
    found: dict[Tile, bytes] = {}
    with _opened(sheet.path) as opened:
        for tile in wanted:
            row = opened.execute(_TILE, (tile.zoom, tile.x, tile.tms_row)).fetchone()
            if row is not None and isinstance(row[0], bytes):
                found[tile] = row[0]
    return found


def first_tiles(sheet: MapSheet) -> list[bytes]:
    """Return some tiles as they stand in a sheet, whatever they show. Errors as :func:`read_sheet`."""
    with _opened(sheet.path) as opened:
        return [row[0] for row in opened.execute(_FIRST) if isinstance(row[0], bytes)]


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise MapSheetUnreadable(path=str(path), detail="magic")
        # Immutable: nothing is written beside a sheet, whatever journal it asks for.
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as opened:
            _bind(opened)
            yield opened
    except (OSError, sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError) as error:
        raise MapSheetUnreadable(path=str(path), detail=type(error).__name__) from error


def _bind(opened: sqlite3.Connection) -> None:
    """Let a sheet answer nothing but plain questions, soon and shortly."""
    opened.execute("PRAGMA trusted_schema = OFF")
    opened.execute("PRAGMA cell_size_check = ON")
    opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_TILE)
    opened.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    ends = time.monotonic() + LONGEST_S
    opened.set_progress_handler(lambda: time.monotonic() > ends, _STEPS)
    opened.set_authorizer(lambda action, *_about: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)


def _datum(path: Path, said: Mapping[str, str]) -> Datum:
    """Return the datum: WGS 84 unless the sheet says another. One in BD-09 is cut by other rules and cannot be shown."""
    told = " ".join(said.get(key, "") for key in DATUM_KEYS).upper().replace("-", "").replace("_", "").replace(" ", "")
    if "BD09" in told:
        raise MapSheetUnreadable(path=str(path), detail="datum")
    return Datum.GCJ02 if "GCJ02" in told else Datum.WGS84


def _bounds(text: str) -> tuple[float, float, float, float] | None:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    is_one = -180 <= west < east <= 180 and -90 <= south < north <= 90
    return (west, south, east, north) if is_one else None


def _plain(text: str) -> str:
    """Return a text of a sheet on one line, without markup and what draws nothing."""
    said = _TAG.sub("", text).replace("&copy;", "©").replace("&amp;", "&")
    return " ".join("".join(char if char.isprintable() else " " for char in said).split())
