"""A third language: the resources as they come, and beside them a little Japanese, or a language whose every text is marked.

The marked language says all that English says, between two marks. What a paper or a page shows without them was said by the
code, or by a table in a way that no further language can say otherwise.
"""

from __future__ import annotations

import json
import shutil
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from surveyor_app.data_files import migrations_dir, resources_dir
from surveyor_app.wording.languages import ENGLISH, FOLDER
from surveyor_app.wording.toml_files import read_toml

TAG = "ja"
LANGUAGE = """key = "ja"
name = "日本語"
locale = "ja_JP"
list_joiner = "・"
last_joiner = "と"
fallback = ["zh_CN"]
"""
WINDOW = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en"><context><name>Surveyor</name>
<message><source>Undo</source><translation>元に戻す</translation></message>
</context></TS>
"""


def copied_resources(folder: Path) -> Path:
    """Copy tables and languages to ``folder`` and return it."""
    return Path(shutil.copytree(resources_dir(), folder, ignore=shutil.ignore_patterns("*.ttf", "*.png")))


def resources_with_japanese(folder: Path) -> Path:
    """Copy tables and languages to ``folder`` and add the third language; return ``folder``."""
    copied_resources(folder)
    added = folder / "languages" / TAG
    added.mkdir()
    (added / "language.toml").write_text(LANGUAGE, encoding="utf-8")
    (added / "window.ts").write_text(WINDOW, encoding="utf-8")
    return folder


# ------------------------------------------------------------------------------------------ the marked language

MARKED = "qps"
"""Its tag and key."""
BEGIN, END = "\u301a", "\u301b"
"""White square brackets, which the fonts of the papers hold and no text of the program uses."""
_MARKED_LANGUAGE = f"""key = "{MARKED}"
name = "{BEGIN}Marked{END}"
locale = "en_GB"
list_joiner = ", "
last_joiner = " and "
fallback = []
"""


def program_with_marks(folder: Path) -> Path:
    """Lay a packaged program's data out in ``folder``, in which there is the marked language, complete; return ``folder``."""
    resources = copied_resources(folder / "resources")
    for font in (resources_dir() / "fonts").glob("*.ttf"):
        (resources / "fonts" / font.name).symlink_to(font)
    (folder / "migrations").symlink_to(migrations_dir())
    added = resources / FOLDER / MARKED
    added.mkdir()
    (added / "language.toml").write_text(_MARKED_LANGUAGE, encoding="utf-8")
    for path in (resources / FOLDER / ENGLISH).glob("*.ts"):
        (added / path.name).write_text(_marked_messages(path), encoding="utf-8")
    for path in sorted(resources.rglob("*.toml")):
        name = path.relative_to(resources)
        if name.parts[0] != FOLDER:
            texts = _marked_texts(read_toml(resources, str(name)))
            (added / name).parent.mkdir(exist_ok=True)
            (added / name).write_text("".join(f"{_toml(key)} = {_toml(value)}\n" for key, value in texts.items()))
    return folder


def run_as(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    """Have this process take all its data from ``program`` until the test ends."""
    monkeypatch.setattr(sys, "_MEIPASS", str(program), raising=False)


def unmarked(text: str) -> Iterator[str]:
    """Yield what stands outside all marks, each stretch between two of them by itself."""
    depth, start = 0, 0
    for place, character in enumerate(text + BEGIN):
        if character == BEGIN:
            if depth == 0 and text[start:place].strip():
                yield text[start:place]
            depth += 1
        elif character == END:
            depth, start = depth - 1, place + 1
            assert depth >= 0, f"a mark ends that never began: {text[max(0, place - 40) : place + 1]}"


def _marked(text: str) -> str:
    return f"{BEGIN}{text}{END}"


def _marked_messages(path: Path) -> str:
    """Return a ``.ts`` file with every message marked."""
    tree = ElementTree.parse(path)
    for target in tree.getroot().iter("translation"):
        for form in target.findall("numerusform") or [target]:
            form.text = _marked(form.text or "")
    return ElementTree.tostring(tree.getroot(), "unicode")


def _marked_texts(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a further language adds to a table: its texts alone, items of lists with what names them."""
    added: dict[str, Any] = {}
    for name, value in table.items():
        if name == "en" or name.endswith("_en"):
            if value:
                added[name.removesuffix("en") + MARKED] = _marked(value)
        elif isinstance(value, dict):
            added |= {name: texts} if (texts := _marked_texts(value)) else {}
        elif isinstance(value, list) and all(isinstance(item, dict) for item in value):
            texts_of = [(item, _marked_texts(item)) for item in value]
            items = [{**_naming(item, value), **texts} for item, texts in texts_of if texts]
            added |= {name: items} if items else {}
    return added


def _naming(item: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return the columns that name an item among others: one if one is enough, else all that are no texts."""
    plain = {
        name: value
        for name, value in item.items()
        if not name.endswith(("zh", "en")) and not isinstance(value, dict | list)
    }
    for name, value in plain.items():
        if [other.get(name) for other in items].count(value) == 1:
            return {name: value}
    return plain


def _toml(value: Any) -> str:
    """Return a value as TOML, tables within one line. A JSON string is a TOML string."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
