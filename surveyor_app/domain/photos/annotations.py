"""Annotations (照片标注): vector shapes drawn over a photo; a layer beside the original, which is never touched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from surveyor_app.domain.journal.fields import enum, integer, ref, text
from surveyor_app.domain.journal.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation(Record):
    """One shape over one photo, drawn in the order of ``rank``.

    ``points`` are pairs ``x,y`` divided by spaces, in ten-thousandths of the upright picture's width and height from its upper
    left corner; how many a shape has is in :mod:`surveyor_app.domain.photos.shapes`. ``color`` names a colour of the drawing
    palette. ``width`` is the line's width in ten-thousandths of the picture's longer side.
    ``label`` is the text, number or length.
    """

    KIND: ClassVar[str] = "annotation"

    rank: str | None = text(60)
    evidence_uid: str | None = ref("evidence")
    shape: str | None = enum("annotation_shape")
    points: str | None = text(20000)
    color: str | None = text(20)
    width: int | None = integer()
    label: str | None = text(200)
