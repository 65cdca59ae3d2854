"""A map sheet is read for what it shows; one that is damaged, hostile or of another kind says so and does nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from surveyor_app.domain.errors import MapSheetUnreadable
from surveyor_app.domain.places.datums import Datum
from surveyor_app.domain.places.tiles import Tile
from surveyor_app.media import map_sheets
from surveyor_app.media.map_sheets import LARGEST_TILE, find_sheets, read_sheet, read_tiles
from surveyor_app.operations.cases.map_tiles import read_sheets
from tests.media.made_sheets import PLACE, SAID, around, make_sheet, picture

ENDLESS = (
    "DROP TABLE {table};"
    "CREATE VIEW {table} AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT {columns} FROM n;"
)
COSTLY = (
    "CREATE TABLE few (i); INSERT INTO few VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9);"
    "DROP TABLE metadata; CREATE VIEW metadata AS SELECT a.i AS name, b.i AS value"
    " FROM few a, few b, few c, few d, few e, few f, few g, few h, few k, few l WHERE a.i + l.i > 99;"
)


def test_a_sheet_says_what_it_is(tmp_path: Path) -> None:
    sheet = read_sheet(make_sheet(tmp_path / "a.mbtiles"))
    assert (sheet.name, sheet.attribution) == ("Shanghai", "© Survey office 2026")
    assert sheet.zooms == (15, 16)
    assert sheet.datum is Datum.WGS84
    assert sheet.holds(*PLACE)
    assert not sheet.holds(30.0, 121.4737)


def test_a_tile_is_found_by_its_row_from_the_south(tmp_path: Path) -> None:
    here, other = around(16)[0], around(16)[1]
    sheet = read_sheet(make_sheet(tmp_path / "a.mbtiles", tiles={here: b"here", other: b"other"}))
    assert read_tiles(sheet, [here, Tile(16, 0, 0)]) == {here: b"here"}


def test_nothing_is_written_beside_a_sheet_or_into_it(tmp_path: Path) -> None:
    path = make_sheet(tmp_path / "a.mbtiles", script="PRAGMA journal_mode = WAL;")
    before = path.read_bytes()
    read_tiles(read_sheet(path), around(16))
    assert [item.name for item in tmp_path.iterdir()] == ["a.mbtiles"]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value", "datum"),
    [
        ("datum", "GCJ-02", Datum.GCJ02),
        ("crs", "gcj02", Datum.GCJ02),
        ("name", "GCJ-02", Datum.WGS84),
        ("crs", "EPSG:3857", Datum.WGS84),
    ],
)
def test_only_what_is_meant_to_say_the_datum_says_it(tmp_path: Path, key: str, value: str, datum: Datum) -> None:
    assert read_sheet(make_sheet(tmp_path / "a.mbtiles", {**SAID, key: value})).datum is datum


@pytest.mark.parametrize(
    ("said", "script"),
    [
        pytest.param({"format": "pbf"}, "", id="no pictures"),
        pytest.param({"datum": "BD-09"}, "", id="cut by other rules"),
        pytest.param({}, "DELETE FROM tiles;", id="empty"),
        pytest.param({}, "DROP TABLE tiles;", id="no tiles"),
        pytest.param({}, "DROP TABLE metadata;", id="no metadata"),
        pytest.param({}, "UPDATE tiles SET zoom_level = 'much' || tile_column || tile_row;", id="zoom is no number"),
        pytest.param({}, "UPDATE tiles SET zoom_level = zoom_level + 40;", id="zoom beyond all"),
        pytest.param({}, ENDLESS.format(table="metadata", columns="i AS name, i AS value"), id="endless"),
        pytest.param(
            {},
            ENDLESS.format(table="tiles", columns="i AS zoom_level, i AS tile_column, i AS tile_row, i AS tile_data"),
            id="endless tiles",
        ),
        pytest.param(
            {},
            "DROP TABLE metadata; CREATE VIEW metadata AS SELECT 'a' AS name, hex(zeroblob(2000000)) AS value;",
            id="functions",
        ),
    ],
)
def test_what_is_no_sheet_of_pictures_is_refused(tmp_path: Path, said: dict[str, str], script: str) -> None:
    path = make_sheet(tmp_path / "bad.mbtiles", {**SAID, **said}, script=script)
    with pytest.raises(MapSheetUnreadable) as refused:
        read_sheet(path)
    assert refused.value.code == "map_sheet_unreadable"
    assert refused.value.data["path"] == str(path)


def test_a_question_that_takes_too_long_is_broken_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_sheets, "LONGEST_S", 0.2)
    with pytest.raises(MapSheetUnreadable):
        read_sheet(make_sheet(tmp_path / "slow.mbtiles", script=COSTLY))


def test_a_tile_too_large_is_not_loaded(tmp_path: Path) -> None:
    here = around(16)[0]
    sheet = read_sheet(make_sheet(tmp_path / "a.mbtiles", tiles={here: bytes(LARGEST_TILE + 1)}))
    with pytest.raises(MapSheetUnreadable):
        read_tiles(sheet, [here])


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00" + bytes(200)])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.mbtiles"
    path.write_bytes(content)
    with pytest.raises(MapSheetUnreadable):
        read_sheet(path)


def test_a_damaged_file_is_refused_or_read_but_never_more(tmp_path: Path) -> None:
    good = make_sheet(tmp_path / "a.mbtiles", tiles=dict.fromkeys(around(16), picture())).read_bytes()
    path = tmp_path / "b.mbtiles"
    refused = 0
    for at in range(100, len(good), len(good) // 23):
        path.write_bytes(good[:at] + bytes(255 - byte for byte in good[at : at + 64]) + good[at + 64 :])
        try:
            read_tiles(read_sheet(path), around(16))
        except MapSheetUnreadable:
            refused += 1
    path.write_bytes(good[: len(good) // 3])
    with pytest.raises(MapSheetUnreadable):
        read_tiles(read_sheet(path), around(16))
    assert refused


def test_a_folder_gives_its_sheets_and_names_those_that_are_none(tmp_path: Path) -> None:
    make_sheet(tmp_path / "b.MBTILES")
    (tmp_path / "a.mbtiles").write_bytes(b"no")
    (tmp_path / "notes.txt").write_text("x")
    assert [path.name for path in find_sheets([tmp_path, tmp_path / "a.mbtiles"])] == ["a.mbtiles", "b.MBTILES"]
    found = read_sheets([tmp_path])
    assert [sheet.path.name for sheet in found.readable] == ["b.MBTILES"]
    assert found.unreadable == ["a.mbtiles"]
    assert find_sheets([tmp_path / "gone"]) == find_sheets([]) == []
    (tmp_path / "b.MBTILES").unlink()
    with pytest.raises(MapSheetUnreadable):
        read_sheets([tmp_path])
