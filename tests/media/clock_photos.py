"""Photos of the clock page as a camera would leave them: the code on a screen, a little turned, with EXIF."""

from __future__ import annotations

import io
from datetime import datetime

from PIL import Image

from surveyor_app.media.clock_code import code_modules
from tests.media.made_files import encoded, exif

SIZE = (2400, 1800)


def clock_photo(text: str, taken: datetime | None, *, offset: str | None = None, **tags: object) -> bytes:
    """Return a JPEG that shows the code of ``text``; ``taken`` is what the camera's clock said, naive, to the millisecond."""
    modules = code_modules(text)
    side = len(modules) + 8
    code = Image.new("L", (side, side), 255)
    for y, row in enumerate(modules):
        for x, is_dark in enumerate(row):
            if is_dark:
                code.putpixel((x + 4, y + 4), 0)
    scene = Image.new("L", SIZE, 70)
    scene.paste(code.resize((1000, 1000), Image.Resampling.NEAREST), (700, 400))
    turned = scene.rotate(4, Image.Resampling.BICUBIC, fillcolor=70).convert("RGB")
    if taken is not None:
        tags["DateTimeOriginal"] = f"{taken:%Y:%m:%d %H:%M:%S}"
        tags["SubsecTimeOriginal"] = f"{taken.microsecond // 1000:03}"
    if offset is not None:
        tags["OffsetTimeOriginal"] = offset
    return encoded(turned, "JPEG", quality=85, exif=exif(**tags))


def plain_photo(colour: tuple[int, int, int], taken: datetime, **tags: object) -> bytes:
    """Return a small JPEG of one colour with the same kind of EXIF."""
    picture = Image.new("RGB", (64, 48), colour)
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif(DateTimeOriginal=f"{taken:%Y:%m:%d %H:%M:%S}", **tags))
    return target.getvalue()
