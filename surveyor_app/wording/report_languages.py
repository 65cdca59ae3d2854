"""In which languages a report is written: one of those there are, or several side by side."""

from __future__ import annotations

from surveyor_app.domain.texts import Language
from surveyor_app.wording.languages import CHINESE, ENGLISH, find_language

BOTH = "both"
"""Chinese with English beside it, as reports and records of the first version name it."""
BESIDE = "+"


def report_languages(wanted: str) -> tuple[Language, ...]:
    """Return the languages that a report's ``language`` names, the first one first.

    It is the tag of a language, several tags with a plus sign between them, or ``both``.
    """
    tags = (CHINESE, ENGLISH) if wanted == BOTH else wanted.split(BESIDE)
    return tuple(dict.fromkeys(find_language(tag) for tag in tags))
