"""Languages that people read.

Which there are is data (``resources/languages``); here is only what a language is to the rest of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language of window, command line and report.

    ``tag`` is how records and settings name it, ``key`` how the tables do; ``name`` is its own name, ``locale`` says how dates
    and numbers are written, ``list_joiner`` stands between the values of a list, ``fallback`` are read where it lacks a text.
    """

    tag: str
    key: str
    name: str
    locale: str
    list_joiner: str
    fallback: tuple[Language, ...] = ()

    def joined(self, values: Iterable[str]) -> str:
        """Return values as one list in this language."""
        return self.list_joiner.join(values)
