"""What a worker is asked to draw: a picture of an original, with the layer over it, stamped, within a size.

No picture library is loaded here: the program makes the job, the worker does it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from surveyor_app.domain.photos.shapes import Drawn, Shape
from surveyor_app.media.facts import Problem

RENDER = "render"
"""The task of a question that carries a job."""
MAX_PIXELS = 24_000_000
"""A picture handed back has at most so many; cameras of 24 megapixels are shown pixel by pixel."""
MAX_BYTES = 15 << 20
"""What comes back over the pipe; coarser JPEG is taken where it would be more."""
RENDER_TIMEOUT_S = 30.0


@dataclass(frozen=True, slots=True)
class RenderJob:
    """How an original becomes a derived JPEG.

    Attributes:
        longest_px: Longer side at most; never enlarged.
        max_pixels: Pixels in all at most.
        quality: JPEG quality to begin with; lowered, and then the size, until ``max_bytes`` holds.
        max_bytes: Bytes at most.
        layer: Shapes to draw.
        stamp: Lines of the stamp at the lower edge; none for no stamp.
        font: Path of the font for labels and stamp; needed where there is text.
    """

    longest_px: int
    max_pixels: int = MAX_PIXELS
    quality: int = 88
    max_bytes: int = MAX_BYTES
    layer: tuple[Drawn, ...] = ()
    stamp: tuple[str, ...] = ()
    font: str = ""

    def to_json(self) -> dict[str, object]:
        """Return the job as the question's header carries it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A derived JPEG without metadata, or why there is none; ``truncated`` beside one says that part of it is missing."""

    jpeg: bytes | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a paper as JPEG and how many pages there are, or why there is no picture of it."""

    jpeg: bytes | None
    pages: int
    problem: Problem | None = None


def job_of(value: Mapping[str, Any]) -> RenderJob:
    """Read :meth:`RenderJob.to_json` back; the program itself wrote it."""
    layer = tuple(
        Drawn(
            Shape(item["shape"]),
            tuple((x, y) for x, y in item["points"]),
            item["color"],
            item["width"],
            item["label"],
        )
        for item in value["layer"]
    )
    return RenderJob(**{**value, "layer": layer, "stamp": tuple(value["stamp"])})
