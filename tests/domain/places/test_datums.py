"""The datums of Chinese maps against published positions, and the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.places.datums import Datum, from_wgs84, to_wgs84

# Published with eviltransform, of which there are ports in a dozen languages: WGS 84, then GCJ-02.
SHIFTED = [
    ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
    ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
    ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
]
# Published with coordtransform: GCJ-02, then BD-09.
OF_BAIDU = ((39.915, 116.404), (39.92133699351021, 116.41036949371029))


@pytest.mark.parametrize(("wgs", "gcj"), SHIFTED)
def test_published_positions_are_shifted_as_published(wgs: tuple[float, float], gcj: tuple[float, float]) -> None:
    assert from_wgs84(*wgs, Datum.GCJ02) == pytest.approx(gcj, abs=1e-12)
    assert to_wgs84(*gcj, Datum.GCJ02) == pytest.approx(wgs, abs=1e-9)


def test_a_published_position_of_bd_09() -> None:
    gcj, bd = OF_BAIDU
    seen = to_wgs84(*gcj, Datum.GCJ02)
    assert from_wgs84(*seen, Datum.BD09) == pytest.approx(bd, abs=1e-9)
    assert to_wgs84(*bd, Datum.BD09) == pytest.approx(seen, abs=1e-9)


@given(st.floats(4, 53), st.floats(75, 134), st.sampled_from(list(Datum)))
def test_there_and_back_is_within_a_millimetre(lat: float, lon: float, datum: Datum) -> None:
    assert to_wgs84(*from_wgs84(lat, lon, datum), datum) == pytest.approx((lat, lon), abs=1e-8)


@pytest.mark.parametrize("place", [(51.5007, -0.1246), (-33.8568, 151.2153), (40.6892, -74.0445), (0.0, 0.0)])
@pytest.mark.parametrize("datum", list(Datum))
def test_far_from_china_nothing_is_shifted(place: tuple[float, float], datum: Datum) -> None:
    assert from_wgs84(*place, datum) == to_wgs84(*place, datum) == place
