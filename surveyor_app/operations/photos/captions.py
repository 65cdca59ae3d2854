"""Captions with placeholders: what a person types once is filled in for each photo when it is written.

The filled-in text is what is stored: a caption in a signed report must not change because a photo was moved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from surveyor_app.domain.photos.evidence_lines import EvidenceLine

PLACEHOLDERS = ("n", "shot", "subject", "time", "plate")
_NAMED = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")


def has_placeholder(text: str) -> bool:
    """Tell whether a text asks for something to be filled in."""
    return _NAMED.search(text) is not None


def fill_in(template: str, line: EvidenceLine, names: Mapping[str, str]) -> str:
    """Return the caption of one photo.

    ``names`` holds ``shot``, ``subject`` and ``plate`` in the language of the caption; what is unknown becomes empty. Other
    braces stay as they are typed.
    """
    values = {
        "n": str(line.number or ""),
        "time": (line.taken_at or "").replace("T", " ")[:16],
        **names,
    }
    return " ".join(_NAMED.sub(lambda found: values.get(found[1], ""), template).split())
