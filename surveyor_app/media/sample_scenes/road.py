"""Pictures of the accident of two cars at a crossing."""

from __future__ import annotations

import random

from PIL import ImageDraw

from surveyor_app.media.sample_scenes.pieces import (
    ASPHALT,
    BLUE,
    HEIGHT_PX,
    METAL,
    RED,
    TYRE,
    WHITE_CAR,
    WIDTH_PX,
    Scenes,
    buildings,
    car_end,
    car_side,
    cone,
    plate,
    road,
    scratches,
    shade,
)


def _overview(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    road(canvas, horizon=620)
    buildings(canvas, chance, horizon=620)
    car_side(canvas, 420, 1120, 0.75, BLUE)
    car_side(canvas, 1180, 1040, 0.7, WHITE_CAR, faces_left=True)
    cone(canvas, 300, 1480)
    cone(canvas, 1980, 1420)


def _overview_back(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    road(canvas, horizon=520)
    buildings(canvas, chance, horizon=520)
    car_end(canvas, 760, 1080, 0.8, WHITE_CAR, lamp=(250, 246, 220))
    car_end(canvas, 1460, 980, 0.65, BLUE, lamp=RED)
    cone(canvas, 1120, 1500)


def _blue_left(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    road(canvas, horizon=760)
    car_side(canvas, 330, 1150, 1.15, BLUE)


def _blue_front(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    road(canvas, horizon=640)
    car_end(canvas, 1130, 1180, 1.5, BLUE, lamp=(250, 246, 220))
    scratches(canvas, 620, 1010)


def _blue_plate(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=BLUE)
    for y in range(120, 560, 90):
        canvas.rectangle((180, y, WIDTH_PX - 180, y + 46), fill=shade(BLUE, 0.45))
    plate(canvas, 586, 760, 1100, "S A7 392", (20, 70, 170), (255, 255, 255))


def _white_side(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    road(canvas, horizon=700)
    car_side(canvas, 380, 1140, 1.1, WHITE_CAR, faces_left=True)


def _white_rear(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    road(canvas, horizon=560)
    car_end(canvas, 1150, 1160, 1.55, WHITE_CAR, lamp=RED)


def _white_plate(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=WHITE_CAR)
    canvas.rectangle((0, 1240, WIDTH_PX, HEIGHT_PX), fill=shade(WHITE_CAR, 0.55))
    plate(canvas, 440, 620, 1400, "S D48 516", (52, 150, 80), (10, 20, 10))


def _dent(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=WHITE_CAR)
    canvas.line((0, 380, WIDTH_PX, 300), fill=METAL, width=14)
    for step in range(14):
        shrink = step * 34
        canvas.ellipse(
            (520 + shrink, 560 + shrink * 0.8, 1640 - shrink * 0.7, 1420 - shrink * 0.6),
            fill=shade(WHITE_CAR, 0.96 - 0.035 * step),
        )
    for _ in range(26):
        x, y = chance.randint(600, 1500), chance.randint(680, 1320)
        canvas.line((x, y, x + chance.randint(60, 320), y - chance.randint(10, 90)), fill=BLUE, width=5)


def _lamp(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(BLUE, 0.9))
    canvas.ellipse((560, 380, 1720, 1320), fill=METAL, outline=TYRE, width=24)
    canvas.ellipse((700, 500, 1580, 1200), fill=(236, 238, 226))
    for _ in range(18):
        x, y = chance.randint(900, 1400), chance.randint(700, 1000)
        canvas.line((1140, 850, x * 2 - 1140, y * 2 - 850), fill=TYRE, width=6)
    canvas.polygon([(1300, 900), (1760, 1180), (1500, 1360)], fill=ASPHALT)


def _skid_marks(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=ASPHALT)
    canvas.polygon([(0, 240), (WIDTH_PX, 120), (WIDTH_PX, 190), (0, 320)], fill=(232, 232, 226))
    for offset in (0, 420):
        canvas.line(
            [(180, 1500 - offset), (900, 1260 - offset), (1500, 1120 - offset), (2100, 1080 - offset)],
            fill=TYRE,
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
    road(canvas, horizon=480)
    buildings(canvas, chance, horizon=480)
    for stripe in range(9):
        x = 260 + stripe * 200
        canvas.polygon([(x, 1300), (x + 100, 1300), (x + 60, 1660), (x - 60, 1660)], fill=(236, 236, 230))
    canvas.rectangle((1900, 260, 1930, 1300), fill=METAL)
    canvas.rectangle((1850, 240, 1980, 600), fill=TYRE)
    for step, colour in enumerate(((200, 40, 40), (70, 60, 20), (20, 60, 30))):
        canvas.ellipse((1870, 256 + step * 114, 1960, 346 + step * 114), fill=colour)


ROAD_SCENES: Scenes = (
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
