"""The rules and sentences of photo checks (照片检查), read from ``resources/picture_checks.toml``."""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.photos.picture_checking import CODES
from surveyor_app.domain.photos.picture_checks import Outcome, PictureLimits, PictureResult, PictureRules, PictureWords
from surveyor_app.domain.texts import Text
from surveyor_app.wording.formatting import format_offset
from surveyor_app.wording.resource_tables import Item, read_table
from surveyor_app.wording.toml_files import string_of, well_formed
from surveyor_app.wording.words import word

FILE = "picture_checks.toml"
_DAY_S = 24 * 3600
_IN_WORDS = frozenset({"hint", "state"})
"""Data that are ids of ``[hints]``."""
_DAYS_AND_CLOCK = Text.same("{days} {clock}")


@dataclass(frozen=True, slots=True)
class PictureSentence:
    """What a check is called, what it says when it does not pass, and when it does (``None``: nothing is said then)."""

    short: Text
    text: Text
    passed: Text | None = None

    def pattern(self, is_passed: bool) -> Text:
        """Return the sentence with its placeholders; what merely tells something has one for both."""
        return self.passed if is_passed and self.passed else self.text


@dataclass(frozen=True, slots=True)
class PictureTable:
    """The whole file: what decides, and what is said."""

    rules: PictureRules
    sentences: Mapping[str, PictureSentence]
    hints: Mapping[str, Text]

    def text(self, result: PictureResult) -> Text:
        """Return a result as a sentence."""
        pattern = self.sentences[result.code].pattern(result.outcome is Outcome.PASS)
        return pattern.filled(**dict(self._word(name, value) for name, value in result.data.items()))

    def name(self, code: str) -> Text:
        """Return what a check that did not pass is called."""
        return self.sentences[code].short

    def is_note(self, result: PictureResult) -> bool:
        """Tell whether a passed check says something a person should read all the same."""
        return result.outcome is Outcome.PASS and self.sentences[result.code].passed is None

    def _word(self, name: str, value: int | str) -> tuple[str, str | Text]:
        """Return the name of a placeholder, and a value of ``PictureResult.data`` in words."""
        stem, _, unit = name.rpartition("_")
        if isinstance(value, int):
            shown: Callable[[int], str | Text] = _IN_UNITS.get(unit, str)
            return stem, shown(value)
        return name, self.hints.get(value, value) if name in _IN_WORDS else value


@cache
def load_picture_table(resources: Path) -> PictureTable:
    """Read ``picture_checks.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or something in it is missing, not whole, or unknown.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        checks = {string_of(item["code"]): item for item in table["check"]}
        if set(checks) != set(CODES) or len(table["check"]) != len(CODES):
            raise ValueError(f"checks: {sorted(set(checks) ^ set(CODES))}")
        rules = PictureRules(
            _limits(table["limits"]),
            _words(table["words"]),
            {code: Outcome(item["level"]) for code, item in checks.items()},
        )
        hints = {name: hint.text() for name, hint in table["hints"].items()}
        return PictureTable(rules, {code: _sentence(item) for code, item in checks.items()}, hints)


def picture_table() -> PictureTable:
    """Return the table that comes with this program.

    Raises:
        InstallationIncomplete: as :func:`load_picture_table`.
    """
    return load_picture_table(resources_dir())


def duration_words(seconds: int) -> Text:
    """Return a span of time as hours, minutes and seconds, days before them where there are any."""
    days, rest = divmod(abs(seconds), _DAY_S)
    clock = f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02}"
    return _DAYS_AND_CLOCK.filled(days=word("days").filled(n=days), clock=clock) if days else Text.same(clock)


def distance_words(metres: int) -> str:
    """Return metres below one kilometre, kilometres above."""
    return f"{metres} m" if metres < 1000 else f"{metres / 1000:,.1f} km"


_IN_UNITS: Mapping[str, Callable[[int], str | Text]] = {"s": duration_words, "m": distance_words, "min": format_offset}
"""How numbers of ``PictureResult.data`` are shown, by the unit that ends their names."""


def _limits(table: Mapping[str, Any]) -> PictureLimits:
    if any(type(value) is not int for value in table.values()):
        raise TypeError("limits are whole numbers")
    return PictureLimits(**table)


def _words(table: Mapping[str, Any]) -> PictureWords:
    lists = {name: value for name, value in table.items() if name != "screens"}
    if any(string_of(word) != word.lower() for words in lists.values() for word in words):
        raise ValueError("words are in lower case")
    screens = frozenset((int(short), int(long)) for short, long in table["screens"])
    return PictureWords(**{name: tuple(words) for name, words in lists.items()}, screens=screens)


def _sentence(item: Item) -> PictureSentence:
    if unknown := set(item.without_texts(("", "short_", "pass_"))) - {"code", "level"}:
        raise ValueError(f"unknown columns: {sorted(unknown)}")
    made = PictureSentence(item.text("short_"), item.text(), item.text("pass_") if item.has_text("pass_") else None)
    for text in (made.short, made.text, *([made.passed] if made.passed else ())):
        for form in text.forms.values():
            list(string.Formatter().parse(form))
    return made
