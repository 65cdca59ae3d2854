"""What the drawn pictures are put together from: road, houses, cars, plates, cones, rulers, and the colours of all of it."""

from __future__ import annotations

import random
from collections.abc import Callable

from PIL import ImageDraw, ImageFont

WIDTH_PX, HEIGHT_PX = 2272, 1704

BLUE, WHITE_CAR, RED = (38, 84, 160), (226, 228, 230), (178, 36, 40)
ASPHALT, SKY, GLASS, TYRE, METAL = (84, 86, 90), (176, 200, 222), (64, 82, 96), (26, 26, 28), (150, 152, 156)

Colour = tuple[int, int, int]
Painter = Callable[[ImageDraw.ImageDraw, random.Random], None]
Scenes = tuple[tuple[str, Painter], ...]
"""What a picture is called, and what paints it."""


def road(canvas: ImageDraw.ImageDraw, horizon: int) -> None:
    """A road that runs to the horizon."""
    canvas.rectangle((0, horizon, WIDTH_PX, HEIGHT_PX), fill=(116, 128, 96))
    canvas.polygon([(700, horizon), (1570, horizon), (WIDTH_PX + 400, HEIGHT_PX), (-400, HEIGHT_PX)], fill=ASPHALT)
    depth = HEIGHT_PX - horizon
    for step in range(5):
        near, far = horizon + depth * (step + 0.55) / 5, horizon + depth * step / 5
        half = 6 + step * 4
        canvas.polygon([(1136 - half, far), (1136 + half, far), (1140 + half, near), (1132 - half, near)], fill="white")


def buildings(canvas: ImageDraw.ImageDraw, chance: random.Random, horizon: int) -> None:
    """A row of houses on the horizon."""
    for index in range(9):
        left = index * 260 - 40
        top = horizon - chance.randint(140, 380)
        colour = shade((168, 156, 146), 0.8 + chance.random() * 0.3)
        canvas.rectangle((left, top, left + 230, horizon), fill=colour)
        for x in range(left + 24, left + 200, 60):
            for y in range(top + 24, horizon - 40, 64):
                canvas.rectangle((x, y, x + 30, y + 36), fill=GLASS)


def car_side(
    canvas: ImageDraw.ImageDraw,
    left: int,
    bottom: int,
    scale: float,
    colour: tuple[int, int, int],
    *,
    faces_left: bool = False,
) -> None:
    """A car from the side."""

    def at(x: float, y: float) -> tuple[float, float]:
        return left + (1300 - x if faces_left else x) * scale, bottom + 140 - (460 - y) * scale

    def shape(points: list[tuple[float, float]], fill: tuple[int, int, int]) -> None:
        canvas.polygon([at(*point) for point in points], fill=fill)

    canvas.ellipse([left, bottom + 90, left + 1300 * scale, bottom + 190], fill=shade(ASPHALT, 0.6))
    shape([(20, 380), (40, 220), (320, 180), (480, 40), (880, 40), (1060, 190), (1270, 230), (1290, 380)], colour)
    shape([(360, 190), (500, 70), (660, 70), (660, 190)], GLASS)
    shape([(700, 190), (700, 70), (860, 70), (1000, 190)], GLASS)
    shape([(1230, 250), (1285, 260), (1285, 300), (1230, 290)], (250, 240, 190))
    shape([(30, 240), (80, 236), (80, 290), (26, 290)], RED)
    canvas.line([at(680, 190), at(680, 380)], fill=shade(colour, 0.6), width=5)
    for x in (280, 1010):
        cx, cy = at(x, 380)
        for radius, fill in ((105, TYRE), (60, METAL)):
            r = radius * scale
            canvas.ellipse((cx - r, cy - r, cx + r, cy + r), fill=fill)


def car_end(
    canvas: ImageDraw.ImageDraw,
    middle: int,
    bottom: int,
    scale: float,
    colour: tuple[int, int, int],
    *,
    lamp: tuple[int, int, int],
) -> None:
    """A car from the front or from behind; the lamps tell which."""

    def box(x0: float, y0: float, x1: float, y1: float, fill: tuple[int, int, int]) -> None:
        canvas.rectangle(
            (middle + x0 * scale, bottom + y0 * scale, middle + x1 * scale, bottom + y1 * scale), fill=fill
        )

    canvas.ellipse((middle - 420 * scale, bottom + 120, middle + 420 * scale, bottom + 240), fill=shade(ASPHALT, 0.6))
    box(-330, 40, -220, 140, TYRE)
    box(220, 40, 330, 140, TYRE)
    roof = [(-250, -380), (250, -380), (340, -180), (-340, -180)]
    canvas.polygon([(middle + x * scale, bottom + y * scale) for x, y in roof], fill=GLASS)
    canvas.line([(middle + x * scale, bottom + y * scale) for x, y in [*roof, roof[0]]], fill=colour, width=22)
    box(-380, -190, 380, 80, colour)
    box(-360, -140, -220, -60, lamp)
    box(220, -140, 360, -60, lamp)
    box(-190, -130, 190, -70, shade(colour, 0.5))
    box(-120, -10, 120, 50, (20, 70, 170))


def plate(
    canvas: ImageDraw.ImageDraw,
    left: int,
    top: int,
    width: int,
    text: str,
    fill: tuple[int, int, int],
    ink: tuple[int, int, int],
) -> None:
    """A number plate."""
    canvas.rounded_rectangle(
        (left, top, left + width, top + 0.314 * width), radius=36, fill=fill, outline=ink, width=12
    )
    canvas.text(
        (left + width / 2, top + 0.157 * width), text, font=ImageFont.load_default(0.18 * width), fill=ink, anchor="mm"
    )


def scratches(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """Bare metal where something scraped along."""
    for step in range(12):
        canvas.line((x + step * 14, y + step * 22, x + 260 - step * 4, y + 30 + step * 24), fill=METAL, width=5)


def cone(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """A traffic cone."""
    canvas.polygon([(x - 60, y), (x + 60, y), (x + 12, y - 190), (x - 12, y - 190)], fill=(236, 110, 30))
    canvas.polygon([(x - 42, y - 60), (x + 42, y - 60), (x + 28, y - 110), (x - 28, y - 110)], fill="white")
    canvas.rectangle((x - 84, y, x + 84, y + 22), fill=TYRE)


def shade(colour: tuple[int, int, int], factor: float) -> tuple[int, int, int]:
    """Return a colour made darker or lighter."""
    red, green, blue = (min(255, max(0, round(part * factor))) for part in colour)
    return red, green, blue


def ruler(canvas: ImageDraw.ImageDraw, x: int, y: int, length: int, *, upright: bool = False) -> None:
    """A scale in yellow and black, ten fields long."""
    step = length / 10
    for field in range(10):
        fill = ((250, 210, 40), (20, 20, 20))[field % 2]
        far = (field + 1) * step
        near = field * step
        box = (x, y - far, x + 50, y - near) if upright else (x + near, y, x + far, y + 50)
        canvas.rectangle(box, fill=fill)


def sign(canvas: ImageDraw.ImageDraw, box: tuple[int, int, int, int], lines: tuple[str, ...], fill: Colour) -> None:
    """A board with a few words."""
    left, top, right, bottom = box
    canvas.rounded_rectangle(box, radius=18, fill=fill, outline=TYRE, width=10)
    row = (bottom - top) / (len(lines) + 1)
    for number, line in enumerate(lines, start=1):
        font = ImageFont.load_default(round(min(row * 0.6, 1.5 * (right - left) / len(line))))
        canvas.text(((left + right) / 2, top + row * number), line, font=font, fill=(250, 250, 246), anchor="mm")


def hall(canvas: ImageDraw.ImageDraw, wall: Colour, floor: Colour, line: int = 1120) -> None:
    """The inside of a building: a back wall with pillars, and a floor."""
    canvas.rectangle((0, 0, WIDTH_PX, line), fill=wall)
    canvas.rectangle((0, line, WIDTH_PX, HEIGHT_PX), fill=floor)
    for x in range(160, WIDTH_PX, 520):
        canvas.rectangle((x, 0, x + 60, line), fill=shade(wall, 0.8))
    canvas.rectangle((0, line - 24, WIDTH_PX, line), fill=shade(wall, 0.6))


def crates(
    canvas: ImageDraw.ImageDraw, left: int, bottom: int, columns: int, rows: int, size: int, fill: Colour
) -> None:
    """A stack of cartons."""
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * size, bottom - (row + 1) * size
            canvas.rectangle((x, y, x + size - 6, y + size - 6), fill=shade(fill, 0.88 + 0.08 * ((row + column) % 3)))
            canvas.rectangle((x + size * 0.44, y, x + size * 0.54, y + size - 6), fill=shade(fill, 0.7))


def building(canvas: ImageDraw.ImageDraw, left: int, right: int, top: int, bottom: int, fill: Colour) -> None:
    """A hall from outside, with a gate and a row of windows."""
    canvas.polygon([(left - 40, top), ((left + right) / 2, top - 140), (right + 40, top)], fill=shade(fill, 0.6))
    canvas.rectangle((left, top, right, bottom), fill=fill)
    middle = (left + right) // 2
    canvas.rectangle((middle - 170, bottom - 330, middle + 170, bottom), fill=METAL)
    for x in range(left + 60, right - 120, 170):
        canvas.rectangle((x, top + 60, x + 100, top + 150), fill=GLASS)
