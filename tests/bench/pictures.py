"""Photos to measure with: real ones where they are at hand, else drawn by the project, each file with bytes of its own."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from surveyor_app.media.sample_photos import draw_sample_photos
from tests.bench.place import REPOSITORY, Place

DRAWN = 12


def originals(place: Place) -> list[Path]:
    """Return large photos: those of SURVEYOR_BENCH_PHOTOS, or of the folder beside the checkout, or drawn ones."""
    folder = Path(os.environ.get("SURVEYOR_BENCH_PHOTOS", REPOSITORY.parent / "shared" / "bench_photos"))
    found = sorted(path for path in folder.glob("*") if path.suffix.lower() in {".jpg", ".jpeg"})
    if found:
        return found
    drawn = place.cache / "drawn"
    known = sorted(drawn.glob("*.jpg"))
    return known if len(known) == DRAWN else draw_sample_photos(drawn, DRAWN)


def distinct_photos(place: Place, count: int, name: str = "photos") -> list[Path]:
    """Write ``count`` photos with different bytes: the originals in turn, each with its number behind the end of image."""
    folder = place.folder(name)
    contents = [path.read_bytes() for path in originals(place)]
    made = []
    for number in range(count):
        path = folder / f"IMG_{number:04}.jpg"
        path.write_bytes(contents[number % len(contents)] + number.to_bytes(8, "big"))
        made.append(path)
    return made


def distinct_pictures(place: Place, count: int, width: int, height: int, quality: int) -> Iterator[bytes]:
    """Yield JPEG pictures with different content: a window of its own cut from the originals in turn, EXIF kept."""
    sources = [_opened(path, 2 * width) for path in originals(place)]
    for number in range(count):
        image, exif = sources[number % len(sources)]
        step = number // len(sources)
        # Windows of three quarters of the picture, each a little further right and down than the last.
        left, top = (step * 7) % max(1, image.width // 4), (step * 5) % max(1, image.height // 4)
        box = (left, top, left + image.width * 3 // 4, top + image.height * 3 // 4)
        target = io.BytesIO()
        image.resize((width, height), Image.Resampling.BILINEAR, box).save(target, "JPEG", quality=quality, exif=exif)
        yield target.getvalue()


def _opened(path: Path, wanted_px: int) -> tuple[Image.Image, bytes]:
    with Image.open(path) as image:
        exif = bytes(image.info.get("exif", b""))
        image.draft("RGB", (wanted_px, wanted_px))
        return image.convert("RGB"), exif
