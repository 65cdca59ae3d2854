"""Pictures of an accident that the project draws itself, for the demonstration and for tests.

They show nobody and nothing real, look clearly different from each other, and carry the EXIF of a camera: local time
with sub-seconds and zone, a place, an orientation. The same call always draws the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

from PIL import ExifTags, Image, ImageDraw, ImageFont
from PIL.TiffImagePlugin import IFDRational

WIDTH_PX, HEIGHT_PX = 2272, 1704
_QUALITY = 85

_BLUE, _WHITE_CAR, _RED = (38, 84, 160), (226, 228, 230), (178, 36, 40)
_ASPHALT, _SKY, _GLASS, _TYRE, _METAL = (84, 86, 90), (176, 200, 222), (64, 82, 96), (26, 26, 28), (150, 152, 156)

# One picture a minute from here; local time in China, which is what the camera writes.
_FIRST_AT = datetime(2026, 11, 20, 14, 3, 22, tzinfo=UTC)
_OFFSET_H = 8
_LAT, _LON = Fraction(312304, 10000), Fraction(1214737, 10000)

_Painter = Callable[[ImageDraw.ImageDraw, random.Random], None]


def draw_sample_photos(folder: Path, count: int = 12) -> list[Path]:
    """Draw ``count`` JPEG pictures of 2272 x 1704 pixels into a folder and return their paths in order of time.

    Args:
        folder: Made when it does not exist; files of the same names are replaced.
        count: From 1 up; after twelve the scenes repeat with other numbers, colours of the sky and noise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_draw(folder / f"sample-{number:02}.jpg", number) for number in range(1, count + 1)]


def _draw(path: Path, number: int) -> Path:
    chance = random.Random(number)
    title, paint = _SCENES[(number - 1) % len(_SCENES)]
    picture = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), _shade(_SKY, 1.0 - 0.02 * (number % 7)))
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
    picture.save(path, "JPEG", quality=_QUALITY, exif=_exif(number, orientation))
    return path


def _grain(chance: random.Random) -> Image.Image:
    """Return noise, so that the files are as large as a camera's and no two are alike."""
    small = Image.frombytes("L", (WIDTH_PX // 4, HEIGHT_PX // 4), chance.randbytes(WIDTH_PX // 4 * (HEIGHT_PX // 4)))
    return small.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.BILINEAR).convert("RGB")


def _exif(number: int, orientation: int) -> Image.Exif:
    local = _FIRST_AT + timedelta(minutes=number - 1)
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
            ExifTags.GPS.GPSLatitude: _sexagesimal(_LAT + Fraction(number, 50_000)),
            ExifTags.GPS.GPSLongitudeRef: "E",
            ExifTags.GPS.GPSLongitude: _sexagesimal(_LON + Fraction(number, 40_000)),
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


# ------------------------------------------------------------------------------------------------ scenes


def _overview(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _road(canvas, horizon=620)
    _buildings(canvas, chance, horizon=620)
    _car_side(canvas, 420, 1120, 0.75, _BLUE)
    _car_side(canvas, 1180, 1040, 0.7, _WHITE_CAR, faces_left=True)
    _cone(canvas, 300, 1480)
    _cone(canvas, 1980, 1420)


def _overview_back(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _road(canvas, horizon=520)
    _buildings(canvas, chance, horizon=520)
    _car_end(canvas, 760, 1080, 0.8, _WHITE_CAR, lamp=(250, 246, 220))
    _car_end(canvas, 1460, 980, 0.65, _BLUE, lamp=_RED)
    _cone(canvas, 1120, 1500)


def _blue_left(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    _road(canvas, horizon=760)
    _car_side(canvas, 330, 1150, 1.15, _BLUE)


def _blue_front(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    _road(canvas, horizon=640)
    _car_end(canvas, 1130, 1180, 1.5, _BLUE, lamp=(250, 246, 220))
    _scratches(canvas, 620, 1010)


def _blue_plate(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_BLUE)
    for y in range(120, 560, 90):
        canvas.rectangle((180, y, WIDTH_PX - 180, y + 46), fill=_shade(_BLUE, 0.45))
    _plate(canvas, 586, 760, 1100, "S A7 392", (20, 70, 170), (255, 255, 255))


def _white_side(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    _road(canvas, horizon=700)
    _car_side(canvas, 380, 1140, 1.1, _WHITE_CAR, faces_left=True)


def _white_rear(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    _road(canvas, horizon=560)
    _car_end(canvas, 1150, 1160, 1.55, _WHITE_CAR, lamp=_RED)


def _white_plate(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_WHITE_CAR)
    canvas.rectangle((0, 1240, WIDTH_PX, HEIGHT_PX), fill=_shade(_WHITE_CAR, 0.55))
    _plate(canvas, 440, 620, 1400, "S D48 516", (52, 150, 80), (10, 20, 10))


def _dent(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_WHITE_CAR)
    canvas.line((0, 380, WIDTH_PX, 300), fill=_METAL, width=14)
    for step in range(14):
        shrink = step * 34
        canvas.ellipse(
            (520 + shrink, 560 + shrink * 0.8, 1640 - shrink * 0.7, 1420 - shrink * 0.6),
            fill=_shade(_WHITE_CAR, 0.96 - 0.035 * step),
        )
    for _ in range(26):
        x, y = chance.randint(600, 1500), chance.randint(680, 1320)
        canvas.line((x, y, x + chance.randint(60, 320), y - chance.randint(10, 90)), fill=_BLUE, width=5)


def _lamp(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_shade(_BLUE, 0.9))
    canvas.ellipse((560, 380, 1720, 1320), fill=_METAL, outline=_TYRE, width=24)
    canvas.ellipse((700, 500, 1580, 1200), fill=(236, 238, 226))
    for _ in range(18):
        x, y = chance.randint(900, 1400), chance.randint(700, 1000)
        canvas.line((1140, 850, x * 2 - 1140, y * 2 - 850), fill=_TYRE, width=6)
    canvas.polygon([(1300, 900), (1760, 1180), (1500, 1360)], fill=_ASPHALT)


def _skid_marks(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_ASPHALT)
    canvas.polygon([(0, 240), (WIDTH_PX, 120), (WIDTH_PX, 190), (0, 320)], fill=(232, 232, 226))
    for offset in (0, 420):
        canvas.line(
            [(180, 1500 - offset), (900, 1260 - offset), (1500, 1120 - offset), (2100, 1080 - offset)],
            fill=_TYRE,
            width=78,
            joint="curve",
        )
    for _ in range(60):
        x, y = chance.randint(1500, 2200), chance.randint(560, 1000)
        canvas.polygon([(x, y), (x + 18, y + 8), (x + 6, y + 22)], fill=(214, 226, 232))
    for step in range(11):
        canvas.rectangle(
            (240 + step * 160, 1600, 400 + step * 160, 1650), fill=((250, 210, 40), (20, 20, 20))[step % 2]
        )


def _crossing(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    _road(canvas, horizon=480)
    _buildings(canvas, chance, horizon=480)
    for stripe in range(9):
        x = 260 + stripe * 200
        canvas.polygon([(x, 1300), (x + 100, 1300), (x + 60, 1660), (x - 60, 1660)], fill=(236, 236, 230))
    canvas.rectangle((1900, 260, 1930, 1300), fill=_METAL)
    canvas.rectangle((1850, 240, 1980, 600), fill=_TYRE)
    for step, colour in enumerate(((200, 40, 40), (70, 60, 20), (20, 60, 30))):
        canvas.ellipse((1870, 256 + step * 114, 1960, 346 + step * 114), fill=colour)


_SCENES: tuple[tuple[str, _Painter], ...] = (
    ("overview towards east", _overview),
    ("overview towards west", _overview_back),
    ("car A left side", _blue_left),
    ("car A front", _blue_front),
    ("car A plate", _blue_plate),
    ("car B right side", _white_side),
    ("car B rear", _white_rear),
    ("car B plate", _white_plate),
    ("car B dent in door", _dent),
    ("car A headlamp", _lamp),
    ("skid marks and glass", _skid_marks),
    ("crossing and signal", _crossing),
)


# ----------------------------------------------------------------------------------------------- pieces


def _road(canvas: ImageDraw.ImageDraw, horizon: int) -> None:
    canvas.rectangle((0, horizon, WIDTH_PX, HEIGHT_PX), fill=(116, 128, 96))
    canvas.polygon([(700, horizon), (1570, horizon), (WIDTH_PX + 400, HEIGHT_PX), (-400, HEIGHT_PX)], fill=_ASPHALT)
    depth = HEIGHT_PX - horizon
    for step in range(5):
        near, far = horizon + depth * (step + 0.55) / 5, horizon + depth * step / 5
        half = 6 + step * 4
        canvas.polygon([(1136 - half, far), (1136 + half, far), (1140 + half, near), (1132 - half, near)], fill="white")


def _buildings(canvas: ImageDraw.ImageDraw, chance: random.Random, horizon: int) -> None:
    for index in range(9):
        left = index * 260 - 40
        top = horizon - chance.randint(140, 380)
        colour = _shade((168, 156, 146), 0.8 + chance.random() * 0.3)
        canvas.rectangle((left, top, left + 230, horizon), fill=colour)
        for x in range(left + 24, left + 200, 60):
            for y in range(top + 24, horizon - 40, 64):
                canvas.rectangle((x, y, x + 30, y + 36), fill=_GLASS)


def _car_side(
    canvas: ImageDraw.ImageDraw,
    left: int,
    bottom: int,
    scale: float,
    colour: tuple[int, int, int],
    *,
    faces_left: bool = False,
) -> None:
    def at(x: float, y: float) -> tuple[float, float]:
        return left + (1300 - x if faces_left else x) * scale, bottom + 140 - (460 - y) * scale

    def shape(points: list[tuple[float, float]], fill: tuple[int, int, int]) -> None:
        canvas.polygon([at(*point) for point in points], fill=fill)

    canvas.ellipse([left, bottom + 90, left + 1300 * scale, bottom + 190], fill=_shade(_ASPHALT, 0.6))
    shape([(20, 380), (40, 220), (320, 180), (480, 40), (880, 40), (1060, 190), (1270, 230), (1290, 380)], colour)
    shape([(360, 190), (500, 70), (660, 70), (660, 190)], _GLASS)
    shape([(700, 190), (700, 70), (860, 70), (1000, 190)], _GLASS)
    shape([(1230, 250), (1285, 260), (1285, 300), (1230, 290)], (250, 240, 190))
    shape([(30, 240), (80, 236), (80, 290), (26, 290)], _RED)
    canvas.line([at(680, 190), at(680, 380)], fill=_shade(colour, 0.6), width=5)
    for x in (280, 1010):
        cx, cy = at(x, 380)
        for radius, fill in ((105, _TYRE), (60, _METAL)):
            r = radius * scale
            canvas.ellipse((cx - r, cy - r, cx + r, cy + r), fill=fill)


def _car_end(
    canvas: ImageDraw.ImageDraw,
    middle: int,
    bottom: int,
    scale: float,
    colour: tuple[int, int, int],
    *,
    lamp: tuple[int, int, int],
) -> None:
    def box(x0: float, y0: float, x1: float, y1: float, fill: tuple[int, int, int]) -> None:
        canvas.rectangle(
            (middle + x0 * scale, bottom + y0 * scale, middle + x1 * scale, bottom + y1 * scale), fill=fill
        )

    canvas.ellipse((middle - 420 * scale, bottom + 120, middle + 420 * scale, bottom + 240), fill=_shade(_ASPHALT, 0.6))
    box(-330, 40, -220, 140, _TYRE)
    box(220, 40, 330, 140, _TYRE)
    roof = [(-250, -380), (250, -380), (340, -180), (-340, -180)]
    canvas.polygon([(middle + x * scale, bottom + y * scale) for x, y in roof], fill=_GLASS)
    canvas.line([(middle + x * scale, bottom + y * scale) for x, y in [*roof, roof[0]]], fill=colour, width=22)
    box(-380, -190, 380, 80, colour)
    box(-360, -140, -220, -60, lamp)
    box(220, -140, 360, -60, lamp)
    box(-190, -130, 190, -70, _shade(colour, 0.5))
    box(-120, -10, 120, 50, (20, 70, 170))


def _plate(
    canvas: ImageDraw.ImageDraw,
    left: int,
    top: int,
    width: int,
    text: str,
    fill: tuple[int, int, int],
    ink: tuple[int, int, int],
) -> None:
    canvas.rounded_rectangle(
        (left, top, left + width, top + 0.314 * width), radius=36, fill=fill, outline=ink, width=12
    )
    canvas.text(
        (left + width / 2, top + 0.157 * width), text, font=ImageFont.load_default(0.18 * width), fill=ink, anchor="mm"
    )


def _scratches(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    for step in range(12):
        canvas.line((x + step * 14, y + step * 22, x + 260 - step * 4, y + 30 + step * 24), fill=_METAL, width=5)


def _cone(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    canvas.polygon([(x - 60, y), (x + 60, y), (x + 12, y - 190), (x - 12, y - 190)], fill=(236, 110, 30))
    canvas.polygon([(x - 42, y - 60), (x + 42, y - 60), (x + 28, y - 110), (x - 28, y - 110)], fill="white")
    canvas.rectangle((x - 84, y, x + 84, y + 22), fill=_TYRE)


def _label(canvas: ImageDraw.ImageDraw, number: int, title: str) -> None:
    canvas.rectangle((0, 0, 1180, 118), fill=(16, 18, 22))
    canvas.text((36, 22), f"{number:02}  {title}", font=ImageFont.load_default(70), fill=(250, 250, 250))


def _shade(colour: tuple[int, int, int], factor: float) -> tuple[int, int, int]:
    red, green, blue = (min(255, max(0, round(part * factor))) for part in colour)
    return red, green, blue
