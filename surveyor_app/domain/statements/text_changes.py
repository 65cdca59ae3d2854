"""What a correction changed, piece by piece, so that the old text stays legible beside the new (更正)."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

_TOKEN = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
"""A word of Latin letters and digits, a run of spaces, or one character: Chinese is compared character by character."""


class PieceKind(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that stayed, was struck out, or was put in."""

    kind: PieceKind
    text: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the runs that lead from ``old`` to ``new``; what was struck out stands before what replaces it.

    Joining SAME and OLD gives ``old``, joining SAME and NEW gives ``new``.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Piece] = []
    for action, i1, i2, j1, j2 in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if action == "equal":
            found.append(Piece(PieceKind.SAME, "".join(before[i1:i2])))
            continue
        if i2 > i1:
            found.append(Piece(PieceKind.OLD, "".join(before[i1:i2])))
        if j2 > j1:
            found.append(Piece(PieceKind.NEW, "".join(after[j1:j2])))
    return tuple(found)
