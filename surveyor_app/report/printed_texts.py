"""Makes plain values of what a paper prints: each text in the languages of the paper, which the templates do not know."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Language, Text
from surveyor_app.report.literal_text import LiteralText, printable_tree
from surveyor_app.wording.paper_texts import load_paper_texts

Plain = dict[str, Any]


def plain_tree(value: Any, languages: Sequence[Language]) -> Any:
    """Return a tree of data classes as plain values; a text becomes the list of its wordings, none of them twice."""
    if isinstance(value, Text):
        return _wordings(value, languages)
    if dataclasses.is_dataclass(value):
        members = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: plain_tree(member, languages) for name, member in members}
    if isinstance(value, Mapping):
        return {key: plain_tree(item, languages) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain_tree(item, languages) for item in value]
    return value


def paper_words(languages: Sequence[Language], literal: LiteralText) -> Plain:
    """Return what a template needs besides the data: ``words``, its labels and clauses, and ``langs``, as typst names languages.

    Each of these is a language and a region; ``lang`` and ``region`` are those of the first.

    Raises:
        InstallationIncomplete: the labels are missing or not whole.
    """
    words = printable_tree(plain_tree(load_paper_texts(resources_dir()), languages), literal, ())
    langs = [_lang_and_region(language) for language in languages]
    return {"words": words, "langs": langs, "lang": langs[0][0], "region": langs[0][1]}


def _lang_and_region(language: Language) -> tuple[str, str | None]:
    lang, _, region = language.locale.lower().partition("_")
    return lang, region or None


def _wordings(text: Text, languages: Sequence[Language]) -> list[str]:
    return list(dict.fromkeys(filter(None, (text.in_(language) for language in languages)))) or [""]
