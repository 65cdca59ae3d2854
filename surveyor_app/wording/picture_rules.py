"""The rules and sentences of photo checks (照片检查), read from ``resources/picture_checks.toml``."""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.photos.picture_checking import CODES
from surveyor_app.domain.photos.picture_checks import Outcome, PictureLimits, PictureResult, PictureRules, PictureWords
from surveyor_app.domain.texts import Language
from surveyor_app.wording.formatting import format_offset
from surveyor_app.wording.languages import chinese, english
from surveyor_app.wording.resource_tables import read_table, text_of, well_formed

FILE = "picture_checks.toml"
_DAY_S = 24 * 3600
_IN_WORDS = frozenset({"hint", "state"})
"""Data that are ids of ``[hints]``."""


@dataclass(frozen=True, slots=True)
class PictureSentence:
    """What a check is called, what it says when it does not pass, and when it does (empty: nothing is said then)."""

    short_zh: str
    short_en: str
    zh: str
    en: str
    pass_zh: str = ""
    pass_en: str = ""

    def pattern(self, is_passed: bool, language: Language) -> str:
        """Return the sentence with its placeholders; what merely tells something has one for both."""
        is_chinese = language == chinese()
        passed = self.pass_zh if is_chinese else self.pass_en
        return passed if is_passed and passed else self.zh if is_chinese else self.en


@dataclass(frozen=True, slots=True)
class PictureTable:
    """The whole file: what decides, and what is said."""

    rules: PictureRules
    sentences: Mapping[str, PictureSentence]
    hints: Mapping[str, tuple[str, str]]

    def text(self, result: PictureResult, language: Language) -> str:
        """Return a result as a sentence."""
        pattern = self.sentences[result.code].pattern(result.outcome is Outcome.PASS, language)
        return pattern.format(**dict(self._word(name, value, language) for name, value in result.data.items()))

    def name(self, code: str, language: Language) -> str:
        """Return what a check that did not pass is called."""
        sentence = self.sentences[code]
        return sentence.short_zh if language == chinese() else sentence.short_en

    def is_note(self, result: PictureResult) -> bool:
        """Tell whether a passed check says something a person should read all the same."""
        return result.outcome is Outcome.PASS and not self.sentences[result.code].pass_en

    def _word(self, name: str, value: int | str, language: Language) -> tuple[str, str]:
        """Return the name of a placeholder, and a value of ``PictureResult.data`` in words."""
        stem, _, unit = name.rpartition("_")
        if isinstance(value, int):
            shown = {"s": duration_words, "m": distance_words, "min": _offset_words}.get(unit)
            return stem, shown(value, language) if shown is not None else str(value)
        pair = self.hints.get(value) if name in _IN_WORDS else None
        return name, value if pair is None else pair[language == english()]


@cache
def load_picture_table(resources: Path) -> PictureTable:
    """Read ``picture_checks.toml``.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or something in it is missing, not whole, or unknown.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        checks = {text_of(item["code"]): item for item in table["check"]}
        if set(checks) != set(CODES) or len(table["check"]) != len(CODES):
            raise ValueError(f"checks: {sorted(set(checks) ^ set(CODES))}")
        rules = PictureRules(
            _limits(table["limits"]),
            _words(table["words"]),
            {code: Outcome(item["level"]) for code, item in checks.items()},
        )
        hints = {name: (text_of(pair["zh"]), text_of(pair["en"])) for name, pair in table["hints"].items()}
        return PictureTable(rules, {code: _sentence(item) for code, item in checks.items()}, hints)


def picture_table() -> PictureTable:
    """Return the table that comes with this program.

    Raises:
        InstallationIncomplete: as :func:`load_picture_table`.
    """
    return load_picture_table(resources_dir())


def duration_words(seconds: int, language: Language) -> str:
    """Return a span of time as hours, minutes and seconds, days before them where there are any."""
    days, rest = divmod(abs(seconds), _DAY_S)
    clock = f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{days}{' 天 ' if language == chinese() else ' d '}{clock}" if days else clock


def distance_words(metres: int, language: Language) -> str:
    """Return metres below one kilometre, kilometres above."""
    return f"{metres} m" if metres < 1000 else f"{metres / 1000:,.1f} km"


def _offset_words(minutes: int, language: Language) -> str:
    return format_offset(minutes)


def _limits(table: Mapping[str, Any]) -> PictureLimits:
    if any(type(value) is not int for value in table.values()):
        raise TypeError("limits are whole numbers")
    return PictureLimits(**table)


def _words(table: Mapping[str, Any]) -> PictureWords:
    lists = {name: value for name, value in table.items() if name != "screens"}
    if any(text_of(word) != word.lower() for words in lists.values() for word in words):
        raise ValueError("words are in lower case")
    screens = frozenset((int(short), int(long)) for short, long in table["screens"])
    return PictureWords(**{name: tuple(words) for name, words in lists.items()}, screens=screens)


def _sentence(item: Mapping[str, Any]) -> PictureSentence:
    made = PictureSentence(**{name: text_of(text) for name, text in item.items() if name not in {"code", "level"}})
    for text in dataclasses.astuple(made):
        list(string.Formatter().parse(text))
    return made
