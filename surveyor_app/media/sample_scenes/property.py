"""Pictures of a store that burned, and of a shop that stood in water."""

from __future__ import annotations

import random

from PIL import ImageDraw

from surveyor_app.media.sample_scenes.pieces import (
    ASPHALT,
    HEIGHT_PX,
    METAL,
    RED,
    TYRE,
    WIDTH_PX,
    Colour,
    Painter,
    Scenes,
    building,
    crates,
    hall,
    ruler,
    shade,
    sign,
)

_CARTON, _SOOT, _BRICK, _PLASTER = (190, 152, 104), (40, 36, 34), (156, 92, 72), (206, 202, 192)
_WATER, _MUD = (112, 98, 74), (128, 112, 86)
_CHARRED = (74, 60, 50)


def _name_plate(*lines: str) -> Painter:
    def paint(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
        canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_PLASTER)
        for y in range(0, HEIGHT_PX, 120):
            canvas.line((0, y, WIDTH_PX, y), fill=shade(_PLASTER, 0.9), width=6)
        sign(canvas, (420, 520, 1860, 1240), lines, (28, 74, 130))

    return paint


def _side(direction: int, burned: int, water: int = 0) -> Painter:
    """The building from one side; so much of its wall is black, and so high stands the water."""

    def paint(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
        canvas.rectangle((0, 1180, WIDTH_PX, HEIGHT_PX), fill=ASPHALT)
        left, right = 240 + 60 * direction, 1800 + 90 * direction
        building(canvas, left, right, 640 - 30 * direction, 1240, _BRICK)
        for _ in range(burned):
            x, y = chance.randint(left, right - 200), chance.randint(600, 900)
            canvas.polygon([(x, 1180), (x + 220, 1180), (x + 150, y), (x + 60, y)], fill=_SOOT)
        if water:
            canvas.rectangle((0, 1240 - water, WIDTH_PX, HEIGHT_PX), fill=_WATER)
            for y in range(1260 - water, HEIGHT_PX, 60):
                canvas.line((0, y, WIDTH_PX, y + 14), fill=shade(_WATER, 1.15), width=5)

    return paint


def _burned_area(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    hall(canvas, shade(_PLASTER, 0.5), (58, 54, 52))
    crates(canvas, 1500, 1300, 4, 4, 150, _CARTON)
    for _ in range(90):
        x, y = chance.randint(100, 1400), chance.randint(1000, 1560)
        canvas.polygon([(x, y), (x + 120, y - 40), (x + 60, y + 60)], fill=shade(_CHARRED, 0.5 + chance.random()))


def _burned_from_above(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=(120, 116, 110))
    for step in range(7):
        canvas.ellipse(
            (300 + 60 * step, 260 + 50 * step, 1700 - 60 * step, 1400 - 50 * step),
            fill=shade((120, 116, 110), 0.9 - 0.1 * step),
        )
    for column in range(4):
        crates(canvas, 1760, 500 + column * 320, 3, 2, 130, _CARTON)
    for _ in range(40):
        x, y = chance.randint(500, 1500), chance.randint(400, 1200)
        canvas.line((x, y, x + chance.randint(-90, 90), y + chance.randint(-90, 90)), fill=_SOOT, width=16)


def _origin(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    hall(canvas, shade(_PLASTER, 0.6), (66, 60, 56), 1060)
    canvas.polygon([(1000, 1060), (1180, 1060), (1620, 120), (560, 120)], fill=_SOOT)
    canvas.rectangle((960, 1000, 1240, 1300), fill=(70, 72, 76))
    for _ in range(30):
        x, y = chance.randint(900, 1260), chance.randint(1180, 1420)
        canvas.ellipse((x, y, x + 40, y + 26), fill=_CHARRED)
    ruler(canvas, 700, 1460, 900)


def _v_pattern(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(_PLASTER, 0.8))
    for step in range(8):
        inset = step * 46
        fill = shade((150, 140, 130), 1.0 - 0.11 * step)
        canvas.polygon([(1090, 1560), (1180, 1560), (2000 - inset, 140), (280 + inset, 140)], fill=fill)
    ruler(canvas, 180, 1600, 1200, upright=True)


def _switchboard(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(_PLASTER, 0.75))
    canvas.rounded_rectangle((520, 260, 1760, 1480), radius=20, fill=METAL, outline=TYRE, width=16)
    for row in range(3):
        for column in range(8):
            x, y = 620 + column * 136, 380 + row * 360
            tripped = (row, column) == (1, 5)
            canvas.rectangle((x, y, x + 96, y + 220), fill=TYRE)
            switch = y + (130 if tripped else 30)
            canvas.rectangle((x + 24, switch, x + 72, switch + 60), fill=RED if tripped else (236, 236, 230))
    canvas.polygon([(1240, 760), (1500, 760), (1560, 1480), (1300, 1480)], fill=_SOOT)


def _extinguishers(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    hall(canvas, _PLASTER, (150, 146, 140))
    for x in (700, 1080, 1460):
        canvas.rounded_rectangle((x, 620, x + 220, 1180), radius=90, fill=RED)
        canvas.rectangle((x + 80, 540, x + 140, 640), fill=TYRE)
        canvas.rectangle((x + 50, 780, x + 170, 960), fill=(240, 236, 220))
    sign(canvas, (780, 220, 1600, 460), ("FIRE POINT",), RED)


def _stack(columns: int, rows: int, fill: Colour, black: int = 0) -> Painter:
    """A stack of goods, counted with a scale beside it."""

    def paint(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
        hall(canvas, shade(_PLASTER, 0.9), (150, 146, 140))
        crates(canvas, 420, 1400, columns, rows, 180, fill)
        for _ in range(black):
            x, y = chance.randint(420, 420 + columns * 180), chance.randint(1400 - rows * 180, 1400)
            canvas.ellipse((x, y, x + 120, y + 90), fill=_SOOT)
        ruler(canvas, 300, 1400, 900, upright=True)

    return paint


def _label_of_goods(*lines: str) -> Painter:
    def paint(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
        canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_CARTON)
        canvas.rectangle((980, 0, 1260, HEIGHT_PX), fill=shade(_CARTON, 0.85))
        sign(canvas, (400, 480, 1880, 1240), lines, (86, 90, 96))

    return paint


def _high_water(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=_PLASTER)
    canvas.rectangle((0, 760, WIDTH_PX, HEIGHT_PX), fill=shade(_MUD, 1.1))
    for x in range(0, WIDTH_PX, 24):
        canvas.ellipse((x, 744 + chance.randint(-8, 8), x + 40, 784), fill=_MUD)
    ruler(canvas, 1050, 1660, 1400, upright=True)


def _wet_shelf(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    hall(canvas, _PLASTER, _MUD, 1180)
    for row in range(4):
        y = 320 + row * 280
        canvas.rectangle((300, y + 190, 1960, y + 220), fill=METAL)
        crates(canvas, 340, y + 190, 9, 1, 170, _CARTON if row < 2 else shade(_CARTON, 0.62))
    canvas.rectangle((0, 960, WIDTH_PX, 976), fill=_MUD)


def _opened(canvas: ImageDraw.ImageDraw, chance: random.Random) -> None:
    canvas.rectangle((0, 0, WIDTH_PX, HEIGHT_PX), fill=shade(_MUD, 0.9))
    canvas.polygon([(420, 520), (1860, 520), (1720, 1500), (560, 1500)], fill=shade(_CARTON, 0.7))
    for number in range(12):
        x, y = 600 + number % 4 * 280, 640 + number // 4 * 270
        canvas.rounded_rectangle((x, y, x + 230, y + 210), radius=24, fill=(176, 186, 190), outline=TYRE, width=6)
        canvas.ellipse((x + 40, y + 110, x + 60 + chance.randint(20, 120), y + 200), fill=_MUD)


def _pump(canvas: ImageDraw.ImageDraw, _chance: random.Random) -> None:
    canvas.rectangle((0, 1000, WIDTH_PX, HEIGHT_PX), fill=_WATER)
    canvas.rectangle((0, 800, WIDTH_PX, 1020), fill=ASPHALT)
    canvas.rounded_rectangle((760, 620, 1320, 960), radius=40, fill=RED)
    canvas.rectangle((860, 520, 1200, 640), fill=TYRE)
    canvas.line([(1320, 820), (1700, 860), (1900, 1200), (2100, 1240)], fill=TYRE, width=70, joint="curve")
    canvas.line([(760, 860), (500, 1000), (420, 1500)], fill=(40, 70, 130), width=70, joint="curve")


FIRE_SCENES: Scenes = (
    ("name plate of the store", _name_plate("No. 88 XINQIAO ROAD", "STORE 3")),
    ("store from the north", _side(0, 6)),
    ("store from the east", _side(1, 2)),
    ("store from the south", _side(2, 0)),
    ("burned area", _burned_area),
    ("burned area from above", _burned_from_above),
    ("area of origin", _origin),
    ("V-pattern on the wall", _v_pattern),
    ("switchboard", _switchboard),
    ("extinguishers", _extinguishers),
    ("burned cartons, counted", _stack(6, 4, _CHARRED, 24)),
    ("label of the goods", _label_of_goods("MODEL LT-200", "24 PCS / CARTON", "2026-08")),
    ("cartons that are whole", _stack(4, 5, _CARTON)),
)

FLOOD_SCENES: Scenes = (
    ("house number of the shop", _name_plate("No. 16 SHANTANG STREET", "HARDWARE")),
    ("street in water", _side(0, 0, 90)),
    ("shop from the street", _side(1, 0, 60)),
    ("yard behind the shop", _side(2, 0, 140)),
    ("high water mark with scale", _high_water),
    ("shelves, lower half wet", _wet_shelf),
    ("opened carton", _opened),
    ("wet cartons, counted", _stack(5, 3, shade(_CARTON, 0.6))),
    ("label of the goods", _label_of_goods("DRILL D-13", "SN 2026-0417", "220 V")),
    ("cartons on the upper floor", _stack(6, 5, _CARTON)),
    ("pump at work", _pump),
)
