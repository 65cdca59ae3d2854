"""What a camera and a microphone would give, made up: pictures that change, and a tone."""

from __future__ import annotations

import math
import struct
from collections.abc import Iterator

from surveyor_app.media.frames import Picture, Sound, SoundShape

SHAPE = SoundShape(48_000, 1)
PER_SECOND = 20


def picture(at_s: float, width: int = 160, height: int = 120, padding: int = 0) -> Picture:
    """Return a grey picture in the layout most webcams give; its grey tells its time."""
    stride = width + padding
    luma = bytes([64 + round(at_s * 16) % 128]) * (stride * height)
    return Picture(width, height, "nv12", (luma, bytes([128]) * (stride * height // 2)), (stride, stride), at_s)


def tone(at_s: float, shape: SoundShape = SHAPE, seconds: float = 1 / PER_SECOND) -> Sound:
    """Return a tone of 440 Hz that ends at ``at_s``."""
    count = round(shape.rate * seconds)
    values = [round(8000 * math.sin(2 * math.pi * 440 * n / shape.rate)) for n in range(count)]
    return Sound(struct.pack(f"={count * shape.channels}h", *(v for v in values for _ in range(shape.channels))), at_s)


def takes(seconds: float, *, pictures: bool = True, sound: bool = True) -> Iterator[Picture | Sound]:
    """Yield so many seconds of both, in the order they would come."""
    for number in range(round(seconds * PER_SECOND)):
        if pictures:
            yield picture(number / PER_SECOND)
        if sound:
            yield tone((number + 1) / PER_SECOND)
