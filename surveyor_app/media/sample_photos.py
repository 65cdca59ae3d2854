"""Pictures of an accident that the project draws itself, for the demonstration and for tests.

They show nobody and nothing real, look clearly different from each other, and carry the EXIF of a camera: local time
with sub-seconds and zone, a place, an orientation. The same call always draws the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw, ImageFont
from PIL.TiffImagePlugin import IFDRational

from surveyor_app.media.sample_scenes.injury import INJURY_SCENES
from surveyor_app.media.sample_scenes.pieces import HEIGHT_PX, SKY, WIDTH_PX, Scenes, shade
from surveyor_app.media.sample_scenes.property import FIRE_SCENES, FLOOD_SCENES
from surveyor_app.media.sample_scenes.road import ROAD_SCENES
from surveyor_app.wording.sample_kinds import MOTOR

_QUALITY = 85
_OFFSET_H = 8
"""Local time in China, which is what the camera writes."""


@dataclass(frozen=True, slots=True)
class _Reel:
    """The pictures of one sample case: one a minute from ``first_at`` (the camera's clock), a few steps apart from a place."""

    scenes: Scenes
    first_at: datetime
    lat: Fraction
    lon: Fraction


_REELS: Mapping[str, _Reel] = {
    MOTOR: _Reel(
        ROAD_SCENES, datetime(2026, 11, 20, 14, 3, 22, tzinfo=UTC), Fraction(312304, 10000), Fraction(1214737, 10000)
    ),
    "fire": _Reel(
        FIRE_SCENES, datetime(2026, 11, 18, 8, 42, 10, tzinfo=UTC), Fraction(310322, 10000), Fraction(1212277, 10000)
    ),
    "flood": _Reel(
        FLOOD_SCENES, datetime(2026, 9, 12, 10, 15, 40, tzinfo=UTC), Fraction(312989, 10000), Fraction(1205853, 10000)
    ),
    "injury": _Reel(
        INJURY_SCENES, datetime(2026, 11, 19, 18, 36, 5, tzinfo=UTC), Fraction(302741, 10000), Fraction(1201551, 10000)
    ),
}


def draw_sample_photos(folder: Path, count: int | None = None, kind: str = MOTOR) -> list[Path]:
    """Draw JPEG pictures of 2272 x 1704 pixels into a folder and return their paths in order of time.

    Args:
        folder: Made when it does not exist; files of the same names are replaced.
        count: From 1 up; one of each scene where none is given. After the last scene they repeat with other numbers, colours
            of the sky and noise.
        kind: Of which sample case: ``motor``, ``fire``, ``flood`` or ``injury``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    reel = _REELS[kind]
    count = len(reel.scenes) if count is None else count
    prefix = "sample" if kind == MOTOR else f"sample-{kind}"
    return [_draw(folder / f"{prefix}-{number:02}.jpg", number, reel) for number in range(1, count + 1)]


def _draw(path: Path, number: int, reel: _Reel) -> Path:
    chance = random.Random(number)
    title, paint = reel.scenes[(number - 1) % len(reel.scenes)]
    picture = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), shade(SKY, 1.0 - 0.02 * (number % 7)))
    canvas = ImageDraw.Draw(picture)
    paint(canvas, chance)
    orientation = 6 if number % 12 == 5 else 1
    if orientation == 6:
        cut = (WIDTH_PX - HEIGHT_PX * HEIGHT_PX / WIDTH_PX) / 2
        picture = picture.resize((HEIGHT_PX, WIDTH_PX), Image.Resampling.BILINEAR, (cut, 0, WIDTH_PX - cut, HEIGHT_PX))
    _label(ImageDraw.Draw(picture), number, title)
    if orientation == 6:
        # Held upright: the sensor's picture lies on its side and EXIF says how to turn it.
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    picture = Image.blend(picture, _grain(chance), 0.06)
    picture.save(path, "JPEG", quality=_QUALITY, exif=_exif(number, orientation, reel))
    return path


def _grain(chance: random.Random) -> Image.Image:
    """Return noise, so that the files are as large as a camera's and no two are alike."""
    small = Image.frombytes("L", (WIDTH_PX // 4, HEIGHT_PX // 4), chance.randbytes(WIDTH_PX // 4 * (HEIGHT_PX // 4)))
    return small.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.BILINEAR).convert("RGB")


def _exif(number: int, orientation: int, reel: _Reel) -> Image.Exif:
    local = reel.first_at + timedelta(minutes=number - 1)
    fix = local - timedelta(hours=_OFFSET_H)
    written = local.strftime("%Y:%m:%d %H:%M:%S")
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Surveyor"
    exif[ExifTags.Base.Model] = "Sample camera"
    exif[ExifTags.Base.Software] = "surveyor sample photos"
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.DateTime] = written
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {
            ExifTags.Base.DateTimeOriginal: written,
            ExifTags.Base.SubsecTimeOriginal: f"{number * 37 % 1000:03}",
            ExifTags.Base.OffsetTimeOriginal: f"+{_OFFSET_H:02}:00",
            ExifTags.Base.DateTimeDigitized: written,
            ExifTags.Base.BodySerialNumber: "SAMPLE-0001",
            ExifTags.Base.LensModel: "Sample lens 28 mm",
        }
    )
    # Each picture a few steps further along the road.
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: _sexagesimal(reel.lat + Fraction(number, 50_000)),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: _sexagesimal(reel.lon + Fraction(number, 40_000)),
            ExifTags.GPS.GPSAltitudeRef: b"\x00",
            ExifTags.GPS.GPSAltitude: IFDRational(45, 10),
            ExifTags.GPS.GPSImgDirectionRef: "T",
            ExifTags.GPS.GPSImgDirection: IFDRational(number * 29 % 360, 1),
            ExifTags.GPS.GPSTimeStamp: tuple(IFDRational(part, 1) for part in (fix.hour, fix.minute, fix.second)),
            ExifTags.GPS.GPSDateStamp: fix.strftime("%Y:%m:%d"),
        }
    )
    return exif


def _sexagesimal(degrees: Fraction) -> tuple[IFDRational, IFDRational, IFDRational]:
    whole, rest = divmod(degrees, 1)
    minutes, rest = divmod(rest * 60, 1)
    seconds = round(rest * 60 * 10_000)
    return IFDRational(int(whole), 1), IFDRational(int(minutes), 1), IFDRational(seconds, 10_000)


def _label(canvas: ImageDraw.ImageDraw, number: int, title: str) -> None:
    canvas.rectangle((0, 0, 1180, 118), fill=(16, 18, 22))
    canvas.text((36, 22), f"{number:02}  {title}", font=ImageFont.load_default(70), fill=(250, 250, 250))
