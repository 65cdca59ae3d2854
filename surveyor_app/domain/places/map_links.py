"""Reads the position out of a link that a map gives to share; the datum follows from whose map it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from surveyor_app.domain.places.datums import Datum

Figures = tuple[Decimal, Decimal]
"""Latitude and longitude."""
Query = Mapping[str, list[str]]
_NUMBER = r"(-?\d{1,3}(?:\.\d{1,15})?)"
_TWO = re.compile(rf"^{_NUMBER}\s*,\s*{_NUMBER}(?![\d.])")
_LINK = re.compile(r"(?:https?://|geo:)[^\s<>\"，。；]+")


def read_link(text: str) -> tuple[Figures, Datum] | None:
    """Return the figures of the first link in a text and their datum, ``None`` when there is none that holds any."""
    match = _LINK.search(text)
    if match is None:
        return None
    try:
        link = urlsplit(match.group())
        query = parse_qs(link.query, max_num_fields=60)
    except ValueError:
        return None
    if link.scheme == "geo":
        figures = _two(link.path)
        return (figures, Datum.WGS84) if figures else None
    host = (link.hostname or "").lower()
    for name, read in _READERS.items():
        if host == name or host.endswith(f".{name}") or (name == "google" and ".google." in f".{host}"):
            return read(link, query)
    return None


def _amap(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    """高德: the position has the longitude first, ``p`` and ``q`` the latitude, after the id of the place."""
    figures = _turned(_first(query, "position", "from", "to", "dest")) or _named(query, "lat", "lng", "lon")
    figures = figures or _two(_first(query, "q")) or _two(_first(query, "p").partition(",")[2])
    return (figures, Datum.GCJ02) if figures else None


def _baidu(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    """百度: BD-09, where the link names nothing else."""
    figures = _two(_first(query, "location", "latlng", "destination", "center")) or _named(query, "lat", "lng")
    named = {"gcj02": Datum.GCJ02, "wgs84": Datum.WGS84}.get(_first(query, "coord_type").lower(), Datum.BD09)
    return (figures, named) if figures else None


def _tencent(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    """腾讯: ``marker=coord:31.2,121.4;title:…``."""
    coordinate = re.search(r"coord:([^;]{1,60})", _first(query, "marker"))
    figures = _two(coordinate.group(1) if coordinate else _first(query, "coord", "center", "tocoord"))
    return (figures, Datum.GCJ02) if figures else None


def _google(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    """Google: the place itself (``!3d…!4d…``) before the middle of the view (``@…``)."""
    path = unquote(link.path)
    place = re.search(rf"!3d{_NUMBER}!4d{_NUMBER}", path)
    view = re.search(rf"/@{_NUMBER},{_NUMBER}", path)
    searched = re.search(r"/(?:search|place|dir)/([^/]{1,80})", path)
    figures = (Decimal(place[1]), Decimal(place[2])) if place else None
    figures = figures or _two(_first(query, "q", "query", "ll", "destination", "center"))
    figures = figures or (_two(searched[1].replace("+", " ")) if searched else None)
    figures = figures or ((Decimal(view[1]), Decimal(view[2])) if view else None)
    return (figures, Datum.GCJ02) if figures else None


def _apple(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    figures = _two(_first(query, "coordinate", "ll", "sll", "q", "daddr", "center"))
    return (figures, Datum.GCJ02) if figures else None


def _osm(link: SplitResult, query: Query) -> tuple[Figures, Datum] | None:
    """OpenStreetMap: the marker before the middle of the view (``#map=zoom/lat/lon``)."""
    view = re.search(rf"map=\d{{1,2}}(?:\.\d+)?/{_NUMBER}/{_NUMBER}", link.fragment)
    figures = _named(query, "mlat", "mlon") or _named(query, "lat", "lon")
    figures = figures or ((Decimal(view[1]), Decimal(view[2])) if view else None)
    return (figures, Datum.WGS84) if figures else None


_READERS: Mapping[str, Callable[[SplitResult, Query], tuple[Figures, Datum] | None]] = {
    "amap.com": _amap,
    "gaode.com": _amap,
    "map.baidu.com": _baidu,
    "map.qq.com": _tencent,
    "google": _google,
    "maps.apple.com": _apple,
    "openstreetmap.org": _osm,
    "osm.org": _osm,
}


def _first(query: Query, *names: str) -> str:
    return next((query[name][0] for name in names if query.get(name)), "")


def _two(text: str) -> Figures | None:
    match = _TWO.match(text.strip())
    return (Decimal(match[1]), Decimal(match[2])) if match else None


def _turned(text: str) -> Figures | None:
    figures = _two(text)
    return (figures[1], figures[0]) if figures else None


def _named(query: Query, lat: str, *lons: str) -> Figures | None:
    return _two(f"{_first(query, lat)},{_first(query, *lons)}")
