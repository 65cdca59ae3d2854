"""Small words that the program itself puts between values (``resources/words.toml``): yes, no, the name of what has none."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from surveyor_app.data_files import resources_dir
from surveyor_app.domain.texts import Text
from surveyor_app.wording.resource_tables import read_table
from surveyor_app.wording.toml_files import well_formed

FILE = "words.toml"
WORDS = frozenset({"yes", "no", "none", "days", "vehicle", "person", "damage", "confidential", "insurer"})


@cache
def load_words(resources: Path) -> Mapping[str, Text]:
    """Read ``words.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a word is missing in it.
    """
    table = read_table(resources, FILE)
    with well_formed(resources, FILE):
        words = {name: item.text() for name, item in table.items()}
        if set(words) != WORDS:
            raise ValueError(f"words: {sorted(set(words) ^ WORDS)}")
    return words


def word(name: str) -> Text:
    """Return a word of this program.

    Raises:
        InstallationIncomplete: as :func:`load_words`.
    """
    return load_words(resources_dir())[name]
