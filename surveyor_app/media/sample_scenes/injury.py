"""Pictures of an electric car that hit an electric bicycle at a crossing in the evening."""

from __future__ import annotations

import random

from PIL import ImageDraw

from surveyor_app.media.sample_scenes.pieces import (
    ASPHALT,
    BLUE,
    GLASS,
    HEIGHT_PX,
    METAL,
    RED,
    TYRE,
    WIDTH_PX,
    Colour,
    Painter,
    Scenes,
    buildings,
    car_end,
    car_side,
    cone,
    plate,
    road,
    ruler,
    scratches,
    shade,
    sign,
)

_GREEN_CAR, _PAPER = (64, 128, 104), (240, 238, 228)


def _scene(back: bool) -> Painter:
    def paint(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
        road(canvas, horizon=560 if back else 640)
        buildings(canvas, chance, horizon=560 if back else 640)
        if back:
            car_end(canvas, 1500, 1040, 0.8, _GREEN_CAR, lamp=(250, 246, 220))
            _bicycle(canvas, 640, 1180, 0.8)
        else:
            car_side(canvas, 260, 1080, 0.8, _GREEN_CAR)
            _bicycle(canvas, 1500, 1260, 0.9)
        cone(canvas, 1180, 1520)

    return paint


def _bicycle(canvas: ImageDraw.ImageDraw, left: int, bottom: int, scale: float) -> None:
    """An electric bicycle that lies on its side."""

    def at(x: float, y: float) -> tuple[float, float]:
        return left + x * scale, bottom - y * scale

    for x in (90, 470):
        (cx, cy), r = at(x, 90), 95 * scale
        canvas.ellipse((cx - r, cy - r * 0.6, cx + r, cy + r * 0.6), outline=TYRE, width=round(24 * scale))
    for points in (((90, 90), (240, 230), (440, 220), (470, 90)), ((240, 230), (280, 100), (470, 90))):
        canvas.line([at(*point) for point in points], fill=RED, width=round(26 * scale), joint="curve")
    canvas.line([at(440, 220), at(430, 300), at(370, 310)], fill=METAL, width=round(16 * scale))
    canvas.rectangle((*at(210, 260), *at(310, 225)), fill=TYRE)


def _corner(middle: int, lamp: Colour, *, hit: bool) -> Painter:
    def paint(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
        road(canvas, horizon=640)
        car_end(canvas, middle, 1180, 1.5, _GREEN_CAR, lamp=lamp)
        if hit:
            scratches(canvas, middle + 330, 1000)

    return paint


def _plate(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_GREEN_CAR)
    plate(canvas, 440, 640, 1400, "A D12 345", (140, 200, 150), (10, 20, 10))


def _battery(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(ASPHALT, 0.5))
    canvas.rounded_rectangle((260, 380, 2020, 1380), radius=60, fill=METAL, outline=TYRE, width=20)
    for x in range(380, 1960, 260):
        canvas.line((x, 420, x, 1340), fill=shade(METAL, 0.8), width=16)
    for _ in range(14):
        x, y = chance.randint(500, 1300), chance.randint(980, 1240)
        canvas.line((x, y, x + chance.randint(200, 520), y + chance.randint(-30, 30)), fill=(224, 226, 228), width=8)
    canvas.polygon([(1780, 430), (1960, 430), (1870, 580)], fill=(250, 210, 40))
    ruler(canvas, 420, 1460, 1200)


def _dashboard(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=TYRE)
    sign(canvas, (360, 420, 1920, 1220), ("28 416 km", "71 %  READY", "P"), (24, 40, 56))


def _contact(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=ASPHALT)
    canvas.rectangle((0, 0, 1500, 1180), fill=_GREEN_CAR)
    canvas.ellipse((980, 300, 1420, 720), fill=(236, 238, 226), outline=TYRE, width=20)
    scratches(canvas, 900, 780)
    ruler(canvas, 1600, 1640, 1500, upright=True)


def _helmet(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(ASPHALT, 1.1))
    canvas.pieslice((640, 420, 1640, 1420), 180, 360, fill=BLUE)
    canvas.rectangle((640, 900, 1640, 980), fill=shade(BLUE, 0.6))
    for _ in range(9):
        x = chance.randint(1250, 1500)
        canvas.line((x, 600, x + 120, 860), fill=(220, 222, 224), width=8)
    ruler(canvas, 640, 1200, 1000)


def _medical_paper(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(GLASS, 1.3))
    canvas.rectangle((520, 140, 1760, 1620), fill=_PAPER)
    sign(canvas, (620, 220, 1660, 420), ("HOSPITAL - SAMPLE",), (120, 40, 44))
    for y in range(520, 1480, 90):
        canvas.line((640, y, 1640 - (y * 7) % 360, y), fill=(90, 96, 110), width=14)
    canvas.ellipse((1300, 1300, 1560, 1560), outline=RED, width=16)


def _signal(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    road(canvas, horizon=480)
    buildings(canvas, chance, horizon=480)
    for stripe in range(9):
        x = 260 + stripe * 200
        canvas.polygon([(x, 1240), (x + 90, 1240), (x + 50, 1600), (x - 60, 1600)], fill=(236, 236, 230))
    canvas.rectangle((300, 300, 330, 1240), fill=METAL)
    canvas.rectangle((250, 280, 380, 640), fill=TYRE)
    canvas.ellipse((270, 524, 360, 614), fill=(70, 190, 100))
    sign(canvas, (1500, 300, 2080, 480), ("WENSAN ROAD",), BLUE)


INJURY_SCENES: Scenes = (
    ("crossing from the west", _scene(back=False)),
    ("crossing from the east", _scene(back=True)),
    ("signal and road name", _signal),
    ("car front right", _corner(1000, (250, 246, 220), hit=True)),
    ("car front left", _corner(1240, (250, 246, 220), hit=False)),
    ("car rear right", _corner(1000, RED, hit=False)),
    ("car rear left", _corner(1240, RED, hit=False)),
    ("plate", _plate),
    ("headlamp and contact height", _contact),
    ("battery housing from below", _battery),
    ("instruments", _dashboard),
    ("helmet of the rider", _helmet),
    ("paper of the hospital", _medical_paper),
)
