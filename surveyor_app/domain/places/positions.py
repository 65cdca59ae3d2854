"""Reads a position as people write, copy and share it: decimal degrees, degrees with minutes and seconds, links of maps.

Nothing is fetched: a short link that holds no figures is no position.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from surveyor_app.domain.places.datums import Datum, to_wgs84
from surveyor_app.domain.places.map_links import read_link

LONGEST = 4000
PLACES = Decimal("0.0000001")
_LATITUDE, _LONGITUDE = "NS", "EW"
_WORDS = {
    **{"北纬": "N", "南纬": "S", "东经": "E", "西经": "W", "纬度": "N", "经度": "E"},
    **{"LATITUDE": "N", "LONGITUDE": "E", "LAT": "N", "LON": "E", "LNG": "E"},
    **{"度": "°", "分": "′", "秒": "″", "º": "°", "˚": "°", "''": "″", '"': "″", "”": "″", "“": "″", "′′": "″"},
    **{"'": "′", "’": "′", "‘": "′", ":": " ", "=": " "},
}
_SIGNS = "°′″º˚"
_NUMBER = r"[+-]?\d{1,3}(?:\.\d{1,15})?"
_PART = r"\d{1,2}(?:\.\d{1,15})?"
_LETTER = r"(?(before)|\s*(?P<after>[NSEW])?)"
_ANGLE = re.compile(
    rf"(?P<before>[NSEW])?\s*(?P<degrees>{_NUMBER})\s*°?\s*"
    rf"(?:(?P<minutes>{_PART})\s*′\s*(?:(?P<seconds>{_PART})\s*″)?)?{_LETTER}",
    re.ASCII,
)
_SPACED = (
    re.compile(
        rf"(?P<before>[NSEW])\s*(?P<degrees>\d{{1,3}})\s+(?P<minutes>{_PART})(?:\s+(?P<seconds>{_PART}))?(?P<after>)",
        re.ASCII,
    ),
    re.compile(
        rf"(?P<before>)(?P<degrees>\d{{1,3}})\s+(?P<minutes>{_PART})(?:\s+(?P<seconds>{_PART}))?\s*(?P<after>[NSEW])",
        re.ASCII,
    ),
)
"""Degrees, minutes and seconds with nothing but spaces between them: only a letter tells where an angle ends."""


@dataclass(frozen=True, slots=True)
class Position:
    """A position as it was given; ``datum`` is ``None`` where nothing says which."""

    lat: Decimal
    lon: Decimal
    datum: Datum | None = None

    def in_wgs84(self, assumed: Datum = Datum.WGS84) -> tuple[Decimal, Decimal]:
        """Return latitude and longitude in WGS 84, to a centimetre, as records hold them."""
        datum = self.datum or assumed
        if datum is Datum.WGS84:
            return self.lat.quantize(PLACES), self.lon.quantize(PLACES)
        return rounded(*to_wgs84(float(self.lat), float(self.lon), datum))


def rounded(lat: float, lon: float) -> tuple[Decimal, Decimal]:
    """Return latitude and longitude to a centimetre, as records hold them."""
    return Decimal(lat).quantize(PLACES), Decimal(lon).quantize(PLACES)


def read_position(text: str) -> Position | None:
    """Return the position that a text gives, ``None`` where it gives none or more than one can be meant."""
    text = text.strip()
    if not text or len(text) > LONGEST:
        return None
    found = read_link(text)
    if found is not None:
        figures, datum = found
        return _pair(figures[0], figures[1], datum)
    plain = _plain(text)
    for form in (*_SPACED, _ANGLE):
        position = _of_angles(plain, form)
        if position is not None:
            return position
    return None


def _plain(text: str) -> str:
    """Write an angle with the same signs however it was written."""
    # The signs have compatibility forms that mean something else: a double prime would become two.
    narrow = "".join(char if char in _SIGNS else unicodedata.normalize("NFKC", char) for char in text).upper()
    for word, sign in _WORDS.items():
        narrow = narrow.replace(word, sign)
    return re.sub(r"[,;()\[\]、]", " ", narrow)


def _of_angles(text: str, form: re.Pattern[str]) -> Position | None:
    """Read two angles and nothing else."""
    found: list[re.Match[str]] = []
    at = 0
    text = text.strip()
    while at < len(text) and len(found) < 3:
        match = form.match(text, at)
        if match is None:
            return None
        found.append(match)
        at = match.end()
        while at < len(text) and text[at].isspace():
            at += 1
    if len(found) != 2:
        return None
    angles = [_angle(match) for match in found]
    if angles[0] is None or angles[1] is None:
        return None
    return _ordered([angles[0], angles[1]])


def _angle(match: re.Match[str]) -> tuple[Decimal, str] | None:
    """Return an angle with the letter it stands beside, ``None`` for what is none."""
    before, after = match["before"] or "", match["after"] or ""
    if before and after:
        return None
    degrees = Decimal(match["degrees"])
    minutes, seconds = Decimal(match["minutes"] or 0), Decimal(match["seconds"] or 0)
    if minutes >= 60 or seconds >= 60 or (minutes and degrees != int(degrees)):
        return None
    size = abs(degrees) + minutes / 60 + seconds / 3600
    is_negative = match["degrees"].startswith("-")
    letter = before or after
    if is_negative and letter in ("S", "W"):
        return None
    return (-size if is_negative or letter in ("S", "W") else size), letter


def _ordered(angles: Sequence[tuple[Decimal, str]]) -> Position | None:
    """Put latitude first: by the letters, or else as people write, or the only way that can be."""
    (first, one), (second, other) = angles
    if one and other:
        if one in _LONGITUDE and other in _LATITUDE:
            return _pair(second, first, None)
        return _pair(first, second, None) if one in _LATITUDE and other in _LONGITUDE else None
    if one or other:
        return None
    return _pair(second, first, None) if abs(first) > 90 >= abs(second) else _pair(first, second, None)


def _pair(lat: Decimal, lon: Decimal, datum: Datum | None) -> Position | None:
    return Position(lat, lon, datum) if abs(lat) <= 90 and abs(lon) <= 180 else None
