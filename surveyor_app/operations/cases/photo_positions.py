"""Where the photos of a case were taken, as far as they say: offered for the place of the scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from surveyor_app.casefile.case_file import CaseFile
from surveyor_app.domain.photos.evidence import Evidence
from surveyor_app.records import reading

NEAR = Decimal("0.0001")
"""Degrees: photos within about ten metres are of one place."""


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """One place in WGS 84, as the first of its photos says; ``number`` is that photo's, ``photos`` how many there are."""

    lat: Decimal
    lon: Decimal
    number: int
    photos: int


def photo_places(case: CaseFile) -> Sequence[PhotoPlace]:
    """Return the places of the photos, those of most photos first."""
    with case.read() as session:
        rows = reading.columns(session, case.case_id, Evidence, ("gps_lat", "gps_lon"))
    found: dict[tuple[Decimal, Decimal], PhotoPlace] = {}
    for number, (_id, _withdrawn, lat, lon) in enumerate(rows, start=1):
        if lat is None or lon is None:
            continue
        there = Decimal(lat), Decimal(lon)
        key = there[0].quantize(NEAR), there[1].quantize(NEAR)
        first = found.get(key) or PhotoPlace(*there, number, 0)
        found[key] = PhotoPlace(first.lat, first.lon, first.number, first.photos + 1)
    return sorted(found.values(), key=lambda place: (-place.photos, place.number))
