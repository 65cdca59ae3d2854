"""In which languages a report is written: one of those there are, or several side by side."""

from __future__ import annotations

from collections.abc import Mapping

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.errors import InputError
from surveyor_app.domain.texts import Language, Text
from surveyor_app.wording.labels import Labels
from surveyor_app.wording.languages import CHINESE, ENGLISH, languages, nearest_language

BOTH = "both"
"""Chinese with English beside it, as reports and records of the first version name it."""
BESIDE = "+"


def report_languages(wanted: str) -> tuple[Language, ...]:
    """Return the languages that a report's ``language`` names, the first one first.

    It is the tag of a language, several tags with a plus sign between them, or ``both``.

    Raises:
        InputError: there is no such language.
    """
    tags = (CHINESE, ENGLISH) if wanted == BOTH else wanted.split(BESIDE)
    return tuple(dict.fromkeys(map(_require, tags)))


def report_language_names() -> Mapping[str, Text]:
    """Return what a report can be written in: ``both`` and each language there is, and what they are called."""
    labels = Labels.load(resources_dir())
    named = {choice.id: choice.label for choice in labels.choices("report_language")}
    tags = {language.tag: Text.same(language.name) for language in languages(resources_dir())}
    return {BOTH: named[BOTH], **{tag: named.get(tag, name) for tag, name in tags.items()}}


def _require(tag: str) -> Language:
    language = nearest_language(tag, resources_dir())
    if language is None:
        raise InputError(field="language", reason="there is no such language", language=tag)
    return language
