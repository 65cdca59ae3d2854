"""Photos of a laptop's screen that shows a code: oblique, blurred, noisy, with a lamp reflected in it."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from surveyor_app.media.clock_code import code_modules

Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]

OBLIQUE: Corners = ((0.22, 0.18), (0.80, 0.26), (0.74, 0.84), (0.26, 0.74))
"""Corners of the screen in parts of the photo: upper left, upper right, lower right, lower left."""


def screen(text: str, module_px: int = 16) -> Image.Image:
    """Return a white page with the code of ``text`` in its middle, 16 : 10."""
    modules = code_modules(text)
    side = len(modules) * module_px
    page = Image.new("L", (side * 2, side * 5 // 4), 245)
    corner_x, corner_y = side // 2, side // 8
    pen = ImageDraw.Draw(page)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                left, top = corner_x + x * module_px, corner_y + y * module_px
                pen.rectangle((left, top, left + module_px - 1, top + module_px - 1), fill=12)
    return page


def photo(
    text: str,
    size: tuple[int, int],
    corners: Corners = OBLIQUE,
    *,
    blur: float = 0.0,
    noise: float = 0.0,
    has_glare: bool = False,
) -> Image.Image:
    """Return a photo of a screen on a dark desk.

    Args:
        text: What the code says.
        size: Of the photo.
        corners: Where the screen lies.
        blur: Radius in pixels.
        noise: Standard deviation of grey values.
        has_glare: A lamp is mirrored over a corner of the code.
    """
    page = screen(text)
    width, height = size
    target = [(x * width, y * height) for x, y in corners]
    source = [(0.0, 0.0), (page.width, 0.0), (page.width, page.height), (0.0, page.height)]
    weights = _perspective(target, source)
    view = page.transform(size, Image.Transform.PERSPECTIVE, weights, Image.Resampling.BICUBIC, fillcolor=40)
    if has_glare:
        view = ImageChops.add(view, _lamp(size, target))
    if blur:
        view = view.filter(ImageFilter.GaussianBlur(blur))
    if noise:
        view = ImageChops.add(view, Image.effect_noise(size, noise), scale=1, offset=-128)
    return Image.merge("RGB", (view, view, view))


def _lamp(size: tuple[int, int], corners: list[tuple[float, float]]) -> Image.Image:
    lamp = Image.new("L", size, 0)
    middle_x, middle_y = (sum(point[axis] for point in corners) / 4 for axis in (0, 1))
    radius = size[0] / 30
    x, y = middle_x + 1.2 * radius, middle_y + 0.8 * radius
    ImageDraw.Draw(lamp).ellipse((x - radius, y - radius, x + radius, y + radius), fill=220)
    return lamp.filter(ImageFilter.BoxBlur(radius / 2))


def _perspective(target: list[tuple[float, float]], source: list[tuple[float, float]]) -> list[float]:
    """Return the eight weights that take a point of the target to the source: Gauss, eight equations."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for step in range(8):
        pivot = max(range(step, 8), key=lambda index: abs(rows[index][step]))
        rows[step], rows[pivot] = rows[pivot], rows[step]
        rows[step] = [value / rows[step][step] for value in rows[step]]
        for index in range(8):
            if index != step:
                factor = rows[index][step]
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[step], strict=True)]
    return [row[8] for row in rows]
