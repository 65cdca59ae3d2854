"""Reads the tables that come with the program, in all the languages there are.

A table holds each text in a column for each language: ``zh`` and ``en``, or ``guidance_zh`` and ``guidance_en``. A further
language completes it with a file of the same name in its own folder (``resources/languages/<tag>``): the same shape with only
this language's columns, an item of a list named by its other columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from surveyor_app.domain.texts import Text
from surveyor_app.wording.languages import FOLDER, languages
from surveyor_app.wording.toml_files import read_toml, string_of, well_formed

REQUIRED = ("zh", "en")
"""Keys of the languages that every text is written in."""


class Item(dict[str, Any]):
    """A table of a file, or one within it, which knows the columns of the languages there are."""

    __slots__ = ("_keys",)

    def __init__(self, values: Mapping[str, Any], keys: tuple[str, ...]) -> None:
        super().__init__({name: _item(value, keys) for name, value in values.items()})
        self._keys = keys

    def text(self, prefix: str = "") -> Text:
        """Return the text in the columns with this prefix.

        Raises:
            KeyError, ValueError: it lacks Chinese or English, or is empty in a language.
        """
        there = [key for key in self._keys if key in REQUIRED or prefix + key in self]
        return Text({key: string_of(self[prefix + key]) for key in there})

    def has_text(self, prefix: str) -> bool:
        """Tell whether one of the columns with this prefix is there."""
        return any(prefix + key in self for key in self._keys)

    def is_blank(self) -> bool:
        """Tell whether a text is left empty on purpose: nothing is said, in no language.

        Raises:
            KeyError: it lacks Chinese or English.
        """
        return not any([self[key] for key in REQUIRED])

    def without_texts(self, prefixes: Iterable[str] = ("",)) -> dict[str, Any]:
        """Return the other columns."""
        texts = {prefix + key for prefix in prefixes for key in self._keys}
        return {name: value for name, value in self.items() if name not in texts}


def read_table(resources: Path, name: str, *, parse_float: Callable[[str], Any] = float) -> Item:
    """Return a table of the resources, completed by the languages there are; ``parse_float`` as for :func:`read_toml`.

    Raises:
        InstallationIncomplete: the file is missing or no TOML, or what a language adds does not fit it.
    """
    table = read_toml(resources, name, parse_float=parse_float)
    known = languages(resources)
    for language in known:
        added = f"{FOLDER}/{language.tag}/{name}"
        if (resources / added).is_file():
            with well_formed(resources, added):
                _complete(table, read_toml(resources, added), language.key)
    return Item(table, tuple(language.key for language in known))


def _item(value: object, keys: tuple[str, ...]) -> object:
    if isinstance(value, dict):
        return Item(value, keys)
    return [_item(part, keys) for part in value] if isinstance(value, list) else value


def _complete(table: dict[str, Any], added: Mapping[str, Any], key: str) -> None:
    """Put the texts of one language into a table.

    Raises:
        ValueError: something is added that is no text of this language, or to what does not exist.
    """
    for name, value in added.items():
        if _is_text(name, key):
            if name in table:
                raise ValueError(f"stands there already: {name}")
            table[name] = string_of(value)
        elif isinstance(value, dict) and isinstance(table.get(name), dict):
            _complete(table[name], value, key)
        elif isinstance(value, list) and isinstance(table.get(name), list):
            for item in value:
                _complete_item(table[name], item, key)
        else:
            raise ValueError(f"not a text of this language, or of nothing: {name}")


def _complete_item(items: list[Any], added: Mapping[str, Any], key: str) -> None:
    named = {name: value for name, value in added.items() if not _is_text(name, key)}
    meant = [item for item in items if named and all(item.get(name) == value for name, value in named.items())]
    if len(meant) != 1:
        raise ValueError(f"names {len(meant)} items instead of one: {named}")
    _complete(meant[0], {name: value for name, value in added.items() if name not in named}, key)


def _is_text(name: str, key: str) -> bool:
    return name == key or name.endswith(f"_{key}")
