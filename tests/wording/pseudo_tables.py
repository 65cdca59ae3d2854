"""The tables of the resources in a language that nobody speaks: what each says in English, between ⟦ and ⟧."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from surveyor_app.wording.toml_files import read_toml
from tests.wording.pseudo_messages import pseudo

_TEXT = re.compile(r"(^|_)(zh|en)$")


def write_pseudo_tables(folder: Path, resources: Path, names: tuple[str, ...], key: str) -> None:
    """Write what completes the tables with these names into ``folder``, in the columns of the language's ``key``."""
    for name in names:
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(tomli_w.dumps(_completed(read_toml(resources, name), key)), encoding="utf-8")


def _completed(table: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the same shape with the texts alone."""
    made: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            made[name] = _completed(value, key)
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            made[name] = [_named(item) | texts for item in value if (texts := _completed(item, key))]
        elif isinstance(value, str) and value and (name == "en" or name.endswith("_en")):
            made[name.removesuffix("en") + key] = pseudo(value)
    return {name: value for name, value in made.items() if value not in ({}, [])}


def _named(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns by which an item of a list is named."""
    return {name: value for name, value in item.items() if isinstance(value, str | int) and not _TEXT.search(name)}
