"""The wordings that no paper a party signs may hold, read once; domain §13.4."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from surveyor_app.domain.checks.cover_wording import CoverWording, Phrase
from surveyor_app.wording.table_values import require_once, texts
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

FILE = "cover_wording.toml"


@cache
def load_cover_wording(resources: Path) -> CoverWording:
    """Read ``cover_wording.toml``; of each folder once.

    Raises:
        InstallationIncomplete: the file is missing, no TOML, or a wording in it is not whole.
    """
    table = read_toml(resources, FILE)
    with well_formed(resources, FILE):
        phrases = tuple(Phrase(string_of(item["words"]), texts(item, "unless")) for item in table["phrase"])
        require_once(phrase.words for phrase in phrases)
        same = {string_of(char): string_of(plain) for char, plain in table["same"].items()}
        if any(len(char) != 1 or len(plain) != 1 for char, plain in same.items()):
            raise ValueError("same: one character each")
        return CoverWording(string_of(table["version"]), phrases, same)
