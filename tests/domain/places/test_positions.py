"""A position is read as people write, copy and share it; what is none, or could be two, is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveyor_app.domain.places.datums import Datum
from surveyor_app.domain.places.positions import LONGEST, Position, read_position

NEAR = Decimal("0.0002")

WRITTEN = [
    "31.2304, 121.4737",
    "31.2304 121.4737",
    "31.2304，121.4737",
    "３１.２３０４、１２１.４７３７",
    "(31.2304; 121.4737)",
    "121.4737,31.2304",
    "31.2304N 121.4737E",
    "N31.2304 E121.4737",
    "121.4737E, 31.2304N",
    "东经121.4737 北纬31.2304",
    "北纬31.2304度，东经121.4737度",
    "纬度：31.2304 经度：121.4737",
    "经度=121.4737, 纬度=31.2304",
    "lat: 31.2304, lon: 121.4737",
    "latitude 31.2304 longitude 121.4737",
    "北纬31°13′49.4″ 东经121°28′25.3″",
    "31°13'49.4\"N 121°28'25.3\"E",
    "31°13’49.4”N, 121°28’25.3”E",
    "31º13''49.4''N 121º28''25.3''E".replace("º13''", "º13'").replace("º28''", "º28'"),
    "N31°13.824′ E121°28.422′",
    "N31 13.824 E121 28.422",
    "31 13 49.4 N, 121 28 25.3 E",
    "31度13分49.4秒 121度28分25.3秒",
]

LINKS = [
    ("https://uri.amap.com/marker?position=121.4737,31.2304&name=人民广场", Datum.GCJ02),
    ("我在这里 https://wb.amap.com/?p=B00155,31.2304,121.4737,人民广场,黄浦区 快来", Datum.GCJ02),
    ("https://ditu.amap.com/regeo?lng=121.4737&lat=31.2304", Datum.GCJ02),
    ("https://api.map.baidu.com/marker?location=31.2304,121.4737&title=a&output=html", Datum.BD09),
    ("http://api.map.baidu.com/marker?location=31.2304,121.4737&coord_type=wgs84", Datum.WGS84),
    ("https://map.baidu.com/?latlng=31.2304,121.4737", Datum.BD09),
    ("https://apis.map.qq.com/uri/v1/marker?marker=coord:31.2304,121.4737;title:a", Datum.GCJ02),
    ("https://www.google.com/maps/@31.2304,121.4737,17z", Datum.GCJ02),
    ("https://www.google.com/maps/place/A/@31.9,121.9,17z/data=!3m1!4b1!8m2!3d31.2304!4d121.4737", Datum.GCJ02),
    ("https://www.google.co.uk/maps/search/?api=1&query=31.2304,121.4737", Datum.GCJ02),
    ("https://maps.google.com/?q=31.2304,121.4737", Datum.GCJ02),
    ("https://maps.apple.com/?ll=31.2304,121.4737&q=A", Datum.GCJ02),
    ("https://maps.apple.com/place?coordinate=31.2304,121.4737&name=A", Datum.GCJ02),
    ("https://www.openstreetmap.org/?mlat=31.2304&mlon=121.4737#map=17/31.9/121.9", Datum.WGS84),
    ("https://www.openstreetmap.org/#map=17/31.2304/121.4737", Datum.WGS84),
    ("geo:31.2304,121.4737;u=35", Datum.WGS84),
]

NOTHING = [
    "", "人民大道", "31.2304", "1 2 3", "91, 181", "181, 91", "31.2304N 121.4737N", "31.2304N 121.4737", "nan, inf", "1e2, 3",
    "31°61′00″ 121°00′00″", "31.5°30′ 121°", "-31.2S 121.4E", "31.2, 121.4, 5", "٣١.٢, ١٢١.٤", "31 13 49 121 28 25",
    "https://surl.amap.com/3AbC", "https://amap.com.evil.example/?position=121.4737,31.2304",
    "https://evil.example/?q=31.2304,121.4737", "https://[::1/?q=31.2,121.4", "https://map.baidu.com/@13523265.31,3641114.64,19z",
    "geo:91,0", "31.2304, 121.4737" + " " * LONGEST + "x", "9" * 3000,
]  # fmt: skip


def at_the_place(found: Position | None) -> bool:
    return (
        found is not None and abs(found.lat - Decimal("31.2304")) < NEAR and abs(found.lon - Decimal("121.4737")) < NEAR
    )


@pytest.mark.parametrize("text", WRITTEN)
def test_every_usual_way_of_writing_is_read(text: str) -> None:
    found = read_position(text)
    assert at_the_place(found)
    assert found is not None
    assert found.datum is None


@pytest.mark.parametrize(("text", "datum"), LINKS)
def test_a_link_of_a_map_is_read_with_its_datum(text: str, datum: Datum) -> None:
    found = read_position(text)
    assert at_the_place(found)
    assert found is not None
    assert found.datum is datum


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_position_is_none(text: str) -> None:
    assert read_position(text) is None


def test_south_and_west_are_negative() -> None:
    assert read_position("33°51′S 151°12′E") == Position(Decimal("-33.85"), Decimal("151.2"))
    assert read_position("40.6892, -74.0445") == Position(Decimal("40.6892"), Decimal("-74.0445"))
    assert read_position("南纬22.9 西经43.2") == Position(Decimal("-22.9"), Decimal("-43.2"))


def test_what_a_map_shows_is_kept_where_the_satellites_see_it() -> None:
    shown = read_position("https://uri.amap.com/marker?position=121.531541859215,31.17530398364597")
    assert shown is not None
    assert shown.in_wgs84() == (Decimal("31.1774276"), Decimal("121.5272106"))
    plain = read_position("31.175303983646, 121.531541859215")
    assert plain is not None
    assert plain.in_wgs84(Datum.GCJ02) == (Decimal("31.1774276"), Decimal("121.5272106"))
    assert plain.in_wgs84() == (Decimal("31.1753040"), Decimal("121.5315419"))


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    found = read_position(text)
    assert found is None or (abs(found.lat) <= 90 and abs(found.lon) <= 180)
