"""Fills the sentences of an error from its data: one way for window and command line."""

from __future__ import annotations

from collections.abc import Callable

from surveyor_app.domain.errors import SurveyorError
from surveyor_app.wording.error_texts import SENTENCES


class _Data(dict[str, str]):
    """Data of an error as it stands in a sentence: "?" for what is missing."""

    def __missing__(self, key: str) -> str:
        return "?"


def error_sentences(
    error: SurveyorError,
    translated: Callable[[str], str] = str,
    shown: Callable[[str, object], str] = lambda _name, value: str(value),
) -> tuple[str, str, str]:
    """Return what happened, what is safe and what to do; ``shown`` tells how a value is written from its name and itself."""
    parts = SENTENCES.get(error.code, SENTENCES["error"])
    data = _Data({name: shown(name, value) for name, value in error.data.items()})
    happened, safe, advice = (translated(part).format_map(data) for part in (parts.happened, parts.safe, parts.advice))
    return happened, safe, advice
