"""Places and tiles of a map, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.places.tiles import TILE_PX, Tile, place_at, tiles_in, world_px


@given(st.floats(-84, 84), st.floats(-179.9, 179.9), st.integers(0, 22))
def test_a_place_comes_back_from_its_pixel(lat: float, lon: float, zoom: int) -> None:
    assert place_at(*world_px(lat, lon, zoom), zoom) == pytest.approx((lat, lon), abs=1e-9)


def test_the_tile_of_a_known_place() -> None:
    # This tile of the usual maps of the web holds the People's Square of Shanghai.
    x, y = world_px(31.2304, 121.4737, 16)
    tile = Tile(16, int(x // TILE_PX), int(y // TILE_PX))
    assert (tile.x, tile.y) == (54881, 26778)
    assert tile.tms_row == 65535 - tile.y


def test_no_tile_lies_beyond_the_edge_of_the_world() -> None:
    assert tiles_in(-500, -500, 1000, 1000, 0) == [Tile(0, 0, 0)]
    assert tiles_in(0, 0, 2 * TILE_PX, TILE_PX, 3) == [Tile(3, 0, 0), Tile(3, 1, 0)]
