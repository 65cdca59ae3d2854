"""Languages that people read, and texts that are written in several of them.

Which languages there are, and the texts themselves, are data (``resources``); here is only what both are to the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_LAST = ("en", "zh")
"""Keys of the languages that everything is written in, read where neither a language nor its fallbacks have a text."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of window, command line and report.

    ``tag`` is how records and settings name it, ``key`` how the tables do; ``name`` is its own name, ``locale`` says how dates
    and numbers are written, ``list_joiner`` stands between the values of a list, ``last_joiner`` before the last of names
    that are read out, ``fallback`` are read where it lacks a text.
    """

    tag: str
    key: str
    name: str
    locale: str
    list_joiner: str
    last_joiner: str
    fallback: tuple[Language, ...] = ()

    def joined(self, values: Iterable[str]) -> str:
        """Return values as one list in this language."""
        return self.list_joiner.join(values)

    def enumerated(self, names: Sequence[str]) -> str:
        """Return names as one reads them out: 甲、乙、丙, or A, B and C."""
        before = self.list_joiner.join(names[:-1])
        return self.last_joiner.join(filter(None, (before, *names[-1:])))


@dataclass(frozen=True, slots=True)
class Text:
    """One text in every language it is written in; ``forms`` by the key of the language, ``values`` fill its braces."""

    forms: Mapping[str, str]
    values: Mapping[str, object] | None = None

    @classmethod
    def same(cls, wording: str) -> Text:
        """Return what is the same in every language: a name, a number plate."""
        return cls({"": wording})

    def filled(self, **values: object) -> Text:
        """Return the text with ``{names}`` filled in; values may be texts themselves."""
        return Text(self.forms, values)

    def in_(self, language: Language) -> str:
        """Return the text in a language; where it is not written in it, in its fallbacks, English, Chinese, or what there is."""
        keys = (language.key, *(other.key for other in language.fallback), *_LAST, *self.forms)
        form = next(self.forms[key] for key in keys if key in self.forms)
        if self.values is None:
            return form
        return form.format(**{name: _in(value, language) for name, value in self.values.items()})

    def __hash__(self) -> int:
        return hash(frozenset(self.forms.items()))


def _in(value: object, language: Language) -> object:
    return value.in_(language) if isinstance(value, Text) else value
