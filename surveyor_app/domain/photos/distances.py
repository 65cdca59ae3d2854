"""Distances between places on the earth."""

from __future__ import annotations

from decimal import Decimal
from math import asin, cos, radians, sin, sqrt

EARTH_M = 6_371_000

Place = tuple[Decimal, Decimal]
"""Latitude and longitude in degrees, north and east positive."""


def distance_m(lat1: Decimal, lon1: Decimal, lat2: Decimal, lon2: Decimal) -> float:
    """Return the distance on the sphere (haversine) in metres."""
    a1, o1, a2, o2 = (radians(float(value)) for value in (lat1, lon1, lat2, lon2))
    root = sin((a2 - a1) / 2) ** 2 + cos(a1) * cos(a2) * sin((o2 - o1) / 2) ** 2
    return 2 * EARTH_M * asin(min(1.0, sqrt(root)))
