"""A language that nobody speaks: what comes of a translation or a table stands between ⟦ and ⟧, all else does not.

Placeholders stay outside the brackets, so what fills them shows whether it was translated itself.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from surveyor_app.data_files import migrations_dir, resources_dir
from surveyor_app.wording.toml_files import read_toml

TAG = KEY = "qps"
LANGUAGE = {
    "key": KEY,
    "name": "⟦Pseudo⟧",
    "locale": "en_GB",
    "list_joiner": ", ",
    "last_joiner": " ⟦and⟧ ",
    "fallback": ["en"],
}
TABLES = (
    "checks", "consents", "drawing", "enumerations", "fields", "notices", "parts", "picture_checks", "questions", "renditions",
    "shots", "words",
)  # fmt: skip
"""Those of which the window shows texts."""
_PLACEHOLDER = re.compile(r"(\{\w*\}|%n)")
_TEXT = re.compile(r"(^|_)(zh|en)$")
_TRANSLATED = re.compile(r"⟦[^⟦⟧]*⟧")


def without_translated(text: str) -> str:
    """Return what is left of a text when all that was translated is taken away."""
    return _TRANSLATED.sub(" ", text)


def install(folder: Path) -> Path:
    """Lay out an installation with the language beside the others below ``folder``; return its resources."""
    resources = folder / "resources"
    (resources / "languages").mkdir(parents=True)
    (folder / "migrations").symlink_to(migrations_dir())
    for path in [*resources_dir().glob("*"), *resources_dir().glob("languages/*")]:
        if path.name != "languages":
            (resources / path.relative_to(resources_dir())).symlink_to(path)
    added = resources / "languages" / TAG
    added.mkdir()
    (added / "language.toml").write_text(tomli_w.dumps(LANGUAGE), encoding="utf-8")
    _write_messages(added / "window.ts")
    for name in TABLES:
        table = _completed(read_toml(resources, f"{name}.toml"))
        (added / f"{name}.toml").write_text(tomli_w.dumps(table), encoding="utf-8")
    return resources


def _write_messages(target: Path) -> None:
    tree = ElementTree.parse(resources_dir() / "languages" / "en" / "window.ts")
    for translation in tree.getroot().iter("translation"):
        for form in translation.findall("numerusform") or [translation]:
            form.text = _pseudo(form.text or "")
    tree.write(target, encoding="utf-8", xml_declaration=True)


def _completed(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the same shape with this language's texts alone; an item of a list keeps the columns it is named by."""
    made: dict[str, Any] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            made[name] = _completed(value)
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            made[name] = [_named(item) | texts for item in value if (texts := _completed(item))]
        elif isinstance(value, str) and value and (name == "en" or name.endswith("_en")):
            made[name.removesuffix("en") + KEY] = _pseudo(value)
    return {name: value for name, value in made.items() if value not in ({}, [])}


def _named(item: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if isinstance(value, str | int) and not _TEXT.search(name)}


def _pseudo(text: str) -> str:
    """Return a text in the language: ``{path}: holds.`` becomes ``{path}⟦: holds.⟧``."""
    parts = _PLACEHOLDER.split(text)
    return "".join(_wrapped(part) if number % 2 == 0 else part for number, part in enumerate(parts))


def _wrapped(text: str) -> str:
    return f"⟦{text}⟧" if any(map(str.isalpha, text)) else text
