"""A third language: the resources as they come, and beside them a little Japanese, or a language whose every text is marked.

The marked language says all that English says, between two marks, placeholders left out. What a paper or a page shows without
them was said by the code, or by a table in a way that no further language can say otherwise.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from surveyor_app.data_files import migrations_dir, resources_dir
from surveyor_app.wording.languages import ENGLISH, FOLDER
from tests.wording.pseudo_messages import BEGIN, END, write_pseudo_messages
from tests.wording.pseudo_tables import write_pseudo_tables

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
_MARKED_LANGUAGE = f"""key = "{MARKED}"
name = "{BEGIN}Marked{END}"
locale = "en_GB"
list_joiner = "; "
last_joiner = " {BEGIN}and{END} "
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
    write_pseudo_messages(added, resources / FOLDER / ENGLISH)
    write_pseudo_tables(added, resources, MARKED)
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
