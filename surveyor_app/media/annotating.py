"""Draws the layer of annotations over a picture, and the stamp at its lower edge; runs inside a decoding worker.

The same geometry as in the window. Strokes are drawn at double size and scaled down where the picture is small enough, for
Pillow does not smooth edges.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from surveyor_app.domain.photos import shape_geometry as geometry
from surveyor_app.domain.photos.shapes import Drawn, Shape

SMOOTHED_PX = 2400
"""Longest side up to which strokes are smoothed."""
LEVELS = 8
"""Averages of pixelated blocks are rounded to steps of so much, so that guesses cannot be compared with them exactly."""
STAMP_SHARE = 0.022
"""Height of the stamp's text as a share of the longer side."""
INK = "#101010"
GROUND = (16, 16, 16, 170)


def annotated(picture: Image.Image, layer: Sequence[Drawn], font: str) -> Image.Image:
    """Return a new picture with the layer drawn; pixelations first, whatever their place.

    Args:
        picture: RGB or grey, upright.
        layer: Shapes in the order they are drawn.
        font: Path of the font for labels.
    """
    result = picture.convert("RGB")
    for drawn in layer:
        if drawn.shape is Shape.PIXELATE:
            pixelate(result, drawn)
    strokes = [drawn for drawn in layer if drawn.shape is not Shape.PIXELATE]
    if not strokes:
        return result
    scale = 2 if max(result.size) <= SMOOTHED_PX else 1
    sheet = Image.new("RGBA", (result.width * scale, result.height * scale))
    pen = _Pen(sheet, font)
    for drawn in strokes:
        pen.draw(drawn)
    if scale > 1:
        sheet = sheet.resize(result.size, Image.Resampling.BOX)
    result.paste(sheet, (0, 0), sheet)
    return result


def pixelate(picture: Image.Image, drawn: Drawn) -> None:
    """Replace a region by rounded averages of large blocks; nothing finer is left in the picture."""
    left, top, right, bottom = geometry.box_of(drawn.points, picture.size)
    # Outwards: no row of the region's edge stays as it was.
    box = (int(left), int(top), min(picture.width, int(right) + 1), min(picture.height, int(bottom) + 1))
    width, height = box[2] - box[0], box[3] - box[1]
    if width < 1 or height < 1:
        return
    small = picture.crop(box).resize(geometry.blocks_of(width, height), Image.Resampling.BOX)
    small = small.point(lambda value: value // LEVELS * LEVELS + LEVELS // 2)
    picture.paste(small.resize((width, height), Image.Resampling.NEAREST), box[:2])


def stamped(picture: Image.Image, lines: Sequence[str], font: str) -> Image.Image:
    """Return a new picture with lines of text on a dark band at its lower edge."""
    result = picture.convert("RGB")
    texts = [text for text in map(_printable, lines) if text]
    if not texts:
        return result
    em = max(10, round(max(result.size) * STAMP_SHARE))
    room = result.width - em
    longest = max(_font(font, em).getlength(text) for text in texts)
    if longest > room:
        em = max(6, int(em * room / longest))
    letters = _font(font, em)
    step = round(em * 1.4)
    high = min(result.height, step * len(texts) + em // 2)
    band = Image.new("RGBA", (result.width, high), GROUND)
    pen = ImageDraw.Draw(band)
    for number, text in enumerate(texts):
        pen.text((em // 2, em // 4 + number * step + step / 2), text, "#FFFFFF", letters, anchor="lm")
    result.paste(band, (0, result.height - high), band)
    return result


class _Pen:
    """Draws strokes and labels on a transparent sheet."""

    def __init__(self, sheet: Image.Image, font: str) -> None:
        self._size = sheet.size
        self._draw = ImageDraw.Draw(sheet)
        self._font = font

    def draw(self, drawn: Drawn) -> None:
        line = geometry.line_px(drawn.width, self._size)
        edge = geometry.edge_px(drawn.width, self._size)
        edge_color = geometry.edge_color(drawn.color)
        if drawn.shape is Shape.TEXT:
            self._label(drawn)
            return
        if drawn.shape is Shape.NUMBER:
            self._number(drawn, edge, edge_color)
            return
        # The edge first, wider, in the contrasting colour: shown on any ground.
        for thick, color in ((line + 2 * edge, edge_color), (line, drawn.color)):
            self._stroke(drawn, thick, color)
        if drawn.shape is Shape.LINE and drawn.label:
            self._label(drawn)

    def _stroke(self, drawn: Drawn, thick: float, color: str) -> None:
        width = max(1, round(thick))
        box = geometry.box_of(drawn.points, self._size)
        if drawn.shape is Shape.ARROW:
            form = geometry.arrow(drawn.points, drawn.width, self._size)
            self._draw.line(list(form.shaft), color, width)
            self._draw.polygon(list(form.head), color)
            if around := round(thick - self._line(drawn)):
                # A polygon's own outline lies inside it.
                self._draw.line([*form.head, *form.head[:2]], color, around, joint="curve")
        elif drawn.shape is Shape.LINE:
            self._draw.line(geometry.spots(drawn.points, self._size), color, width)
            for tick in geometry.ticks(drawn.points, drawn.width, self._size):
                self._draw.line(list(tick), color, width)
        elif drawn.shape is Shape.BOX:
            self._draw.rectangle(_grown(box, thick / 2), None, color, width)
        else:
            self._draw.ellipse(_grown(box, thick / 2), None, color, width)

    def _line(self, drawn: Drawn) -> float:
        return geometry.line_px(drawn.width, self._size)

    def _label(self, drawn: Drawn) -> None:
        text = _printable(drawn.label)
        em = geometry.text_px(drawn.width, self._size)
        letters = _font(self._font, round(em))
        left, top, right, bottom = geometry.label_box(drawn, letters.getlength(text), self._size)
        self._draw.rounded_rectangle((left, top, right, bottom), em * 0.2, geometry.edge_color(drawn.color))
        self._draw.text((left + 0.3 * em, (top + bottom) / 2), text, drawn.color, letters, anchor="lm")

    def _number(self, drawn: Drawn, edge: float, edge_color: str) -> None:
        text = _printable(drawn.label)
        em = geometry.text_px(drawn.width, self._size)
        (x, y), radius = geometry.spots(drawn.points, self._size)[0], geometry.number_radius(text, em)
        self._draw.ellipse(_grown((x, y, x, y), radius + edge), edge_color)
        self._draw.ellipse(_grown((x, y, x, y), radius), drawn.color)
        self._draw.text((x, y), text, edge_color, _font(self._font, round(em)), anchor="mm")


def _grown(box: geometry.Box, by: float) -> geometry.Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _printable(text: str) -> str:
    """Return a label on one line: line breaks and control characters, which have no shape, become blanks."""
    return "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in text).strip()


@lru_cache(maxsize=16)
def _font(path: str, em: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, max(4, em), layout_engine=ImageFont.Layout.BASIC)
