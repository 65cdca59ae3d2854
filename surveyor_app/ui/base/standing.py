"""Whether all that was typed and done is stored; the head line says it. Light: the window shows before cases can be opened."""

from __future__ import annotations

from enum import Enum


class Standing(Enum):
    """It is, it soon will be, or it could not be."""

    STORED = "stored"
    TYPED = "typed"
    FAILED = "failed"
