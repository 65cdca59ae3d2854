"""The three datums of positions in China and the way between them.

Satellites and photos give WGS 84. Maps published in China are shifted: GCJ-02 (高德, 腾讯, Apple and Google inside China), and
BD-09 (百度), which shifts GCJ-02 once more. The shift is some hundred metres and only holds inside the rectangle around the
mainland; elsewhere all three are the same. The formulas are those the map makers' developers publish and everybody uses;
they have no official source that can be cited.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import atan2, cos, hypot, pi, radians, sin, sqrt

LatLon = tuple[float, float]
_AXIS_M = 6378245.0
_ECCENTRICITY = 0.00669342162296594323
_BD_TURN = pi * 3000.0 / 180.0
_ROUNDS = 30
_NEAR = 1e-10
"""Degrees: a hundredth of a millimetre."""


class Datum(StrEnum):
    """What a pair of figures refers to."""

    WGS84 = "WGS 84"
    GCJ02 = "GCJ-02"
    BD09 = "BD-09"


def to_wgs84(lat: float, lon: float, datum: Datum) -> LatLon:
    """Return a position in WGS 84."""
    if datum is Datum.BD09:
        lat, lon = _undo(_gcj_to_bd, lat, lon)
    return (lat, lon) if datum is Datum.WGS84 else _undo(_wgs_to_gcj, lat, lon)


def from_wgs84(lat: float, lon: float, datum: Datum) -> LatLon:
    """Return a position of WGS 84 in another datum."""
    if datum is Datum.WGS84:
        return lat, lon
    shifted = _wgs_to_gcj(lat, lon)
    return _gcj_to_bd(*shifted) if datum is Datum.BD09 else shifted


def is_shifted_here(lat: float, lon: float) -> bool:
    """Tell whether the datums differ at a place."""
    return 0.8293 <= lat <= 55.8271 and 72.004 <= lon <= 137.8347


def _wgs_to_gcj(lat: float, lon: float) -> LatLon:
    if not is_shifted_here(lat, lon):
        return lat, lon
    by_lat, by_lon = _shift(lat, lon)
    return lat + by_lat, lon + by_lon


def _undo(shift: Callable[[float, float], LatLon], lat: float, lon: float) -> LatLon:
    """Find what is shifted to a position: neither shift has a closed inverse, so it is found step by step."""
    found_lat, found_lon = lat, lon
    for _ in range(_ROUNDS):
        there_lat, there_lon = shift(found_lat, found_lon)
        off_lat, off_lon = there_lat - lat, there_lon - lon
        found_lat, found_lon = found_lat - off_lat, found_lon - off_lon
        if abs(off_lat) < _NEAR and abs(off_lon) < _NEAR:
            break
    return found_lat, found_lon


def _gcj_to_bd(lat: float, lon: float) -> LatLon:
    if not is_shifted_here(lat, lon):
        return lat, lon
    radius = hypot(lon, lat) + 0.00002 * sin(lat * _BD_TURN)
    angle = atan2(lat, lon) + 0.000003 * cos(lon * _BD_TURN)
    return radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065


def _shift(lat: float, lon: float) -> LatLon:
    x, y = lon - 105.0, lat - 35.0
    wave = (20.0 * sin(6.0 * x * pi) + 20.0 * sin(2.0 * x * pi)) * 2.0 / 3.0
    by_lat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) + wave
    by_lat += (20.0 * sin(y * pi) + 40.0 * sin(y / 3.0 * pi)) * 2.0 / 3.0
    by_lat += (160.0 * sin(y / 12.0 * pi) + 320.0 * sin(y * pi / 30.0)) * 2.0 / 3.0
    by_lon = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) + wave
    by_lon += (20.0 * sin(x * pi) + 40.0 * sin(x / 3.0 * pi)) * 2.0 / 3.0
    by_lon += (150.0 * sin(x / 12.0 * pi) + 300.0 * sin(x / 30.0 * pi)) * 2.0 / 3.0
    flat = radians(lat)
    bent = 1 - _ECCENTRICITY * sin(flat) ** 2
    meridian = (_AXIS_M * (1 - _ECCENTRICITY)) / (bent * sqrt(bent)) * pi / 180.0
    parallel = _AXIS_M / sqrt(bent) * cos(flat) * pi / 180.0
    return by_lat / meridian, by_lon / parallel
