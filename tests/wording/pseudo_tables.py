"""The tables of the resources in a language that nobody speaks: what each says in English, between marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli_w

from surveyor_app.wording.languages import FOLDER
from surveyor_app.wording.toml_files import read_toml
from tests.wording.pseudo_messages import pseudo


def write_pseudo_tables(folder: Path, resources: Path, key: str) -> None:
    """Write what completes each table of the resources into ``folder``, in the columns of the language's ``key``."""
    for path in sorted(resources.rglob("*.toml")):
        name = path.relative_to(resources)
        if name.parts[0] != FOLDER:
            (folder / name).parent.mkdir(exist_ok=True)
            completed = _completed(read_toml(resources, str(name)), key)
            (folder / name).write_text(tomli_w.dumps(completed), encoding="utf-8")


def _completed(table: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return the same shape with the texts alone, items of lists with what names them."""
    made: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            made[name] = _completed(value, key)
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            texts = [(item, _completed(item, key)) for item in value]
            made[name] = [_named(item, value) | said for item, said in texts if said]
        elif isinstance(value, str) and value and (name == "en" or name.endswith("_en")):
            made[name.removesuffix("en") + key] = pseudo(value)
    return {name: value for name, value in made.items() if value not in ({}, [])}


def _named(item: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the columns by which an item of a list is named: one where one is enough, else all that are no texts."""
    plain = {
        name: value
        for name, value in item.items()
        if not name.endswith(("zh", "en")) and not isinstance(value, dict | list)
    }
    for name, value in plain.items():
        if [other.get(name) for other in items].count(value) == 1:
            return {name: value}
    return plain
