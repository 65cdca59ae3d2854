"""A third language: the resources as they come, and a folder with a little Japanese."""

from __future__ import annotations

import shutil
from pathlib import Path

from surveyor_app.data_files import resources_dir

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
