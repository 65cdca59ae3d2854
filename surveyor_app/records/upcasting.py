"""Lets old entries be read for ever: small steps that lift the fields of a body to the form of today.

An upcaster belongs to a record kind and a version ``v`` and returns the fields as version ``v + 1`` would have written them.
The journal keeps the old bytes; upcasting happens each time an entry is projected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surveyor_app.domain.journal.canonical import Json
from surveyor_app.domain.journal.entries import VERSION

Fields = Mapping[str, Json]
Upcasters = Mapping[tuple[str, int], Callable[[Fields], Fields]]

UPCASTERS: Upcasters = {}
"""Steps by (kind, v). Version 1 is the first: there is nothing to lift yet."""


def upcast(kind: str, v: int, fields: Fields, upcasters: Upcasters = UPCASTERS, target: int = VERSION) -> Fields:
    """Return ``fields`` of an entry of version ``v`` in the form of version ``target``.

    A kind whose form did not change between two versions needs no step. Fields of a newer version come back unchanged.
    """
    for version in range(v, target):
        step = upcasters.get((kind, version))
        if step is not None:
            fields = step(fields)
    return fields
