"""Does what a :class:`~surveyor_app.media.render_jobs.RenderJob` asks; runs inside a decoding worker."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, BinaryIO

from PIL import Image

from surveyor_app.media.annotating import annotated, stamped
from surveyor_app.media.facts import Examination, MediaClass, Problem
from surveyor_app.media.pictures import (
    NoPicture,
    jpeg_of,
    open_picture,
    problem_of,
    stored_size,
    upright,
    upright_damaged,
)
from surveyor_app.media.render_jobs import RenderJob, job_of
from surveyor_app.media.sniffing import HEAD_BYTES, sniffed_file

COARSEST = 40
"""Below this quality plates and cracks are no longer seen: the picture is made smaller instead."""
COARSER_BY = 8
SMALLER_BY = 0.8
SMALLEST_PX = 64


def answer_render(job: Mapping[str, Any], file: BinaryIO) -> Examination:
    """Return the derived JPEG as the preview of an examination, or the reason why there is none."""
    facts = sniffed_file(file, file.read(HEAD_BYTES))
    if facts.media_class is not MediaClass.PHOTO:
        return Examination(facts, problem=Problem.NOT_A_PICTURE)
    try:
        return Examination(facts, rendered(file, facts.format, job_of(job)))
    except NoPicture as reason:
        left = _left(file, facts.format, job_of(job), reason.problem)
        return Examination(facts, left, problem=reason.problem if left is None else Problem.TRUNCATED)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - hostile content makes the libraries raise errors of any class
        return Examination(facts, problem=problem_of(error))


def rendered(file: BinaryIO, format_name: str, job: RenderJob) -> bytes:
    """Return the derived JPEG.

    Raises:
        NoPicture: with the reason.
    """
    with open_picture(file, format_name) as picture:
        made = upright(picture, _longest(picture, job))
    return _within(made, job)


def _left(file: BinaryIO, format_name: str, job: RenderJob, problem: Problem) -> bytes | None:
    """Return the same of what can be decoded of a damaged picture."""
    if problem not in {Problem.TRUNCATED, Problem.UNREADABLE}:
        return None
    file.seek(0)
    try:
        with open_picture(file, format_name) as picture:
            made = upright_damaged(picture, _longest(picture, job))
    except NoPicture:
        return None
    return None if made is None else _within(made, job)


def _longest(picture: Image.Image, job: RenderJob) -> int:
    width, height = stored_size(picture)
    bound = math.floor(max(width, height) * min(1.0, math.sqrt(job.max_pixels / max(1, width * height))))
    return max(1, min(job.longest_px, bound))


def _within(picture: Image.Image, job: RenderJob) -> bytes:
    """Draw and encode, coarser and then smaller until it fits. Drawn anew at each size, so that text stays sharp."""
    quality = job.quality
    drawn = _drawn(picture, job)
    while len(jpeg := jpeg_of(drawn, quality)) > job.max_bytes:
        if quality > COARSEST:
            quality = max(COARSEST, quality - COARSER_BY)
            continue
        width, height = (round(side * SMALLER_BY) for side in picture.size)
        if max(width, height) < SMALLEST_PX:
            break
        picture = picture.resize((max(1, width), max(1, height)), Image.Resampling.LANCZOS)
        drawn, quality = _drawn(picture, job), job.quality
    return jpeg


def _drawn(picture: Image.Image, job: RenderJob) -> Image.Image:
    result = annotated(picture, job.layer, job.font) if job.layer else picture
    return stamped(result, job.stamp, job.font) if job.stamp else result
